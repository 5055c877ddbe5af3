"""What the record holds, and what came in lately."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from dragoman.record.act_filter import check_limit
from dragoman.record.act_lines import act_lines
from dragoman.record.answers import Coverage, News, Tally
from dragoman.record.promise_lists import latest_publication
from dragoman.record.schema import act, actor, decision, document, question, reading, tally, tie
from dragoman.record.utterances import document_lines

_COUNTED = 10_000


def record_state(connection: Connection) -> tuple[int, int]:
    """What changes with every filing and every decision: the last number of each."""
    return tuple(int(connection.execute(select(func.max(table.c.seq))).scalar() or 0) for table in (reading, decision))  # type: ignore[return-value]


def record_coverage(connection: Connection) -> Coverage:
    """How much the record holds, from when to when, by whom."""
    months = select(tally.c.month, tally.c.publisher, func.sum(tally.c.reports).label("reports"))
    tallies = [
        Tally(month=row.month, publisher=row.publisher, reports=row.reports)
        for row in connection.execute(months.group_by(tally.c.month, tally.c.publisher).order_by(tally.c.month, tally.c.publisher))
    ]
    acts = connection.execute(select(tie.c.acts).where(tie.c.ident == "", tie.c.other == "")).scalar() or 0
    days = [connection.execute(select(act.c.day).where(act.c.day > "").order_by(order).limit(1)).scalar() for order in _ENDS]
    return Coverage(
        documents=_count(connection, document.c.id),
        acts=acts,
        reports=sum(one.reports for one in tallies),
        persons=_count(connection, actor.c.id, actor.c.kind == "person"),
        questions=_count(connection, question.c.ident, question.c.state == "open"),
        first_day=days[0] or "",
        last_day=days[1] or "",
        as_of=latest_publication(connection),
        seq=record_state(connection)[0],
        tallies=tuple(tallies),
    )


_ENDS: tuple[Any, Any] = (act.c.day, act.c.day.desc())


def record_news(connection: Connection, since: int, limit: int) -> News:
    """What was filed, or changed by what was filed, after a filing."""
    check_limit(limit)
    documents = select(document.c.id).where(document.c.seq > since)
    acts = select(act.c.id).where(act.c.seq > since)
    newest = [row.id for row in connection.execute(documents.order_by(document.c.seq.desc()).limit(limit))]
    changed = [row.id for row in connection.execute(acts.order_by(act.c.seq.desc(), act.c.id.desc()).limit(limit))]
    lines = document_lines(connection, newest)
    return News(
        since=since,
        seq=record_state(connection)[0],
        documents=tuple(lines[row] for row in newest),
        acts=act_lines(connection, changed),
        more_documents=_up_to(connection, documents) - len(newest),
        more_acts=_up_to(connection, acts) - len(changed),
    )


def _up_to(connection: Connection, rows: Any) -> int:
    return int(connection.execute(select(func.count()).select_from(rows.limit(_COUNTED).subquery())).scalar_one())


def _count(connection: Connection, one: ColumnElement[Any], *conditions: ColumnElement[bool]) -> int:
    return int(connection.execute(select(func.count(one)).where(*conditions)).scalar_one())
