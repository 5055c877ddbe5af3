"""Separate counterparts, separate acts: `a reçu A, puis B` tells two audiences."""

from __future__ import annotations

from dataclasses import replace

from dragoman.grammar.frames import ActFrame
from dragoman.reading.drafts import Draft, DraftParticipant


def split(draft: Draft) -> list[Draft]:
    """The draft itself, or one for each of those whom its frame says to have an act of their own."""
    frame = draft.telling.frame
    if not isinstance(frame, ActFrame) or not frame.each:
        return [draft]
    ranges = {p.reference.at for p in draft.telling.parts if p.path in frame.each}
    apart = [p for p in draft.participants if p.evidence and p.evidence[0] in ranges]
    if len(apart) < 2:
        return [draft]
    common = [p for p in draft.participants if p not in apart]
    return [replace(draft, participants=[*map(_copy, common), p]) for p in apart] if common else [draft]


def _copy(p: DraftParticipant) -> DraftParticipant:
    return replace(p, evidence=list(p.evidence))
