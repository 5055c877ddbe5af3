"""The persons of a change: cards, whose they are, which offices they held, and who the unnamed are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.bodies import storable
from dragoman.record.bulk import insert_rows, rows_where, run_many
from dragoman.record.card_rows import CardChange, Telling, card_rows, enter_cards, link_cards
from dragoman.record.cards import Card
from dragoman.record.casting import Member
from dragoman.record.change import Change
from dragoman.record.days import days_of
from dragoman.record.entering import Casts
from dragoman.record.held import held_of
from dragoman.record.person_finding import drop_actors, find_persons
from dragoman.record.persons_alike import CardKey
from dragoman.record.taking_out import HELD, Gone, HeldRow
from dragoman.record.tenure_rows import Key, keep_tenures
from dragoman.record.tenures import HeldOn
from dragoman.record.unnamed import Holders, resolve_again

_NAMED = ("document_id", "local", "card_id", "actor_id", "by", "name")


@dataclass
class _Told:
    """What the change's documents tell of offices: by the row to write, the word of it."""

    rows: dict[HeldRow, HeldOn] = field(default_factory=dict)
    locals: dict[HeldRow, str] = field(default_factory=dict)


def enter_persons(change: Change, casts: Casts, gone: Gone, asked: Iterable[int] = ()) -> set[int]:
    """Enter the persons whom the change's documents name, and settle who is who.

    `asked` are cards to look at again though nothing is told of them anew. The rows of the other documents in which somebody is
    somebody else now: who takes part in their acts must be written again.
    """
    connection = change.connection
    tellings = _tellings(change, casts)
    names = {(key, t.card.name, t.document_id) for key, told in tellings.items() for t in told}
    cards = enter_cards(connection, tellings, _lost_cards(change, gone, names, casts))
    by_key = {key: row.id for key, row in cards.rows.items()}
    told = _held(change, casts, by_key)
    insert_rows(connection, schema.held, (*HELD, "local"), [(*row, local) for row, local in told.locals.items()])
    moves = find_persons(connection, (link_cards(connection, cards) | set(asked)) - cards.orphaned.keys(), cards.orphaned)
    actors = _actors(change, cards)
    changes = keep_tenures(connection, *_tenures(change, told, gone, cards, actors, moves.cards))
    run_many(connection, "UPDATE named SET actor_id = ? WHERE card_id = ?", [(new, card) for card, (_, new) in moves.cards.items()])
    moved = _documents_naming(change, [card for card, (old, _) in moves.cards.items() if old is not None])
    moved |= resolve_again(connection, changes)
    _enter_named(change, casts, by_key, actors)
    change.left |= moves.left
    return moved


def _tellings(change: Change, casts: Casts) -> dict[CardKey, list[Telling]]:
    found: dict[CardKey, list[Telling]] = {}
    for source in change.sources:
        for member in casts.members.get(source.ident, ()):
            if member.card is not None:
                found.setdefault(member.card.key, []).append(Telling(source.seq, change.rows[source.ident], member.local, member.card))
    return found


def _lost_cards(change: Change, gone: Gone, names: set[tuple[CardKey, str, int]], casts: Casts) -> set[int]:
    """The cards of which a document told something that it tells no longer, or not in the same way."""
    if not gone.cards:
        return set()
    rows = card_rows(change.connection, gone.cards)
    key = {row.id: row.card.key for row in rows}
    by_key = {row.card.key: row.id for row in rows}
    lost = {card for card, name, document in gone.names if (key[card], name, document) not in names}
    told = _held(change, casts, by_key).rows
    return lost | {row[0] for row in gone.held if row[0] is not None and row not in told}


def _held(change: Change, casts: Casts, by_key: dict[CardKey, int]) -> _Told:
    """What the documents tell of the offices of persons with a name, whose cards are known."""
    found = _Told()
    for source in change.sources:
        cards = {m.local: m.card for m in casts.members.get(source.ident, ()) if m.card is not None}
        for held in held_of(source.reading) if cards else ():
            card = cards.get(held.person)
            if card is not None and card.key in by_key:
                days = (held.first_day, held.last_day, held.former)
                title = storable(held.title)
                row = (by_key[card.key], held.office, held.of, *days, title, held.start, held.end, change.rows[source.ident])
                found.rows[row] = msgspec.structs.replace(held, title=title)
                found.locals[row] = held.person
    return found


def _actors(change: Change, cards: CardChange) -> dict[int, int]:
    """The actors of the cards that were told of."""
    wanted = sorted(row.id for row in cards.rows.values())
    table = schema.card
    rows = rows_where(change.connection, lambda part: select(table.c.id, table.c.actor_id).where(table.c.id.in_(part)), wanted)
    return {row.id: row.actor_id for row in rows}


def _tenures(
    change: Change, told: _Told, gone: Gone, cards: CardChange, actors: dict[int, int], moves: dict[int, tuple[int | None, int]]
) -> tuple[dict[Key, list[HeldOn]], set[Key]]:
    """Which tenures get something added, and which must be worked out anew."""
    old = {row.id: row.actor for row in card_rows(change.connection, gone.cards)} | {n: row.actor for n, row in cards.orphaned.items()}
    old |= {card: before for card, (before, _) in moves.items()}
    added: dict[Key, list[HeldOn]] = {}
    again: set[Key] = set()
    told_before = set(gone.documents.values())
    for row, held in told.rows.items():
        if row not in gone.held:
            key = (actors[row[0] or 0], held.office, held.of)
            added.setdefault(key, []).append(held)
            again |= {key} if row[-1] in told_before else set()
    lost = gone.held - told.rows.keys()
    anew = again | {
        (actor, row[1], row[2]) for row in lost for actor in (old.get(row[0] or 0), actors.get(row[0] or 0)) if actor is not None
    }
    shifted = {card: both for card, both in moves.items() if both[0] is not None}
    for card, office, of in _offices(change, shifted):
        anew |= {(actor, office, of) for actor in shifted[card] if actor is not None}
    return added, anew


def _offices(change: Change, cards: Iterable[int]) -> list[tuple[int, str, str]]:
    """The offices told of the bearers of cards."""
    held = schema.held
    columns = (held.c.card_id, held.c.office, held.c.of)
    rows = rows_where(change.connection, lambda part: select(*columns).distinct().where(held.c.card_id.in_(part)), sorted(cards))
    return [(row[0], row[1], row[2]) for row in rows]


def _documents_naming(change: Change, cards: list[int]) -> set[int]:
    named = schema.named
    rows = rows_where(
        change.connection, lambda part: select(named.c.document_id).distinct().where(named.c.card_id.in_(part)), sorted(cards)
    )
    return {row.document_id for row in rows}


def _enter_named(change: Change, casts: Casts, by_key: dict[CardKey, int], actors: dict[int, int]) -> None:
    """Enter who is named in the documents; the unnamed as whoever held the office on the day."""
    days = {source.ident: days_of(source.reading.document.published)[0] for source in change.sources}
    members = [(source.ident, member) for source in change.sources for member in casts.members.get(source.ident, ())]
    offices = {(m.office, m.bloc) for _, m in members if m.office}
    holders = Holders(change.connection, offices)
    rows: list[tuple[object, ...]] = []
    waiting: list[tuple[object, ...]] = []
    for ident, member in members:
        document, by, actor = change.rows[ident], "name", None
        if member.card is not None:
            actor = actors[by_key[member.card.key]]
        elif member.office:
            actor = holders.on((member.office, member.bloc), days[ident])
            by = "tenure" if actor is not None else "name"
            waiting.append((None, member.office, member.bloc, days[ident], days[ident], False, member.name, 0, 0, document, member.local))
        actor = casts.plain[member.ident] if actor is None else actor
        change.actors[document, member.local] = actor
        rows.append((document, member.local, _card(member.card, by_key), actor, by, _own_name(member)))
    insert_rows(change.connection, schema.named, _NAMED, rows)
    insert_rows(change.connection, schema.held, (*HELD, "local"), waiting)


def _card(card: Card | None, by_key: dict[CardKey, int]) -> int | None:
    return None if card is None else by_key[card.key]


def _own_name(member: Member) -> str | None:
    return member.name if member.card is not None else None


def drop_left(change: Change) -> None:
    """Take away the persons whom no card is of any longer, once nothing points to them."""
    drop_actors(change.connection, change.left)
