"""What a nominal is to its governor."""

from __future__ import annotations

import pytest
from clauses import sentence

from dragoman.flow import reader
from dragoman.grammar.complements import clause_verb, conjunct_head, is_passive, preposition_of


@pytest.mark.parametrize(
    ("text", "word", "preposition"),
    [
        ("La lettre a été remise lors de la rencontre.", "rencontre", "lors de"),
        ("Le message parle du sommet.", "sommet", "de"),
        ("Un accord est né à l'issue des négociations.", "négociations", "à l'issue de"),
        ("Les délégués ont quitté la salle.", "salle", None),
    ],
)
def test_a_preposition_may_be_several_words(text: str, word: str, preposition: str | None) -> None:
    found = preposition_of(sentence(text).token(word), reader().syntax)
    assert (found[0] if found is not None else None) == preposition


@pytest.mark.parametrize(
    ("text", "verb", "passive"),
    [
        ("L'ambassadeur du Japon a été reçu par le président du Mali.", "reçu", True),
        ("Le président du Mali a reçu l'ambassadeur du Japon.", "reçu", False),
        ("Le président du Mali est arrivé au Japon.", "arrivé", False),
        ("L'accord signé par le Mali entre en vigueur.", "signé", True),
    ],
)
def test_voice(text: str, verb: str, passive: bool) -> None:
    assert is_passive(sentence(text).token(verb), reader().syntax) is passive


@pytest.mark.parametrize(
    ("text", "verb", "slot", "fillers"),
    [
        ("Le Mali a reçu le Japon.", "reçu", "subject", ["MLI"]),
        ("Le Mali a reçu le Japon.", "reçu", "object", ["JPN"]),
        ("Le Japon a été reçu par le Mali.", "reçu", "subject", ["MLI"]),
        ("Le Japon a été reçu par le Mali.", "reçu", "object", ["JPN"]),
        ("Le Mali a téléphoné au Japon.", "téléphoné", "to", ["JPN"]),
        ("Le Mali s'est entretenu avec le Japon.", "entretenu", "with", ["JPN"]),
        ("Le Mali s'est entretenu avec le Japon et avec le Kenya.", "entretenu", "with", ["JPN", "KEN"]),
    ],
)
def test_slots_of_a_verb(text: str, verb: str, slot: str, fillers: list[str]) -> None:
    assert sentence(text).slot(verb, slot) == fillers


def test_a_conjunct_leads_to_the_first_of_its_row() -> None:
    found = sentence("Le Mali a salué le Japon, le Kenya et le Ghana.")
    last = next(t for t in found.parsed.doc if found.actors(t) == ("GHA",))
    assert found.actors(conjunct_head(last)) == ("JPN",)


def test_the_verb_of_a_clause_is_found_through_nouns() -> None:
    found = sentence("Le Mali salue les efforts de la présidence du Mouvement des non-alignés.")
    verb = clause_verb(found.token("présidence"))
    assert verb is not None and verb.lemma_ == "saluer"
    assert clause_verb(sentence("Visite du président du Mali au Japon.").token("Visite")) is None
