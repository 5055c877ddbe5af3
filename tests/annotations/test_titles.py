from __future__ import annotations

import pytest

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.page import read_page
from dragoman.annotations.titles import Title, parse_title


def title_of(text: str) -> tuple[Title, str]:
    page = read_page(text, find_names(text), ())
    for i in range(len(page)):
        title = parse_title(page, i)
        if title is not None:
            return title, text[page.starts[title.first] : page.ends[title.last - 1]]
    raise AssertionError(text)


@pytest.mark.parametrize(
    ("text", "words", "office", "states"),
    [
        (
            "le ministre des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger, Ali Berrada",
            "ministre des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger",
            "foreign_minister",
            ("MAR",),
        ),
        (
            "le ministre de l'Europe et des Affaires étrangères Paul Martin",
            "ministre de l'Europe et des Affaires étrangères",
            "foreign_minister",
            (),
        ),
        ("le ministre de l'Économie et des Finances a rendu compte", "ministre de l'Économie et des Finances", "minister", ()),
        ("le ministre gambien des Affaires étrangères", "ministre gambien des Affaires étrangères", "foreign_minister", ("GMB",)),
        ("le secrétaire d'État américain", "secrétaire d'État américain", "foreign_minister", ("USA",)),
        (
            "la secrétaire d'Etat portugaise aux Affaires étrangères",
            "secrétaire d'Etat portugaise aux Affaires étrangères",
            "deputy_minister",
            ("PRT",),
        ),
        ("le chancelier allemand", "chancelier allemand", "head_of_government", ("DEU",)),
        ("le chancelier cubain", "chancelier cubain", "foreign_minister", ("CUB",)),
        (
            "l'ambassadeur extraordinaire et plénipotentiaire de la République de Guinée auprès de la République tunisienne",
            "ambassadeur extraordinaire et plénipotentiaire de la République de Guinée auprès de la République tunisienne",
            "ambassador",
            ("GIN",),
        ),
        ("le président de la République centrafricaine", "président de la République centrafricaine", "head_of_state", ("CAF",)),
        ("le président de l'Assemblée nationale du Laos", "président de l'Assemblée nationale du Laos", "parliament_speaker", ("LAO",)),
        (
            "la haute représentante de l'Union européenne pour les affaires étrangères",
            "haute représentante de l'Union européenne pour les affaires étrangères",
            "official",
            (),
        ),
        ("le Souverain pontife", "Souverain pontife", "head_of_state", ("VAT",)),
        ("le chef de la diplomatie slovaque", "chef de la diplomatie slovaque", "foreign_minister", ("SVK",)),
        (
            "le vice-ministre vietnamien des Affaires étrangères",
            "vice-ministre vietnamien des Affaires étrangères",
            "deputy_minister",
            ("VNM",),
        ),
        ("le chef de l’Etat", "chef de l’Etat", "head_of_state", ()),
    ],
)
def test_title(text: str, words: str, office: str, states: tuple[str, ...]) -> None:
    title, written = title_of(text)
    assert (written, title.office(), title.states) == (words, office, states)


def test_an_organisations_president_is_an_official() -> None:
    title, _ = title_of("le président de la Commission de l'Union africaine")
    assert (title.office(), title.organisation) == ("official", "org:AU")


def test_where_an_ambassador_is_posted_is_not_whose_the_ambassador_is() -> None:
    title, _ = title_of("l'ambassadeur du Sénégal en France")
    assert (title.states, title.abroad) == (("SEN",), ("FRA",))


def test_a_former_office() -> None:
    title, _ = title_of("le président déchu du Niger")
    assert title.former
