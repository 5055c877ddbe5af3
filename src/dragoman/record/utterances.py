"""What was said, and the standing facts and offices told in passing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, bindparam, select

from dragoman.model.span import Span
from dragoman.model.statement import Statement
from dragoman.record.act_lines import named
from dragoman.record.answers import DocumentLine, Named, RelationLine, StatementLine, TenureLine, Words
from dragoman.record.bulk import in_parts
from dragoman.record.naming import names_of
from dragoman.record.prepared import Prepared
from dragoman.record.schema import actor, document, relation, report, speaker, statement, tenure

_LINES = 40

_statement = msgspec.json.Decoder(Statement)
_spans = msgspec.json.Decoder(tuple[Span, ...])

_DOCUMENTS = Prepared(lambda among: select(document).where(among(document.c.id, "documents")))
_SAID_LAST = Prepared(
    lambda among: (
        select(speaker.c.statement_id)
        .where(speaker.c.actor_id == bindparam("actor"))
        .order_by(speaker.c.day.desc(), speaker.c.statement_id.desc())
        .limit(bindparam("most"))
    )
)
_TOLD_IN = Prepared(lambda among: select(report.c.document_id).where(among(report.c.act_id, "acts")).distinct())
_SAID_IN = Prepared(
    lambda among: (
        select(statement.c.id, statement.c.day, actor.c.id.label("actor_id"), actor.c.ident, actor.c.country)
        .select_from(statement.join(speaker, speaker.c.statement_id == statement.c.id).join(actor, actor.c.id == speaker.c.actor_id))
        .where(among(statement.c.document_id, "documents"))
    )
)
_OFFICES = Prepared(lambda among: select(tenure.c.actor_id, tenure.c.of).where(among(tenure.c.actor_id, "actors")))
_STATEMENTS = Prepared(lambda among: select(statement).where(among(statement.c.id, "statements")))
_SPEAKERS = Prepared(
    lambda among: (
        select(speaker.c.statement_id, actor.c.ident, actor.c.kind, actor.c.name, actor.c.country)
        .select_from(speaker.join(actor, actor.c.id == speaker.c.actor_id))
        .where(among(speaker.c.statement_id, "statements"))
        .order_by(actor.c.id)
    )
)


def _tenures(condition: ColumnElement[bool]) -> Prepared:
    question = select(tenure, actor.c.ident, actor.c.kind, actor.c.name, actor.c.country).join(actor, actor.c.id == tenure.c.actor_id)
    ordered = question.where(condition).order_by(tenure.c.last_day.desc(), tenure.c.first_day.desc(), tenure.c.id)
    return Prepared(lambda among: ordered.limit(bindparam("most")))


def _relations(*conditions: ColumnElement[bool]) -> Prepared:
    joined = select(relation, document.c.ident).join(document, document.c.id == relation.c.document_id)
    latest = joined.where(*conditions).order_by(relation.c.document_id.desc(), relation.c.id)
    return Prepared(lambda among: latest.limit(bindparam("most")))


_TENURES_IN, _TENURES_OF = _tenures(tenure.c.of == bindparam("one")), _tenures(tenure.c.actor_id == bindparam("one"))
_SUBJECTS = _relations(relation.c.subject == bindparam("one"))
_OBJECTS = _relations(relation.c.object == bindparam("one"))
_BETWEEN = _relations(relation.c.subject == bindparam("one"), relation.c.object == bindparam("other"))


def document_lines(connection: Connection, rows: Iterable[int]) -> dict[int, DocumentLine]:
    """Documents by their row numbers."""
    return {row.id: document_line(row) for part in in_parts(rows) for row in _DOCUMENTS.rows(connection, documents=part)}


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
        fiction=None if row.fiction is None else bool(row.fiction),
    )


def words_of(ident: str, spans: Iterable[Span]) -> tuple[Words, ...]:
    """Spans of a document as words to be shown."""
    return tuple(Words(document=ident, start=s.start, end=s.end, text=s.text) for s in spans)


def said_by(connection: Connection, row: int, limit: int) -> tuple[StatementLine, ...]:
    """What an actor said last."""
    return _statements(connection, [found.statement_id for found in _SAID_LAST.rows(connection, actor=row, most=limit)])


def said_about(connection: Connection, acts: list[int], blocs: Sequence[str], limit: int) -> tuple[StatementLine, ...]:
    """What those who stand for some countries or organisations said in the documents that tell of acts, the latest first."""
    documents = [row.document_id for row in _TOLD_IN.rows(connection, acts=acts)]
    rows = [row for part in in_parts(documents) for row in _SAID_IN.rows(connection, documents=part)]
    officials = _officials(connection, {row.actor_id for row in rows if row.country is None}, blocs)
    spoken = {(row.day, row.id) for row in rows if row.country in blocs or row.ident in blocs or row.actor_id in officials}
    return _statements(connection, [row for _, row in sorted(spoken, reverse=True)[:limit]])


def _officials(connection: Connection, actors: Iterable[int], blocs: Sequence[str]) -> set[int]:
    """Those of some actors who hold an office of one of the organisations."""
    rows = (row for part in in_parts(actors) for row in _OFFICES.rows(connection, actors=part))
    return {row.actor_id for row in rows if row.of in blocs}


def tenures_in(connection: Connection, ident: str, limit: int = _LINES) -> tuple[TenureLine, ...]:
    """Tenures of a country's or organisation's offices, those seen last first."""
    return tuple(_tenure(row) for row in _TENURES_IN.rows(connection, one=ident, most=limit))


def tenures_of(connection: Connection, row: int, limit: int = _LINES) -> tuple[TenureLine, ...]:
    """An actor's tenures, those seen last first."""
    return tuple(_tenure(found) for found in _TENURES_OF.rows(connection, one=row, most=limit))


def relations_of(connection: Connection, ident: str) -> tuple[RelationLine, ...]:
    """Standing facts of an actor, the latest told first; the same fact is shown once."""
    return _facts(connection, [row for side in (_SUBJECTS, _OBJECTS) for row in side.rows(connection, one=ident, most=3 * _LINES)])


def relations_between(connection: Connection, a: str, b: str) -> tuple[RelationLine, ...]:
    """Standing facts of one actor and another, the latest told first; the same fact is shown once."""
    rows = [row for one, other in ((a, b), (b, a)) for row in _BETWEEN.rows(connection, one=one, other=other, most=3 * _LINES)]
    return _facts(connection, rows)


def _facts(connection: Connection, told: list[Any]) -> tuple[RelationLine, ...]:
    found = {row.id: row for row in told}
    rows = sorted(found.values(), key=lambda row: (-row.document_id, row.id))
    first = {(row.subject, row.type, row.object): row for row in reversed(rows)}
    names = names_of(connection, [ident for subject, _, other in first for ident in (subject, other)])
    return tuple(_relation(row, names) for row in list(reversed(first.values()))[:_LINES])


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
    found = {row.id: row for row in _STATEMENTS.rows(connection, statements=rows)}
    documents = document_lines(connection, {row.document_id for row in found.values()})
    speakers: dict[int, list[Named]] = {}
    for row in _SPEAKERS.rows(connection, statements=rows):
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
