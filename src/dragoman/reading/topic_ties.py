"""How a topic's words hang on an act's cue, by the markers between them: `lexicon/fr/topic_markers.csv`."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

from dragoman.annotations.table import rows
from dragoman.grammar.engine import Telling
from dragoman.reading.folded import FoldedText, folded_text
from dragoman.reading.topic_words import NONE, Hit, function_words, words_of

GOVERNED, NEAR = 1, 2
ADJACENT_CHARACTERS = 25
NEAR_CHARACTERS = 60
FARTHEST_CHARACTERS = 500
TITLE_CHARACTERS = 60
MOST_WORDS_BETWEEN = 2
"""Content words that may stand between a cue and the noun that carries it on (`renforcer davantage la coopération`)."""

GATHERINGS = frozenset(("meeting", "visit", "call", "conference"))
"""Types of act that may be for a purpose: what stands behind `pour` is what they are about."""
STRICT = GATHERINGS | {
    "message",
    "condolence",
    "congratulation",
    "credentials",
    "appointment",
    "invitation",
    "recall",
    "expulsion",
    "protest",
    "mission",
}
"""Types of act that say what they are about by a marker, or not at all."""

OPENING = ("about", "near", "domain", "purpose")
"""Kinds of marker that open what an act is about."""

AGENDA, TEXTS = "agenda", "texts"
"""The kinds of marker that open what talks, and what texts signed, were about in a sentence of its own."""

_SENTENCE_END = re.compile(r"[.;!?…](?=\s|$)")
_WORD = re.compile(r"[^\W_]+'?")


class Mark(NamedTuple):
    """A marker in a folded text."""

    start: int
    end: int
    kind: str


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], dict[str, tuple[str, ...]]], ...]:
    """The expressions for the markers, those that a sentence of its own needs apart: they run over the markers in them."""
    kinds: dict[str, dict[str, list[str]]] = {AGENDA: {}, TEXTS: {}, "": {}}
    for row in rows("topic_markers"):
        if row["kind"] not in ("function", "opens", "joins"):
            kinds[row["kind"] if row["kind"] in kinds else ""].setdefault(folded_text(row["phrase"]).folded, []).append(row["kind"])
    return tuple(
        (re.compile("|".join(map(_whole, sorted(found, key=len, reverse=True)))), {p: tuple(k) for p, k in found.items()})
        for found in kinds.values()
    )


def _whole(phrase: str) -> str:
    """The expression for a phrase that stands as whole words."""
    return ("\\b" if phrase[0].isalnum() else "") + re.escape(phrase) + ("\\b" if phrase[-1].isalnum() else "")


@lru_cache(maxsize=256)
def marks(folded: str) -> tuple[Mark, ...]:
    """The markers of a folded text, in order; the end of a sentence is a break."""
    found = [
        Mark(m.start(), m.end(), kind) for pattern, kinds in _patterns() for m in pattern.finditer(folded) for kind in kinds[m.group()]
    ]
    found.extend(Mark(m.start(), m.end(), "break") for m in _SENTENCE_END.finditer(folded))
    return tuple(sorted(found))


@dataclass(slots=True)
class Ties:
    """The ties of one telling; hits are asked for in text order, since a list goes on from the hit before."""

    view: FoldedText
    marks: tuple[Mark, ...]
    telling: Telling
    hits: tuple[Hit, ...]
    cues: list[tuple[int, int]] = field(init=False)
    parts: list[tuple[int, int]] = field(init=False)
    last: int = -1

    def __post_init__(self) -> None:
        low = self.telling.scope[0]
        self.cues = sorted(self._range(start - low, end - low) for start, end in self.telling.cue)
        self.parts = [self._range(p.reference.at[0] - low, p.reference.at[1] - low) for p in self.telling.parts]

    def _range(self, start: int, end: int) -> tuple[int, int]:
        return self.view.index(start), self.view.index(end)

    @property
    def act(self) -> str:
        """The type of the act."""
        return self.telling.frame.act

    def tie(self, hit: Hit) -> int | None:
        """How a hit is tied to the act: `GOVERNED`, `NEAR`, or None for not at all."""
        if all(e.topic == NONE for e in hit.entries) or not self.cues:
            return None
        if any(start < hit.end and hit.start < end for start, end in self.cues):
            return self._taken(hit, GOVERNED)
        if any(start <= hit.start and hit.end <= end for start, end in self.parts) or in_title(self.view, self.marks, self.hits, hit):
            return None
        if hit.end <= self.cues[0][0]:
            return self._before(hit)
        return self._taken(hit, self._behind(hit))

    def _taken(self, hit: Hit, tie: int | None) -> int | None:
        if tie is not None:
            self.last = hit.end
        return tie

    def _kinds(self, start: int, end: int, *kinds: str) -> list[Mark]:
        low = bisect_left(self.marks, (start,))
        return [m for m in self.marks[low : bisect_left(self.marks, (end,), low)] if m.end <= end and m.kind in kinds]

    def _behind(self, hit: Hit) -> int | None:
        anchor = max(end for _, end in self.cues if end <= hit.start) if self.cues[0][1] <= hit.start else self.cues[0][1]
        if hit.start - anchor > FARTHEST_CHARACTERS or self._kinds(anchor, hit.start, "break"):
            return None
        foreign = self._foreign_bearer(anchor, hit.start)
        if any(self._opens(mark, anchor, foreign) for mark in self._kinds(anchor, hit.start, *OPENING)):
            return GOVERNED
        if foreign is not None:
            return None
        gap = hit.start - max(anchor, self.last)
        if self.act in STRICT:
            return GOVERNED if (self.telling.noun or len(self.cues) > 1) and gap <= ADJACENT_CHARACTERS else None
        if gap <= ADJACENT_CHARACTERS:
            return GOVERNED
        return NEAR if gap <= NEAR_CHARACTERS and "," not in self.view.folded[hit.start - gap : hit.start] else None

    def _opens(self, mark: Mark, anchor: int, foreign: int | None) -> bool:
        """Whether what stands behind a marker is what the act is about: a bare preposition must stand in the cue's own clause."""
        if foreign is not None and (mark.end > foreign or mark.kind == "domain"):
            return False
        if mark.kind in ("near", "purpose") and self.view.folded.count(",", anchor, mark.start) % 2:
            return False
        return mark.kind != "purpose" or self.act in GATHERINGS

    def _foreign_bearer(self, anchor: int, end: int) -> int | None:
        """Where the first noun stands that has topics of its own and does not carry the cue on (`un accord de coopération` does)."""
        for mark in self._kinds(anchor, end, "bearer"):
            between = self.view.folded[anchor : mark.start]
            words = [w for w in _WORD.findall(between) if w not in function_words()]
            if "," in between or len(words) > MOST_WORDS_BETWEEN:
                return mark.start
            anchor = mark.end
        return None

    def _before(self, hit: Hit) -> int | None:
        cue = self.cues[0][0]
        if cue - hit.end > FARTHEST_CHARACTERS:
            return None
        lefts = self._kinds(hit.end, cue, "left")
        if lefts and cue - lefts[-1].end <= ADJACENT_CHARACTERS and not self._kinds(hit.end, cue, "break"):
            return GOVERNED
        start = max((m.end for m in self._kinds(0, hit.start, "break")), default=0)
        first = next(iter(self._kinds(start, hit.start, "fronted")), None)
        if first is not None and not self.view.folded[start : first.start].strip(' ,"«»“”'):
            return None if self._kinds(hit.end, cue, "break") else GOVERNED
        return None


def in_title(view: FoldedText, found: Sequence[Mark], hits: tuple[Hit, ...], hit: Hit) -> bool:
    """Whether a hit is part of an office (`le ministre algérien de la Défense`): small words, topics and capitals lead to it."""
    starts = [m.end for m in found if m.kind == "title" and hit.start - TITLE_CHARACTERS <= m.start and m.end <= hit.start]
    if not starts:
        return False
    start = starts[-1]
    words = [(m.start() + start, m.end() + start) for m in _WORD.finditer(view.folded[start : hit.start])]
    opening = next((i for i, word in enumerate(words[:2]) if view.folded[slice(*word)] in words_of("opens")), None)
    if opening is None or (opening == 1 and _is_capital(view, words[0])):
        return False
    return all(_leads_on(view, hits, word) for word in words[opening:])


def _is_capital(view: FoldedText, word: tuple[int, int]) -> bool:
    return view.text[view.origins[word[0]]].isupper()


def _leads_on(view: FoldedText, hits: tuple[Hit, ...], word: tuple[int, int]) -> bool:
    if view.folded[slice(*word)] in words_of("opens", "joins") or _is_capital(view, word):
        return True
    at = bisect_right(hits, word[0], key=lambda h: h.start)
    return at > 0 and word[1] <= hits[at - 1].end
