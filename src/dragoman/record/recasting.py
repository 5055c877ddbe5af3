"""Writing again what hangs on who somebody is, in documents that are otherwise as they were."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import select

from dragoman.model.statement import Statement
from dragoman.record import schema
from dragoman.record.act_sides import rewrite_sides
from dragoman.record.bodies import inflate_json
from dragoman.record.bulk import delete_where, insert_rows, rows_where
from dragoman.record.change import Change
from dragoman.record.entering import relation_rows
from dragoman.record.loading import load
from dragoman.record.merged import MergedAct

_statements = msgspec.json.Decoder(Statement)
_acts = msgspec.json.Decoder(MergedAct)


def recast(change: Change, documents: Iterable[int]) -> None:
    """Write the speakers, the standing facts and the sides of the acts of documents again."""
    rows = sorted(documents)
    if not rows:
        return
    named = schema.named
    columns = (named.c.document_id, named.c.local, named.c.actor_id)
    found = rows_where(change.connection, lambda part: select(*columns).where(named.c.document_id.in_(part)), rows)
    actors = {(row.document_id, row.local): row.actor_id for row in found}
    _speakers(change, rows, actors)
    _relations(change, rows, actors)
    _sides(change, rows)


def _speakers(change: Change, documents: list[int], actors: dict[tuple[int, str], int]) -> None:
    table = schema.statement
    found = list(rows_where(change.connection, lambda part: select(table).where(table.c.document_id.in_(part)), documents))
    delete_where(change.connection, schema.speaker.c.statement_id, [row.id for row in found])
    rows = []
    for row in found:
        who = dict.fromkeys(actors[row.document_id, local] for local in _statements.decode(row.body).speakers)
        rows += [(row.id, actor, row.day) for actor in who]
    insert_rows(change.connection, schema.speaker, ("statement_id", "actor_id", "day"), rows)


def _relations(change: Change, documents: list[int], actors: dict[tuple[int, str], int]) -> None:
    relation, document, actor = schema.relation, schema.document, schema.actor
    joined = select(document.c.ident, document.c.id).join(relation, relation.c.document_id == document.c.id).distinct()
    found = {row.ident: row.id for row in rows_where(change.connection, lambda part: joined.where(document.c.id.in_(part)), documents)}
    if not found:
        return
    delete_where(change.connection, relation.c.document_id, found.values())
    wanted = {number for (row, _), number in actors.items() if row in set(found.values())}
    rows = rows_where(change.connection, lambda part: select(actor.c.id, actor.c.ident).where(actor.c.id.in_(part)), sorted(wanted))
    idents = {row.id: row.ident for row in rows}
    sources = [(found[source.ident], source.reading) for source in load(change.connection, sorted(found))]
    relation_rows(change.connection, sources, actors, idents)


def _sides(change: Change, documents: list[int]) -> None:
    report, act = schema.report, schema.act
    belong = select(report.c.act_id).distinct()
    acts = {row.act_id for row in rows_where(change.connection, lambda part: belong.where(report.c.document_id.in_(part)), documents)} - {
        None
    }
    bodies = rows_where(change.connection, lambda part: select(act.c.id, act.c.body).where(act.c.id.in_(part)), sorted(acts))
    merged = {row.id: _acts.decode(inflate_json(row.body)) for row in bodies}
    members = rows_where(change.connection, lambda part: select(report.c.id).where(report.c.act_id.in_(part)), sorted(acts))
    reports = {kept.ident: kept for kept in change.reports(row.id for row in members).values()}
    rewrite_sides(change, merged, reports)
