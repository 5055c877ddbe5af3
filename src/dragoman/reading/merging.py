"""Told twice is one act: drafts of one document that tell the same are joined."""

from __future__ import annotations

from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft, DraftParticipant, Side

GENERIC_FORMS = frozenset(("talks", None))


def merge(drafts: list[Draft], side: Side) -> list[Draft]:
    """The drafts of a document with those that tell the same act joined, in text order; weak ones that add nothing fall away."""
    strong_first = sorted(drafts, key=lambda d: (d.weak or d.telling.presupposed, d.order))
    kept: list[Draft] = []
    for draft in strong_first:
        same = next((k for k in kept if same_act(k, draft, side)), None)
        if same is None:
            kept.append(draft)
        else:
            _join(same, draft, side)
    return sorted(kept, key=lambda d: d.order)


def same_act(a: Draft, b: Draft, side: Side) -> bool:
    """Whether two drafts of one document tell the same act."""
    if a.type != b.type or not _forms_agree(a, b) or not _statuses_agree(a, b):
        return False
    sides_a, sides_b = set(a.sides(side)), set(b.sides(side))
    if not (sides_a <= sides_b or sides_b <= sides_a):
        return False
    if len(sides_a & sides_b) < 2 and len(sides_a | sides_b) > 1 and not (set(a.actors()) & set(b.actors())):
        return False
    return not _persons_clash(a, b, side) and not _dates_clash(a, b)


def _forms_agree(a: Draft, b: Draft) -> bool:
    if a.form == b.form or a.form is None or b.form is None:
        return True
    return not act_rules()[a.type].apart


def _statuses_agree(a: Draft, b: Draft) -> bool:
    if a.status == b.status:
        return True
    return a.telling.presupposed or b.telling.presupposed


def _persons_clash(a: Draft, b: Draft, side: Side) -> bool:
    """Whether each tells of a person of the same side, in the same place of the act, and they are not the same person."""
    for s in set(a.sides(side)) & set(b.sides(side)):
        of_a = {p for p in a.actors("agent", "counterpart", "party") if p.startswith("per:") and side(p) == s}
        of_b = {p for p in b.actors("agent", "counterpart", "party") if p.startswith("per:") and side(p) == s}
        if of_a and of_b and not of_a & of_b:
            return True
    return _directions_clash(a, b, side)


def _directions_clash(a: Draft, b: Draft, side: Side) -> bool:
    """Whether the two acts go opposite ways: their agents, or those they are done to, are of different sides."""
    agents_a, agents_b = set(a.sides(side, "agent")), set(b.sides(side, "agent"))
    if agents_a and agents_b and not agents_a & agents_b:
        return True
    to_a, to_b = set(a.sides(side, "counterpart")), set(b.sides(side, "counterpart"))
    return bool(to_a and to_b) and not to_a & to_b


def _dates_clash(a: Draft, b: Draft) -> bool:
    if a.date is None or b.date is None or "told" not in (a.date.basis, b.date.basis):
        return False
    return a.date.basis == b.date.basis == "told" and a.date.edtf != b.date.edtf and not _overlap(a.date.edtf, b.date.edtf)


def _overlap(a: str, b: str) -> bool:
    return a in b or b in a or a.split("/")[0] == b.split("/")[0]


def _join(kept: Draft, other: Draft, side: Side) -> None:
    kept.tellings.extend(other.tellings)
    if kept.form is None or (kept.form in GENERIC_FORMS and other.form not in GENERIC_FORMS):
        kept.form = other.form or kept.form
    if kept.date is None or (kept.date.basis != "told" and other.date is not None and other.date.basis == "told"):
        kept.date = other.date or kept.date
    if kept.place is None or (kept.place.geonames is None and other.place is not None and other.place.geonames is not None):
        kept.place = other.place or kept.place
    kept.hedged = kept.hedged and other.hedged
    kept.topics = tuple(dict.fromkeys((*kept.topics, *other.topics)))
    for p in other.participants:
        _join_participant(kept, p, side)


def _join_participant(kept: Draft, new: DraftParticipant, side: Side) -> None:
    """A person takes the place of the bare side told before; a bare side adds nothing to a person of it."""
    new_side = side(new.actor)
    for p in kept.participants:
        if p.actor == new.actor:
            p.evidence.extend(e for e in new.evidence if e not in p.evidence)
            return
    for p in kept.participants:
        if p.role == new.role and side(p.actor) == new_side:
            if new.actor.startswith("per:") and not p.actor.startswith("per:") and new.role not in act_rules()[kept.type].state:
                p.actor = new.actor
                p.evidence = [*new.evidence, *p.evidence]
                return
            if not new.actor.startswith("per:"):
                return
    role = new.role
    if act_rules()[kept.type].is_alike(kept.form) and role in ("agent", "counterpart"):
        role = "party"
    elif role == "party" and any(p.role == "agent" for p in kept.participants):
        if any(side(p.actor) == new_side for p in kept.participants):
            return
        role = "counterpart" if not any(p.role == "counterpart" for p in kept.participants) else "attendee"
    kept.participants.append(DraftParticipant(new.actor, role, new.on_behalf_of, list(new.evidence)))


def without_vague(acts: list[Draft]) -> list[Draft]:
    """The acts without those that only say that somebody sets out (`entame une tournée`) where others say where to."""
    aimed = {(a.type, p) for a in acts if a.actors("counterpart") for p in a.actors("agent")}
    return [
        a
        for a in acts
        if act_rules()[a.type].each is None or a.actors("counterpart") or not {(a.type, p) for p in a.actors("agent")} & aimed
    ]
