"""A made-up SQLite record, laid end to end several times: the same days again later, under other identifiers. Faster than making more."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection

from dragoman.record import full_text
from dragoman.record.bodies import inflate_text

BUCKET = 8
"""Copies are shifted by a multiple of so many days, the length of a bucket of `record.blocks`."""
_YEAR = 365.2425
_ROWS = ("document", "report", "statement", "relation")

_COPIES = {
    "text": "id+:document, ident(document), body",
    "reading": "seq+:document, ident(document), reader, body",
    "sighting": "seq+:document, ident(document), uri||'/'||:copy, publisher, title, later(published)",
    "document": "id+:document, ident(ident), seq+:document, in_force+:document, reader, uri, title, publisher, language, later(published),"
    " later(day), forgotten, fiction",
    "named": "document_id+:document, local, card_id, actor_id, by, name",
    "held": 'document_id+:document, local, card_id, office, "of", later(first_day), later(last_day), former, title, start, stop',
    "act": "id+:report, ident(ident), type, status, form, later(edtf), later(first_day), later(last_day), later(day), place, country,"
    " latitude, longitude, hedged, plover, cameo, quad_class, reports, publishers, disagree, topics, words,"
    " substr(source, 1, 13)||ident(substr(source, 14, 71))||substr(source, 85), body, follow_up, seq+:document",
    "report": "id+:report, ident(ident), document_id+:document, act_id+:report, body",
    "block": "later_key(key, day), day+:days, seq+:document, report_id+:report",
    "awaited": "later_key(key, day), promise, day+:days, act_id+:report",
    "link": "a+:report, b+:report, verdict, score, features",
    "side": "act_id+:report, actor_id, role, behalf_id, later(day)",
    "bloc": "act_id+:report, ident, later(day), type",
    "pledge": "ident, follow_up, later(last_day), act_id+:report",
    "theme": "topic, later(day), act_id+:report",
    "follow": "promise_id+:report, act_id+:report, kind, days, score, features",
    "statement": "id+:statement, document_id+:document, local, mode, later(day), content, body",
    "speaker": "statement_id+:statement, actor_id, later(day)",
    "relation": "id+:relation, document_id+:document, type, subject, object, words",
    "question": "ident||'-'||:copy, kind, ident(subject), ident(object), score, features, state",
}
"""For each table the columns of a copy, in their order."""


_UP_TO = {
    "block": ("report_id", "report"),
    "awaited": ("act_id", "report"),
    "side": ("act_id", "report"),
    "bloc": ("act_id", "report"),
    "pledge": ("act_id", "report"),
    "theme": ("act_id", "report"),
    "speaker": ("statement_id", "statement"),
}
"""Tables whose rows have no numbers: which rows are the first ones is told by what they belong to; acts are numbered by their reports."""


def lay_end_to_end(connection: Connection, copies: int) -> None:
    """Copy all that a record holds so many times, each time later."""
    driver: Any = connection.connection.driver_connection
    last = {table: driver.execute(f"SELECT coalesce(max(id), 0) FROM {table}").fetchone()[0] for table in _ROWS}
    numbered = {table: driver.execute(f"SELECT coalesce(max(rowid), 0) FROM {table}").fetchone()[0] for table in _COPIES.keys() - _UP_TO}
    base = {table: f"rowid <= {number}" for table, number in numbered.items()}
    base |= {table: f"{column} <= {last[owner]}" for table, (column, owner) in _UP_TO.items()}
    first, end = driver.execute("SELECT min(day), max(day) FROM document").fetchone()
    days = -(-((date.fromisoformat(end) - date.fromisoformat(first)).days + 1) // BUCKET) * BUCKET
    for copy in range(1, copies):
        _define(driver, copy, days * copy)
        values = {**last, "days": days * copy, "copy": copy}
        values = {name: value * copy if name in last else value for name, value in values.items()}
        with connection.begin():
            for table, columns in _COPIES.items():
                driver.execute(f"INSERT INTO {table} SELECT {columns} FROM {table} WHERE {base[table]}", values)
            _words(connection, driver, last["document"], copy)


def _define(driver: Any, copy: int, days: int) -> None:
    """The functions that the statements above call."""
    known: dict[str, str] = {}

    def later(day: str | None) -> str | None:
        if not day or len(day) != 10:
            return day
        if day not in known:
            known[day] = (date.fromisoformat(day) + timedelta(days=days)).isoformat()
        return known[day]

    def ident(told: str) -> str:
        at = 7 if told.startswith("sha256:") else 0
        return f"{told[:at]}{(int(told[at : at + 2], 16) + copy) % 256:02x}{told[at + 2 :]}" if told else told

    def later_key(key: str, day: int) -> str:
        head, _, time = key.rpartition("|")
        years = int((day + days) / _YEAR) - int(day / _YEAR)
        if time[:1] == "d":
            return f"{head}|d{int(time[1:]) + days // BUCKET}"
        if time == "w0":
            return key
        kind = time[:1] if time[:1] in "pw" else ""
        return f"{head}|{kind}{int(time[len(kind) :]) + years}"

    driver.create_function("later", 1, later, deterministic=True)
    driver.create_function("ident", 1, ident, deterministic=True)
    driver.create_function("later_key", 2, later_key, deterministic=True)


def _words(connection: Connection, driver: Any, documents: int, copy: int) -> None:
    """Enter the copies' words in the index."""
    joined = (
        "SELECT document.id, title, body FROM document JOIN text ON text.document = document.ident"
        " WHERE document.id > ? AND document.id <= ?"
    )
    for start in range(0, documents, 5_000):
        rows = driver.execute(joined, (start, min(start + 5_000, documents))).fetchall()
        full_text.add(connection, [(row + documents * copy, title or "", inflate_text(body)) for row, title, body in rows])


_COUNTS = (
    "INSERT INTO tally SELECT substr(d.day, 1, 7), d.publisher, a.type, count(*) FROM report r JOIN document d ON d.id = r.document_id"
    " JOIN act a ON a.id = r.act_id GROUP BY 1, 2, 3",
    "INSERT INTO pair_tally SELECT '', '', substr(day, 1, 7), type, status, count(*) FROM act GROUP BY 3, 4, 5",
    "INSERT INTO pair_tally SELECT b.ident, '', substr(a.day, 1, 7), a.type, a.status, count(*) FROM bloc b JOIN act a ON a.id = b.act_id"
    " GROUP BY 1, 3, 4, 5",
    "INSERT INTO pair_tally SELECT x.ident, y.ident, substr(a.day, 1, 7), a.type, a.status, count(*) FROM bloc x JOIN bloc y"
    " ON y.act_id = x.act_id AND y.ident > x.ident JOIN act a ON a.id = x.act_id GROUP BY 1, 2, 3, 4, 5",
    "INSERT INTO tie SELECT '', '', count(*) FROM act",
    "INSERT INTO tie SELECT ident, '', count(*) FROM bloc GROUP BY 1",
    "INSERT INTO tie SELECT '', ident, count(*) FROM bloc GROUP BY 2",
    "INSERT INTO tie SELECT x.ident, y.ident, count(*) FROM bloc x JOIN bloc y ON y.act_id = x.act_id AND y.ident <> x.ident GROUP BY 1, 2",
)
_KEPT = (
    "UPDATE act SET follow_up = (SELECT max(kind) FROM follow WHERE promise_id = act.id) WHERE id IN (SELECT promise_id FROM follow)",
    "UPDATE pledge SET follow_up = (SELECT max(kind) FROM follow WHERE promise_id = pledge.act_id)"
    " WHERE act_id IN (SELECT promise_id FROM follow)",
)


def mark_kept(connection: Connection) -> None:
    """Mark the promises that later acts answered to."""
    for statement in _KEPT:
        connection.exec_driver_sql(statement)


def count_all(connection: Connection) -> None:
    """Fill the tables of counts, which must be empty."""
    for statement in _COUNTS:
        connection.exec_driver_sql(statement)
