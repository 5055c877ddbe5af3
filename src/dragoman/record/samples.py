"""The acts that match a filter, or the newest of them where there are too many, for counting what they have in common."""

from __future__ import annotations

import dataclasses
import json
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, func, select, text

from dragoman.record.act_filter import ActFilter
from dragoman.record.full_text import matching, parse_query
from dragoman.record.leads import Lead
from dragoman.record.schema import act, report
from dragoman.record.selecting import Selecting, selecting

NEWEST = 500
"""Up to how many acts are looked at."""
CANDIDATES = 250
"""Up to how many acts are looked at for a common text, where they match all else."""


class Sample(NamedTuple):
    """Row numbers of acts; `exact` where they are all that match, `costly` where it would take too long to count the others."""

    rows: list[int]
    exact: bool
    costly: bool = False


def sample(connection: Connection, asked: ActFilter, most: int = NEWEST) -> Sample:
    """The acts that match a filter (already `checked`), the newest up to so many; of a common text, those of its newest documents, or of
    the newest acts that match all else.
    """
    asked = msgspec.structs.replace(asked, newest_first=True)
    chosen = selecting(connection, asked)
    if not chosen.costly:
        rows = chosen.rows(most + 1)
        return Sample([row for _, row in rows[:most]], len(rows) <= most)
    if asked == ActFilter(text=asked.text, cursor=asked.cursor, limit=asked.limit):
        newest = Selecting(connection, asked, _newest_documents(connection, asked.text or "", most))
        return Sample([row for _, row in newest.rows(most)], False, True)
    others = {name: lookup for name, lookup in chosen.lookups.items() if name != "text"}
    candidates = [row for _, row in dataclasses.replace(chosen, lookups=others).rows(CANDIDATES + 1)]
    words = chosen.lookups["text"](act.c.day, act.c.id)
    found = select(act.c.id).where(among(connection, act.c.id, candidates[:CANDIDATES]), words).order_by(act.c.day.desc(), act.c.id.desc())
    return Sample([row.id for row in connection.execute(found).all()], len(candidates) <= CANDIDATES, True)


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
