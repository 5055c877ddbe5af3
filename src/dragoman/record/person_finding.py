"""Finding whose card is whose, and what the persons are called in the record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.asking import Asked, ask, features_json, take_back
from dragoman.record.bulk import delete_where, insert_rows, rows_where, run_many
from dragoman.record.card_rows import CardRow, card_rows, cards_of_actors, connected
from dragoman.record.change import numbers
from dragoman.record.features import Likeness
from dragoman.record.folding import fold
from dragoman.record.names_alike import name_words
from dragoman.record.person_idents import name_persons
from dragoman.record.person_rulings import PersonRulings, person_rulings
from dragoman.record.persons_alike import CardKey, people, same_person


@dataclass
class Moves:
    """Cards that are now another actor's (old and new actor by card), and the actors that no card is of any longer."""

    cards: dict[int, tuple[int | None, int]] = field(default_factory=dict)
    left: set[int] = field(default_factory=set)


def find_persons(connection: Connection, touched: Iterable[int], orphaned: Mapping[int, CardRow]) -> Moves:
    """Group the touched cards, and those that hang together with them, anew into persons, and name these."""
    delete_where(connection, schema.card.c.id, sorted(orphaned))
    components = connected(connection, touched)
    rows = {row.id: row for row in card_rows(connection, (number for members in components.values() for number in members))}
    components, rows, rulings = _ruled(connection, components, rows, {row.bloc for row in orphaned.values()})
    groups: list[list[CardRow]] = []
    questions: list[tuple[CardKey, CardKey, Likeness, str]] = []
    for members in components.values():
        cards = [rows[number] for number in members]
        found, asked = _people(cards, rulings)
        groups += found
        questions += asked
    before = {row.actor for row in [*rows.values(), *orphaned.values()] if row.actor is not None}
    idents = _idents(connection, before)
    moves = _assign(connection, groups, before)
    moves.left = cards_left(connection, moves.left)
    run_many(connection, "UPDATE actor SET ident = ? WHERE id = ?", [(f"~{number}", number) for number in sorted(moves.left)])
    name_persons(connection, groups, idents.values())
    _ask(connection, {row.card.key: row for row in rows.values()}, questions, moves, idents)
    return moves


def _people(cards: list[CardRow], rulings: PersonRulings) -> tuple[list[list[CardRow]], list[tuple[CardKey, CardKey, Likeness, str]]]:
    """The cards in groups, each one person's, the one named first in front; and what is to be asked."""
    by_key = {row.card.key: row for row in cards}
    same, apart, unsure = rulings.among([row.card for row in cards])
    found = people([row.card for row in cards], same, apart)
    groups = [sorted((by_key[key] for key in group), key=lambda row: row.order) for group in found.groups]
    asked = [(a, b, like, "unsure" if frozenset((a, b)) in unsure else "open") for a, b, like in found.questions]
    for a, b in sorted(apart):
        like = same_person(by_key[a].card, by_key[b].card)
        asked.append((a, b, like, "answered"))
    return sorted(groups, key=lambda group: group[0].order), asked


def _ruled(
    connection: Connection, components: dict[int, list[int]], rows: dict[int, CardRow], blocs: set[str]
) -> tuple[dict[int, list[int]], dict[int, CardRow], PersonRulings]:
    """The components with those that decisions tie to them, and all decisions on their countries: they may tie in another country."""
    asked: set[str] = set()
    blocs = blocs | {row.bloc for row in rows.values()}
    rulings = person_rulings(connection, blocs)
    while rulings and blocs != asked:
        asked = blocs
        components, rows = _with_decided(connection, components, rows, rulings)
        blocs = blocs | {row.bloc for row in rows.values()}
        rulings = person_rulings(connection, blocs)
    return components, rows, rulings


def _with_decided(
    connection: Connection, components: Mapping[int, list[int]], rows: dict[int, CardRow], rulings: PersonRulings
) -> tuple[dict[int, list[int]], dict[int, CardRow]]:
    """The components joined where people decided that cards of two of them are one person's, or asked about them together."""
    wanted = rulings.cards(connection)
    missing = {row.id for row in wanted} - rows.keys()
    more = connected(connection, missing) if missing else {}
    everything = {**{row.id: row for row in card_rows(connection, (n for members in more.values() for n in members))}, **rows}
    by_key = {row.card.key: row.id for row in everything.values()}
    parts = [set(members) for members in (*components.values(), *more.values())]
    for a, b in rulings.pairs([row.card for row in everything.values()]):
        met = [part for part in parts if by_key[a] in part or by_key[b] in part]
        parts = [part for part in parts if part not in met] + [set().union(*met)]
    unique = {min(part): sorted(part) for part in parts if part}
    return unique, everything


def _idents(connection: Connection, actors: Iterable[int]) -> dict[int, str]:
    table = schema.actor
    rows = rows_where(connection, lambda part: select(table.c.id, table.c.ident).where(table.c.id.in_(part)), sorted(actors))
    return {row.id: row.ident for row in rows}


def _assign(connection: Connection, groups: list[list[CardRow]], before: set[int]) -> Moves:
    """Give every group an actor: the one that its cards had, if no group before took it."""
    free = numbers(connection, schema.actor)
    taken: set[int] = set()
    moves = Moves()
    new: list[tuple[object, ...]] = []
    changed: list[tuple[object, ...]] = []
    for group in sorted(groups, key=lambda group: group[0].order):
        had = sorted({row.actor for row in group if row.actor is not None} - taken)
        actor = had[0] if had else next(free)
        taken.add(actor)
        name = full_name(group)
        row = (name, group[0].card.country or None, fold(name), group[0].seq)
        (changed if had else new).append((*row, actor))
        for card in group:
            if card.actor != actor:
                moves.cards[card.id] = (card.actor, actor)
                card.actor = actor
    rows = [(number, f"~{number}", "person", *rest) for *rest, number in new]
    insert_rows(connection, schema.actor, ("id", "ident", "kind", "name", "country", "folded", "seq"), rows)
    run_many(connection, "UPDATE actor SET name = ?, country = ?, folded = ?, seq = ? WHERE id = ?", changed)
    run_many(connection, "UPDATE card SET actor_id = ? WHERE id = ?", [(actor, card) for card, (_, actor) in moves.cards.items()])
    moves.left = before - taken
    return moves


def full_name(group: list[CardRow]) -> str:
    """The fullest of a person's names: most words, then the one that documents told first."""
    return min(group, key=lambda row: (-len(name_words(row.card.name)), row.order)).card.name


def _ask(
    connection: Connection,
    rows: Mapping[CardKey, CardRow],
    questions: list[tuple[CardKey, CardKey, Likeness, str]],
    moves: Moves,
    idents: Mapping[int, str],
) -> None:
    now = _idents(connection, {row.actor for row in rows.values() if row.actor is not None})
    take_back(connection, ("person",), [*idents.values(), *now.values()])
    asked = []
    for a, b, like, state in questions:
        one, other = (now[rows[key].actor or 0] for key in (a, b))
        if one != other:
            about = "\x1f".join((*a, *b))
            asked.append(Asked("person", min(one, other), max(one, other), like.score, features_json(like.features), state, about))
    ask(connection, asked)


def drop_actors(connection: Connection, actors: Iterable[int]) -> None:
    """Take away actors that nobody is any longer, with their tenures."""
    left = sorted(actors)
    delete_where(connection, schema.tenure.c.actor_id, left)
    delete_where(connection, schema.actor.c.id, left)


def cards_left(connection: Connection, actors: Iterable[int]) -> set[int]:
    """Those of the actors that have no card."""
    wanted = set(actors)
    return wanted - {row.actor for row in cards_of_actors(connection, wanted)}
