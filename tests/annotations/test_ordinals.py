from __future__ import annotations

import pytest
from casts import actors, told

RECEIVED = (
    "Le ministre cubain Ernesto Villar a reçu l'ambassadrice de Chine, Zhao Mei, et l'ambassadeur de Bolivie, Wilfredo Quiroga. "
    "La première lui a remis ses lettres de créance, le second a pris congé."
)


@pytest.mark.parametrize(("words", "meant"), [("La première", ("per:zhao@CHN",)), ("le second", ("per:quiroga@BOL",))])
def test_an_ordinal_is_one_of_two_named_together(words: str, meant: tuple[str, ...]) -> None:
    assert actors(RECEIVED, words) == meant


def test_an_ordinal_before_a_noun_is_nobody() -> None:
    assert "Le premier" not in dict(told("Le président kényan Peter Otieno a vu le Ghanéen Kofi Mensah. Le premier tour est clos."))
