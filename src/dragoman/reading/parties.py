"""Acts told without their sides (`il a été convenu de`) take those of the meeting that they were told of."""

from __future__ import annotations

from dragoman.model.vocabulary import PROSPECTIVE, Role
from dragoman.reading.drafts import Draft
from dragoman.reading.resolution import FILLABLE, Resolution

PERSONAL = frozenset(("message", "invitation", "condolence", "congratulation"))
"""Types that go from a person to the person met; the rest is from a person to a state."""

STATE = 3
"""The length of a state's id."""

GATHERINGS = ("meeting", "call", "visit", "conference")
SYMPATHY = ("support", "aid", "message", "condemnation")
"""Types of act that tell on whom a blow fell, where condolences (`aux familles des victimes`) do not."""


def fill_parties(acts: list[Draft], resolution: Resolution) -> None:
    """Give an act that lacks a side the states of the nearest meeting, call or visit told before it."""
    for act in acts:
        if act.type not in FILLABLE or (act.type == "meeting" and act.participants) or len(act.sides(resolution.side)) >= 2:
            continue
        if act.type == "visit":
            _invited(act, acts, resolution)
            _visited(act, acts, resolution)
            continue
        meeting = _meeting(act, acts, resolution)
        if meeting is None:
            continue
        if FILLABLE[act.type] == 1:
            _other_side(act, meeting, resolution)
            continue
        sides = meeting.sides(resolution.side)
        missing = [s for s in sides if s not in act.sides(resolution.side)]
        if act.participants and len(act.participants) == 1 and act.status == "intended":
            _counterpart(act, missing)
        else:
            _all_parties(act, sides)


def _invited(act: Draft, acts: list[Draft], resolution: Resolution) -> None:
    """A coming visit told without its sides is the one invited to: the invited visit the inviter's state."""
    invitations = [i for i in acts if i.type == "invitation" and i.order <= act.order and i.actors("agent") and i.actors("counterpart")]
    for invitation in reversed(invitations):
        guests = invitation.actors("counterpart")
        if act.status not in PROSPECTIVE or (act.actors("agent") and not set(act.actors("agent")) & set(guests)):
            continue
        host = resolution.side(invitation.actors("agent")[0])
        if host is None or act.actors("counterpart"):
            continue
        for guest in guests:
            act.add(guest, "agent", [act.telling.cue[0]])
        act.add(host, "counterpart", [act.telling.cue[0]])
        return


def _visited(act: Draft, acts: list[Draft], resolution: Resolution) -> None:
    """A visit told without where to is to whoever meets the visitor in the text, else to the state of the town that it tells."""
    visitors = act.actors("agent")
    if "counterpart" not in act.lacking() or not visitors:
        return
    own = set(act.sides(resolution.side))
    place = act.place.country if act.place is not None else None
    if place is not None and place not in own:
        act.add(place, "counterpart", [act.telling.cue[0]])
        return
    met = [m for m in acts if m.type == "meeting" and set(visitors) & set(m.actors()) and m.status not in ("denied", "called_off")]
    for meeting in sorted(met, key=lambda m: abs(m.order - act.order)):
        others = [s for s in meeting.sides(resolution.side) if s not in own and len(s) == STATE]
        if len(others) == 1:
            act.add(others[0], "counterpart", [act.telling.cue[0]])
            return


def _other_side(act: Draft, meeting: Draft, resolution: Resolution) -> None:
    """What one side of a meeting thanks or asks without saying whom, it thanks or asks the other."""
    told = act.sides(resolution.side)
    others = [s for s in meeting.sides(resolution.side) if s not in told]
    role: Role = "counterpart" if act.actors("agent") else "agent"
    if act.type in PERSONAL:
        for actor in meeting.actors("agent", "counterpart", "party"):
            if resolution.side(actor) in others:
                act.add(actor, role, [act.telling.cue[0]])
        return
    for side in others:
        act.add(side, role, [act.telling.cue[0]])


def _meeting(act: Draft, acts: list[Draft], resolution: Resolution) -> Draft | None:
    own = set(act.sides(resolution.side))
    kinds = (*GATHERINGS, *SYMPATHY) if act.type == "condolence" else GATHERINGS
    fitting = [
        m for m in acts if m.type in kinds and m is not act and own <= set(m.sides(resolution.side)) and len(m.sides(resolution.side)) == 2
    ]
    before = [m for m in fitting if m.order < act.order] or fitting
    return min(before, key=lambda m: abs(m.order - act.order)) if before else None


def _counterpart(act: Draft, missing: list[str]) -> None:
    only = act.participants[0]
    only.role = "agent"
    for side in missing:
        act.add(side, "counterpart", [act.telling.cue[0]])


def _all_parties(act: Draft, sides: list[str]) -> None:
    evidence = [act.telling.cue[0]]
    for side in sides:
        if not any(p.actor == side for p in act.participants):
            act.add(side, "party", evidence)
    for p in act.participants:
        p.role = "party" if p.role in ("agent", "counterpart") else p.role
