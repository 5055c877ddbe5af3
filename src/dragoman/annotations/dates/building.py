"""What a builder of dates is given, and the list of builders that the lexicon's rules may name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from dragoman.annotations.dates.context import Context
from dragoman.annotations.dates.lexicon import Word
from dragoman.annotations.dates.publication import When

_COUNTING = ("number", "numeral", "ordinal", "figure", "one", "year")


@dataclass(frozen=True, slots=True)
class Found:
    """The words that a rule matched, the rule's arguments and the context."""

    words: tuple[Word, ...]
    text: str
    arguments: Mapping[str, Any]
    context: Context

    def values(self, *names: str) -> list[int]:
        """The values of the words of these classes, in order."""
        return [word.value for word in self.words if word.name in names and isinstance(word.value, int)]

    def first(self, *names: str) -> int | None:
        """The value of the first word of these classes."""
        return next(iter(self.values(*names)), None)

    def word(self, *names: str) -> str | None:
        """The value of the first word of these classes, where it is a word of the engine."""
        return next((word.value for word in self.words if word.name in names and isinstance(word.value, str)), None)

    def has(self, *names: str) -> bool:
        """Whether a word of one of these classes is there."""
        return any(word.name in names for word in self.words)

    @property
    def unit(self) -> str | None:
        """The unit named: `day`, `week`, `month` or `year`."""
        return self.word("day_word", "week", "month_unit", "year_unit")

    @property
    def months(self) -> list[int]:
        """The months named."""
        return self.values("month", "month_short")

    @property
    def weekdays(self) -> list[int]:
        """The weekdays named, Monday 0."""
        return self.values("weekday", "weekday_short")

    @property
    def years(self) -> list[int]:
        """The years in four digits."""
        return self.values("year")

    @property
    def counts(self) -> list[int]:
        """The numbers, in digits or words; `sept` counts where no other number is there."""
        plain = [word.value for word in self.words if word.name in _COUNTING and isinstance(word.value, int)]
        return plain or [word.count for word in self.words if word.count is not None]

    def parts(self, *links: str) -> list[Found]:
        """The match cut at every word of these classes."""
        pieces: list[list[Word]] = [[]]
        for word in self.words:
            if word.name in links:
                pieces.append([])
            else:
                pieces[-1].append(word)
        return [Found(tuple(piece), self.text, self.arguments, self.context) for piece in pieces]


Builder = Callable[[Found], When | None]
"""Makes the date; None where the words are no date after all, so that a shorter rule may have them."""

BUILDERS: dict[str, Builder] = {}
"""By the name that the lexicon uses."""


def builder(name: str) -> Callable[[Builder], Builder]:
    """Puts a function on the list of builders under a name."""

    def register(function: Builder) -> Builder:
        BUILDERS[name] = function
        return function

    return register
