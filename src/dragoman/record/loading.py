"""The truth about some documents: the reading in force, the text, and the decisions that cite them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.model.reading import Reading
from dragoman.record import schema
from dragoman.record.anchoring import anchored
from dragoman.record.bodies import inflate_reading, inflate_text
from dragoman.record.bulk import rows_where
from dragoman.record.deciding import Ruling, rulings_citing
from dragoman.record.decisions import AddFact, Forget, WrongFact, anchors_of


@dataclass(frozen=True)
class Source:
    """A document with all that its derived rows follow from.

    `seq` is the filing of its first reading, `in_force` of the one that counts.
    """

    ident: str
    seq: int
    in_force: int
    reader: str
    reading: Reading
    rulings: tuple[Ruling, ...] = ()
    unanchored: tuple[Ruling, ...] = ()
    """The decisions whose words this reading tells nothing by."""

    @property
    def forgotten(self) -> bool:
        """Whether a decision says that the document counts no longer."""
        return any(isinstance(r.what, Forget) and r.what.document == self.ident for r in self.rulings)


def load(connection: Connection, documents: Sequence[str], at_hand: Mapping[str, Reading] | None = None) -> list[Source]:
    """The documents' sources in the order of filing; `at_hand` are readings that need not be fetched, for they were just filed."""
    table = schema.reading
    columns = (table.c.document, func.min(table.c.seq), func.max(table.c.seq))
    spans = {
        row[0]: (row[1], row[2])
        for row in rows_where(
            connection, lambda part: select(*columns).where(table.c.document.in_(part)).group_by(table.c.document), documents
        )
    }
    readings = _readings(connection, {ident: last for ident, (_, last) in spans.items()}, at_hand or {})
    decided = rulings_citing(connection, documents)
    sources = [_source(ident, *spans[ident], *readings[ident], decided.get(ident, ())) for ident in spans]
    return sorted(sources, key=lambda source: source.seq)


def _source(ident: str, seq: int, in_force: int, reader: str, read: Reading, rulings: tuple[Ruling, ...]) -> Source:
    if not rulings:
        return Source(ident, seq, in_force, reader, read)
    amended, lost = amend(read, rulings)
    return Source(ident, seq, in_force, reader, amended, rulings, lost)


def texts(connection: Connection, documents: Sequence[str]) -> dict[str, str]:
    """The documents' texts."""
    table = schema.text
    rows = rows_where(connection, lambda part: select(table.c.document, table.c.body).where(table.c.document.in_(part)), documents)
    return {row.document: inflate_text(row.body) for row in rows}


def amend(reading: Reading, rulings: Sequence[Ruling]) -> tuple[Reading, tuple[Ruling, ...]]:
    """The reading with the acts that people added, without those that they called wrong; and the decisions that cite acts not there."""
    added = _with_added(reading, rulings)
    found = {
        (r.seq, n): anchored(a, added.acts) for r in rulings for n, a in enumerate(anchors_of(r.what)) if a.document == reading.document.id
    }
    wrong = {act.id for r in rulings if isinstance(r.what, WrongFact) for act in [found.get((r.seq, 0))] if act}
    lost = {seq for (seq, _), act in found.items() if act is None}
    acts = tuple(act for act in added.acts if act.id not in wrong)
    return msgspec.structs.replace(added, acts=acts), tuple(r for r in rulings if r.seq in lost)


def _with_added(reading: Reading, rulings: Sequence[Ruling]) -> Reading:
    added = [(r.decision.ident, r.what) for r in rulings if isinstance(r.what, AddFact)]
    if not added:
        return reading
    known = {actor.id for actor in reading.actors}
    actors = {actor.id: actor for _, what in added for actor in what.actors if actor.id not in known}
    acts = tuple(msgspec.structs.replace(what.act, id=ident.replace("-", "")) for ident, what in added)
    return msgspec.structs.replace(reading, acts=reading.acts + acts, actors=reading.actors + tuple(actors.values()))


def _readings(connection: Connection, last: Mapping[str, int], at_hand: Mapping[str, Reading]) -> dict[str, tuple[str, Reading]]:
    """By document, the reader and the reading in force."""
    table = schema.reading
    missing = [ident for ident in last if ident not in at_hand]
    bodies = texts(connection, missing)
    found: dict[str, tuple[str, Reading]] = {}
    wanted: Any = (table.c.document, table.c.reader, table.c.body)
    for row in rows_where(connection, lambda part: select(*wanted).where(table.c.seq.in_(part)), [last[ident] for ident in missing]):
        found[row.document] = (row.reader, inflate_reading(row.body, bodies[row.document]))
    for ident in last:
        if ident in at_hand:
            reading = at_hand[ident]
            found[ident] = (f"{reading.reader.name} {reading.reader.version}", reading)
    return found
