"""A stretch of text as lookups compare it, with the way back."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.annotations.folding import fold


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text without accents and case: `folded[i]` stands for the code point `origins[i]` of `text`; white space is a plain space.

    `origins` has one entry more than `folded` has code points, the length of `text`.
    """

    text: str
    folded: str
    origins: tuple[int, ...]

    def origin(self, start: int, end: int) -> tuple[int, int]:
        """The range in `text` of a non-empty range of `folded`."""
        return self.origins[start], self.origins[end - 1] + 1

    def index(self, offset: int) -> int:
        """The first position in `folded` that stands for an offset in `text` or for one behind it."""
        if len(self.origins) == len(self.text) + 1:
            return min(max(offset, 0), len(self.text))
        low, high = 0, len(self.origins) - 1
        while low < high:
            middle = (low + high) // 2
            if self.origins[middle] < offset:
                low = middle + 1
            else:
                high = middle
        return low

    def is_bounded(self, start: int, end: int) -> bool:
        """Whether a range of `folded` is made of whole words."""
        return not (_is_word(self.folded, start - 1) and _is_word(self.folded, start)) and not (
            _is_word(self.folded, end - 1) and _is_word(self.folded, end)
        )


@lru_cache(maxsize=128)
def folded_text(text: str) -> FoldedText:
    """A text, folded code point by code point."""
    letters: list[str] = []
    origins: list[int] = []
    for offset, letter in enumerate(text):
        for part in _folded_letter(letter):
            letters.append(part)
            origins.append(offset)
    return FoldedText(text, "".join(letters), (*origins, len(text)))


@lru_cache(maxsize=4096)
def _folded_letter(letter: str) -> str:
    return " " if letter.isspace() else fold(letter) or letter


def _is_word(text: str, index: int) -> bool:
    return 0 <= index < len(text) and text[index].isalnum()
