"""Acts of one side alone: what a state does at home is no act between states."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.annotations.mentions import Cast, PlaceMention
from dragoman.annotations.towns import capital_town
from dragoman.grammar.kinds import DIPLOMATS, MISSIONS
from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft
from dragoman.reading.resolution import Resolution

OUTWARD_INSTITUTIONS = ("inst:foreign_ministry@", *MISSIONS)
"""Institutions that speak to other states and to nobody else."""

OUTWARD_OFFICES = frozenset((*DIPLOMATS, "foreign_minister", "special_envoy"))
"""Offices whose holders do."""


@dataclass(frozen=True, slots=True)
class LoneSides:
    """Judges the acts of one document by who is on the other side."""

    resolution: Resolution

    @property
    def cast(self) -> Cast:
        """The document's actors."""
        return self.resolution.cast

    def without_home_news(self, acts: list[Draft]) -> list[Draft]:
        """The acts without those of a host or a guest alone; where all acts have one same side, only what it says to others."""
        told = [a for a in acts if self._has_whom(a)]
        if len({s for a in told for s in a.sides(self.resolution.side)}) > 1:
            return told
        return [a for a in told if self._is_outward(a)]

    def _has_whom(self, act: Draft) -> bool:
        """Whether the one side of an act that only one is told of is the side that makes it an act."""
        role = act_rules()[act.type].alone
        sides = act.sides(self.resolution.side)
        if role is None or len(sides) != 1 or act_rules()[act.type].is_alike(act.form):
            return True
        return any(self.resolution.side(a) or self._speaks_abroad(a) for a in act.actors(role)) or not act.sides(
            self.resolution.side, "agent"
        )

    def _is_outward(self, act: Draft) -> bool:
        """Whether one who speaks to other states acts, or the sentence names another side."""
        actors = act.actors("agent", "party") or act.actors()
        if any(self._speaks_abroad(a) for a in actors) or any(p.role == "principal" for p in act.participants):
            return True
        own = set(act.sides(self.resolution.side))
        return bool(own) and bool(self._sides_in(act) - own)

    def _speaks_abroad(self, actor: str) -> bool:
        found = self.cast.actors.get(actor)
        if found is None or found.kind in ("country", "organisation"):
            return True
        if found.kind == "institution":
            return found.id.startswith(OUTWARD_INSTITUTIONS)
        return any(o.office in OUTWARD_OFFICES or _of_organisation(o.of) for o in found.offices)

    def _sides_in(self, act: Draft) -> set[str]:
        segment = self.resolution.pronouns.text.segments[act.telling.segment]
        inside = [m for m in self.cast.mentions if segment.start <= m.start < segment.end and m.kind not in ("group", "document")]
        seats = {p.country for p in self.resolution.annotations.places if segment.start <= p.start < segment.end and _is_seat(p)}
        return seats | {s for m in inside for a in m.actors if (s := self.resolution.side(a))}


def _is_seat(place: PlaceMention) -> bool:
    """Whether a town is the seat of its state's government, and so may stand for it."""
    seat = capital_town(place.country)
    return seat is not None and seat.name == place.name


def _of_organisation(of: str | None) -> bool:
    return of is not None and of.startswith("org:")
