"""What the parser is known to mistake, set right in its document before frames are asked."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.grammar.finite import free_verbs
from dragoman.grammar.pairing import join_pairs
from dragoman.grammar.syntax import Syntax


def mend(doc: Doc, syntax: Syntax) -> None:
    """Make verbs of participles that the parser calls nouns or adjectives though it gives them an auxiliary (`a téléphoné`); join pairs."""
    for token in doc:
        if token.pos_ in ("NOUN", "ADJ", "PROPN") and any(c.dep_ == "aux:tense" for c in token.children):
            _make_participle(token, syntax)
    free_verbs(doc, syntax)
    join_pairs(doc, syntax)


def _make_participle(token: Token, syntax: Syntax) -> None:
    for ending in sorted(syntax.participle_endings, key=len, reverse=True):
        if token.lower_.endswith(ending):
            token.lemma_ = token.lower_.removesuffix(ending) + syntax.participle_endings[ending]
            token.pos_ = "VERB"
            token.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]
            return
