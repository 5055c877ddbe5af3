"""One change of the record while it is worked out: what came, what went, and what must be found anew because of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection, Row, Table, select

from dragoman.record import schema
from dragoman.record.bodies import inflate_json
from dragoman.record.bulk import next_id, rows_where
from dragoman.record.counting import Counts
from dragoman.record.loading import Source
from dragoman.record.report import Report

_decoder = msgspec.json.Decoder(Report)


@dataclass(frozen=True)
class Kept:
    """A report with its row: `in_force` is the filing of the reading that it is of, `act` the row of the act that it belongs to."""

    id: int
    document_id: int
    in_force: int
    act: int | None
    report: Report

    @property
    def ident(self) -> str:
        """The report's identifier."""
        return self.report.ident


@dataclass
class Change:
    """A change: `sources` are the documents derived anew, `rows` their row numbers.

    `fresh` are their new reports by row, `touched` the rows of all reports whose acts must be found anew, `latest` whether no document of
    the record was filed after them (then nobody's candidates change but their own), `looked_up` older reports that were met meanwhile.
    """

    connection: Connection
    sources: list[Source]
    latest: bool = True
    rows: dict[str, int] = field(default_factory=dict)
    fresh: dict[int, Kept] = field(default_factory=dict)
    touched: set[int] = field(default_factory=set)
    removed: list[Report] = field(default_factory=list)
    promises: set[int] = field(default_factory=set)
    """The promises (rows of acts) whose follow-ups must be settled anew."""
    counts: Counts = field(default_factory=Counts)
    left: set[int] = field(default_factory=set)
    """Actors that may be nobody any longer."""
    looked_up: dict[int, Kept] = field(default_factory=dict)
    actors: dict[tuple[int, str], int] = field(default_factory=dict)
    """By document and local id, the actor of the documents derived anew."""

    def reports(self, ids: Iterable[int]) -> dict[int, Kept]:
        """Reports by row number, of this change or of before."""
        wanted = set(ids)
        missing = wanted - self.fresh.keys() - self.looked_up.keys()
        if missing:
            table, document = schema.report, schema.document
            columns = (table.c.id, table.c.document_id, document.c.in_force, table.c.act_id, table.c.body)
            joined = select(*columns).join(document, document.c.id == table.c.document_id)
            for row in rows_where(self.connection, lambda part: joined.where(table.c.id.in_(part)), sorted(missing)):
                self.looked_up[row.id] = kept(row)
        return {number: self.fresh[number] if number in self.fresh else self.looked_up[number] for number in wanted}


def kept(row: Row[tuple[object, ...]]) -> Kept:
    """A report from its row and its document's."""
    return Kept(row.id, row.document_id, row.in_force, row.act_id, _decoder.decode(inflate_json(row.body)))


def numbers(connection: Connection, table: Table) -> Iterator[int]:
    """Free row numbers of a table, for one who holds the write lock."""
    number = next_id(connection, table)
    while True:
        yield number
        number += 1
