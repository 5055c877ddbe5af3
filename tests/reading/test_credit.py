"""Whose the act is that somebody is thanked for."""

from __future__ import annotations

from dragoman.flow import read


def mediators(text: str) -> set[str]:
    acts = read(text, published="2024-05-16", language="fr").acts
    return {p.actor for a in acts if a.type == "mediation" for p in a.participants if p.role == "agent"}


def test_the_one_thanked_for_a_mediation_led_it() -> None:
    assert mediators(
        "Le ministre burundais des Affaires étrangères a remercié la Tanzanie pour sa médiation entre le Rwanda et l'Ouganda."
    ) == {"TZA"}


def test_without_thanks_a_possessive_means_the_subject() -> None:
    assert mediators("La Tanzanie a proposé sa médiation entre le Rwanda et l'Ouganda.") == {"TZA"}
