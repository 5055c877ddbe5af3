"""What is kept as truth: texts, readings, and where texts were seen. Nothing here is ever changed, only added to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.errors import RecordError
from dragoman.model.document import Document, document_id
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.record.bodies import deflate_reading, deflate_text, storable
from dragoman.record.bulk import insert_rows, rows_where
from dragoman.record.schema import reading as reading_table
from dragoman.record.schema import sighting as sighting_table
from dragoman.record.schema import text as text_table


class Sighting(msgspec.Struct, frozen=True):
    """Where a text was seen: the same text in two places is one document seen twice."""

    document: str
    uri: str = ""
    publisher: str = ""
    title: str | None = None
    published: str | None = None


class Filed(msgspec.Struct, frozen=True):
    """What filing added: documents never seen before, readings, places; `known` readings were there already. `seq`: the filing reached."""

    documents: int = 0
    readings: int = 0
    sightings: int = 0
    known: int = 0
    seq: int = 0

    def __add__(self, other: Filed) -> Filed:
        return Filed(
            self.documents + other.documents,
            self.readings + other.readings,
            self.sightings + other.sightings,
            self.known + other.known,
            max(self.seq, other.seq),
        )


def sighting_of(document: Document) -> Sighting:
    """Where a document says that it comes from."""
    return Sighting(document.id, document.uri or "", document.publisher or "", document.title, document.published)


def reader_key(reader: ReaderVersion) -> str:
    """A reader's name and version as the record keeps it."""
    return f"{reader.name} {reader.version}"


def check_identity(reading: Reading) -> None:
    """Raise `RecordError` where a reading's document is not named by its text's digest: it would be filed under a false name."""
    document = reading.document
    if document.id != document_id(document.text):
        message = f"{document.uri or document.id}: the document's id is not the digest of its text; make it with document_id(text)"
        raise RecordError(message)


def add_readings(connection: Connection, readings: Sequence[Reading]) -> tuple[Filed, dict[str, Reading]]:
    """Add a batch under the write lock: its counts, and by document the readings that are in force now and were not before."""
    documents = _add_texts(connection, [reading.document for reading in readings])
    new, seq = _add_readings(connection, readings)
    seen = add_sightings(connection, [sighting_of(reading.document) for reading in readings])
    return Filed(documents, len(new), seen, len(readings) - len(new), seq), {reading.document.id: reading for reading in new}


def add_sightings(connection: Connection, sightings: Iterable[Sighting]) -> int:
    """Add where texts were seen; how many places were new."""
    asked = {(s.document, storable(s.uri), storable(s.publisher)): s for s in reversed(list(sightings))}
    columns = (sighting_table.c.document, sighting_table.c.uri, sighting_table.c.publisher)
    documents = {key[0] for key in asked}
    known = {tuple(row) for row in rows_where(connection, lambda part: select(*columns).where(columns[0].in_(part)), documents)}
    new = [(*key, _or_none(s.title), _or_none(s.published)) for key, s in reversed(asked.items()) if key not in known]
    first = int(connection.execute(select(func.coalesce(func.max(sighting_table.c.seq), 0))).scalar_one()) + 1
    rows = [(first + n, *row) for n, row in enumerate(new)]
    insert_rows(connection, sighting_table, ("seq", "document", "uri", "publisher", "title", "published"), rows)
    return len(rows)


def _or_none(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _add_texts(connection: Connection, documents: Sequence[Document]) -> int:
    asked = {document.id: document.text for document in documents}
    column = text_table.c.document
    known = {row.document for row in rows_where(connection, lambda part: select(column).where(column.in_(part)), asked)}
    new = [(ident, deflate_text(body)) for ident, body in asked.items() if ident not in known]
    first = int(connection.execute(select(func.coalesce(func.max(text_table.c.id), 0))).scalar_one()) + 1
    insert_rows(connection, text_table, ("id", "document", "body"), [(first + n, *row) for n, row in enumerate(new)])
    return len(new)


def _add_readings(connection: Connection, readings: Sequence[Reading]) -> tuple[list[Reading], int]:
    """The readings that were new, and the number of the last reading of the record."""
    columns = (reading_table.c.document, reading_table.c.reader)
    documents = {reading.document.id for reading in readings}
    known = {tuple(row) for row in rows_where(connection, lambda part: select(*columns).where(columns[0].in_(part)), documents)}
    last = int(connection.execute(select(func.coalesce(func.max(reading_table.c.seq), 0))).scalar_one())
    rows: list[tuple[int, str, str, bytes]] = []
    new: list[Reading] = []
    for reading in readings:
        key = (reading.document.id, reader_key(reading.reader))
        if key not in known:
            known.add(key)
            new.append(reading)
            rows.append((last + len(rows) + 1, *key, deflate_reading(reading)))
    insert_rows(connection, reading_table, ("seq", "document", "reader", "body"), rows)
    return new, last + len(rows)
