from __future__ import annotations

from dragoman.flow import reader
from dragoman.reading.missed import MissedPredicate, missed_predicates
from dragoman.reading.reader import make_document


def missed(*texts: str) -> list[MissedPredicate]:
    return missed_predicates(reader(), [make_document(t, published="2024-05-16", language="fr") for t in texts])


def test_a_verb_between_two_actors_that_no_frame_knows() -> None:
    (row,) = missed("Le Portugal a photographié le Mozambique.", "Le Chili a photographié le Pérou. Le Pérou a photographié le Portugal.")
    assert (row.words, row.kind, row.count, row.documents, row.known) == ("photographier", "verb", 3, 2, 0)
    assert row.slots == ("subject", "object")
    assert row.example == "Le Chili a photographié le Pérou."


def test_a_noun_between_two_actors() -> None:
    rows = missed("La rivalité entre le Portugal et le Chili est ancienne.")
    assert [(r.words, r.kind, r.slots) for r in rows] == [("rivalité", "noun", ("entre",))]


def test_what_a_frame_took_is_not_missed() -> None:
    assert missed("Le Portugal a condamné l'attentat commis au Chili. Le président du Chili a reçu l'ambassadeur du Pérou.") == []


def test_what_has_one_actor_is_not_missed() -> None:
    assert missed("Le Portugal a photographié la lune.") == []
