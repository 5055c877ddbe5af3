"""What a date of a text leans on besides the publication: the other dates of the text.

`la veille` leans on the last full date before it, or else on the next one of its sentence; a day without a year may have the one told
earlier in the sentence; a bare weekday is the one nearest to a day that the text names, where of the publication only the month is known.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dragoman.annotations.dates.bounds import older_than_a_year
from dragoman.annotations.dates.publication import Publication, When
from dragoman.annotations.mentions import DateMention

_FULL_DATE = re.compile(r"\d{4}-\d\d-\d\d\b|\[")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_SENTENCE_END = re.compile(r"[.!?]\s+[A-ZÀ-ÖØ-Þ«“\"]|\n")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")
_SENTENCE_LIMIT = 300


class Memory:
    """The dates of a text as far as they are known: those read so far, and those that a first reading found (`ahead`).

    `asked_ahead` tells whether a date asked for a later one: then a second reading, with `ahead`, may know more.
    """

    def __init__(self, text: str, published: Publication | None, ahead: Sequence[DateMention] = ()) -> None:
        self.text = text
        self.published = published
        self.asked_ahead = False
        self._full = [m for m in ahead if m.past is not None and _FULL_DATE.match(m.past)]
        self._full_starts = [m.start for m in self._full]
        self._named = list(self._days_named(ahead))
        self._named_ends = [end for end, _ in self._named]
        self._last_full: tuple[int, When] | None = None
        self._last_year: tuple[int, int] | None = None

    def remember(self, when: When, end: int) -> None:
        """Keeps a date that was read, which ends there."""
        if when.past is not None and _FULL_DATE.match(when.past):
            self._last_full = end, when
        if when.year is not None:
            self._last_year = end, when.year

    def full_date(self, start: int, end: int) -> When | None:
        """The last full date before a stretch (not one of long ago, told in another paragraph), or else the next one in its sentence."""
        if self._last_full is not None:
            told, when = self._last_full
            old = older_than_a_year(when.past or "", None if self.published is None else self.published.lower.isoformat())
            if not old or not _PARAGRAPH.search(self.text, told, start):
                return when
        return self._full_date_after(end)

    def _full_date_after(self, end: int) -> When | None:
        self.asked_ahead = True
        place = bisect_left(self._full_starts, end)
        if place == len(self._full) or not self._same_sentence(end, self._full_starts[place]):
            return None
        return When(self._full[place].past, self._full[place].future)

    def day_named_near(self, start: int) -> date | None:
        """A day of the month of publication that the text names, the last one before or else the first."""
        self.asked_ahead = True
        place = bisect_right(self._named_ends, start)
        return self._named[max(0, place - 1)][1] if self._named else None

    def sentence_year(self, start: int) -> int | None:
        """The year told earlier in the sentence."""
        if self._last_year is None or not self._same_sentence(self._last_year[0], start):
            return None
        return self._last_year[1]

    def _same_sentence(self, end: int, start: int) -> bool:
        return start - end <= _SENTENCE_LIMIT and _SENTENCE_END.search(self.text, end, start) is None

    def _days_named(self, mentions: Sequence[DateMention]) -> list[tuple[int, date]]:
        """The ends of the mentions of an exact day within the publication's month, with the day."""
        if self.published is None or not self.published.month_known:
            return []
        days = [
            (m.end, date.fromisoformat(m.past)) for m in mentions if m.past is not None and m.past == m.future and _DAY.fullmatch(m.past)
        ]
        return [(end, day) for end, day in days if self.published.lower <= day <= self.published.upper]


@dataclass(frozen=True, slots=True)
class Context:
    """The surroundings of one date, asked for when its builder needs them."""

    memory: Memory
    start: int
    end: int

    @property
    def published(self) -> Publication | None:
        """The publication of the document."""
        return self.memory.published

    @property
    def previous(self) -> When | None:
        """The full date that `la veille` leans on."""
        return self.memory.full_date(self.start, self.end)

    @property
    def sentence_year(self) -> int | None:
        """The year told earlier in the sentence."""
        return self.memory.sentence_year(self.start)

    @property
    def near(self) -> date | None:
        """A day that the text names, where of the publication only the month is known."""
        published = self.memory.published
        return None if published is None or published.day is not None else self.memory.day_named_near(self.start)
