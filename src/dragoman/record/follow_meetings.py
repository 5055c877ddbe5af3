"""Which promises and later acts meet under a common key, the act told of after the promise was made."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.bulk import rows_where
from dragoman.record.follow_places import later_day, promised_day
from dragoman.record.follow_up import Told, is_promise, parted, promise_keys, told_of
from dragoman.record.merged import MergedAct

_PROMISES = "SELECT act_id FROM awaited WHERE key = ? AND promise = 1 AND day <= ?"
_LATER = "SELECT act_id FROM awaited WHERE key = ? AND promise = 0 AND day >= ?"
_ON_SERVER = """
SELECT asked.id, w.act_id FROM unnest(%s::int[], %s::text[], %s::int[]) AS asked(id, key, day)
JOIN awaited w ON w.key = asked.key AND w.promise = {promise} AND w.day {compared} asked.day
"""


def meetings(connection: Connection, acts: Mapping[int, MergedAct]) -> set[tuple[int, int]]:
    """Pairs of a promise and a later act, by row number, of which one at least is among `acts`.

    Those that their rows alone part are left out here, before anything larger is fetched: most are.
    """
    looks = [(number, key, later_day(act)) for number, act in acts.items() for key in promise_keys(act)]
    promised = [(number, key, promised_day(act)) for number, act in acts.items() if is_promise(act) for key in promise_keys(act)]
    before = _look(connection, looks, promise=True)
    after = _look(connection, promised, promise=False)
    pairs = {(promise, later) for later, promise in before if promise != later} | {pair for pair in after if pair[0] != pair[1]}
    told = _told(connection, {end for pair in pairs for end in pair}, acts)
    return {(promise, later) for promise, later in pairs if not parted(told[promise], told[later])}


def _told(connection: Connection, numbers: set[int], acts: Mapping[int, MergedAct]) -> dict[int, Told]:
    table = schema.act
    columns = [table.c.id, *(table.c[name] for name in Told._fields)]
    rows = rows_where(connection, lambda part: select(*columns).where(table.c.id.in_(part)), sorted(numbers - acts.keys()))
    told = {row[0]: Told(*row[1:]) for row in rows}
    return told | {n: told_of(acts[n]) for n in numbers & acts.keys()}


def _look(connection: Connection, asked: list[tuple[int, str, int]], *, promise: bool) -> set[tuple[int, int]]:
    """Pairs of the act that asks and one that it finds."""
    if not asked:
        return set()
    if connection.dialect.name != "sqlite":
        statement = _ON_SERVER.format(promise=str(promise).lower(), compared="<=" if promise else ">=")
        columns = tuple([row[n] for row in asked] for n in range(3))
        return {(row[0], row[1]) for row in connection.exec_driver_sql(statement, columns)}
    driver: Any = connection.connection.driver_connection
    cursor = driver.cursor()
    statement = _PROMISES if promise else _LATER
    found = {(number, other) for number, key, day in asked for (other,) in cursor.execute(statement, (key, day))}
    cursor.close()
    return found
