"""Which segments are parsed at all: those with a word that may tell of an act, and somebody who may act."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.grammar.frames import Frames
from dragoman.reading.annotated import Annotated


class Selection:
    """Chooses the segments of a document that are worth a parse."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames

    def segments(self, item: Annotated) -> Iterator[int]:
        """The indexes of the segments to parse."""
        yield from range(len(item.text.segments))
