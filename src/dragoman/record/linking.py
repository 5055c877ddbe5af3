"""Which reports may be of one act: each is compared with few that were filed before it, and what they are to each other is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, delete, or_, select

from dragoman.record import schema
from dragoman.record.blocks import block_keys, probe_keys
from dragoman.record.bulk import in_parts, insert_rows, rows_where
from dragoman.record.change import Change, Kept
from dragoman.record.days import number
from dragoman.record.decided_links import decided_links
from dragoman.record.likeness import compare
from dragoman.record.nearest import Place, nearest
from dragoman.record.report import Report

_encoder = msgspec.json.Encoder()
LinkRow = tuple[int, int, str, float, str]
_COLUMNS = ("a", "b", "verdict", "score", "features")


def place_of(report: Report) -> tuple[int, int]:
    """Where a report lies among those under one key: its day as a number (0: unknown), and its document's filing."""
    day = report.first_day or report.last_day or report.day
    return (number(day) if day else 0), report.seq


def enter_blocks(connection: Connection, reports: Iterable[Kept]) -> None:
    """Enter reports under their keys."""
    rows = [(key, *place_of(kept.report), kept.id) for kept in reports for key in block_keys(kept.report)]
    insert_rows(connection, schema.block, ("key", "day", "seq", "report_id"), rows)


def link(change: Change) -> None:
    """Link the change's reports to those that may tell of the same act, and touch all whose acts may change by that."""
    connection = change.connection
    later = set() if change.latest else _later(change)
    if later:
        _forget_links(connection, later)
    fresh = set(change.fresh)
    found = _compared(change, _candidates(connection, change.reports(fresh | later)))
    decided = decided_links(change)
    found.update(decided)
    kept_decided = _still_decided(connection, later) if later else set()
    found = {pair: row for pair, row in found.items() if pair in decided or pair not in kept_decided}
    insert_rows(connection, schema.link, _COLUMNS, [(*pair, *rest) for pair, rest in sorted(found.items())])
    change.touched |= fresh | later | {end for pair in found for end in pair}


def _compared(change: Change, candidates: dict[int, set[int]]) -> dict[tuple[int, int], tuple[str, float, str]]:
    """What reports are to their candidates; those that differ are left out. A pair's first is the report filed first."""
    reports = change.reports({end for later, earlier in candidates.items() for end in (later, *earlier)})
    found: dict[tuple[int, int], tuple[str, float, str]] = {}
    for later, earlier in candidates.items():
        for other in earlier:
            likeness = compare(reports[other].report, reports[later].report)
            if likeness.verdict != "different":
                found[other, later] = (likeness.verdict, likeness.score, _encoder.encode(likeness.features).decode())
    return found


def _candidates(connection: Connection, reports: dict[int, Kept]) -> dict[int, set[int]]:
    """By report, the nearest of those filed before it under each of the keys that it looks up."""
    places = [Place(kept.id, key, *place_of(kept.report)) for kept in reports.values() for key in probe_keys(kept.report)]
    found: dict[int, set[int]] = {}
    for asker, other in nearest(connection, places):
        found.setdefault(asker, set()).add(other)
    return found


def _later(change: Change) -> set[int]:
    """The reports filed after some of the change's, that could have these, or those that went, among their candidates."""
    reports = [*(kept.report for kept in change.fresh.values()), *change.removed]
    first: dict[str, int] = {}
    for report in reports:
        for key in probe_keys(report):
            first[key] = min(report.seq, first.get(key, report.seq))
    table = schema.block
    columns = (table.c.key, table.c.seq, table.c.report_id)
    rows = rows_where(change.connection, lambda part: select(*columns).where(table.c.key.in_(part)), sorted(first))
    return {row.report_id for row in rows if row.seq > first[row.key]} - change.fresh.keys()


def _forget_links(connection: Connection, later: set[int]) -> None:
    """Take away what reports are to those filed before them, but not what people decided."""
    table = schema.link
    for part in in_parts(sorted(later)):
        connection.execute(delete(table).where(table.c.b.in_(part), table.c.verdict.in_(("same", "doubtful"))))


def _still_decided(connection: Connection, later: set[int]) -> set[tuple[int, int]]:
    """The pairs of reports on which a decision stands already."""
    table = schema.link
    rows = rows_where(connection, lambda part: select(table.c.a, table.c.b).where(table.c.b.in_(part)), sorted(later))
    return {(row.a, row.b) for row in rows}


def links_of(connection: Connection, reports: Sequence[int]) -> list[tuple[int, int, str, float, str]]:
    """All links that reports have, to each other and to others."""
    table = schema.link
    found = {
        (row.a, row.b): (row.a, row.b, row.verdict, row.score, row.features)
        for row in rows_where(connection, lambda part: select(table).where(or_(table.c.a.in_(part), table.c.b.in_(part))), reports)
    }
    return [found[pair] for pair in sorted(found)]
