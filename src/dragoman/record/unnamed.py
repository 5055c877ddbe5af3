"""Persons told by an office only: who held it on the day of the document, as far as the record knows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.bulk import rows_where, run_many
from dragoman.record.casting import base_ident
from dragoman.record.days import day_of, number
from dragoman.record.person_table import person_table
from dragoman.record.tenure_rows import Offices
from dragoman.record.tenures import Tenure, holder

Office = tuple[str, str]
LAST = date.max.isoformat()
"""The last day there is."""
Local = tuple[int, str]
"""A document's row and an actor's id in its reading."""


_WAITING = """
SELECT document_id, local, first_day FROM held
WHERE office = ? AND "of" = ? AND first_day BETWEEN ? AND ? AND card_id IS NULL
"""
_ON_SERVER = """
SELECT asked.office, asked.of, h.document_id, h.local, h.first_day
FROM unnest(%s::text[], %s::text[], %s::text[], %s::text[]) AS asked(office, of, first, last)
JOIN held h ON h.office = asked.office AND h.of = asked.of AND h.first_day BETWEEN asked.first AND asked.last AND h.card_id IS NULL
"""


class Holders:
    """Who held offices when; tenures are fetched once for each office."""

    def __init__(self, connection: Connection, offices: Iterable[Office]) -> None:
        wanted = {office for office in offices if office[0] in person_table().one_holder}
        tenure, actor = schema.tenure, schema.actor
        columns = (actor.c.ident, tenure.c.office, tenure.c.of, tenure.c.first_day, tenure.c.last_day, tenure.c.former_day, actor.c.id)
        joined = select(*columns).join(actor, actor.c.id == tenure.c.actor_id)
        self._tenures: dict[Office, list[Tenure]] = {}
        self._actors: dict[str, int] = {}
        for row in rows_where(connection, lambda part: joined.where(tenure.c.of.in_(part)), sorted({of for _, of in wanted})):
            if (row.office, row.of) in wanted:
                told = Tenure(row.ident, row.office, row.of, "", row.first_day, row.last_day, row.former_day, 1, ())
                self._tenures.setdefault((row.office, row.of), []).append(told)
                self._actors[row.ident] = row.id

    def on(self, office: Office, day: str) -> int | None:
        """The actor who held an office on a day; None where that is not known."""
        found = holder(self._tenures.get(office, ()), *office, day)
        return None if found is None else self._actors[found.person]


def resolve_again(connection: Connection, changes: Offices) -> set[int]:
    """Look up again those unnamed persons of whom the changed tenures may decide; the documents in which somebody is another now."""
    asked = _waiting(connection, [(*office, *span) for office, spans in _ranges(changes).items() for span in spans])
    documents = {row[0] for told in asked.values() for row in told}
    if not documents:
        return set()
    holders, named = Holders(connection, asked), schema.named
    rows = rows_where(
        connection, lambda part: select(named).where(named.c.document_id.in_(part), named.c.card_id.is_(None)), sorted(documents)
    )
    current = {(row.document_id, row.local): (row.actor_id, row.by) for row in rows}
    bases = _bases(connection, asked)
    changed: dict[Local, tuple[int, str]] = {}
    for office, told in asked.items():
        for document, local, day in told:
            actor = holders.on(office, day)
            wanted = (actor, "tenure") if actor is not None else (bases[base_ident(local, office[1])], "name")
            if current[document, local] != wanted:
                changed[document, local] = wanted
    update = 'UPDATE named SET actor_id = ?, "by" = ? WHERE document_id = ? AND local = ?'
    run_many(connection, update, [(*wanted, *local) for local, wanted in sorted(changed.items())])
    return {document for document, _ in changed}


def _waiting(connection: Connection, spans: list[tuple[str, str, str, str]]) -> dict[Office, list[tuple[int, str, str]]]:
    """By office, the unnamed persons told by it on days within the spans (office, of, first day, last day): document, local id, day."""
    found: dict[Office, list[tuple[int, str, str]]] = {}
    if not spans:
        return found
    if connection.dialect.name != "sqlite":
        columns = tuple([span[n] for span in spans] for n in range(4))
        for row in connection.exec_driver_sql(_ON_SERVER, columns):
            found.setdefault((row[0], row[1]), []).append((row[2], row[3], row[4]))
        return found
    driver: Any = connection.connection.driver_connection
    for span in spans:
        found.setdefault(span[:2], []).extend(driver.execute(_WAITING, span))
    return found


def _bases(connection: Connection, asked: Mapping[Office, Iterable[tuple[int, str, str]]]) -> dict[str, int]:
    """The actors that stand for offices without a name, by ident."""
    idents = {base_ident(local, office[1]) for office, told in asked.items() for _, local, _ in told}
    table = schema.actor
    rows = rows_where(connection, lambda part: select(table.c.id, table.c.ident).where(table.c.ident.in_(part)), sorted(idents))
    return {row.ident: row.id for row in rows}


def _ranges(changes: Offices) -> dict[Office, list[tuple[str, str]]]:
    """By office, the days on which a change of tenures may change who held it."""
    reach = person_table().days.alone
    return {
        office: _merged([span for before, after in told for span in _spans(before, after, reach)])
        for office, told in changes.items()
        if office[0] in person_table().one_holder
    }


def _spans(before: Tenure | None, after: Tenure | None, reach: int) -> list[tuple[str, str]]:
    """The days for which it matters how a tenure changed: behind its old end up to `reach` days behind the new one, and so before it."""
    if before is None or after is None or not all((before.first_day, before.last_day, after.first_day, after.last_day)):
        return [(_off(t.first_day, -reach), _off(t.last_day, reach) if t.last_day else LAST) for t in (before, after) if t and t.first_day]
    spans = []
    if before.first_day != after.first_day:
        low, high = sorted((before.first_day, after.first_day))
        spans.append((_off(low, -reach), high))
    if before.last_day != after.last_day:
        low, high = sorted((before.last_day, after.last_day))
        spans.append((low, _off(high, reach)))
    if before.former_day != after.former_day:
        spans.append((min(d for d in (before.former_day, after.former_day) if d), LAST))
    return spans


def _off(day: str, days: int) -> str:
    return day_of(number(day) + days)


def _merged(spans: list[tuple[str, str]]) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
