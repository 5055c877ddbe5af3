"""Separate counterparts, separate acts: `a reçu A, puis B` tells two audiences."""

from __future__ import annotations

from dataclasses import replace

from dragoman.grammar.frames import ActFrame
from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft, DraftParticipant


def split(draft: Draft) -> list[Draft]:
    """The draft itself, or one for each of those whom its type or its frame says to have an act of their own."""
    apart = _apart(draft)
    if len(apart) < 2:
        return [draft]
    common = [p for p in draft.participants if p not in apart]
    return [_of_one(draft, [*map(_copy, common), p]) for p in apart] if common else [draft]


def _apart(draft: Draft) -> list[DraftParticipant]:
    frame, each = draft.telling.frame, act_rules()[draft.type].each
    if each is not None:
        return [p for p in draft.participants if p.role == each]
    if not isinstance(frame, ActFrame) or not frame.each:
        return []
    ranges = {p.reference.at for p in draft.telling.parts if p.path in frame.each}
    return [p for p in draft.participants if p.evidence and p.evidence[0] in ranges]


def _of_one(draft: Draft, participants: list[DraftParticipant]) -> Draft:
    """One of several acts told together: a place that is another's is not its own."""
    own = participants[-1]
    place = draft.place
    if act_rules()[draft.type].each is not None and place is not None and place.country != own.actor:
        place = None
    return replace(draft, participants=participants, place=place)


def _copy(p: DraftParticipant) -> DraftParticipant:
    return replace(p, evidence=list(p.evidence))
