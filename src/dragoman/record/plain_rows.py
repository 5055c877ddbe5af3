"""Countries, organisations, institutions and unnamed persons whom a document no longer names: are they named elsewhere, and how?"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.bulk import delete_where, rows_where, run_many
from dragoman.record.casting import cast_of, stem_of
from dragoman.record.folding import fold
from dragoman.record.loading import load


def keep_plain_actors(connection: Connection, lost: Iterable[str]) -> None:
    """Of actors (by ident) that a document named and may name no longer: name them as the first document that does, or let them go."""
    table = schema.actor
    columns = (table.c.id, table.c.ident, table.c.seq)
    rows = list(rows_where(connection, lambda part: select(*columns).where(table.c.ident.in_(part)), sorted(set(lost))))
    left = []
    for row in rows:
        first = _first_document(connection, row.id, row.ident)
        if first is None:
            left.append(row.id)
        elif first[0] != row.seq:
            _name_by(connection, row.ident, *first)
    delete_where(connection, table.c.id, left)


def _first_document(connection: Connection, actor: int, ident: str) -> tuple[int, str] | None:
    """The filing and the ident of the first document that names an actor, or tells of an unnamed person's office."""
    named, held, document = schema.named, schema.held, schema.document
    told = [select(named.c.document_id).where(named.c.actor_id == actor)]
    if ident.startswith("per:"):
        office = (held.c.office == stem_of(ident), held.c.of == ident.partition("@")[2], held.c.card_id.is_(None))
        told.append(select(held.c.document_id).where(*office))
    first = select(document.c.seq, document.c.ident).order_by(document.c.seq).limit(1)
    firsts = [row for row in (connection.execute(first.where(document.c.id.in_(naming))).first() for naming in told) if row]
    found = min(firsts, key=lambda row: row.seq, default=None)
    return None if found is None else (found.seq, found.ident)


def _name_by(connection: Connection, ident: str, seq: int, document: str) -> None:
    (source,) = load(connection, [document])
    member = next(m for m in cast_of(source) if m.ident == ident)
    row = (member.kind, member.name, member.country, fold(member.name), seq, ident)
    run_many(connection, "UPDATE actor SET kind = ?, name = ?, country = ?, folded = ?, seq = ? WHERE ident = ?", [row])
