"""Everything that must hold in a record, each rule in words; what does not hold is told, nothing is changed."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

import msgspec
from sqlalchemy import Connection, func, select

from dragoman.model.document import document_id
from dragoman.record import schema
from dragoman.record.bodies import inflate_reading, inflate_text
from dragoman.record.check_rules import RULES
from dragoman.record.deciding import all_decisions, undone_idents
from dragoman.record.decisions import cited, make_decision

_AT_ONCE = 500
_SHOWN = 5


def check(connection: Connection, *, bodies: bool = True) -> tuple[str, ...]:
    """Every rule that does not hold, in words, with some of the cases; empty where all is well.

    `bodies` also opens every text and reading, which takes time in proportion to the record.
    """
    found = [*_database(connection), *_rules(connection), *_decisions(connection), *_words(connection)]
    if bodies:
        found += [*_texts(connection), *_readings(connection)]
    return tuple(found)


def _database(connection: Connection) -> Iterator[str]:
    """What SQLite says of its own file."""
    if connection.dialect.name != "sqlite":
        return
    said = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check(5)")]
    if said != ["ok"]:
        yield f"the database file is damaged: {'; '.join(said)}"
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if broken is not None:
        yield f"rows of {broken[0]} point to rows of {broken[2]} that are not there"


def _rules(connection: Connection) -> Iterator[str]:
    for words, statement in RULES:
        cases = connection.exec_driver_sql(statement + f" LIMIT {_SHOWN + 1}").fetchall()
        if cases:
            shown = ", ".join(" ".join(map(str, case)) for case in cases[:_SHOWN])
            yield f"{words}, but: {shown}{' ...' if len(cases) > _SHOWN else ''}"


def _decisions(connection: Connection) -> Iterator[str]:
    undone = undone_idents(connection)
    wanted: set[tuple[str, str]] = set()
    for decision in all_decisions(connection):
        made = make_decision(decision.what, by=decision.by, at=decision.at, why=decision.why)
        if made.ident != decision.ident:
            yield f"a decision's ident follows from its content, but: {decision.ident} should be {made.ident}"
        if decision.ident not in undone:
            wanted |= {(decision.ident, key) for key in cited(decision.what)}
    anchor = schema.anchor
    held = {(row.decision, row.document) for row in connection.execute(select(anchor.c.decision, anchor.c.document))}
    for ident, key in sorted(wanted ^ held)[:_SHOWN]:
        yield f"the decisions in force are filed under what they cite, but: {ident} under {key}"


def _words(connection: Connection) -> Iterator[str]:
    """Whether all documents that count are in the full text; the index itself is SQLite's to check."""
    counted = connection.execute(
        select(func.count()).select_from(schema.document).where(schema.document.c.forgotten.is_(False))
    ).scalar_one()
    table = "full_text_docsize" if connection.dialect.name == "sqlite" else "full_text"
    indexed = connection.exec_driver_sql(f"SELECT count(*) FROM {table}").scalar_one()
    if counted != indexed:
        yield f"the words of every document that counts can be found, but: {counted} documents, {indexed} of them indexed"


def _texts(connection: Connection) -> Iterator[str]:
    table = schema.text
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(table.c.document, table.c.body)):
        try:
            sound = document_id(inflate_text(row.body)) == row.document
        except (zlib.error, UnicodeDecodeError):
            sound = False
        if not sound:
            yield f"a document is named by its text's digest, but: {row.document} is not, or its text is damaged"


def _readings(connection: Connection) -> Iterator[str]:
    table = schema.reading
    for row in connection.execution_options(yield_per=_AT_ONCE).execute(select(table.c.seq, table.c.document, table.c.body)):
        try:
            sound = inflate_reading(row.body).document.id == row.document
        except (zlib.error, msgspec.DecodeError):
            sound = False
        if not sound:
            yield f"every reading can be opened and is of its document, but: reading {row.seq} of {row.document} is not"
