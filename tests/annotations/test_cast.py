from __future__ import annotations

import time

import pytest
from casts import actors, cast_of, mention, told
from hypothesis import given, settings
from hypothesis import strategies as st

COMMUNIQUE = (
    "Le ministre des Affaires étrangères et de la Communauté nationale à l'étranger, Rachid Benhamouda, "
    "a été reçu à Bratislava par le président "
    "de la République slovaque, Peter Hradský, à qui il a remis un message du président de la "
    "République, M. Amine Kaddour, indique un communiqué "
    "du ministère. L'envoyé spécial du président de la République a transmis les salutations du "
    "président Kaddour à son homologue slovaque. "
    "Les deux parties ont salué l'état des relations algéro-slovaques, ajoute la même source. M. Benhamouda a remercié son hôte."
)


def test_a_title_and_a_name_are_one_mention() -> None:
    words = "Le ministre des Affaires étrangères et de la Communauté nationale à l'étranger, Rachid Benhamouda"
    found = mention(COMMUNIQUE, words, "APS")
    assert found.actors == ("per:benhamouda@DZA",)
    assert COMMUNIQUE[slice(*found.head)] == "Rachid Benhamouda"
    assert [o.office for o in found.offices] == ["foreign_minister"]


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("le président de la République slovaque, Peter Hradský", ("per:hradsky@SVK",)),
        ("président de la République, M. Amine Kaddour", ("per:kaddour@DZA",)),
        ("L'envoyé spécial du président de la République", ("per:benhamouda@DZA",)),
        ("président Kaddour", ("per:kaddour@DZA",)),
        ("son homologue slovaque", ("per:hradsky@SVK",)),
        ("Les deux parties", ("DZA", "SVK")),
        ("algéro-slovaques", ("DZA", "SVK")),
        ("M. Benhamouda", ("per:benhamouda@DZA",)),
        ("son hôte", ("per:hradsky@SVK",)),
        ("un communiqué du ministère", ("inst:foreign_ministry@DZA",)),
        ("la même source", ("inst:foreign_ministry@DZA",)),
    ],
)
def test_who_is_meant(words: str, meant: tuple[str, ...]) -> None:
    assert set(actors(COMMUNIQUE, words, "APS")) == set(meant)


def test_the_envoy_acts_for_the_principal_whose_mention_lies_inside() -> None:
    found = mention(COMMUNIQUE, "L'envoyé spécial du président de la République", "APS")
    assert found.on_behalf_of == "per:kaddour@DZA"
    assert [COMMUNIQUE[i.start : i.end] for i in found.inner] == ["président de la République"]


def test_the_author_and_the_home() -> None:
    found = cast_of(COMMUNIQUE, "APS")
    assert (found.home, found.author) == ("DZA", "inst:foreign_ministry@DZA")
    assert found.actors["per:kaddour@DZA"].name == "Amine Kaddour"


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("Le roi Karim III a écrit à la reine Astrid II de Danemark.", "la reine Astrid II de Danemark", ("per:astrid-ii@DNK",)),
        (
            "Les présidents du Bénin, du Togo et du Ghana sont attendus.",
            "Les présidents du Bénin, du Togo et du Ghana",
            ("per:head_of_state@BEN", "per:head_of_state@TGO", "per:head_of_state@GHA"),
        ),
        (
            "Il a reçu les ambassadeurs du Maroc, Ali Berrada, de l'Inde, Arun Nair, et du Pérou, Rosa Quiroga.",
            "les ambassadeurs du Maroc, Ali Berrada, de l'Inde, Arun Nair, et du Pérou, Rosa Quiroga",
            ("per:berrada@MAR", "per:nair@IND", "per:quiroga@PER"),
        ),
        ("L'Algérie a rappelé son ambassadeur en France.", "son ambassadeur en France", ("per:ambassador@DZA",)),
        (
            "Le secrétaire général de l'ONU, Erik Lindahl, est arrivé.",
            "Le secrétaire général de l'ONU, Erik Lindahl",
            ("per:lindahl@org:UN",),
        ),
        ("Les chefs d'État de l'Union africaine se réunissent.", "Les chefs d'État de l'Union africaine", ("org:AU",)),
        ("Les autorités maliennes ont réagi.", "Les autorités maliennes", ("MLI",)),
        ("L'ambassade de Suède à Tunis a fermé.", "L'ambassade de Suède à Tunis", ("inst:embassy@SWE",)),
        (
            "M. Paul Mensah, ministre ghanéen de la Défense, est arrivé.",
            "M. Paul Mensah, ministre ghanéen de la Défense",
            ("per:mensah@GHA",),
        ),
        (
            "S.E.M. Paul Mensah, Président de la République du Ghana, a parlé.",
            "S.E.M. Paul Mensah, Président de la République du Ghana",
            ("per:mensah@GHA",),
        ),
        ("Le Samoan Tavita Leota a pris la parole.", "Le Samoan Tavita Leota", ("per:leota@WSM",)),
        ("L'ancien président kényan Peter Odhiambo a voyagé.", "L'ancien président kényan Peter Odhiambo", ("per:odhiambo@KEN",)),
    ],
)
def test_phrases(text: str, words: str, meant: tuple[str, ...]) -> None:
    assert actors(text, words) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Le président du club a félicité les joueurs.",
        "Le président de la cour d'appel a levé la séance.",
        "Elle est ambassadrice d'une marque de parfum.",
        "Le ministre wallon de l'Économie a reçu les syndicats.",
        "Il faut commander avant lundi.",
    ],
)
def test_private_presidents_and_regions_are_no_actors_of_a_state(text: str) -> None:
    assert not [a for _, meant in told(text) for a in meant if a.startswith("per:")]


def test_a_title_before_a_comma_is_not_the_next_subjects() -> None:
    text = (
        "Le Premier ministre norvégien Lars Holm a reçu M. Benali. Le ministre algérien des Affaires "
        "étrangères, Karim Benali, est reparti. "
        "Lors de sa rencontre avec le Premier ministre norvégien, M. Benali a remercié la Norvège."
    )
    assert actors(text, "le Premier ministre norvégien") == ("per:holm@NOR",)
    assert actors(text, "M. Benali") == ("per:benali@DZA",)


def test_a_later_name_serves_an_earlier_title() -> None:
    text = "L'ambassadeur du Japon fait ses adieux.\nL'ambassadeur du Japon, M. Kenji Morita, a été reçu hier."
    assert told(text)[0][1] == ("per:morita@JPN",)


def test_spelling_variants_are_one_person() -> None:
    text = (
        "Le ministre azerbaïdjanais des Affaires étrangères, Djeyhoun Rzaev, est arrivé. "
        "Le chef de la diplomatie azerbaïdjanaise, Jeyhun Rzayev, repart."
    )
    assert len([a for a in cast_of(text).actors.values() if a.kind == "person"]) == 1


def test_namesakes_are_told_apart_by_office() -> None:
    text = (
        "Le ministre ivoirien de la Défense, Serge Kouadio, l'a remercié au nom du président ivoirien Alain "
        "Kouadio. Le président Kouadio a parlé. "
        "Le ministre Kouadio a signé."
    )
    assert actors(text, "Le président Kouadio") == actors(text, "président ivoirien Alain Kouadio")
    assert actors(text, "Le ministre Kouadio") == actors(text, "Le ministre ivoirien de la Défense, Serge Kouadio")


def test_capitals_act_only_as_subjects() -> None:
    text = "Alger dénonce une décision prise à Rabat. La frontière entre Alger et Rabat reste close."
    assert [words for words, _ in told(text)] == ["Alger", "Alger", "Rabat"]


def test_a_dateline_is_no_subject() -> None:
    assert not told("Bakou, 27 avril\n\nUne réunion s'est tenue.")


def test_mentions_do_not_overlap_and_their_actors_exist() -> None:
    found = cast_of(COMMUNIQUE, "APS")
    ends = [0, *(m.end for m in found.mentions)]
    assert all(m.start >= end for m, end in zip(found.mentions, ends))
    assert all(a in found.actors for m in found.mentions for a in m.actors)


WORDS = [
    "le",
    "la",
    "du",
    "des",
    "ministre",
    "président",
    "Mali",
    "malien",
    "Jean",
    "Dupont",
    "M.",
    ",",
    ".",
    "(",
    ")",
    "homologue",
    "son",
    "ambassadeur",
    "à",
    "Alger",
    "et",
    "ONU",
    "ex-",
    "porte-parole",
    "\n",
    "«",
    "»",
]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_any_order_of_words_gives_a_sound_cast(words: list[str]) -> None:
    text = " ".join(words)
    found = cast_of(text)
    last = 0
    for m in found.mentions:
        assert last <= m.start < m.end <= len(text)
        assert 0 <= m.head[0] < m.head[1] <= len(text)
        assert all(a in found.actors for a in m.actors)
        last = m.end
    assert cast_of(text) == found


@pytest.mark.parametrize(
    "piece",
    [
        "ex-",
        "M. ",
        "le porte-parole du ",
        "son homologue ",
        "du Mali, Jean Diop, ",
        "de la Défense et ",
        "Jean Diop ",
        "les deux pays ",
        "A.",
    ],
)
def test_hostile_input_is_read_in_linear_time(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    started = time.process_time()
    cast_of(text)
    assert time.process_time() - started < 5


def test_a_text_filed_at_the_seat_of_an_organisation_speaks_for_it() -> None:
    text = "L'Union européenne a adopté un texte. Le haut représentant, Pavel Dorn, a appelé le Mali au calme."
    assert "per:dorn@org:EU" in cast_of(text, dateline="BEL").actors
    assert "per:dorn@BEL" in cast_of(text + " La Belgique s'en réjouit.", dateline="BEL").actors
