"""Finding again, in the reading in force, the act that a decision was made on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, TypeVar

from dragoman.model.span import Span
from dragoman.record.decisions import Anchor


class Cited(Protocol):
    """What an anchor can cite: an act of a reading, or a report."""

    @property
    def type(self) -> str:
        """The act's type."""

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that tell of it."""


C = TypeVar("C", bound=Cited)


def anchored(anchor: Anchor, acts: Sequence[C]) -> C | None:
    """The act that an anchor means: told by the very words; else by words that overlap them and of the same type; else told by
    the same words elsewhere in the document. None where a reading tells of it no longer.
    """
    exact = [act for act in acts if any((s.start, s.end) == (anchor.start, anchor.end) for s in act.evidence)]
    of_type = [act for act in exact if act.type == anchor.type]
    if of_type or len(exact) == 1:
        return (of_type or exact)[0]
    alike = [act for act in acts if act.type == anchor.type]
    near = max(alike, key=lambda act: _overlap(anchor, act), default=None)
    if near is not None and _overlap(anchor, near) > 0:
        return near
    return next((act for act in alike if any(s.text.casefold() == anchor.text.casefold() for s in act.evidence)), None)


def _overlap(anchor: Anchor, act: Cited) -> int:
    return max((min(anchor.end, s.end) - max(anchor.start, s.start) for s in act.evidence), default=0)
