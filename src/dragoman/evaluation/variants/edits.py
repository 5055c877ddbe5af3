"""Changes to a text that keep track of where everything went."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The words from `start` to `end` become `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Anchored:
    """A text, and offsets in it that must stay at the same words: the beginnings of the gold's quotations."""

    text: str
    anchors: tuple[int, ...] = ()


def without_overlaps(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in text order; where two overlap, the one that begins first, and the longer of two that begin together, stays."""
    out: list[Edit] = []
    for edit in sorted(edits, key=lambda e: (e.start, -e.end, e.text)):
        if not out or edit.start >= out[-1].end:
            out.append(edit)
    return out


def apply(source: Anchored, edits: Iterable[Edit]) -> Anchored:
    """The text with every edit made. An anchor inside an edit goes to the same distance from the edit's start, as far as that reaches."""
    pieces: list[str] = []
    done, length = 0, 0
    moves: list[tuple[int, int, int, int]] = []
    for edit in without_overlaps(edits):
        pieces += [source.text[done : edit.start], edit.text]
        length += edit.start - done
        moves.append((edit.start, edit.end, length, len(edit.text)))
        length += len(edit.text)
        done = edit.end
    pieces.append(source.text[done:])
    return Anchored("".join(pieces), tuple(_moved(anchor, moves) for anchor in source.anchors))


def _moved(anchor: int, moves: list[tuple[int, int, int, int]]) -> int:
    shift = 0
    for start, end, at, length in moves:
        if anchor <= start:
            break
        if anchor < end:
            return at + min(anchor - start, length)
        shift = at + length - end
    return anchor + shift
