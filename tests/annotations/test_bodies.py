from __future__ import annotations

import pytest
from casts import actors, told


@pytest.mark.parametrize(
    ("text", "words", "meant"),
    [
        ("La Cédéao a condamné le putsch au Gabon. L'organisation exige des élections.", "L'organisation", ("org:ECOWAS",)),
        ("La Cédéao s'est réunie en sommet sur le Gabon. Les participants ont exigé des élections.", "Les participants", ("org:ECOWAS",)),
        ("Le sommet de la Cédéao s'est ouvert à Abuja. Les chefs d'État ont sanctionné le Gabon.", "Les chefs d'État", ("org:ECOWAS",)),
        ("L'Union européenne a parlé au Gabon. Le Conseil a prorogé les mesures.", "Le Conseil", ("org:EU",)),
    ],
)
def test_a_noun_stands_for_the_organisation_told_before(text: str, words: str, meant: tuple[str, ...]) -> None:
    assert actors(text, words) == meant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("La Cédéao a parlé au Gabon. Le Conseil national du Gabon a répondu.", "Le Conseil"),
        ("La Cédéao a parlé au Gabon. L'organisation de la fête a plu.", "L'organisation"),
        ("Le Ghana a parlé au Gabon. L'organisation a plu.", "L'organisation"),
    ],
)
def test_a_noun_with_its_own_complement_or_without_an_organisation_means_none(text: str, words: str) -> None:
    assert words not in dict(told(text))
