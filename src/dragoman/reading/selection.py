"""Which segments are parsed at all: those with a word that may tell of an act, and somebody who may act."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.annotations.mentions import DocumentActor
from dragoman.grammar.frames import Frames
from dragoman.grammar.kinds import DIPLOMATS, MISSIONS
from dragoman.grammar.triggers import Triggers
from dragoman.reading.annotated import Annotated

LONGEST = 4000
"""Segments of more code points are not parsed: they are no sentences."""


def _tells_two_sides(actor: DocumentActor) -> bool:
    """Whether an actor is a diplomat or a mission: theirs is one side, the other is where they are posted."""
    return actor.id.startswith(MISSIONS) or any(o.office in DIPLOMATS for o in actor.offices)


class Selection:
    """Chooses the segments of a document that are worth a parse."""

    def __init__(self, frames: Frames, language: str) -> None:
        self.triggers = Triggers(frames.triggers(), language)

    def segments(self, item: Annotated) -> Iterator[int]:
        """The indexes of the segments to parse: none of ordinary news, and none where it names fewer than two actors and no diplomat."""
        if item.ordinary:
            return
        actors = item.cast.actors.values()
        elsewhere = {p.country for p in item.annotations.places} - {a.country for a in actors}
        if len(actors) + len(elsewhere) < 2 and not any(_tells_two_sides(a) for a in actors):
            return
        words = item.text.repaired.text
        for index, segment in enumerate(item.text.segments):
            if segment.end - segment.start > LONGEST:
                continue
            if " ".join(words[a:b] for a, b in segment.pieces) in self.triggers:
                yield index
