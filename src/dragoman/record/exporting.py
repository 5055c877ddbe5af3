"""The record as flat tables: acts, participants, statements, promises.

Order and values follow from what was read and decided alone, so that a record built anew gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, collate, select

from dragoman.model.statement import Statement
from dragoman.record.act_lines import lines_by_row
from dragoman.record.answers import ActLine, Follow
from dragoman.record.bodies import inflate_json
from dragoman.record.bulk import rows_where
from dragoman.record.promise_lists import follows_of
from dragoman.record.schema import act, actor, bloc, document, speaker, statement

BATCH = 1_000
Row = dict[str, Any]
"""A row: text, numbers, 1 and 0 for yes and no, None where nothing is told; lists are words apart by semicolons."""

COLUMNS: dict[str, tuple[str, ...]] = {
    "acts": (
        *("act", "type", "status", "form", "date", "first_day", "last_day", "day", "place", "place_country", "latitude", "longitude"),
        *("sides", "topics", "hedged", "plover", "cameo", "quad_class", "reports", "publishers", "disagree", "follow_up"),
        *("words", "document", "start", "end"),
    ),
    "participants": ("act", "type", "status", "day", "actor", "kind", "name", "country", "role", "for", "for_name"),
    "statements": (
        *("document", "statement", "day", "publisher", "title", "uri", "mode", "speakers", "speaker_names", "content", "start", "end"),
    ),
    "promises": (
        *("act", "type", "status", "sides", "told", "first_day", "last_day", "follow_up"),
        *("later_act", "later_kind", "later_day", "days", "score", "words"),
    ),
}
"""The tables and their columns."""


class _Told(msgspec.Struct):
    """What is needed of a merged act to say when it was first told."""

    first_published: str = ""


_told = msgspec.json.Decoder(_Told)
_statement = msgspec.json.Decoder(Statement)


def exported(connection: Connection, table: str) -> Iterator[Row]:
    """The rows of one of the tables of `COLUMNS`."""
    return _TABLES[table](connection)


def _acts(connection: Connection) -> Iterator[Row]:
    for rows in _batches(connection, select(act.c.id, act.c.ident), act.c.ident):
        lines = lines_by_row(connection, rows)
        sides = _blocs(connection, rows)
        for row in rows:
            yield _act(lines[row], sides.get(row, []))


def _act(line: ActLine, sides: list[str]) -> Row:
    source = line.source
    return {
        "act": line.ident,
        **_named(line, "type", "status", "form"),
        "date": line.edtf,
        **_named(line, "first_day", "last_day", "day", "place"),
        "place_country": line.country,
        **_named(line, "latitude", "longitude"),
        "sides": ";".join(sides),
        "topics": ";".join(line.topics),
        "hedged": int(line.hedged),
        **_named(line, "plover", "cameo", "quad_class", "reports", "publishers"),
        "disagree": ";".join(line.disagree),
        **_named(line, "follow_up", "words"),
        "document": source.document if source else None,
        "start": source.start if source else None,
        "end": source.end if source else None,
    }


def _participants(connection: Connection) -> Iterator[Row]:
    for rows in _batches(connection, select(act.c.id, act.c.ident), act.c.ident):
        lines = lines_by_row(connection, rows)
        for row in rows:
            line = lines[row]
            for side in line.sides:
                yield {
                    "act": line.ident,
                    **_named(line, "type", "status", "day"),
                    "actor": side.actor.ident,
                    **_named(side.actor, "kind", "name", "country"),
                    "role": side.role,
                    "for": side.behalf.ident if side.behalf else None,
                    "for_name": side.behalf.name if side.behalf else None,
                }


def _statements(connection: Connection) -> Iterator[Row]:
    for documents in _batches(connection, select(document.c.id, document.c.ident), document.c.ident):
        lines = {row.id: row for row in rows_where(connection, lambda p: select(document).where(document.c.id.in_(p)), documents)}
        said = list(rows_where(connection, lambda p: select(statement).where(statement.c.document_id.in_(p)), documents))
        speakers = _speakers(connection, [row.id for row in said])
        for row in sorted(said, key=lambda row: (lines[row.document_id].ident, _number(row.local), row.local)):
            yield _said(row, lines[row.document_id], speakers.get(row.id, []))


def _said(row: Any, told_in: Any, speakers: list[tuple[str, str]]) -> Row:
    content = _statement.decode(row.body).content
    return {
        "document": told_in.ident,
        "statement": row.local,
        "day": row.day,
        **_named(told_in, "publisher", "title", "uri"),
        "mode": row.mode,
        "speakers": ";".join(ident for ident, _ in speakers),
        "speaker_names": ";".join(name for _, name in speakers),
        "content": row.content,
        "start": content[0].start,
        "end": content[-1].end,
    }


def _promises(connection: Connection) -> Iterator[Row]:
    for rows in _batches(connection, select(act.c.id, act.c.ident).where(act.c.follow_up != ""), act.c.ident):
        lines, sides, follows = lines_by_row(connection, rows), _blocs(connection, rows), follows_of(connection, rows)
        bodies = rows_where(connection, lambda p: select(act.c.id, act.c.body).where(act.c.id.in_(p)), rows)
        told = {row.id: _told.decode(inflate_json(row.body)).first_published for row in bodies}
        for row in rows:
            for follow in follows.get(row, ()) or (None,):
                yield _promise(lines[row], sides.get(row, []), told[row], follow)


def _promise(line: ActLine, sides: list[str], told: str, follow: Follow | None) -> Row:
    return {
        "act": line.ident,
        **_named(line, "type", "status"),
        "sides": ";".join(sides),
        "told": told,
        **_named(line, "first_day", "last_day", "follow_up"),
        "later_act": follow.act.ident if follow else None,
        "later_kind": follow.kind if follow else None,
        "later_day": follow.act.day if follow else None,
        "days": follow.days if follow else None,
        "score": follow.score if follow else None,
        "words": line.words,
    }


_TABLES: dict[str, Callable[[Connection], Iterator[Row]]] = {
    "acts": _acts,
    "participants": _participants,
    "statements": _statements,
    "promises": _promises,
}


def _batches(connection: Connection, question: Select[Any], ident: ColumnElement[str]) -> Iterator[list[int]]:
    """Row numbers by the order of idents, byte by byte, in either database."""
    ordered = collate(ident, "C") if connection.dialect.name == "postgresql" else ident
    last = ""
    while rows := connection.execute(question.where(ordered > last).order_by(ordered).limit(BATCH)).all():
        yield [row.id for row in rows]
        last = rows[-1].ident


def _blocs(connection: Connection, rows: list[int]) -> dict[int, list[str]]:
    made: dict[int, list[str]] = {}
    for row in rows_where(connection, lambda p: select(bloc.c.act_id, bloc.c.ident).where(bloc.c.act_id.in_(p)), rows):
        made.setdefault(row.act_id, []).append(row.ident)
    return {row: sorted(idents) for row, idents in made.items()}


def _speakers(connection: Connection, rows: list[int]) -> dict[int, list[tuple[str, str]]]:
    joined = select(speaker.c.statement_id, actor.c.ident, actor.c.name).join(actor, actor.c.id == speaker.c.actor_id)
    made: dict[int, list[tuple[str, str]]] = {}
    for row in rows_where(connection, lambda p: joined.where(speaker.c.statement_id.in_(p)), rows):
        made.setdefault(row.statement_id, []).append((row.ident, row.name))
    return {row: sorted(found) for row, found in made.items()}


def _named(source: Any, *names: str) -> Row:
    return {name: getattr(source, name) for name in names}


def _number(local: str) -> int:
    digits = local.lstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isascii() and digits.isdigit() else 0
