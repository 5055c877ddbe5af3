"""Whether a stretch of text has a word that may tell of an act, told without a parse: by how the forms of the frames' words begin."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.annotations.folding import fold_text

SHORTEST = 4
"""Of a regular word at least this many letters are kept; shorter stems stand in `stems.yaml`."""


@cache
def irregular_stems(language: str) -> dict[str, tuple[str, ...]]:
    """The stems of words that do not begin like their lemma: `lexicon/<language>/stems.yaml`."""
    data = files("dragoman").joinpath(f"lexicon/{language}/stems.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=dict[str, tuple[str, ...]])


def stems(lemma: str, irregular: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    """How the forms of a lemma begin, folded."""
    if lemma in irregular:
        return irregular[lemma]
    plain = fold_text(lemma)
    return (plain[: max(SHORTEST, len(plain) - 2)],)


class Triggers:
    """Finds words that may tell of an act.

    Of every frame one set of words is looked for without which it tells nothing: the rarest-looking.
    """

    def __init__(self, frames: Iterable[Iterable[Iterable[str]]], language: str) -> None:
        irregular = irregular_stems(language)
        every: set[str] = set()
        for sets in frames:
            choices = [{s for word in words for s in stems(word, irregular)} for words in sets]
            every |= max(choices, key=lambda c: (min(map(len, c)), -len(c)))
        shortest = sorted(s for s in every if not any(s != t and s.startswith(t) and len(t) >= SHORTEST for t in every))
        self._pattern = re.compile(r"\b(?:" + "|".join(re.escape(s) + ("" if len(s) >= SHORTEST else r"\w?\b") for s in shortest) + ")")

    def __contains__(self, text: str) -> bool:
        """Whether the text has such a word."""
        return self._pattern.search(fold_text(text)) is not None
