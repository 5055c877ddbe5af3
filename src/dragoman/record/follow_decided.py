"""What people decided that a later act is, or is not, to a promise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, cast

from dragoman.record.anchorage import Anchorage
from dragoman.record.change import Change
from dragoman.record.decided_links import DECIDED
from dragoman.record.deciding import rulings_citing
from dragoman.record.decisions import KeepsNot, KeepsPromise
from dragoman.record.features import Feature
from dragoman.record.follow_up import FollowUp, is_promise
from dragoman.record.merged import MergedAct

Kind = Literal["fulfilled", "renewed", "called_off"]
KINDS = ("fulfilled", "renewed", "called_off")


def decided_follow_ups(change: Change, merged: Mapping[int, MergedAct]) -> dict[tuple[int, int], FollowUp | None]:
    """By promise and later act, of which one at least is among the new acts: what the latest decision says; None: it is nothing to it."""
    documents = {kept.report.document for kept in change.reports(_members(change, merged)).values()}
    rulings = {r.seq: r.what for told in rulings_citing(change.connection, documents).values() for r in told}
    decided = [(seq, what) for seq, what in sorted(rulings.items()) if isinstance(what, KeepsPromise | KeepsNot)]
    if not decided:
        return {}
    anchorage = Anchorage(change.connection, (anchor.document for _, what in decided for anchor in (what.promise, what.act)))
    found: dict[tuple[int, int], FollowUp | None] = {}
    for _, what in decided:
        promise, act = anchorage.find(what.promise), anchorage.find(what.act)
        if promise is None or act is None or promise.act is None or act.act is None or promise.act == act.act:
            continue
        if promise.act in merged or act.act in merged:
            found[promise.act, act.act] = _told(what)
    return {pair: told for pair, told in found.items() if pair[0] not in merged or is_promise(merged[pair[0]])}


def _members(change: Change, merged: Mapping[int, MergedAct]) -> set[int]:
    idents = {ident for act in merged.values() for ident in act.reports}
    known = {**change.looked_up, **change.fresh}
    return {number for number, kept in known.items() if kept.ident in idents}


def _told(what: KeepsPromise | KeepsNot) -> FollowUp | None:
    if isinstance(what, KeepsNot):
        return None
    kind = cast(Kind, what.follow_up if what.follow_up in KINDS else "fulfilled")
    return FollowUp(kind, "same", None, DECIDED, (Feature("decision", kind, DECIDED),))
