"""Who takes part in acts, as rows: the actors behind the participants as the reports name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.bulk import delete_where, insert_rows, rows_where
from dragoman.record.change import Change, Kept
from dragoman.record.merged import MergedAct
from dragoman.record.merged_sides import MergedSide

SideRow = tuple[int, int, str, int | None, str]
_COLUMNS = ("act_id", "actor_id", "role", "behalf_id", "day")


def write_sides(change: Change, merged: Mapping[int, MergedAct], reports: Mapping[str, Kept]) -> None:
    """Write the participants of acts; of two that are one actor in one role, the first counts."""
    who = _Actors(change, (kept.document_id for kept in reports.values()))
    rows: dict[tuple[int, int, str], SideRow] = {}
    for number, act in merged.items():
        for side in act.sides:
            actor = who.of(side, reports)
            if actor is not None:
                rows.setdefault((number, actor, side.role), (number, actor, side.role, who.behalf(side, reports), act.day))
    insert_rows(change.connection, schema.side, _COLUMNS, list(rows.values()))


def rewrite_sides(change: Change, merged: Mapping[int, MergedAct], reports: Mapping[str, Kept]) -> None:
    """Write the participants of acts anew: somebody in them is known to be somebody else."""
    delete_where(change.connection, schema.side.c.act_id, sorted(merged))
    write_sides(change, merged, reports)


class _Actors:
    """The actors of documents: of the change's from memory, of others from their rows."""

    def __init__(self, change: Change, documents: Iterable[int]) -> None:
        self._actors = change.actors
        missing = set(documents) - set(change.rows.values())
        named = schema.named
        columns = (named.c.document_id, named.c.local, named.c.actor_id)
        rows = rows_where(change.connection, lambda part: select(*columns).where(named.c.document_id.in_(part)), sorted(missing))
        self._older = {(row.document_id, row.local): row.actor_id for row in rows}

    def of(self, side: MergedSide, reports: Mapping[str, Kept]) -> int | None:
        """The actor whom the fullest telling that is known means."""
        found = (self._find(reports[told.report].document_id, told.local) for told in side.told)
        return next((actor for actor in found if actor is not None), None)

    def behalf(self, side: MergedSide, reports: Mapping[str, Kept]) -> int | None:
        """The actor on whose behalf a participant acts, as the first report that says so has it."""
        found = (self._find(reports[told.report].document_id, told.behalf) for told in side.told if told.behalf)
        return next((actor for actor in found if actor is not None), None)

    def _find(self, document: int, local: str) -> int | None:
        return self._actors.get((document, local), self._older.get((document, local)))
