"""Pages of acts and how many there are."""

from __future__ import annotations

import msgspec
from sqlalchemy import Connection, bindparam, func, select

from dragoman.errors import CursorError
from dragoman.record.act_filter import ActFilter, checked
from dragoman.record.act_lines import act_lines, act_rows
from dragoman.record.answers import ActPage, Count
from dragoman.record.cursors import cursor, place_of
from dragoman.record.prepared import Prepared
from dragoman.record.samples import sample
from dragoman.record.schema import act, bloc
from dragoman.record.selecting import Row, selecting
from dragoman.record.tallies import is_tallied, tallied_total

_NEWEST = Prepared(
    lambda among: (
        select(bloc.c.act_id)
        .where(bloc.c.ident == bindparam("one"))
        .order_by(bloc.c.day.desc(), bloc.c.act_id.desc())
        .limit(bindparam("most"))
    )
)
COUNTED = 10_000
"""Up to how many acts are counted one by one."""


def act_page(connection: Connection, asked: ActFilter) -> ActPage:
    """A page of the acts that match."""
    asked = checked(asked)
    after = _after(connection, asked.cursor) if asked.cursor else None
    rows = selecting(connection, asked).rows(asked.limit + 1, after)
    lines = act_lines(connection, [row for _, row in rows[: asked.limit]])
    more = len(rows) > asked.limit and lines
    return ActPage(acts=lines, next=cursor(rows[asked.limit - 1][0], lines[-1].ident) if more else None)


def act_count(connection: Connection, asked: ActFilter) -> Count:
    """How many acts match: from the counts kept while filing where they tell, else counted up to `COUNTED`."""
    asked = checked(asked)
    if is_tallied(asked):
        return Count(acts=tallied_total(connection, asked))
    chosen = selecting(connection, asked)
    if chosen.costly:
        drawn = sample(connection, asked)
        return Count(acts=len(drawn.rows), exact=drawn.exact)
    acts = chosen.count(COUNTED + 1)
    return Count(acts=min(acts, COUNTED), exact=acts <= COUNTED)


def newest_rows(connection: Connection, asked: ActFilter, limit: int) -> list[int]:
    """The row numbers of the newest acts that match."""
    if len(asked.blocs) == 1 and asked == ActFilter(countries=asked.blocs):
        return [found.act_id for found in _NEWEST.rows(connection, one=asked.blocs[0], most=limit)]
    return [row for _, row in selecting(connection, msgspec.structs.replace(asked, cursor=None, newest_first=True)).rows(limit)]


def _after(connection: Connection, word: str) -> Row:
    day, ident = place_of(word, str, str)
    row = act_rows(connection, [ident]).get(ident)
    if row is None:
        raise CursorError("the cursor leads to an act that is no longer there; ask for the first page again, without a cursor")
    return day, row


def latest_day(connection: Connection) -> str:
    """The last day of any act, or empty."""
    return connection.execute(select(func.max(act.c.day))).scalar() or ""
