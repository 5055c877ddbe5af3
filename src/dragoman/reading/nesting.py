"""Which act took place in the course of which: audiences within visits, messages within audiences, what was said within a meeting."""

from __future__ import annotations

from dragoman.model.vocabulary import PROSPECTIVE
from dragoman.reading.drafts import Draft, Side

HOSTS: dict[str, tuple[str, ...]] = {
    "meeting": ("conference", "visit"),
    "message": ("meeting", "call", "visit"),
    "invitation": ("meeting", "message", "visit"),
    "appreciation": ("meeting", "call", "message", "visit", "conference"),
    "support": ("meeting", "call", "visit"),
    "congratulation": ("call", "meeting", "message"),
    "condolence": ("call", "meeting"),
    "agreement": ("meeting", "visit", "conference"),
    "credentials": (),
    "cooperation": ("meeting", "call", "visit"),
    "appeal": ("meeting", "call", "conference", "visit"),
    "condemnation": ("meeting", "call", "conference"),
    "vote": ("conference",),
}
"""Of each type, the types of act that it may be within, nearest first."""


def nest(drafts: list[Draft], side: Side) -> None:
    """Set `within` where the sides of an act are among those of an act that may hold it, told of the same time."""
    for draft in drafts:
        if draft.status in PROSPECTIVE and draft.type not in ("meeting", "message", "agreement"):
            continue
        for kind in HOSTS.get(draft.type, ()):
            holder = _holder(draft, [d for d in drafts if d.type == kind and d is not draft], side)
            if holder is not None:
                draft.within = holder
                break


def _holder(draft: Draft, candidates: list[Draft], side: Side) -> Draft | None:
    fitting = [c for c in candidates if _holds(c, draft, side)]
    before = [c for c in fitting if c.order <= draft.order]
    pool = before or fitting
    return min(pool, key=lambda c: abs(c.order - draft.order)) if pool else None


def _holds(outer: Draft, inner: Draft, side: Side) -> bool:
    if outer.within is inner or outer.status in ("denied", "called_off"):
        return False
    if (outer.status in PROSPECTIVE) != (inner.status in PROSPECTIVE):
        return False
    if not _days_fit(outer, inner):
        return False
    sides_inner = set(inner.sides(side))
    sides_outer = set(outer.sides(side))
    if not sides_inner or not sides_outer:
        return False
    if outer.type == "conference":
        return sides_inner <= sides_outer
    shared = set(inner.actors()) & set(outer.actors())
    return len(sides_inner & sides_outer) >= 2 or (bool(shared) and sides_inner <= sides_outer)


def _days_fit(outer: Draft, inner: Draft) -> bool:
    """Whether the inner act may fall within the outer one's days: so where the text does not tell both."""
    if outer.date is None or inner.date is None or not inner.date.basis == outer.date.basis == "told":
        return True
    return _within_days(inner.date.edtf, outer.date.edtf)


def _within_days(inner: str, outer: str) -> bool:
    start, _, end = outer.partition("/")
    return inner == outer or inner in outer or (bool(end) and start <= inner <= end) or outer in inner
