"""Front matter: headers, datelines, bylines, and what of a page is no prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text.header import dated_address, edtf_of, front_matter
from dragoman.text.repair import repair
from dragoman.text.segmenter import segment

DATELINES = [
    ("ALGER, 12 mars (APS) - Le ministre a reçu son homologue.", "ALGER", "12 mars", "APS"),
    ("Paris, le 3 mai 2019 – Le ministre a reçu son homologue.", "Paris", "le 3 mai 2019", None),
    ("Bamako (Mali), 12 mars 2020 (AMAP)- Le ministre a parlé.", "Bamako", "12 mars 2020", "AMAP"),
    ("NOUAKCHOTT, 12 mars (AMI) Le ministre a parlé.", "NOUAKCHOTT", "12 mars", "AMI"),
    ("(Agence Ecofin) - Le ministre a parlé.", None, None, "Agence Ecofin"),
    ("(Belga) Le ministre a parlé.", None, None, "Belga"),
    ("Hanoï (VNA) - Le ministre a parlé.", "Hanoï", None, "VNA"),
    ("BEIJING, 4 novembre (Xinhua) -- Le ministre a parlé.", "BEIJING", "4 novembre", "Xinhua"),
    ("EREVAN, 3 octobre. Le ministre a parlé.", "EREVAN", "3 octobre", None),
    ("Berne, 22.06.2021 - Le ministre a parlé.", "Berne", "22.06.2021", None),
    ("NEW YORK (Nations Unies), 3 mars 2022 — Le ministre a parlé.", "NEW YORK", "3 mars 2022", "Nations Unies"),
    ("SAINT-DOMINGUE.- Le ministre a parlé.", "SAINT-DOMINGUE", None, None),
    ("KINSHASA, 5 mai 2022 (ACP).- Le ministre a parlé.", "KINSHASA", "5 mai 2022", "ACP"),
    ("SOTCHI (région de Krasnodar), 28 juillet. /TASS/. Le ministre a parlé.", "SOTCHI", "28 juillet", "TASS"),
    ("Bakou, 12 avril, AZERTAC\n\nLe ministre a reçu une délégation.", "Bakou", "12 avril", "AZERTAC"),
    ("IRIB- Le ministre a parlé.", None, None, "IRIB"),
    ("Alger - Le ministre des Affaires étrangères a reçu hier son homologue malien.", "Alger", None, None),
    ("Nouakchott, 14/11/2020Le ministre a parlé.", "Nouakchott", "14/11/2020", None),
    ("Mardi 5 mai 2020 - Le ministre a parlé.", None, "Mardi 5 mai 2020", None),
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), DATELINES)
def test_datelines(text: str, place: str | None, date: str | None, agency: str | None) -> None:
    repaired = repair(text)
    front = front_matter(repaired)
    told = [repaired.text[slice(*part)] if part else None for part in (front.dateline_place, front.dateline_date, front.agency)]
    assert told == [place, date, agency]
    assert repaired.text[front.body_start :].startswith("Le ministre")
    assert segment(repaired).segments[0].start == front.body_start


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ALGER, 12 mars (APS) - Le ministre a reçu son homologue.", "XXXX-03-12"),
        ("Paris, le 3 mai 2019 – Le ministre a reçu son homologue.", "2019-05-03"),
        ("Nouakchott, 14/11/2020 - Le ministre a parlé.", "2020-11-14"),
        ("Hanoï (VNA) - Le ministre a parlé.", None),
    ],
)
def test_the_day_of_a_dateline(text: str, day: str | None) -> None:
    assert front_matter(repair(text)).dateline_day == day


def test_a_dateline_behind_a_title() -> None:
    title, body = "Le conseiller reçoit le ministre des affaires étrangères de Colombie", "Le chef du département a reçu hier le ministre."
    repaired = repair(f"{title} Berne, 22.06.2021 - {body} {body[:-1]} encore, et la visite a duré trois jours entiers dans la capitale.")
    front = front_matter(repaired)
    assert repaired.text[slice(*front.dateline_place or (0, 0))] == "Berne"
    assert [repaired.text[s.start : s.end] for s in segment(repaired).segments][:2] == [title, body]


@pytest.mark.parametrize(
    "text",
    [
        "Burkina : trois diplomates français sommés de partir",
        "Algérie - France : la crise",
        "Paris, qui soutient le texte, a voté pour.",
        "Le 3 mai 2019, le ministre a reçu son homologue.",
        "M. Touré (à gauche) a reçu son homologue.",
    ],
)
def test_no_datelines(text: str) -> None:
    front = front_matter(repair(text))
    assert (front.dateline_place, front.dateline_date, front.agency, front.body_start) == (None, None, None, 0)


@pytest.mark.parametrize(
    ("text", "date", "body"),
    [
        (" date 2022-08 Le ministre a parlé.", "2022-08", "Le ministre"),
        ("date 2022-08-24\nLe ministre a parlé.", "2022-08-24", "Le ministre"),
        ("2022-08-24\n\nLe ministre a parlé.", "2022-08-24", "Le ministre"),
        ("date 2022-13 Le ministre a parlé.", None, "Le ministre"),
        ("La date 2022-08 a été retenue.", None, "La date"),
    ],
)
def test_headers(text: str, date: str | None, body: str) -> None:
    repaired = repair(text)
    front = front_matter(repaired)
    assert front.header_date == date
    assert repaired.text[front.body_start :].startswith(body)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Publié le 12 mars 2021 à 10h30", "2021-03-12"),
        ("mardi 24 juin 2014", "2014-06-24"),
        ("jeu, 13/02/2020 - 15:37", "2020-02-13"),
        ("17/05/2019 11h:41 CET | Actualisé 17/05/2019 12h:09 CET", "2019-05-17"),
        ("Par Awa Cissokho | 12 mars 2021", "2021-03-12"),
        ("11/04/2022 mis à jour: 18:17", "2022-04-11"),
        ("Mis à jour le 3 mai 2021 à 12:00", "2021-05-03"),
    ],
)
def test_lines_that_date_the_page(line: str, date: str) -> None:
    repaired = repair(f"{line}\n\nLe ministre a reçu mardi son homologue malien.")
    assert front_matter(repaired).published == date
    assert [repaired.text[s.start : s.end][:11] for s in segment(repaired).segments] == ["Le ministre"]


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("12 mars 2021", "2021-03-12"),
        ("1er août 2020", "2020-08-01"),
        ("03.05.2019", "2019-05-03"),
        ("12 mars", None),
        ("40/40/2020", None),
    ],
)
def test_calendar_dates(words: str, date: str | None) -> None:
    assert edtf_of(words) == date


PROSE = "Le ministre des Affaires étrangères a reçu mardi à Alger son homologue malien, porteur d'un message."


@pytest.mark.parametrize(
    "line",
    [
        "Lire aussi : la crise s'aggrave",
        "Partager   Tweeter   Envoyer par mail",
        "© Le Quotidien. Tous droits réservés.",
        "Photo : AFP",
        "Par Awa Cissokho",
        "Source: Médias",
        "N.A.",
        "R.Mandimbisoa",
        "- VNA",
        "AMI",
        "Suivez notre chaîne",
        "#Vietnam #Laos",
        "Dernière modification : 17/11/2021 16:42:10",
        "0 commentaire",
        "Autres articles\n- Gabon : le général lance son parti\n- Un autre titre",
        "Commentaires\nLes commentaires sont fermés.",
        PROSE,
        PROSE[:60] + "...",
    ],
)
def test_boilerplate_is_not_read(line: str) -> None:
    repaired = repair(f"{PROSE}\n\n{line}")
    assert [repaired.text[s.start : s.end] for s in segment(repaired).segments] == [PROSE]


@pytest.mark.parametrize("tail", [" © Reproduction interdite", " APS", " Fin", " S. S.", " - VNA"])
def test_signatures_at_the_end_of_prose_are_not_read(tail: str) -> None:
    repaired = repair(PROSE + tail)
    assert [repaired.text[s.start : s.end] for s in segment(repaired).segments] == [PROSE]


@settings(max_examples=150, deadline=None)
@given(
    st.text(max_size=150)
    | st.lists(st.sampled_from([*(d[0] + "\n" for d in DATELINES), PROSE, "\n", "Lire aussi : x", "date 2022-08 "])).map("".join)
)
def test_ranges_are_in_order_and_apart(text: str) -> None:
    repaired = repair(text)
    front = front_matter(repaired)
    at = 0
    for start, end in front.not_prose:
        assert at <= start < end <= len(repaired.text)
        at = end
    assert 0 <= front.body_start <= len(repaired.text)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Posted on 3 mai 2021", "2021-05-03"),
        ("24.07.2022, Le Journal", "2022-07-24"),
        ("https://journal.example/2021/05/03/la-visite-du-ministre", "2021-05-03"),
        ("https://fr.journal.example/20220724/la-visite-105.html", "2022-07-24"),
        ("https://journal.example/article-20991", None),
    ],
)
def test_lines_that_date_the_page_among_other_words(line: str, date: str | None) -> None:
    assert front_matter(repair(f"{line}\n\nLe ministre a reçu mardi son homologue malien.")).published == date


def test_the_address_of_a_page_may_tell_its_day() -> None:
    assert dated_address("https://journal.example/2021/05/03/la-visite") == "2021-05-03"
    assert dated_address("ex-2021") is None
