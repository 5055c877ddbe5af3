"""Presents of the first conjugation, which the parser often takes for nouns, adverbs or other moods: told by their endings."""

from __future__ import annotations

from spacy.tokens import Token

from dragoman.grammar.syntax import Syntax

PRESENT = "Mood=Ind|Tense=Pres|VerbForm=Fin"


def infinitive_of(token: Token, syntax: Syntax) -> str | None:
    """The infinitive of which a word, by its ending, would be the present; None where no ending fits."""
    written = token.lower_
    return next((written.removesuffix(e) + i for e, i in syntax.present_endings.items() if written.endswith(e)), None)


def is_present(token: Token, syntax: Syntax) -> bool:
    """Whether a verb is written as its present, whatever the parser says of its form."""
    return infinitive_of(token, syntax) == token.lemma_.lower()


def make_present(token: Token) -> None:
    """Give a token the form of a present of the indicative."""
    token.set_morph(PRESENT)  # type: ignore[attr-defined]
