"""Counts that are kept while filing: of all acts, of one country or organisation, of two, by month, type and status."""

from __future__ import annotations

from collections import Counter
from typing import Any, Literal

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from dragoman.record.act_filter import ActFilter
from dragoman.record.schema import pair_tally

_MONTH = 7


def is_tallied(asked: ActFilter) -> bool:
    """Whether the counts kept answer a filter: at most two sides, types, statuses, whole months."""
    others = (asked.persons, asked.topics, asked.publishers, asked.place, asked.place_country, asked.text, asked.follow_up)
    return len(asked.blocs) <= 2 and not any(others) and _starts_month(asked.first_day) and _ends_month(asked.last_day)


def tallied_total(connection: Connection, asked: ActFilter) -> int:
    """How many acts match."""
    acts = connection.execute(select(func.coalesce(func.sum(pair_tally.c.acts), 0)).where(*_rows(asked))).scalar_one()
    return int(acts)


def tallied(connection: Connection, asked: ActFilter) -> list[tuple[str, str, int]]:
    """Month, type and how many acts match, in this order."""
    key, acts = (pair_tally.c.month, pair_tally.c.type), func.sum(pair_tally.c.acts)
    rows = connection.execute(select(*key, acts).where(*_rows(asked)).group_by(*key).order_by(*key)).all()
    return [(month, kind, int(count)) for month, kind, count in rows]


def tallied_stretch(connection: Connection, asked: ActFilter) -> tuple[str, str]:
    """The first and the last month of acts that match and are dated; empty where none is."""
    dated = (*_rows(asked), pair_tally.c.month > "")
    first, last = (select(end(pair_tally.c.month)).where(*dated).scalar_subquery() for end in (func.min, func.max))
    row = connection.execute(select(first, last)).one()
    return row[0] or "", row[1] or ""


def tallied_by(connection: Connection, asked: ActFilter, by: Literal["month", "year"]) -> list[tuple[str, str, str, int]]:
    """Month or year, type, status and how many acts match."""
    month = pair_tally.c.month if by == "month" else func.substr(pair_tally.c.month, literal_column("1"), literal_column("4"))
    key = (month, pair_tally.c.type, pair_tally.c.status)
    rows = connection.execute(select(*key, func.sum(pair_tally.c.acts)).where(*_rows(asked)).group_by(*key)).all()
    return [(period, kind, status, int(acts)) for period, kind, status, acts in rows]


def tallied_statuses(connection: Connection, asked: ActFilter) -> Counter[str]:
    """How many acts of each status match."""
    acts = func.sum(pair_tally.c.acts)
    rows = connection.execute(select(pair_tally.c.status, acts).where(*_rows(asked)).group_by(pair_tally.c.status)).all()
    return Counter({status: int(count) for status, count in rows})


def _rows(asked: ActFilter) -> list[ColumnElement[bool]]:
    a, b = [*sorted(asked.blocs), "", ""][:2]
    conditions: list[ColumnElement[bool]] = [pair_tally.c.a == a, pair_tally.c.b == b]
    for column, values in ((pair_tally.c.type, asked.types), (pair_tally.c.status, asked.statuses)):
        conditions += _in(column, values)
    if asked.first_day:
        conditions.append(pair_tally.c.month >= asked.first_day[:_MONTH])
    if asked.last_day:
        conditions += [pair_tally.c.month <= asked.last_day[:_MONTH], pair_tally.c.month > ""]
    return conditions


def _in(column: ColumnElement[Any], values: tuple[str, ...]) -> list[ColumnElement[bool]]:
    return [column.in_(values)] if values else []


def _starts_month(day: str | None) -> bool:
    return not day or day.endswith("-01")


def _ends_month(day: str | None) -> bool:
    if not day:
        return True
    from dragoman.record.days import days_of

    return days_of(day[:_MONTH])[1] == day
