"""The acts that match a filter, or the newest of them where there are too many, for counting what they have in common."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, func, select, text

from dragoman.record.act_filter import ActFilter
from dragoman.record.full_text import matching, parse_query
from dragoman.record.leads import MANY, Lead
from dragoman.record.lookups import lookups_of
from dragoman.record.schema import act, report
from dragoman.record.selecting import Selecting, selecting

NEWEST = 5_000
"""Up to how many acts are looked at."""


class Sample(NamedTuple):
    """Row numbers of acts; `exact` where they are all that match."""

    rows: list[int]
    exact: bool


def sample(connection: Connection, asked: ActFilter, most: int = NEWEST) -> Sample:
    """The acts that match a filter (already `checked`), the newest up to so many; those of the newest documents, for a common word."""
    asked = msgspec.structs.replace(asked, newest_first=True)
    chosen = selecting(connection, asked)
    if asked.text and "text" not in chosen.lead.covers and chosen.lead.rows >= MANY:
        chosen = Selecting(connection, asked, _newest_documents(connection, asked.text, most), lookups_of(connection, asked))
        return Sample([row for _, row in chosen.rows(most)], False)
    rows = chosen.rows(most + 1)
    return Sample([row for _, row in rows[:most]], len(rows) <= most)


def among(connection: Connection, one: ColumnElement[Any], rows: list[int]) -> ColumnElement[bool]:
    """Whether a column has one of many row numbers, handed over as one value."""
    if connection.dialect.name == "sqlite":
        listed: Select[Any] = select(column("value")).select_from(func.json_each(bindparam(None, json.dumps(rows), unique=True)))
        return one.in_(listed)
    return one.in_(text("SELECT unnest(CAST(:sampled AS integer[]))").bindparams(sampled=rows).columns(one))


def _newest_documents(connection: Connection, words: str, most: int) -> Lead:
    found = matching(connection, parse_query(words))
    (row,) = found.selected_columns
    newest = found.order_by(row.desc()).limit(most).subquery("newest")
    told = select(report.c.act_id).where(report.c.document_id.in_(select(newest)), report.c.act_id.is_not(None)).distinct().subquery("told")
    rows = select(act.c.day, act.c.id.label("act_id")).select_from(told.join(act, act.c.id == told.c.act_id))
    return Lead((rows,), frozenset({"text"}))
