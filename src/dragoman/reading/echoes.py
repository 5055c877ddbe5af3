"""Who does what another was told to have done: `Londres a fait de même`, `l'Union africaine lui a emboîté le pas`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.grammar.engine import Telling
from dragoman.grammar.frames import ActFrame
from dragoman.model.vocabulary import Role
from dragoman.reading.drafts import Draft, DraftParticipant
from dragoman.reading.resolution import Resolution

FARTHEST = 900
"""So many code points before an echo the act may be told."""

KEPT: tuple[Role, ...] = ("agent", "counterpart", "party")
"""The roles of an act whose holders may be those of its echo too."""


def is_echo(telling: Telling) -> bool:
    """Whether a telling only says that somebody does what was told last."""
    return isinstance(telling.frame, ActFrame) and telling.frame.echoes


def echo(telling: Telling, drafts: Sequence[Draft], resolution: Resolution) -> Draft | None:
    """The act told last before an echo, done by those whom the echo names; None where there is none, or nobody is named."""
    roles: dict[Role, list[tuple[str, tuple[int, int]]]] = {}
    for part in telling.parts:
        roles.setdefault(part.role, []).extend((actor, part.reference.at) for actor in resolution.actors(part.reference))
    told = _last(telling, drafts, roles)
    if told is None or not any(roles.values()):
        return None
    sides = {s for found in roles.values() for actor, _ in found if (s := resolution.side(actor))}
    out = replace(
        told, status=telling.status, tellings=[replace(telling, frame=told.telling.frame)], participants=[], date=None, place=None
    )
    for role, found in roles.items():
        for actor, at in found:
            out.add(actor, role, [at])
    for p in told.participants:
        if p.role in KEPT and p.role not in roles and resolution.side(p.actor) not in sides:
            out.participants.append(DraftParticipant(p.actor, p.role, None, list(p.evidence)))
    if not out.actors("counterpart") and "counterpart" not in roles and told.actors("counterpart"):
        for actor in told.actors("agent"):
            out.add(resolution.side(actor) or actor, "counterpart", [telling.cue[0]])
    return out


def _last(telling: Telling, drafts: Sequence[Draft], roles: dict[Role, list[tuple[str, tuple[int, int]]]]) -> Draft | None:
    actors = {actor for found in roles.values() for actor, _ in found}
    for draft in sorted(drafts, key=lambda d: -d.telling.order):
        if draft.telling.order >= telling.order or draft.weak or not all(draft.actors(r) for r in roles):
            continue
        if telling.order - draft.telling.order > FARTHEST:
            return None
        if not actors & set(draft.actors(*roles)):
            return draft
    return None
