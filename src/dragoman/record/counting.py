"""The counts that are kept while filing: what a change adds and takes away, summed up first and written once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations
from typing import Any

from sqlalchemy import Connection

from dragoman.record import schema
from dragoman.record.bulk import run_many


@dataclass
class Counts:
    """Differences to the tables of counts, not yet written."""

    tally: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str, str, str, str]] = field(default_factory=Counter)
    ties: Counter[tuple[str, str]] = field(default_factory=Counter)

    def report(self, day: str, publisher: str, act_type: str, times: int) -> None:
        """Count a report of a publisher's document of that day; -1 times takes it away."""
        self.tally[day[:7], publisher, act_type] += times

    def act(self, day: str, act_type: str, status: str, blocs: Sequence[str], times: int) -> None:
        """Count an act between these blocs, each of which is named once; -1 times takes it away."""
        tail = (day[:7], act_type, status)
        sides = sorted(blocs)
        for a, b in (("", ""), *((side, "") for side in sides), *combinations(sides, 2)):
            self.pairs[(a, b, *tail)] += times
        for one, other in (("", ""), *((s, "") for s in sides), *(("", s) for s in sides), *permutations(sides, 2)):
            self.ties[one, other] += times

    def write(self, connection: Connection) -> None:
        """Write all differences; a count that comes down to nothing loses its row."""
        _write(connection, schema.tally.name, ("month", "publisher", "type"), "reports", self.tally)
        _write(connection, schema.pair_tally.name, ("a", "b", "month", "type", "status"), "acts", self.pairs)
        _write(connection, schema.tie.name, ("ident", "other"), "acts", self.ties)


def _write(connection: Connection, table: str, key: tuple[str, ...], counted: str, counts: Counter[Any]) -> None:
    names = ", ".join((*key, counted))
    marks = ", ".join("?" * (len(key) + 1))
    add = f"INSERT INTO {table} ({names}) VALUES ({marks})"
    more = f" ON CONFLICT ({', '.join(key)}) DO UPDATE SET {counted} = {table}.{counted} + excluded.{counted}"
    run_many(connection, add + more, [(*values, count) for values, count in sorted(counts.items()) if count])
    gone = [values for values, count in sorted(counts.items()) if count < 0]
    same = " AND ".join(f"{name} = ?" for name in key)
    run_many(connection, f"DELETE FROM {table} WHERE {same} AND {counted} <= 0", gone)
