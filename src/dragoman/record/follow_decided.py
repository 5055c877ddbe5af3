"""What people decided that a later act is, or is not, to a promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, cast

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.anchorage import Anchorage
from dragoman.record.bulk import rows_where
from dragoman.record.change import Change
from dragoman.record.decided_links import DECIDED
from dragoman.record.deciding import rulings_citing
from dragoman.record.decisions import KeepsNot, KeepsPromise, UnsurePromise
from dragoman.record.features import Feature
from dragoman.record.follow_up import FollowUp
from dragoman.record.merged import MergedAct

Kind = Literal["fulfilled", "renewed", "called_off"]
KINDS = ("fulfilled", "renewed", "called_off")


OnPromises = KeepsPromise | KeepsNot | UnsurePromise
Pair = tuple[int, int]
"""The rows of a promise and of a later act."""


def decided_follow_ups(change: Change, merged: Mapping[int, MergedAct]) -> dict[Pair, FollowUp | None]:
    """By promise and later act, of which one at least is among the new acts: what the latest decision says; None: it is nothing to it."""
    documents = {kept.report.document for kept in change.reports(_members(change, merged)).values()}
    decided = {pair: what for pair, what in _decided(change.connection, documents).items() if not isinstance(what, UnsurePromise)}
    return {pair: _told(what) for pair, what in decided.items() if pair[0] in merged or pair[1] in merged}


def put_aside(connection: Connection, promises: Iterable[MergedAct]) -> set[Pair]:
    """The pairs of a promise and a later act of which people could not say whether the one answers to the other."""
    idents = [ident for act in promises for ident in act.reports]
    if not idents or connection.execute(select(schema.anchor.c.decision).limit(1)).first() is None:
        return set()
    document, report = schema.document, schema.report
    joined = select(document.c.ident).join(report, report.c.document_id == document.c.id)
    documents = {row.ident for row in rows_where(connection, lambda part: joined.where(report.c.ident.in_(part)), idents)}
    return {pair for pair, what in _decided(connection, documents).items() if isinstance(what, UnsurePromise)}


def _decided(connection: Connection, documents: Iterable[str]) -> dict[Pair, OnPromises]:
    """The latest decision on each promise and later act of which one is told in the documents."""
    rulings = {r.seq: r.what for told in rulings_citing(connection, documents).values() for r in told}
    decided = [what for _, what in sorted(rulings.items()) if isinstance(what, OnPromises)]
    anchorage = Anchorage(connection, (anchor.document for what in decided for anchor in (what.promise, what.act)))
    found: dict[Pair, OnPromises] = {}
    for what in decided:
        promise, act = anchorage.find(what.promise), anchorage.find(what.act)
        if promise is not None and act is not None and promise.act is not None and act.act is not None and promise.act != act.act:
            found[promise.act, act.act] = what
    return found


def _members(change: Change, merged: Mapping[int, MergedAct]) -> set[int]:
    idents = {ident for act in merged.values() for ident in act.reports}
    known = {**change.looked_up, **change.fresh}
    return {number for number, kept in known.items() if kept.ident in idents}


def _told(what: OnPromises) -> FollowUp | None:
    if not isinstance(what, KeepsPromise):
        return None
    kind = cast(Kind, what.follow_up if what.follow_up in KINDS else "fulfilled")
    return FollowUp(kind, "same", None, DECIDED, (Feature("decision", kind, DECIDED),))
