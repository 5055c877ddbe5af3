"""Persons told by an office only in one report, whom another report of the same act calls by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dragoman.record.merged import MergedAct
from dragoman.record.merged_sides import MergedSide
from dragoman.record.report import MAIN, is_unnamed

Telling = tuple[str, str]
"""The first 16 hex digits of a document's ident and an actor's id in its reading."""


def named_elsewhere(act: MergedAct) -> Iterator[tuple[Telling, Telling]]:
    """Each person without a name in a report of the act, with each telling of the same participant by name.

    Only where one person alone is told by name for that state or organisation: of two, nobody knows which is meant.
    """
    persons = [side for side in act.sides if side.kind == "person" and side.bloc]
    for side in persons:
        if not side.named or sum(_is_beside(side, other) for other in persons) > 1:
            continue
        told = [(one.report.rpartition(".")[0], one.local) for one in side.told if one.local.startswith("per:")]
        unnamed = [telling for telling in told if is_unnamed(telling[1])]
        yield from ((one, other) for one in unnamed for other in told if not is_unnamed(other[1]))


def _is_beside(side: MergedSide, other: MergedSide) -> bool:
    """Whether two take part for one state in like roles."""
    return side.bloc == other.bloc and (side.role == other.role or {side.role, other.role} <= MAIN)


def one_each(acts: Iterable[MergedAct]) -> dict[Telling, set[Telling]]:
    """By a person without a name, who the acts say that it is, in all tellings by name."""
    found: dict[Telling, set[Telling]] = {}
    for act in acts:
        for unnamed, named in named_elsewhere(act):
            found.setdefault(unnamed, set()).add(named)
    return found
