"""What the rules' own examples do not show: dates that lean on others, ranges, hostile text."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotations.dates import annotate_dates, is_valid
from dragoman.annotations.dates.lexicon import source
from dragoman.evaluation.dates_duckling import measure

DUCKLING = Path(__file__).resolve().parents[4] / "shared/gold/dates-duckling-fr.jsonl"


def said(text: str, published: str | None = None) -> list[tuple[str, str | None]]:
    return [(text[m.start : m.end], m.past) for m in annotate_dates(text, published)]


def test_the_eve_leans_on_the_date_before_or_else_on_the_next_of_the_sentence() -> None:
    text = "Graciés la veille, ils sont rentrés samedi. Le lendemain, ils ont été reçus."
    assert said(text, "2023-01-09") == [("la veille", "2023-01-06"), ("samedi", "2023-01-07"), ("Le lendemain", "2023-01-08")]


def test_the_eve_does_not_lean_on_history_told_in_another_paragraph() -> None:
    text = "L'accord a été signé le 5 juillet 1962.\n\nLa veille, il avait reçu son homologue."
    assert said(text, "2022-08-24")[1] == ("La veille", "2022-08-23")


def test_the_eve_of_a_set_is_a_set() -> None:
    assert said("Reçu mercredi. La veille, il était arrivé.", "2022-08")[1][1] == "[2022-08-02,2022-08-09,2022-08-16,2022-08-23,2022-08-30]"


def test_weekdays_lean_on_a_day_that_the_text_names_where_only_the_month_is_known() -> None:
    text = "Ils se sont parlé jeudi soir, puis vendredi. La trêve commence samedi 10 octobre."
    assert [past for _, past in said(text, "2020-10")] == ["2020-10-08", "2020-10-09", "2020-10-10"]


@pytest.mark.parametrize(
    ("text", "published", "past", "future"),
    [
        ("du 30 décembre au 2 janvier", "2023-01-10", "2022-12-30/2023-01-02", "2023-12-30/2024-01-02"),
        ("du 30 décembre au 2 janvier", "2023-01-01", "2022-12-30/2023-01-02", "2022-12-30/2023-01-02"),
        ("du 24 au 26 août", "2022-08-27", "2022-08-24/2022-08-26", "2023-08-24/2023-08-26"),
        ("du lundi 22 au mercredi 24 août", "2022-03-01", "2022-08-22/2022-08-24", "2022-08-22/2022-08-24"),
        ("du 28 février au 1er mars", "2024-03-01", "2024-02-28/2024-03-01", "2024-02-28/2024-03-01"),
        ("les 28 et 29 février", "2024-03-01", "2024-02-28/2024-02-29", None),
        ("du 24 au 26 août", None, "XXXX-08-24/XXXX-08-26", "XXXX-08-24/XXXX-08-26"),
    ],
)
def test_intervals_around_the_publication(text: str, published: str | None, past: str, future: str | None) -> None:
    (mention,) = annotate_dates(text, published)
    assert mention.past == past
    assert future is None or mention.future == future


def test_a_year_told_in_the_sentence_holds_for_the_days_behind_it() -> None:
    text = "En 2015, l'ambassade avait ouvert le 3 mars. Elle a fermé le 3 juin."
    assert said(text, "2022-08-24") == [("2015", "2015"), ("3 mars", "2015-03-03"), ("3 juin", "2022-06-03")]


def test_the_hijri_date_is_passed_over() -> None:
    assert said("le 26 Moharram 1444 correspondant au 24 août 2022") == [("24 août 2022", "2022-08-24")]


@pytest.mark.parametrize(
    "text",
    [
        "la résolution 2254 (2015) du Conseil",
        "âgé de 24 ans",
        "un prêt de 24 millions",
        "sa visite d'État",
        "or, le président",
        "le G20 et le 5+5",
        "le 64e sommet",
        "Le 20 heures de la chaîne",
        "la planète Mars",
        "mai Thi",
        "une peine de trois ans",
        "pendant deux jours",
        "en 72 heures",
        "le numéro 24/2022/CD",
        "tél. 01 44 55 66 77",
    ],
)
def test_what_is_no_date(text: str) -> None:
    assert said(text, "2022-08-24") == []


def test_ranges_are_read_alone() -> None:
    text = "Mardi 23 août 2022 et mercredi 24 août 2022."
    (mention,) = annotate_dates(text, None, [(19, len(text))])
    assert text[mention.start : mention.end] == "mercredi 24 août 2022"
    assert annotate_dates(text, None, []) == ()


@pytest.mark.parametrize("published", ["2022-08-24T10:00:00Z", "2022-08-24 10:00", "2022-08-24~"])
def test_publications_as_metadata_write_them(published: str) -> None:
    assert said("hier", published) == [("hier", "2022-08-23")]


@pytest.mark.parametrize("published", [None, "", "unknown", "../2022", "XXXX-08-24", "0001-01-01"])
def test_an_unusable_publication_is_as_good_as_none(published: str | None) -> None:
    assert said("hier", published) == [("hier", None)]


def test_a_publication_known_to_the_year() -> None:
    text = "hier et mercredi, avant lundi. Il y est depuis le 24 août, en mars, ce mois-ci, la semaine dernière"
    assert [past for _, past in said(text, "2022")] == [
        "2022",
        "2022",
        "../2021-12-31",
        "2022-08-24/..",
        "2022-03",
        "2022",
        "2021-12-20/2022-12-25",
    ]


PAST_OF_2022 = ["2022", "2022", "../2021-12-31", "2022-08-24/..", "2022-03", "2022", "2021-12-20/2022-12-25"]

FORMS = [form for row in source("fr")["words"] for form in row["forms"]]
WORDS = [
    "le",
    "24",
    "août",
    "2022",
    "mercredi",
    "du",
    "au",
    "et",
    "la veille",
    "hier",
    "d'ici",
    "fin",
    "avant",
    "en",
    "mars",
    ",",
    "1er",
    "de",
    "à",
    "mois",
]
WORDS += [
    "31",
    "février",
    "29",
    "dans",
    "trois",
    "jours",
    "semaine",
    "prochaine",
    "dernier",
    "/",
    "-",
    "0",
    "trimestre",
    "année",
    "depuis",
    "les",
    "l'an",
    "il y a",
]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.sampled_from(WORDS), max_size=14),
    st.sampled_from([None, "2022-08-24", "2022-08", "2022", "2024-02-29", "1000-01-01", "2199-12-31"]),
)
def test_any_words_give_valid_dates_in_order(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    end = 0
    for mention in annotate_dates(text, published):
        assert end <= mention.start < mention.end <= len(text)
        end = mention.end
        for edtf in (mention.past, mention.future):
            assert edtf is None or is_valid(edtf)


@pytest.mark.parametrize(
    "piece",
    ["24 ", "lundi ", "du 24 ", "le ", "24/", "d'ici ", "24, ", "avant le ", "la veille ", "24 et ", "en fin de ", "é", "\n\n", "'"],
)
def test_hostile_text_is_read_in_linear_time(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    start = time.perf_counter()
    annotate_dates(text, "2022-08")
    assert time.perf_counter() - start < 3


@pytest.mark.skipif(not DUCKLING.exists(), reason="the gold file is not there")
def test_ducklings_day_expressions() -> None:
    found = measure(DUCKLING)
    assert found["expressions"] == 161
    assert found["accuracy"] >= 0.75
