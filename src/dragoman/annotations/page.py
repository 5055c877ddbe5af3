"""A text as the annotators look at it: words and signs in order, with the names of states, organisations and places over them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from dragoman.annotations.folding import fold
from dragoman.annotations.gazetteer import NameMatch
from dragoman.annotations.mentions import PlaceMention

_WORD = re.compile(
    r"(?:[A-ZÀ-Þ]\.){2,}(?:M(?:me)?\b\.?)?"
    r"|(?:MM?|Mme|Mlle|Mgr|Mr|Dr|Pr|SEM)\.(?!\w)"
    r"|[A-ZÀ-Þ]\.(?=[ \u00a0-]?[A-ZÀ-Þ])"
    r"|[NMOKTB]['’ʼ](?=[A-ZÀ-Þ])\w+(?:['’ʼ-]\w+)*"
    r"|(?:[cdjlmnstCDJLMNST]|(?:[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu))['’ʼ]"
    r"|[Ee][xX]-(?=\w)"
    r"|\w+(?:['’ʼ-]\w+)*"
    r"|\n"
    r"|[^\w\s]"
)
_PARTICLE = re.compile(r"(?:a[dlnrstz]|ash|e[dlnrsz]|ben|bin|ibn|abd|ould)[-'’][A-ZÀ-Þ]")
_LONGEST_SENTENCE = 250
"""Words of a sentence beyond which it is no sentence: what looks farther would take too long on hostile input."""
_SEAM = re.compile(r"[^\w\n]{0,12}")
SENTENCE_END = frozenset({".", "!", "?", "…", ";", "\n"})
QUOTES = frozenset({'"', "«", "»", "“", "”"})


@dataclass(slots=True)
class Page:
    """The words and signs of a text, by index; a line break is a word of its own, and nothing reads across it.

    `name` and `place` hold for every word the match that covers it, or None.
    """

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    folded: list[str]
    name: list[NameMatch | None]
    place: list[PlaceMention | None]
    capital: list[bool]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, i: int) -> str:
        """The folded word at an index, the empty string beyond the ends."""
        return self.folded[i] if 0 <= i < len(self.folded) else ""

    def starts_upper(self, i: int) -> bool:
        """Whether the word at an index begins with a capital letter."""
        return 0 <= i < len(self.capital) and self.capital[i]

    def name_end(self, i: int) -> int:
        """The index behind the last word of the name that covers the word at `i`."""
        match, j = self.name[i], i
        while match is not None and j < len(self.words) and self.name[j] is match:
            j += 1
        return max(j, i + 1)

    def place_end(self, i: int) -> int:
        """The index behind the last word of the place that covers the word at `i`."""
        match, j = self.place[i], i
        while match is not None and j < len(self.words) and self.place[j] is match:
            j += 1
        return max(j, i + 1)

    def begins_sentence(self, i: int) -> bool:
        """Whether the word at an index is the first of a sentence, quotation marks and dashes aside."""
        j = i - 1
        while j >= 0 and (self.words[j] in QUOTES or self.words[j] in "-–—•([*"):
            j -= 1
        return j < 0 or self.words[j] in SENTENCE_END

    def sentence_start(self, i: int) -> int:
        """The index of the first word of the sentence that holds the word at `i`."""
        j, farthest = i, max(0, i - _LONGEST_SENTENCE)
        while j > farthest and self.words[j - 1] not in SENTENCE_END:
            j -= 1
        return j

    def paragraph_start(self, i: int) -> int:
        """The index of the first word of the line that holds the word at `i`."""
        j, farthest = i, max(0, i - _LONGEST_SENTENCE)
        while j > farthest and self.words[j - 1] != "\n":
            j -= 1
        return j

    def sentence_end(self, i: int) -> int:
        """The index behind the last word of the sentence that holds the word at `i`."""
        j, farthest = i, min(len(self.words), i + _LONGEST_SENTENCE)
        while j < farthest and self.words[j] not in SENTENCE_END:
            j += 1
        return j


def read_page(text: str, names: Sequence[NameMatch], places: Sequence[PlaceMention], ranges: Sequence[tuple[int, int]] = ()) -> Page:
    """Cut a text into words and lay the names and places over them; outside `ranges`, where given, nothing is read but line breaks."""
    found = [m for start, end in _stretches(text, ranges) for m in _pieces(text, start, end)]
    words = [m[0] for m in found]
    starts = [m[1] for m in found]
    page = Page(
        text=text,
        words=words,
        starts=starts,
        ends=[start + len(word) for word, start in zip(words, starts)],
        folded=[fold(word) for word in words],
        name=[None] * len(words),
        place=[None] * len(words),
        capital=[word[0].isupper() or _PARTICLE.match(word) is not None for word in words],
    )
    _lay(page, page.name, names)
    _lay(page, page.place, places)
    return page


def _stretches(text: str, ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The ranges in order, those that only quotation marks, commas and spaces part made one."""
    if not ranges:
        return [(0, len(text))]
    stretches: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if stretches and _SEAM.fullmatch(text, stretches[-1][1], max(start, stretches[-1][1])):
            stretches[-1] = (stretches[-1][0], max(end, stretches[-1][1]))
        else:
            stretches.append((start, end))
    return stretches


def _pieces(text: str, start: int, end: int) -> list[tuple[str, int]]:
    """The words of one range, with a line break behind it that ends what is read together."""
    pieces = [(m.group(), m.start()) for m in _WORD.finditer(text, start, end)]
    return [*pieces, ("\n", end)]


class _Spanning(Protocol):
    @property
    def start(self) -> int: ...

    @property
    def end(self) -> int: ...


Spanning = TypeVar("Spanning", bound=_Spanning)


def _lay(page: Page, row: list[Spanning | None], spans: Sequence[Spanning]) -> None:
    i, count = 0, len(page.words)
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        while i < count and page.ends[i] <= span.start:
            i += 1
        j = i
        while j < count and page.starts[j] < span.end:
            if page.starts[j] >= span.start and page.ends[j] <= span.end and row[j] is None and page.words[j] != "\n":
                row[j] = span
            j += 1
