"""The repaired view of a document's text, over an untouched original."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.span import Span


@dataclass(frozen=True, slots=True)
class RepairedText:
    """A text that a parser can read, with the way back to the text as it was handed in.

    `origins` has one entry more than `text` has code points: `origins[i]` is the offset in `original` where the repaired code point `i`
    comes from, and the last entry is `len(original)`. It never decreases. A character that a repair inserted has the origin of what
    follows it; characters that a repair dropped lie between two neighbours' origins. `widths` tells of the repaired code points that do
    not stand for exactly one of the original how many they stand for: 2 for an `é` read from `Ã©`, 0 for an inserted space.
    """

    original: str
    text: str
    origins: Sequence[int]
    widths: Mapping[int, int] = field(default_factory=dict)

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The offsets in the original of a non-empty stretch of the repaired text."""
        first = self.origins[start]
        last = self.origins[end - 1] + self.widths.get(end - 1, 1)
        return first, min(max(last, first + 1), max(len(self.original), first))

    def span(self, start: int, end: int) -> Span:
        """The citation of a stretch of the repaired text: offsets and words of the original."""
        first, last = self.original_span(start, end)
        return Span(first, last, self.original[first:last])
