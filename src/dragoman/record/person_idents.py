"""The public identifiers of persons: the surname and the country, and a number for the second of a name and those after."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.bulk import rows_where, run_many
from dragoman.record.card_rows import CardRow, cards_of_actors, cards_with_stem
from dragoman.record.casting import stem_of

Base = tuple[str, str, str]
"""The country of cards, the country or organisation of the ident, the surname."""


def name_persons(connection: Connection, groups: Iterable[list[CardRow]], former: Iterable[str]) -> dict[str, str]:
    """Give persons their idents, those of the same surname and country in the order in which documents named them first.

    `former` are idents that persons had, and may have no longer. Old and new idents of all that changed.
    """
    bases = {base_of(group) for group in groups} | {found for ident in former for found in _bases_of(ident)}
    wanted: dict[int, str] = {}
    for group_of in _by_base(connection, bases).values():
        for number, (actor, ident) in enumerate(group_of, 1):
            wanted[actor] = ident if number == 1 else ident.replace("@", f"-{number}@", 1)
    table = schema.actor
    rows = rows_where(connection, lambda part: select(table.c.id, table.c.ident).where(table.c.id.in_(part)), sorted(wanted))
    renamed = {row.ident: wanted[row.id] for row in rows if row.ident != wanted[row.id]}
    _rename(connection, renamed)
    return renamed


def base_of(group: list[CardRow]) -> Base:
    """What a person's ident is made of: the country and surname on the card that was named first."""
    first = min(group, key=lambda row: row.order)
    return first.card.country, first.bloc, first.stem


def _bases_of(ident: str) -> list[Base]:
    if not ident.startswith("per:"):
        return []
    bloc = ident.partition("@")[2]
    return [(country, bloc, stem_of(ident)) for country in dict.fromkeys((bloc, ""))]


def _by_base(connection: Connection, bases: set[Base]) -> dict[Base, list[tuple[int, str]]]:
    """By base, the actors of that surname and country with their bare ident, those named first in front."""
    stems: dict[str, set[str]] = {}
    for country, _, stem in bases:
        stems.setdefault(country, set()).add(stem)
    actors = {row.actor for country, told in stems.items() for row in cards_with_stem(connection, country, told) if row.actor is not None}
    groups: dict[int, list[CardRow]] = {}
    for row in cards_of_actors(connection, actors):
        groups.setdefault(row.actor or 0, []).append(row)
    found: dict[Base, list[tuple[int, str]]] = {}
    for actor, group in sorted(groups.items(), key=lambda item: min(row.order for row in item[1])):
        base = base_of(group)
        if base in bases:
            found.setdefault(base, []).append((actor, f"per:{base[2]}@{base[1]}"))
    return found


def _rename(connection: Connection, renamed: dict[str, str]) -> None:
    """Rename actors wherever their idents stand; by way of names that nobody has, for two may change places."""
    steps = [(old, f"~{number}~") for number, old in enumerate(sorted(renamed))]
    back = [(between, renamed[old]) for old, between in steps]
    for table, column in (
        ("actor", "ident"),
        ("relation", "subject"),
        ("relation", "object"),
        ("question", "subject"),
        ("question", "object"),
    ):
        statement = f"UPDATE {table} SET {column} = ? WHERE {column} = ?"
        told = [pair for pair in (*steps, *back) if table == "actor" or not pair[0].startswith("~") or pair[0].endswith("~")]
        run_many(connection, statement, [(new, old) for old, new in told])
