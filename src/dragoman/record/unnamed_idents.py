"""The plain actors that documents named before they were taken out."""

from __future__ import annotations

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.bulk import rows_where
from dragoman.record.taking_out import Gone


def plain_idents(connection: Connection, gone: Gone) -> set[str]:
    """The idents of the plain actors that were named, those among them that stand for an office whose holder was known included."""
    table = schema.actor
    rows = rows_where(connection, lambda part: select(table.c.ident).where(table.c.id.in_(part)), sorted(gone.actors))
    offices = {f"per:{office}@{of}" for card, office, of, *_ in gone.held if card is None}
    return offices | {row.ident for row in rows}
