"""Which decisions are about an act."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import Connection, select

from dragoman.record.answers import Decided
from dragoman.record.bulk import rows_where
from dragoman.record.report import Report
from dragoman.record.schema import anchor, decision


def decisions_about(connection: Connection, reports: Iterable[Report]) -> tuple[Decided, ...]:
    """The decisions that cite the words of any of these reports, in the order in which they were filed."""
    told = list(reports)
    filed = rows_where(
        connection, lambda part: select(anchor.c.decision).where(anchor.c.document.in_(part)), {report.document for report in told}
    )
    found = decisions_named(connection, {row.decision for row in filed})
    return tuple(one for one in found.values() if _cites(one.body, told))


def decisions_named(connection: Connection, idents: Iterable[str]) -> dict[str, Decided]:
    """Decisions by their idents, in the order in which they were filed."""
    wanted = list(dict.fromkeys(idents))
    rows = sorted(rows_where(connection, lambda part: select(decision).where(decision.c.ident.in_(part)), wanted), key=lambda row: row.seq)
    taken_back = select(decision.c.undoes, decision.c.ident).order_by(decision.c.seq)
    undoing = rows_where(connection, lambda part: taken_back.where(decision.c.undoes.in_(part)), wanted)
    undone = {row.undoes: row.ident for row in undoing}
    return {row.ident: _decided(row, undone.get(row.ident)) for row in rows}


def _decided(row: Any, undone: str | None) -> Decided:
    return Decided(ident=row.ident, kind=row.kind, by=row.made_by, at=row.made_at, why=row.why, body=json.loads(row.body), undone=undone)


def _cites(body: Any, reports: list[Report]) -> bool:
    """Whether an anchor in the decision overlaps the words of a report; a decision on a whole document is about all its acts."""
    anchors = list(_anchors(body))
    return any(
        one.get("document") == report.document and one.get("start", 0) < span.end and span.start < one.get("end", 0)
        for one in anchors
        for report in reports
        for span in report.evidence
    )


def _anchors(body: Any) -> Iterator[dict[str, Any]]:
    if isinstance(body, dict):
        if {"document", "start", "end"} <= body.keys():
            yield body
        for value in body.values():
            yield from _anchors(value)
