"""Where promises and later acts lie under their common keys: only acts told of after a promise was made can answer to it."""

from __future__ import annotations

from dragoman.record.days import number
from dragoman.record.merged import MergedAct

NEVER = 4_000_000
"""A day behind all days: where it is not known when an act was told of last."""


def promised_day(act: MergedAct) -> int:
    """The day on which a promise was first published, counted from 0001-01-01; 0 where it is not known."""
    return number(act.first_published) if act.first_published else 0


def later_day(act: MergedAct) -> int:
    """The day on which an act was last published; `NEVER` where it is not known."""
    return number(act.last_published) if act.last_published else NEVER
