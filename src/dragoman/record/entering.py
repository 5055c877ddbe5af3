"""Entering documents: their own rows, and whom they name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection, select

from dragoman.model.reading import Reading
from dragoman.record import full_text, schema
from dragoman.record.bodies import deflate_json, storable
from dragoman.record.bulk import insert_rows, rows_where, run_many
from dragoman.record.casting import Member, cast_of
from dragoman.record.change import Change, Kept, numbers
from dragoman.record.days import days_of
from dragoman.record.folding import fold
from dragoman.record.loading import Source
from dragoman.record.report import reports_of

_DOCUMENT = (
    "id",
    "ident",
    "seq",
    "in_force",
    "reader",
    "uri",
    "title",
    "publisher",
    "language",
    "published",
    "day",
    "forgotten",
    "fiction",
)
_ACTOR = ("id", "ident", "kind", "name", "country", "folded", "seq")
_encoder = msgspec.json.Encoder()


@dataclass
class Casts:
    """Who is named in the documents of a change, and the row numbers of those who are no persons with a name."""

    members: dict[str, tuple[Member, ...]] = field(default_factory=dict)
    plain: dict[str, int] = field(default_factory=dict)


def enter_documents(change: Change, known: dict[str, int], old_titles: dict[str, str]) -> None:
    """Enter the documents' rows; those of `known` keep theirs. Words go into the full text where they, or the title, are new."""
    free = numbers(change.connection, schema.document)
    change.rows = {source.ident: known.get(source.ident) or next(free) for source in change.sources}
    rows = [_document_row(source, change.rows[source.ident]) for source in change.sources]
    new = [row for row in rows if row[1] not in known]
    insert_rows(change.connection, schema.document, _DOCUMENT, new)
    sets = ", ".join(f"{name} = ?" for name in _DOCUMENT[2:])
    run_many(change.connection, f"UPDATE document SET {sets} WHERE id = ?", [(*row[2:], row[0]) for row in rows if row[1] in known])
    _index_words(change, old_titles)


def _document_row(source: Source, row: int) -> tuple[object, ...]:
    document = source.reading.document
    told = (document.uri, document.title, document.publisher or "", document.language, document.published)
    plain = [None if value is None else storable(value) for value in told]
    day = days_of(document.published)[0]
    return (row, source.ident, source.seq, source.in_force, storable(source.reader), *plain, day, source.forgotten, document.fiction)


def _index_words(change: Change, old_titles: dict[str, str]) -> None:
    """`old_titles` are the titles of the documents whose words are indexed already."""
    gone, new = [], []
    for source in change.sources:
        row, text = change.rows[source.ident], source.reading.document.text
        title, old = storable(source.reading.document.title or ""), old_titles.get(source.ident)
        if old is not None and (source.forgotten or old != title):
            gone.append((row, old, text))
        if not source.forgotten and old != title:
            new.append((row, title, text))
    full_text.remove(change.connection, gone)
    full_text.add(change.connection, new)


def enter_plain_actors(change: Change) -> Casts:
    """Enter countries, organisations, institutions and unnamed persons; an actor's name is the one in the document filed first."""
    casts = Casts({source.ident: cast_of(source) for source in change.sources if not source.forgotten})
    first: dict[str, tuple[int, Member]] = {}
    for source in change.sources:
        for member in casts.members.get(source.ident, ()):
            if member.card is None and member.ident not in first:
                first[member.ident] = (source.seq, member)
    table = schema.actor
    columns = (table.c.id, table.c.ident, table.c.seq)
    known = {row.ident: row for row in rows_where(change.connection, lambda part: select(*columns).where(table.c.ident.in_(part)), first)}
    free = numbers(change.connection, table)
    rows = [_actor_row(next(free), seq, member) for ident, (seq, member) in first.items() if ident not in known]
    insert_rows(change.connection, table, _ACTOR, rows)
    earlier = [_actor_row(known[i].id, seq, member) for i, (seq, member) in first.items() if i in known and seq <= known[i].seq]
    sets = "kind = ?, name = ?, country = ?, folded = ?, seq = ?"
    run_many(change.connection, f"UPDATE actor SET {sets} WHERE id = ?", [(*row[2:], row[0]) for row in earlier])
    casts.plain = {ident: row.id for ident, row in known.items()} | {str(row[1]): int(str(row[0])) for row in rows}
    return casts


def _actor_row(number: int, seq: int, member: Member) -> tuple[object, ...]:
    return (number, member.ident, member.kind, member.name, member.country, fold(member.name), seq)


def enter_reports(change: Change) -> None:
    """Enter the documents' reports, which belong to no act yet."""
    free = numbers(change.connection, schema.report)
    for source in change.sources:
        if source.forgotten:
            continue
        row = change.rows[source.ident]
        for report in reports_of(source.reading, source.seq):
            number = next(free)
            change.fresh[number] = Kept(number, row, source.in_force, None, report)
            change.counts.report(report.day, storable(report.publisher), report.type, 1)
    rows = [(k.id, k.ident, k.document_id, deflate_json(_encoder.encode(k.report))) for k in change.fresh.values()]
    insert_rows(change.connection, schema.report, ("id", "ident", "document_id", "body"), rows)


def enter_told(change: Change, casts: Casts, idents: dict[int, str]) -> None:
    """Enter what the documents say that was said, and their standing facts. `idents` are the idents of actors by row."""
    statements: list[tuple[object, ...]] = []
    speakers: list[tuple[object, ...]] = []
    free = numbers(change.connection, schema.statement)
    for source in change.sources:
        if source.forgotten:
            continue
        row, day = change.rows[source.ident], days_of(source.reading.document.published)[0]
        for told in source.reading.statements:
            number = next(free)
            content = storable(" […] ".join(span.text for span in told.content))
            statements.append((number, row, told.id, told.mode, day, content, _encoder.encode(told).decode()))
            speakers += [(number, actor, day) for actor in dict.fromkeys(change.actors[row, who] for who in told.speakers)]
    insert_rows(change.connection, schema.statement, ("id", "document_id", "local", "mode", "day", "content", "body"), statements)
    insert_rows(change.connection, schema.speaker, ("statement_id", "actor_id", "day"), speakers)
    sources = [(change.rows[source.ident], source.reading) for source in change.sources if not source.forgotten]
    relation_rows(change.connection, sources, change.actors, idents)


def relation_rows(
    connection: Connection, readings: Iterable[tuple[int, Reading]], actors: Mapping[tuple[int, str], int], idents: Mapping[int, str]
) -> None:
    """Enter the standing facts of readings (with their documents' rows): their ends by record-wide idents, or plain words."""
    free = numbers(connection, schema.relation)
    rows: list[tuple[object, ...]] = []
    for row, reading in readings:
        for told in reading.relations:
            ends = [idents[actors[row, end]] if (row, end) in actors else storable(end) for end in (told.subject, told.object)]
            rows.append((next(free), row, told.type, *ends, _encoder.encode(told.evidence).decode()))
    insert_rows(connection, schema.relation, ("id", "document_id", "type", "subject", "object", "words"), rows)
