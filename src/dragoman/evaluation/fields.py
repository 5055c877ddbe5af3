"""How a matched act's fields compare: one outcome a field, from which figures and listings are both made."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

import msgspec

from dragoman.evaluation.actors import ReadActors
from dragoman.evaluation.dates import plain_edtf
from dragoman.evaluation.gold import GoldAct, GoldParticipant
from dragoman.evaluation.matching import same_role
from dragoman.evaluation.names import fold
from dragoman.model.act import Act, Participant

FieldName = Literal[
    "status", "form", "date", "place", "town", "sources", "topics", "within", "hedged", "plover", "plover_mode", "cameo", "quad_class"
]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the gold has, what was read (`null` where nothing was), and whether that is right."""

    name: FieldName
    gold: str
    read: str
    right: bool
    told: bool = True
    """Whether the reading tells the field at all."""


@dataclass(slots=True)
class Participants:
    """The gold participants found (with what was read) and missed, and those read that the gold has not."""

    found: list[tuple[GoldParticipant, Participant]] = field(default_factory=list)
    missed: list[GoldParticipant] = field(default_factory=list)
    extra: list[Participant] = field(default_factory=list)
    """Attendees among them are neither right nor wrong."""


def compare_participants(gold: GoldAct, act: Act, actors: ReadActors) -> Participants:
    """Each gold participant takes the first read one, not yet taken, of the same role that is the same actor."""
    out = Participants()
    left = list(act.participants)
    for wanted in gold.who:
        at = next((i for i, p in enumerate(left) if same_role(gold.type, wanted.role, p.role) and actors.is_key(p.actor, wanted.key)), None)
        if at is None:
            out.missed.append(wanted)
        else:
            out.found.append((wanted, left.pop(at)))
    out.extra = left
    return out


def behalf_right(wanted: GoldParticipant, read: Participant, actors: ReadActors) -> bool:
    """Whether the principal for whom the gold participant acts was read."""
    return bool(wanted.on_behalf_of and read.on_behalf_of and actors.is_key(read.on_behalf_of, wanted.on_behalf_of))


def _told(value: object) -> str:
    return "null" if value is None or value == "" else str(value)


def compare_fields(gold: GoldAct, act: Act, actors: ReadActors, matched: dict[int, int], ids: dict[str, int]) -> list[Outcome]:
    """The outcome of every field that the gold tells. `matched` is gold index to read index, `ids` read act id to read index."""
    out = [Outcome("status", gold.status, act.status, gold.status == act.status)]
    if gold.form:
        out.append(Outcome("form", gold.form, _told(act.form), gold.form == act.form, bool(act.form)))
    if gold.date:
        edtf = plain_edtf(act.date.edtf if act.date else None)
        out.append(Outcome("date", gold.date, _told(edtf), edtf == plain_edtf(gold.date), edtf is not None))
    if gold.place:
        out += _compare_place(gold.place, act)
    out += _compare_sources(gold, act, actors)
    if not isinstance(gold.topics, msgspec.UnsetType):
        wanted, read = sorted(set(gold.topics)), sorted(set(act.topics))
        out.append(Outcome("topics", ",".join(wanted) or "none", ",".join(read) or "none", wanted == read))
    if not isinstance(gold.within, msgspec.UnsetType):
        out.append(_compare_within(gold.within, act, matched, ids))
    if not isinstance(gold.hedged, msgspec.UnsetType):
        out.append(Outcome("hedged", str(gold.hedged).lower(), str(act.hedged).lower(), gold.hedged == act.hedged))
    return out + _compare_codes(gold, act)


def _compare_place(place: str, act: Act) -> list[Outcome]:
    town, _, country = place.rpartition("@")
    name, where = (act.place.name, act.place.country) if act.place else ("", None)
    read = f"{name}@{where}" if act.place else "null"
    out = [Outcome("place", place, read, where == country, act.place is not None)]
    if town:
        out.append(Outcome("town", place, read, where == country and fold(name) == fold(town), act.place is not None))
    return out


def _compare_sources(gold: GoldAct, act: Act, actors: ReadActors) -> list[Outcome]:
    if isinstance(gold.sources, msgspec.UnsetType):
        return []
    same = len(gold.sources) == len(act.sources) and all(actors.is_key(a, k) for a, k in zip(act.sources, gold.sources, strict=True))
    return [Outcome("sources", " > ".join(gold.sources) or "none", " > ".join(act.sources) or "none", same)]


def _compare_within(within: int | None, act: Act, matched: dict[int, int], ids: dict[str, int]) -> Outcome:
    right = act.within is None if within is None else act.within is not None and matched.get(within, -1) == ids.get(act.within, -2)
    return Outcome("within", "none" if within is None else f"act {within}", act.within or "none", right)


def _compare_codes(gold: GoldAct, act: Act) -> list[Outcome]:
    if isinstance(gold.codes, msgspec.UnsetType):
        return []
    wanted, read = gold.codes, act.codes
    pairs: tuple[tuple[FieldName, object, object], ...] = (
        ("plover", wanted.plover, read.plover),
        ("plover_mode", wanted.plover_mode, read.plover_mode),
        ("cameo", wanted.cameo, read.cameo),
        ("quad_class", wanted.quad_class, read.quad_class),
    )
    return [Outcome(n, _told(g), _told(r), g == r) for n, g, r in pairs if not isinstance(g, msgspec.UnsetType)]
