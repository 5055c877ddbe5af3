"""Finite verbs that the parser takes for something else."""

from __future__ import annotations

import pytest

from dragoman.grammar.finite import free_verbs
from dragoman.grammar.syntax import load_syntax
from dragoman.reading.pipeline import load_pipeline


@pytest.mark.parametrize(
    ("text", "verb", "lemma", "subject"),
    [
        ("La France expulse deux diplomates russes.", "expulse", "expulser", "France"),
        ("La France ferme le ministère.", "ferme", "fermer", "France"),
        ("Le ministère ferme ses portes.", "ferme", "fermer", "ministère"),
        ("La France renoue avec Israël.", "renoue", "renouer", "France"),
    ],
)
def test_short_headlines_have_a_verb_with_a_subject(text: str, verb: str, lemma: str, subject: str) -> None:
    doc = load_pipeline("fr")(text)
    free_verbs(doc, load_syntax("fr"))
    token = next(t for t in doc if t.lower_ == verb)
    assert (token.pos_, token.lemma_) == ("VERB", lemma)
    assert [c.text for c in token.children if c.dep_ == "nsubj"] == [subject]


def test_a_future_is_read_by_its_ending() -> None:
    doc = load_pipeline("fr")("La France votera pour le candidat de la France.")
    free_verbs(doc, load_syntax("fr"))
    assert next(t for t in doc if t.lower_ == "votera").morph.get("Tense") == ["Fut"]
