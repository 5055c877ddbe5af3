"""What an act is about, by the words around its cue."""

from __future__ import annotations

from dragoman.grammar.engine import Telling

Range = tuple[int, int]


def topics(text: str, telling: Telling) -> tuple[tuple[str, ...], tuple[Range, ...]]:
    """The topics of an act, and the words that tell them."""
    return (), ()
