"""Taking a document's derived rows out again, before it is derived anew or where it is forgotten."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.act_rows import dissolve
from dragoman.record.bulk import delete_where, rows_where
from dragoman.record.change import Change, kept
from dragoman.record.linking import links_of

HeldRow = tuple[int | None, str, str, str, str, bool, str, int, int, int]
"""Card, office, of, first and last day, former, title, start, stop, document: one document's word of an office."""
HELD = ("card_id", "office", "of", "first_day", "last_day", "former", "title", "start", "stop", "document_id")


@dataclass
class Gone:
    """What was taken out: documents with their row numbers and titles, cards with the names they were told by, plain actors, offices."""

    documents: dict[str, int] = field(default_factory=dict)
    titles: dict[str, str] = field(default_factory=dict)
    cards: set[int] = field(default_factory=set)
    actors: set[int] = field(default_factory=set)
    names: set[tuple[int, str, int]] = field(default_factory=set)
    """Card, name, document."""
    held: set[HeldRow] = field(default_factory=set)


def take_out(change: Change) -> Gone:
    """Take out all that was derived from the change's documents, where they were entered before; their own rows stay."""
    connection = change.connection
    gone = Gone()
    document = schema.document
    columns = (document.c.id, document.c.ident, document.c.title, document.c.forgotten)
    for row in rows_where(connection, lambda part: select(*columns).where(document.c.ident.in_(part)), [s.ident for s in change.sources]):
        gone.documents[row.ident] = row.id
        if not row.forgotten:
            gone.titles[row.ident] = row.title or ""
    if gone.documents:
        rows = sorted(gone.documents.values())
        _remember_names(connection, rows, gone)
        _take_reports(change, rows)
        _take_told(connection, rows)
    return gone


def _remember_names(connection: Connection, documents: list[int], gone: Gone) -> None:
    named, held = schema.named, schema.held
    for row in rows_where(connection, lambda part: select(named).where(named.c.document_id.in_(part)), documents):
        if row.card_id is None and row.by == "name":
            gone.actors.add(row.actor_id)
        if row.card_id is not None:
            gone.cards.add(row.card_id)
            gone.names.add((row.card_id, row.name, row.document_id))
    wanted = [held.c[name] for name in HELD]
    gone.held = {tuple(row) for row in rows_where(connection, lambda part: select(*wanted).where(held.c.document_id.in_(part)), documents)}
    delete_where(connection, named.c.document_id, documents)
    delete_where(connection, held.c.document_id, documents)


def _take_reports(change: Change, documents: list[int]) -> None:
    connection = change.connection
    report, document = schema.report, schema.document
    columns = (report.c.id, report.c.document_id, document.c.in_force, report.c.act_id, report.c.body)
    joined = select(*columns).join(document, document.c.id == report.c.document_id)
    going = [kept(row) for row in rows_where(connection, lambda part: joined.where(report.c.document_id.in_(part)), documents)]
    ids = [report.id for report in going]
    change.removed = [found.report for found in going]
    for found in change.removed:
        change.counts.report(found.day, found.publisher, found.type, -1)
    change.touched |= {end for a, b, *_ in links_of(connection, ids) for end in (a, b)}
    change.touched |= dissolve(change, {found.act for found in going if found.act is not None})
    change.touched -= set(ids)
    delete_where(connection, schema.block.c.report_id, ids)
    delete_where(connection, schema.link.c.a, ids)
    delete_where(connection, schema.link.c.b, ids)
    delete_where(connection, report.c.id, ids)


def _take_told(connection: Connection, documents: list[int]) -> None:
    table = schema.statement
    ids = [row.id for row in rows_where(connection, lambda part: select(table.c.id).where(table.c.document_id.in_(part)), documents)]
    delete_where(connection, schema.speaker.c.statement_id, ids)
    delete_where(connection, table.c.document_id, documents)
    delete_where(connection, schema.relation.c.document_id, documents)
