"""What was said, and the standing facts and offices told in passing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, select

from dragoman.model.span import Span
from dragoman.model.statement import Statement
from dragoman.record.act_lines import named
from dragoman.record.answers import DocumentLine, Named, RelationLine, StatementLine, TenureLine, Words
from dragoman.record.bulk import rows_where
from dragoman.record.naming import names_of
from dragoman.record.samples import among
from dragoman.record.schema import actor, document, relation, report, speaker, statement, tenure

_statement = msgspec.json.Decoder(Statement)
_spans = msgspec.json.Decoder(tuple[Span, ...])


def document_lines(connection: Connection, rows: Iterable[int]) -> dict[int, DocumentLine]:
    """Documents by their row numbers."""
    return {
        row.id: document_line(row) for row in rows_where(connection, lambda part: select(document).where(document.c.id.in_(part)), rows)
    }


def document_line(row: Any) -> DocumentLine:
    """The line of a document's row."""
    return DocumentLine(
        ident=row.ident,
        title=row.title,
        publisher=row.publisher,
        published=row.published,
        day=row.day,
        uri=row.uri,
        language=row.language,
        forgotten=bool(row.forgotten),
        fiction=row.fiction,
    )


def words_of(ident: str, spans: Iterable[Span]) -> tuple[Words, ...]:
    """Spans of a document as words to be shown."""
    return tuple(Words(document=ident, start=s.start, end=s.end, text=s.text) for s in spans)


def said_by(connection: Connection, row: int, limit: int) -> tuple[StatementLine, ...]:
    """What an actor said last."""
    newest = select(speaker.c.statement_id).where(speaker.c.actor_id == row).order_by(speaker.c.day.desc(), speaker.c.statement_id.desc())
    return _statements(connection, [found.statement_id for found in connection.execute(newest.limit(limit))])


def said_about(connection: Connection, acts: list[int], blocs: Sequence[str], limit: int) -> tuple[StatementLine, ...]:
    """What those who stand for some countries or organisations said in the documents that tell of acts, the latest first."""
    told = select(report.c.document_id).where(among(connection, report.c.act_id, acts)).distinct()
    documents = [row.document_id for row in connection.execute(told)]
    joined = statement.join(speaker, speaker.c.statement_id == statement.c.id).join(actor, actor.c.id == speaker.c.actor_id)
    columns = (statement.c.id, statement.c.day, actor.c.id.label("actor_id"), actor.c.ident, actor.c.country)
    found = select(*columns).select_from(joined)
    rows = list(rows_where(connection, lambda part: found.where(statement.c.document_id.in_(part)), documents))
    officials = _officials(connection, {row.actor_id for row in rows if row.country is None}, blocs)
    spoken = {(row.day, row.id) for row in rows if row.country in blocs or row.ident in blocs or row.actor_id in officials}
    return _statements(connection, [row for _, row in sorted(spoken, reverse=True)[:limit]])


def _officials(connection: Connection, actors: Iterable[int], blocs: Sequence[str]) -> set[int]:
    """Those of some actors who hold an office of one of the organisations."""
    columns = (tenure.c.actor_id, tenure.c.of)
    rows = rows_where(connection, lambda part: select(*columns).where(tenure.c.actor_id.in_(part)), actors)
    return {row.actor_id for row in rows if row.of in blocs}


def tenures_where(connection: Connection, *conditions: ColumnElement[bool], limit: int = 40) -> tuple[TenureLine, ...]:
    """Tenures, those seen last first."""
    columns = (tenure, actor.c.ident, actor.c.kind, actor.c.name, actor.c.country)
    question = select(*columns).join(actor, actor.c.id == tenure.c.actor_id).where(*conditions)
    rows = connection.execute(question.order_by(tenure.c.last_day.desc(), tenure.c.first_day.desc(), tenure.c.id).limit(limit))
    return tuple(_tenure(row) for row in rows)


def relations_of(connection: Connection, *conditions: ColumnElement[bool], limit: int = 40) -> tuple[RelationLine, ...]:
    """Standing facts for which any of the conditions holds, the latest told first; the same fact is shown once."""
    joined = select(relation, document.c.ident).join(document, document.c.id == relation.c.document_id)
    latest = joined.order_by(relation.c.document_id.desc(), relation.c.id).limit(limit * 3)
    found = {row.id: row for condition in conditions for row in connection.execute(latest.where(condition))}
    rows = sorted(found.values(), key=lambda row: (-row.document_id, row.id))
    first = {(row.subject, row.type, row.object): row for row in reversed(rows)}
    names = names_of(connection, [ident for subject, _, other in first for ident in (subject, other)])
    return tuple(_relation(row, names) for row in list(reversed(first.values()))[:limit])


def _relation(row: Any, names: dict[str, Named]) -> RelationLine:
    return RelationLine(
        type=row.type,
        subject=names[row.subject],
        object=row.object,
        label=names[row.object].name,
        document=row.ident,
        words=words_of(row.ident, _spans.decode(row.words)),
    )


def _tenure(row: Any) -> TenureLine:
    return TenureLine(
        person=named(row),
        office=row.office,
        of=row.of,
        title=row.title,
        first_day=row.first_day,
        last_day=row.last_day,
        former_day=row.former_day,
        documents=row.documents,
        words=tuple(_told(json.loads(row.words))),
    )


def _told(told: Any) -> Iterable[Words]:
    for one in told if isinstance(told, list) else told.values() if isinstance(told, dict) else ():
        if isinstance(one, dict) and one.get("document"):
            yield Words(document=one["document"], start=one.get("start", 0), end=one.get("end", 0), text=one.get("text", ""))


def _statements(connection: Connection, rows: list[int]) -> tuple[StatementLine, ...]:
    found = {row.id: row for row in rows_where(connection, lambda part: select(statement).where(statement.c.id.in_(part)), rows)}
    documents = document_lines(connection, {row.document_id for row in found.values()})
    joined = select(speaker.c.statement_id, actor.c.ident, actor.c.kind, actor.c.name, actor.c.country)
    joined = joined.select_from(speaker.join(actor, actor.c.id == speaker.c.actor_id))
    speakers: dict[int, list[Named]] = {}
    for row in rows_where(connection, lambda part: joined.where(speaker.c.statement_id.in_(part)).order_by(actor.c.id), rows):
        speakers.setdefault(row.statement_id, []).append(named(row))
    return tuple(_said(found[row], documents[found[row].document_id], speakers.get(row, [])) for row in rows if row in found)


def _said(row: Any, told_in: DocumentLine, speakers: list[Named]) -> StatementLine:
    body = _statement.decode(row.body)
    return StatementLine(
        document=told_in,
        local=row.local,
        mode=row.mode,
        day=row.day,
        speakers=tuple(speakers),
        content=row.content,
        words=words_of(told_in.ident, body.content),
    )
