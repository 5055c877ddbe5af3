"""Acts of one side alone."""

from __future__ import annotations

import pytest

from dragoman.flow import read


def told(text: str) -> set[str]:
    return {a.type for a in read(text, published="2024-05-16", language="fr").acts}


@pytest.mark.parametrize(
    "text",
    [
        "Le président du Mali a reçu en audience les chefs traditionnels. Il est rentré d'Abidjan.",
        "La ministre togolaise de la Santé et les syndicats ont signé un accord. Un vol d'Accra a été annulé.",
        "Le Premier ministre ivoirien a appelé les partis au dialogue. Le congrès s'est tenu à Dakar.",
    ],
)
def test_what_a_state_does_at_home_is_no_act(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Le Mali a condamné l'attentat d'Accra.", "condemnation"),
        ("Le ministère malien des Affaires étrangères a démenti mardi avoir promis quoi que ce soit au Ghana.", "rejection"),
        ("Le président du Mali a condamné l'attaque contre le Ghana.", "condemnation"),
        ("Le ministre japonais des Affaires étrangères a été reçu au palais de Bamako.", "meeting"),
    ],
)
def test_what_it_says_to_others_is(text: str, kind: str) -> None:
    assert kind in told(text)


def test_a_host_alone_does_not_make_a_meeting_even_beside_other_acts() -> None:
    text = "Le président du Mali a reçu les chefs traditionnels. Le Mali a signé un accord avec le Japon."
    assert told(text) == {"agreement"}
