"""The nearest reports under a key: those of the days before and after, as many as are worth comparing, whatever else lies there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

NEAREST = 32
"""How many reports on each side, before and after by day, are looked at under one key."""

_BEFORE = (
    "SELECT report_id FROM block WHERE key = ? AND (day, seq) < (?, ?) AND seq < ? ORDER BY day DESC, seq DESC, report_id DESC LIMIT ?"
)
_AFTER = "SELECT report_id FROM block WHERE key = ? AND day > ? AND seq < ? ORDER BY day, seq, report_id LIMIT ?"
_ON_SERVER = """
SELECT asked.id, near.report_id
FROM unnest(%s::int[], %s::text[], %s::int[], %s::int[]) AS asked(id, key, day, seq)
CROSS JOIN LATERAL (
  (SELECT b.report_id FROM block b WHERE b.key = asked.key AND (b.day, b.seq) < (asked.day, asked.seq) AND b.seq < asked.seq
   ORDER BY b.day DESC, b.seq DESC, b.report_id DESC LIMIT %s)
  UNION ALL
  (SELECT b.report_id FROM block b WHERE b.key = asked.key AND b.day > asked.day AND b.seq < asked.seq
   ORDER BY b.day, b.seq, b.report_id LIMIT %s)
) AS near
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one report looks: under a key, around its own day and filing."""

    report: int
    key: str
    day: int
    seq: int


def nearest(connection: Connection, places: Sequence[Place], most: int = NEAREST) -> Iterator[tuple[int, int]]:
    """Pairs of a report that asks and one, filed before it, that it finds; the same pair may come more than once."""
    if not places:
        return
    if connection.dialect.name != "sqlite":
        asked = ([p.report for p in places], [p.key for p in places], [p.day for p in places], [p.seq for p in places])
        yield from ((row[0], row[1]) for row in connection.exec_driver_sql(_ON_SERVER, (*asked, most, most)))
        return
    driver: Any = connection.connection.driver_connection
    cursor = driver.cursor()
    for place in places:
        for (other,) in cursor.execute(_BEFORE, (place.key, place.day, place.seq, place.seq, most)):
            yield place.report, other
        for (other,) in cursor.execute(_AFTER, (place.key, place.day, place.seq, most)):
            yield place.report, other
    cursor.close()
