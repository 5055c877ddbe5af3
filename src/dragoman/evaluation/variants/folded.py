"""Finding words in a text whatever their accents and case, by offsets in the text as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.annotations.folding import fold as fold_letter


def _plain(char: str) -> str:
    """A letter folded; a mark that is nothing without its letter stays."""
    return fold_letter(char) or char


def fold(text: str) -> str:
    """Lower case, no accents, straight apostrophes; hyphens and spaces as they are."""
    return "".join(map(_plain, text))


@dataclass(frozen=True, slots=True)
class FoldedText:
    """A text folded, with the offset in the text of each folded character, and of its end."""

    text: str
    folded: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """Fold a text."""
        pieces = [_plain(c) for c in text]
        offsets = [i for i, piece in enumerate(pieces) for _ in piece]
        return cls(text, "".join(pieces), (*offsets, len(text)))

    def find(self, words: Iterable[str], behind_hyphen: bool = False) -> Iterator[tuple[int, int, str]]:
        """Every place where one of the folded `words` (phrases too) stands by itself, the longest at each place.

        What follows a hyphen does not stand by itself, unless `behind_hyphen` (`l'axe Alger-Dakar`).
        """
        longest_first = sorted(set(words), key=lambda w: (-len(w), w))
        if longest_first:
            joined = "|".join(re.escape(w).replace(r"\ ", r"[ \u00a0\u202f-]").replace(r"\-", r"[ -]") for w in longest_first)
            before = r"(?<!\w)" if behind_hyphen else r"(?<![\w-])"
            for hit in re.finditer(rf"{before}(?:{joined})(?!\w)", self.folded):
                yield self.offsets[hit.start()], self.offsets[hit.end() - 1] + 1, hit.group()
