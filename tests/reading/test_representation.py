"""On whose behalf participants act."""

from __future__ import annotations

import pytest
from made_drafts import made, roles

from dragoman.annotations.mentions import Cast, DocumentActor, Mention
from dragoman.flow import read
from dragoman.reading.representation import represent

ENVOY, CHIEF, HOST = "per:diarra@MLI", "per:keita@MLI", "per:mori@JPN"
CAST = Cast({}, (Mention(0, 5, "person", (ENVOY,), on_behalf_of=CHIEF),))


def test_an_envoy_acts_for_the_principal_all_through() -> None:
    meeting = made("meeting", ("agent", HOST), ("counterpart", ENVOY))
    represent([meeting], CAST)
    assert roles(meeting) == {f"agent={HOST}", f"counterpart={ENVOY}", f"principal={CHIEF}"}
    assert [p.on_behalf_of for p in meeting.participants if p.actor == ENVOY] == [CHIEF]


def test_nobody_acts_for_who_is_there() -> None:
    meeting = made("meeting", ("agent", CHIEF), ("counterpart", HOST), ("attendee", ENVOY))
    represent([meeting], CAST)
    assert all(p.on_behalf_of is None for p in meeting.participants)


def test_the_bearer_of_a_message_acts_for_its_author() -> None:
    message = made("message", ("agent", CHIEF), ("envoy", ENVOY), ("counterpart", HOST))
    represent([message], Cast())
    assert [p.on_behalf_of for p in message.participants] == [None, CHIEF, None]


@pytest.mark.parametrize("kind", ["condemnation", "agreement"])
def test_an_envoy_s_own_opinion_is_not_the_principal_s(kind: str) -> None:
    act = made(kind, ("agent", ENVOY), ("counterpart", HOST))  # type: ignore[arg-type]
    represent([act], CAST)
    assert all(p.on_behalf_of is None for p in act.participants)


def test_a_letter_handed_over_is_its_author_s() -> None:
    text = "Le ministre malien des Affaires étrangères a remis à Tokyo un message du président du Mali au président du Japon."
    (message,) = (a for a in read(text, published="2024-05-16").acts if a.type == "message")
    found = {(p.role, p.actor, p.on_behalf_of) for p in message.participants}
    assert ("agent", "per:head_of_state@MLI", None) in found
    assert ("envoy", "per:foreign_minister@MLI", "per:head_of_state@MLI") in found


def test_who_bears_a_letter_acts_for_its_author_in_the_audience() -> None:
    meeting = made("meeting", ("agent", HOST), ("counterpart", ENVOY))
    message = made("message", ("agent", CHIEF), ("envoy", ENVOY), ("counterpart", HOST))
    message.form, message.within = "letter", meeting
    actors = {a: DocumentActor(a, "person", a, country="MLI") for a in (ENVOY, CHIEF)}
    represent([meeting, message], Cast(actors))
    assert [p.on_behalf_of for p in meeting.participants if p.actor == ENVOY] == [CHIEF]


def test_who_speaks_in_the_name_of_another_acts_for_it() -> None:
    text = "S'exprimant au nom de l'Union africaine, le président malien, Oumar Diarra, a condamné l'attaque du Japon."
    act = next(a for a in read(text, language="fr").acts if a.type == "condemnation")
    assert [p.on_behalf_of for p in act.participants if p.role == "agent"] == ["org:AU"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param(
            "Le Chili, par la voix de son ministre des Affaires étrangères, Luis Soto, a appelé le Pérou à la retenue.",
            ("agent", "per:soto@CHL", None),
            id="voice",
        ),
        pytest.param(
            "La Ligue arabe, par la voix de son secrétaire général, Sami Haddad, a appelé le Soudan à la retenue.",
            ("agent", "per:haddad@org:Arab_League", None),
            id="an organisation's voice",
        ),
        pytest.param(
            "Les chefs d'État de la Cédéao se sont réunis en sommet à Abuja. Le Ghana était représenté par son ministre, Kofi Mensah.",
            ("party", "per:mensah@GHA", "GHA"),
            id="represented",
        ),
        pytest.param(
            "Le président béninois, Paul Dossou, a dépêché hier à Niamey son ministre de l'Intérieur, Jean Houngbo.",
            ("agent", "per:houngbo@BEN", "per:dossou@BEN"),
            id="sent",
        ),
        pytest.param(
            "SM le Roi Mohammed VI a reçu le ministre ghanéen de l'Énergie, Kofi Mensah, porteur d'un message du président ghanéen.",
            ("counterpart", "per:mensah@GHA", "per:head_of_state@GHA"),
            id="bearer received",
        ),
    ],
)
def test_through_whom_a_side_acts(text: str, who: tuple[str, str, str | None]) -> None:
    found = read(text, published="2024-05-16", language="fr")
    assert who in [(p.role, p.actor, p.on_behalf_of) for a in found.acts for p in a.participants]
