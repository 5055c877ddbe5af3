"""Edits of a text that keep the way back to where every character came from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.text.repaired import RepairedText


class Edit(NamedTuple):
    """Put `replacement` in the place of `text[start:end]`; offsets are code points."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A text under repair. `origins` and `widths` are those of `RepairedText`."""

    text: str
    origins: Sequence[int]
    widths: dict[int, int]

    @classmethod
    def of(cls, original: str) -> Draft:
        """The text before any repair."""
        return cls(original, range(len(original) + 1), {})

    def edited(self, edits: Iterable[Edit]) -> Draft:
        """The text after the edits, which are in order and do not overlap; an edit that begins before the last one's end is left out."""
        return _Editing(self).run(edits)

    def finished(self, original: str) -> RepairedText:
        """The repaired text that this draft has become."""
        return RepairedText(original, self.text, self.origins, self.widths)


class _Editing:
    """One pass over a draft: what is copied, and what is put in its place."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.parts: list[str] = []
        self.origins = array("q")
        self.widths: dict[int, int] = {}
        self.wide = sorted(draft.widths)
        self.next_wide = 0
        self.at = 0
        self.length = 0

    def run(self, edits: Iterable[Edit]) -> Draft:
        changed = False
        for edit in edits:
            if edit.start < self.at or self.draft.text[edit.start : edit.end] == edit.replacement:
                continue
            changed = True
            self._copy(edit.start)
            self._replace(edit)
        if not changed:
            return self.draft
        self._copy(len(self.draft.text))
        self.origins.append(self.draft.origins[-1])
        return Draft("".join(self.parts), self.origins, self.widths)

    def _copy(self, end: int) -> None:
        self.parts.append(self.draft.text[self.at : end])
        self.origins.extend(self.draft.origins[self.at : end])
        while self.next_wide < len(self.wide) and self.wide[self.next_wide] < end:
            index = self.wide[self.next_wide]
            if index >= self.at:
                self.widths[self.length + index - self.at] = self.draft.widths[index]
            self.next_wide += 1
        self.length += end - self.at
        self.at = end

    def _replace(self, edit: Edit) -> None:
        text, size, old = edit.replacement, edit.end - edit.start, self.draft
        for i in range(len(text)):
            index = min(edit.start + i, max(edit.end - 1, edit.start))
            first = old.origins[index]
            width = old.widths.get(index, 1) if size else 0
            if i == len(text) - 1 and size:
                width = old.origins[edit.end - 1] + old.widths.get(edit.end - 1, 1) - first
            if width != 1:
                self.widths[self.length + i] = width
            self.origins.append(first)
        self.parts.append(text)
        self.length += len(text)
        self.at = edit.end
