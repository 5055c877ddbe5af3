"""Everything derived in a record, told without row numbers: two records that hold the same give the same."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table, select

from dragoman.record import Record, full_text, schema
from dragoman.record.bodies import inflate_json

_POINTS = {
    "document_id": "document",
    "actor_id": "actor",
    "behalf_id": "actor",
    "act_id": "act",
    "promise_id": "act",
    "report_id": "report",
    "card_id": "card",
    "statement_id": "statement",
}
_ENDS = {"link": "report", "card_link": "card"}


def dump(record: Record) -> dict[str, list[str]]:
    """By table, its rows as words, sorted; of pairs, the two ends sorted."""
    with record.engine.connect() as connection:
        names = {table: _names(connection, schema.metadata.tables[table]) for table in (*set(_POINTS.values()), "report")}
        for number, (document, local) in list(names["statement"].items()):
            names["statement"][number] = (names["document"][document], local)
        found = {}
        for table in schema.metadata.sorted_tables:
            if table not in schema.TRUTH:
                found[table.name] = sorted(_told(dict(row._mapping), table.name, names) for row in connection.execute(select(table)))
        return found


def _names(connection: Connection, table: Table) -> dict[int, Any]:
    key = {"card": ("country", "folded", "document_ident"), "statement": ("document_id", "local")}.get(table.name, ("ident",))
    return {
        row.id: tuple(row)[1:] if len(key) > 1 else row[1] for row in connection.execute(select(table.c.id, *(table.c[k] for k in key)))
    }


def _told(row: dict[str, Any], table: str, names: dict[str, dict[int, Any]]) -> str:
    row.pop("id", None)
    for column, pointed in _POINTS.items():
        if row.get(column) is not None:
            row[column] = names[pointed][row[column]]
    if table in _ENDS:
        row["ends"] = sorted(names[_ENDS[table]][row.pop(end)] for end in "ab")
    if isinstance(row.get("body"), bytes):
        row["body"] = inflate_json(row["body"])
    return repr(sorted(row.items()))


def found_by(record: Record, query: str) -> list[str]:
    """The documents that a full-text query finds."""
    with record.engine.connect() as connection:
        wanted = full_text.matching(connection, full_text.parse_query(query)).subquery()
        document = schema.document
        return sorted(connection.execute(select(document.c.ident).join(wanted, wanted.c.document_id == document.c.id)).scalars())


def differences(a: dict[str, list[str]], b: dict[str, list[str]]) -> dict[str, tuple[list[str], list[str]]]:
    """By table, rows that only the one, and only the other, has."""
    return {t: (sorted(set(a[t]) - set(b[t]))[:3], sorted(set(b[t]) - set(a[t]))[:3]) for t in a if a[t] != b[t]}
