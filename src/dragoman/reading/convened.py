"""Who gathers where the text says only that it does (`le sommet s'est ouvert`): the organisation told before, else the host."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.annotations.bodies import is_igo, tells_gathering
from dragoman.annotations.mentions import Cast, Mention
from dragoman.grammar.clause_text import Annotations
from dragoman.reading.drafts import Draft
from dragoman.text.segments import SegmentedText

FARTHEST = 2500
"""So many code points back the organisation may be told."""


HOSTED = frozenset(("summit", "forum"))
"""Forms of gathering that a state may convene itself; the sessions of others are an organisation's."""

BESIDE = 80
"""Within so many code points of an organisation's name the word for its gathering stands."""


@dataclass(frozen=True, slots=True)
class Convened:
    """Fills in whose gathering an act is."""

    text: SegmentedText
    annotations: Annotations
    cast: Cast

    def fill(self, draft: Draft) -> None:
        """Give a gathering without a convening side the organisation of states told last before it, in its sentence, or else its host."""
        if draft.type != "conference" or "agent" not in draft.lacking():
            return
        found = self._organisation(draft)
        if found is not None:
            draft.add(found.actors[0], "agent", [(found.start, found.end)])
            return
        hosted = draft.form in HOSTED and draft.status not in ("denied", "called_off")
        where = self._where(draft) if hosted else None
        if where is not None:
            draft.add(where[0], "agent", [where[1]])

    def _where(self, draft: Draft) -> tuple[str, tuple[int, int]] | None:
        """The state of the town, or the state, that the gathering is said to be in."""
        for index in draft.telling.places[:1]:
            place = self.annotations.places[index]
            return place.country, (place.start, place.end)
        end = self.text.segments[draft.telling.segment].end
        near = [m for m in self.cast.mentions if m.kind == "country" and draft.order <= m.start < min(end, draft.order + BESIDE)]
        return (near[0].actors[0], (near[0].start, near[0].end)) if near and len(near[0].actors) == 1 else None

    def _organisation(self, draft: Draft) -> Mention | None:
        segment = self.text.segments[draft.telling.segment]
        told = [m for m in self.cast.mentions if m.kind == "organisation" and len(m.actors) == 1 and is_igo(m.actors[0])]
        before = [m for m in told if m.start < draft.order and draft.order - m.end <= FARTHEST]
        convening = [m for m in before if self._gathers(m)]
        if before:
            return (convening or before)[-1]
        return next((m for m in told if segment.start <= m.start < segment.end), None)

    def _gathers(self, mention: Mention) -> bool:
        around = self.text.repaired.text[max(0, mention.start - BESIDE) : mention.end + BESIDE]
        return tells_gathering(around)
