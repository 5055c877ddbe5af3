"""Whether a document can tell of acts between states, and who can act for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_drafts import made

from dragoman.annotations.mentions import Cast, DocumentActor, OfficeHeld
from dragoman.flow import read
from dragoman.reading.annotated import Annotated, annotate
from dragoman.reading.plausibility import Plausibility, is_ordinary_news, ordinary_fields
from dragoman.reading.reader import make_document

CAST = Cast(
    {
        a.id: a
        for a in (
            DocumentActor("MLI", "country", "Mali"),
            DocumentActor("org:UN", "organisation", "ONU"),
            DocumentActor("per:mori@JPN", "person", "Kenji Mori", "JPN", (OfficeHeld("ambassador", 0, 5, "JPN"),)),
            DocumentActor("per:diallo@", "person", "Awa Diallo"),
        )
    }
)


@pytest.mark.parametrize(("actor", "can"), [("MLI", True), ("org:UN", True), ("per:mori@JPN", True), ("per:diallo@", False), ("TCD", True)])
def test_who_can_act_for_a_side(actor: str, can: bool) -> None:
    assert Plausibility(CAST).represents(actor) is can


def test_one_who_represents_is_enough_and_an_act_without_anybody_waits() -> None:
    judge = Plausibility(CAST)
    assert judge.is_plausible(made("meeting", ("agent", "MLI"), ("counterpart", "per:diallo@")))
    assert not judge.is_plausible(made("meeting", ("agent", "per:diallo@")))
    assert judge.is_plausible(made("cooperation"))


@pytest.mark.parametrize(
    ("text", "ordinary"),
    [
        ("Le président du Mali a reçu à Bamako l'ambassadeur du Japon.", False),
        ("Le ministre malien des Affaires étrangères s'est rendu au Japon.", False),
        ("Le maire a inauguré hier la nouvelle piscine de la commune.", True),
        (
            "Le Mali a battu le Japon deux buts à un en match amical. L'entraîneur du Mali a félicité ses joueurs, dont l'attaquant, "
            "auteur d'un but, pour ce championnat ; le gardien du Japon a encaissé un penalty en finale de la coupe.",
            True,
        ),
    ],
)
def test_ordinary_news(text: str, ordinary: bool) -> None:
    item = annotate(make_document(text, published="2024-05-16", language="fr"))
    assert isinstance(item, Annotated)
    assert item.ordinary is ordinary
    if ordinary:
        assert read(text, published="2024-05-16", language="fr").acts == ()


@given(st.text(max_size=200))
def test_noise_without_anybody_is_ordinary(text: str) -> None:
    assert is_ordinary_news(text, Cast(), "fr")


def test_the_fields_are_told_apart_by_their_words() -> None:
    fields = ordinary_fields("fr")
    assert fields and all(p.pattern for p in fields.values())
