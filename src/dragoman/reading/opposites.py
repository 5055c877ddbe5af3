"""The other side of acts between two: what is told of one side alone (`rappelle son ambassadeur`) is against whom was told of before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from dragoman.model.vocabulary import Role
from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft
from dragoman.reading.resolution import Resolution

MOST_NAMED = 3
"""So often a document names the state that it is about, at least."""

NEAR = 500
"""How many code points before an act without its agent the like act may be told whose agent is its own."""

FARTHEST = 2000
"""How many code points away the act may be told that has both sides."""


def oppose(acts: list[Draft], resolution: Resolution) -> None:
    """Give an act of which one side is told the other one of the nearest act between two that its side is in."""
    for act in acts:
        if act_rules()[act.type].opposed or act_rules()[act.type].reacts:
            _headed(act, resolution)
        if act_rules()[act.type].opposed or act_rules()[act.type].decided:
            _in_series(act, acts, resolution)
        if act_rules()[act.type].between:
            _put_between(act, acts, resolution)
        if act_rules()[act.type].decided:
            _decided(act, acts, resolution)
        if act_rules()[act.type].reacts:
            _react(act, acts, resolution)
        if act_rules()[act.type].focused:
            _focus(act, resolution)
        if not act_rules()[act.type].opposed:
            continue
        role = _open_role(act)
        own = act.sides(resolution.side)
        if role is None or not own:
            continue
        others = [s for a in _nearest(act, acts) for s in _other(own, a.sides(resolution.side, *MAIN))] if len(own) == 1 else []
        if not others and role == "counterpart" and act_rules()[act.type].decided:
            others = _measured(act, acts, own, resolution)
        if others:
            act.add(others[0], role, [act.telling.cue[0]])


def _in_series(act: Draft, acts: list[Draft], resolution: Resolution) -> None:
    """Give an act told without its agent (`trente Espagnols ont été expulsés`) the one of the like act told right before."""
    own = act.sides(resolution.side)
    if act.actors("agent") or not own:
        return
    before = [a for a in acts if a.type == act.type and a.form == act.form and 0 < act.order - a.order <= NEAR and a.actors("agent")]
    last = max(before, key=lambda a: a.order, default=None)
    if last is not None and not set(last.sides(resolution.side, "agent")) & set(own):
        for actor in last.actors("agent"):
            act.add(actor, "agent", [act.telling.cue[0]])


def _headed(act: Draft, resolution: Resolution) -> None:
    """Give a headline's act without a counterpart the state before its colon (`Niger : l'Union européenne suspend ses sanctions`)."""
    if act.actors("counterpart") or not act.actors("agent"):
        return
    text = resolution.pronouns.text
    segment = text.segments[act.telling.segment]
    first = next((m for m in resolution.annotations.mentions if segment.start <= m.start < act.order), None)
    if first is None or first.kind != "country" or first.start != segment.start:
        return
    if not text.repaired.text[first.end : first.end + 3].lstrip().startswith(":"):
        return
    if len(first.actors) == 1 and resolution.side(first.actors[0]) not in act.sides(resolution.side):
        act.add(first.actors[0], "counterpart", [(first.start, first.end)])


def _measured(act: Draft, acts: list[Draft], own: list[str], resolution: Resolution) -> list[str]:
    """Against whom the measures were that the text told of nearest before: those of another are against the same, as a rule."""
    others = [a for a in acts if act_rules()[a.type].opposed and act_rules()[a.type].decided and 0 < act.order - a.order <= FARTHEST]
    near = sorted(others, key=lambda a: -a.order)
    return [s for a in near for p in a.actors("counterpart") if (s := resolution.side(p)) and s not in own]


def _focus(act: Draft, resolution: Resolution) -> None:
    """Give an act for somebody who is not told the state that the document names most, where it stands out."""
    own = act.sides(resolution.side)
    if not own or act.actors("counterpart"):
        return
    named = Counter(s for m in resolution.annotations.mentions for a in m.actors if (s := resolution.side(a)) and not s.startswith("org:"))
    (first, most), (_, second) = [*named.most_common(2), ("", 0), ("", 0)][:2]
    if first not in own and most >= MOST_NAMED and most > second:
        act.add(first, "counterpart", [act.telling.cue[0]])


def _react(act: Draft, acts: list[Draft], resolution: Resolution) -> None:
    """Give a reaction that says not to whom (`s'est félicité de cette décision`) the doers of what was told before it."""
    own = act.sides(resolution.side)
    if not own or act.actors("counterpart") or not act.actors("agent"):
        return
    before = [a for a in acts if not act_rules()[a.type].reacts and 0 < act.order - a.order <= FARTHEST and a.status == "done"]
    for other in sorted(before, key=lambda a: (not _befell(a, own, resolution), -a.order)):
        doers = list(dict.fromkeys(s for a in other.actors("agent", "party") if (s := resolution.side(a))))
        if doers and not set(doers) & set(own):
            for side in doers:
                act.add(side, "counterpart", [act.telling.cue[0]])
            return


def point_back(acts: list[Draft], resolution: Resolution) -> list[Draft]:
    """Give an act that answers to a deed (`a salué cette décision`) whoever did the deed told last; one without anybody falls away."""
    out: list[Draft] = []
    for act in acts:
        if act.telling.pointing and not act.actors("counterpart"):
            for side in _doers(act, acts, resolution):
                act.add(side, "counterpart", [act.telling.cue[0]])
            if not act.actors("counterpart"):
                continue
        out.append(act)
    return out


def _doers(act: Draft, acts: list[Draft], resolution: Resolution) -> list[str]:
    """The sides of who did the last deed before an act that its own side did not do."""
    own = set(act.sides(resolution.side))
    before = [a for a in acts if a.order < act.order <= a.order + FARTHEST]
    for deed in sorted(before, key=lambda a: (not _befell(a, own, resolution), -a.order)):
        doers = list(dict.fromkeys(s for p in deed.actors("agent", "party") if (s := resolution.side(p))))
        if deed.type not in NO_DEEDS and doers and not own & set(doers):
            return doers
    return []


def _befell(act: Draft, own: Collection[str], resolution: Resolution) -> bool:
    """Whether an act was done to one of the sides: that is what they answer to before all else."""
    return any(resolution.side(p) in own for p in act.actors("counterpart"))


def _decided(act: Draft, acts: list[Draft], resolution: Resolution) -> None:
    """Give an act without its one side the organisation whose gathering or decision the text told of before."""
    role = _open_role(act)
    bodies = _bodies(act, acts, resolution)
    if role == "counterpart" and (act_rules()[act.type].opposed or any(s.startswith("org:") for s in act.sides(resolution.side))):
        return
    if role is not None and bodies:
        act.add(bodies[0], role, [act.telling.cue[0]])


def _put_between(act: Draft, acts: list[Draft], resolution: Resolution) -> None:
    """Give a mediation whose sides are not told those of the nearest act that has two sides beside the mediator's."""
    own = act.sides(resolution.side)
    if not own or act.actors("counterpart"):
        return
    near = sorted((a for a in acts if a is not act and abs(a.order - act.order) <= FARTHEST), key=lambda a: abs(a.order - act.order))
    for other in near:
        sides = [s for s in other.sides(resolution.side, *MAIN) if s not in own]
        if len(sides) == 2:
            for side in sides:
                act.add(side, "counterpart", [act.telling.cue[0]])
            return


def _bodies(act: Draft, acts: list[Draft], resolution: Resolution) -> list[str]:
    """The organisations whose gathering or decision was told before it, the nearest first: what is decided there is their doing."""
    before = [a for a in acts if a.type in GATHERED and a is not act and 0 <= act.order - a.order <= FARTHEST]
    sides = [s for a in sorted(before, key=lambda a: -a.order) for p in a.actors("agent") if (s := resolution.side(p))]
    return [s for s in sides if s.startswith("org:") and s not in act.sides(resolution.side)]


def _open_role(act: Draft) -> Role | None:
    """The one of the two roles that nobody has."""
    missing: list[Role] = [r for r in ("agent", "counterpart") if not act.actors(r)]
    return missing[0] if len(missing) == 1 else None


def _nearest(act: Draft, acts: list[Draft]) -> list[Draft]:
    """The other acts between two sides, nearest first, those told before it first."""
    near = [
        a
        for a in acts
        if a is not act
        and abs(a.order - act.order) <= FARTHEST
        and (act_rules()[a.type].opposed or act_rules()[a.type].decided or a.type in BETWEEN_TWO)
    ]
    return sorted(near, key=lambda a: (a.order > act.order, abs(a.order - act.order)))


GATHERED = frozenset(("conference", "vote", "sanction", "easing", "membership"))
"""What organisations decide, and the gatherings where they do."""

NO_DEEDS = frozenset(("meeting", "call", "visit", "conference", "message", "appreciation", "condemnation", "congratulation", "condolence"))
"""What is no deed that others answer to with praise or blame."""

MAIN: tuple[Role, ...] = ("agent", "counterpart", "party")
"""The roles of those between whom an act is."""

BETWEEN_TWO = frozenset(("condemnation", "restoration", "threat", "appeal", "rejection", "recognition"))
"""Further types whose sides are those of a quarrel or its end."""


def _other(own: list[str], sides: list[str]) -> list[str]:
    """The other of exactly two sides of which one is its own."""
    return [s for s in sides if s != own[0]] if len(sides) == 2 and own[0] in sides else []
