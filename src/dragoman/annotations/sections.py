"""The parts of a digest: lines that begin with the state they are about (`Sri Lanka – Le président a reçu ...`)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.annotations.gazetteer import NameMatch
from dragoman.annotations.mentions import PlaceMention

_LINE_HEAD = re.compile(r"(?:\A|\n)[-–—•*►>\s]{0,6}\Z")
_PARTED = re.compile(r"\s*(?::|\n)|\s+[-–—]\s+(?=[«“\"]?\s?[A-ZÀ-Þ])")
_LEAST = 2
_SHORTEST = 60
"""A part shorter than this, in code points, is a line of a list, not news of a state."""


@dataclass(frozen=True, slots=True)
class Sections:
    """Which state each part of a text is about, from a code point on; a text with fewer than two such states is no digest."""

    starts: tuple[int, ...] = ()
    states: tuple[str, ...] = ()

    def state_at(self, offset: int) -> str | None:
        """The state (alpha-3) that the part of the text around a code point is about."""
        k = bisect_right(self.starts, offset)
        return self.states[k - 1] if k else None


NO_SECTIONS = Sections()


def find_sections(text: str, names: Iterable[NameMatch], places: Sequence[PlaceMention]) -> Sections:
    """The parts of a text whose lines begin with a state, or a town for its state, before a colon, a dash or the line's end."""
    heads = [(n.start, n.end, n.ids[0]) for n in names if n.kind == "country" and len(n.ids) == 1]
    heads += [(p.start, p.end, p.country) for p in places]
    headed = sorted((start, state) for start, end, state in heads if _heads_line(text, start) and _PARTED.match(text, end))
    ends = [start for start, _ in headed[1:]] + [len(text)]
    found = [head for head, end in zip(headed, ends) if end - head[0] >= _SHORTEST]
    if len({state for _, state in found}) < _LEAST:
        return NO_SECTIONS
    return Sections(tuple(start for start, _ in found), tuple(state for _, state in found))


def _heads_line(text: str, start: int) -> bool:
    return _LINE_HEAD.search(text, max(0, start - 7), start) is not None or start == 0
