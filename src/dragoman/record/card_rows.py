"""The cards of persons as rows: what all documents tell of the bearer of a name, and which cards may be one person's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection, func, or_, select

from dragoman.record import schema
from dragoman.record.bulk import delete_where, insert_rows, rows_where, run_many
from dragoman.record.cards import Card, Held, card_keys, combined
from dragoman.record.casting import stem_of
from dragoman.record.change import numbers
from dragoman.record.names_alike import agreement
from dragoman.record.persons_alike import CardKey, same_person

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Card)
Like = tuple[str, float, str]
"""What two cards are to each other: verdict, score, features as JSON."""
_CARD = ("id", "country", "folded", "document_ident", "name", "seq", "stem", "body")


@dataclass(frozen=True)
class Telling:
    """One document's naming of a person: its filing, the local id in its reading, and the card that this alone would give."""

    seq: int
    document_id: int
    local: str
    card: Card


@dataclass
class CardRow:
    """A card with its row: the filing and the surname of the document that names so first, the actor whose card it is."""

    id: int
    card: Card
    seq: int
    stem: str
    actor: int | None = None

    @property
    def bloc(self) -> str:
        """The country or organisation that its bearer stands for."""
        return bloc_of_card(self.card)

    @property
    def order(self) -> tuple[int, CardKey]:
        """Cards named first come first."""
        return self.seq, self.card.key


@dataclass
class CardChange:
    """What a change does to cards: rows by key, those new or told otherwise, those no document tells any longer."""

    rows: dict[CardKey, CardRow] = field(default_factory=dict)
    changed: set[int] = field(default_factory=set)
    respelled: set[int] = field(default_factory=set)
    reordered: set[int] = field(default_factory=set)
    """Cards that another document tells first now: their bearer's ident may be another."""
    orphaned: dict[int, CardRow] = field(default_factory=dict)


def bloc_of_card(card: Card) -> str:
    """The country or organisation in whose name a card's bearer acts, '' where none is known."""
    _, at, organisation = card.folded.rpartition("@")
    return card.country or (organisation if at else "")


def enter_cards(connection: Connection, tellings: Mapping[CardKey, list[Telling]], lost: Iterable[int]) -> CardChange:
    """Enter what documents tell of persons; `lost` are cards of which something told before is told no longer."""
    change = CardChange()
    known = {row.card.key: row for row in _by_key(connection, tellings)}
    stale = {row.id: row for row in card_rows(connection, lost)}
    free = numbers(connection, schema.card)
    new: list[CardRow] = []
    updated: list[CardRow] = []
    kept = _retold(connection, stale)
    for key in tellings.keys() | {row.card.key for row in stale.values()}:
        told = sorted(tellings.get(key, []), key=lambda t: (t.seq, t.local))
        old = known.get(key) or next((row for row in stale.values() if row.card.key == key), None)
        base = kept.get(old.id) if old and old.id in stale else old
        row = _joined(key, old, base, told)
        if row is None:
            assert old is not None
            change.orphaned[old.id] = old
            continue
        change.rows[key] = row
        if old is None:
            row.id = next(free)
            new.append(row)
        elif (row.card, row.seq, row.stem) != (old.card, old.seq, old.stem):
            updated.append(row)
        else:
            continue
        change.changed.add(row.id)
        if old is None or old.card.name != row.card.name:
            change.respelled.add(row.id)
        if old is not None and (old.seq, old.stem) != (row.seq, row.stem):
            change.reordered.add(row.id)
    _write(connection, new, updated)
    return change


def _joined(key: CardKey, old: CardRow | None, base: CardRow | None, told: list[Telling]) -> CardRow | None:
    """A card of what was told before (`base`) and of what is told now; None where nothing is."""
    cards = ([base.card] if base else []) + [telling.card for telling in told]
    if not cards:
        return None
    firsts = ([(base.seq, "", base.stem)] if base else []) + [(t.seq, t.local, stem_of(t.local)) for t in told]
    seq, _, stem = min(firsts)
    return CardRow(old.id if old else 0, combined(cards), seq, stem, old.actor if old else None)


def _retold(connection: Connection, stale: Mapping[int, CardRow]) -> dict[int, CardRow]:
    """The cards as the documents that are still entered tell them; those that none tells are missing."""
    named, held, document = schema.named, schema.held, schema.document
    columns = (named.c.card_id, named.c.name, named.c.local, document.c.seq)
    joined = select(*columns).join(document, document.c.id == named.c.document_id)
    names: dict[int, list[tuple[int, str, str]]] = {}
    for row in rows_where(connection, lambda part: joined.where(named.c.card_id.in_(part)), sorted(stale)):
        names.setdefault(row.card_id, []).append((row.seq, row.local, row.name))
    spans: dict[int, list[Held]] = {}
    group = (held.c.card_id, held.c.office, held.c.of, held.c.former)
    day = func.nullif(document.c.day, "")
    grouped = select(*group, func.min(day), func.max(day)).join(document, document.c.id == held.c.document_id).group_by(*group)
    for row in rows_where(connection, lambda part: grouped.where(held.c.card_id.in_(part)), sorted(stale)):
        if row[2] == bloc_of_card(stale[row[0]].card):
            spans.setdefault(row[0], []).append(Held(row[1], row[2], row[4] or "", row[5] or "", bool(row[3])))
    found = {}
    for number, told in names.items():
        old = stale[number].card
        cards = [Card(old.country, old.folded, name, (), old.apart) for name in {name for _, _, name in told}]
        seq, local, _ = min(told)
        found[number] = CardRow(number, combined([*cards, _with(old, spans.get(number, []))]), seq, stem_of(local))
        found[number].card = msgspec.structs.replace(found[number].card, name=combined(cards).name)
    return found


def _with(card: Card, held: list[Held]) -> Card:
    return msgspec.structs.replace(card, held=tuple(sorted(held)))


def _by_key(connection: Connection, keys: Iterable[CardKey]) -> list[CardRow]:
    wanted = set(keys)
    table = schema.card
    rows = rows_where(connection, lambda part: select(table).where(table.c.folded.in_(part)), sorted({key[1] for key in wanted}))
    return [row for row in map(_row, rows) if row.card.key in wanted]


def card_rows(connection: Connection, numbers_: Iterable[int]) -> list[CardRow]:
    """Cards by row number."""
    table = schema.card
    return [_row(row) for row in rows_where(connection, lambda part: select(table).where(table.c.id.in_(part)), sorted(set(numbers_)))]


def cards_of_actors(connection: Connection, actors: Iterable[int]) -> list[CardRow]:
    """All cards of actors."""
    table = schema.card
    return [_row(row) for row in rows_where(connection, lambda part: select(table).where(table.c.actor_id.in_(part)), sorted(set(actors)))]


def cards_with_stem(connection: Connection, country: str, stems: Iterable[str]) -> list[CardRow]:
    """The cards of a country whose first document has one of the surnames in its ident."""
    table = schema.card
    question = select(table).where(table.c.country == country)
    return [_row(row) for row in rows_where(connection, lambda part: question.where(table.c.stem.in_(part)), sorted(set(stems)))]


def _row(row: object) -> CardRow:
    found = row._mapping  # type: ignore[attr-defined]
    return CardRow(found["id"], _decoder.decode(found["body"]), found["seq"], found["stem"], found["actor_id"])


def _write(connection: Connection, new: list[CardRow], updated: list[CardRow]) -> None:
    insert_rows(connection, schema.card, _CARD, [(r.id, *r.card.key, r.card.name, r.seq, r.stem, _json(r.card)) for r in new])
    rows = [(r.card.name, r.seq, r.stem, _json(r.card), r.id) for r in updated]
    run_many(connection, "UPDATE card SET name = ?, seq = ?, stem = ?, body = ? WHERE id = ?", rows)


def _json(card: Card) -> str:
    return _encoder.encode(card).decode()


def link_cards(connection: Connection, change: CardChange) -> set[int]:
    """Compare changed cards with those that may be the same person's; the cards for whom something came out otherwise than before."""
    table, keys = schema.card_link, schema.card_key
    gone = sorted(change.respelled | change.orphaned.keys())
    touched = _neighbours(connection, change.orphaned)
    old = _links(connection, change.changed | set(gone))
    by_id = {row.id: row for row in change.rows.values()}
    dropped = {pair for pair in old if set(pair) & set(gone)}
    pairs = old.keys() - dropped
    delete_where(connection, table.c.a, gone)
    delete_where(connection, table.c.b, gone)
    delete_where(connection, keys.c.card_id, gone)
    entered = {number: card_keys(by_id[number].card) for number in change.respelled}
    insert_rows(connection, keys, ("key", "card_id"), [(key, number) for number, told in entered.items() for key in told])
    pairs |= _meetings(connection, entered)
    others = {end for pair in pairs for end in pair} - by_id.keys()
    by_id.update({row.id: row for row in card_rows(connection, others)})
    new = {pair: told for pair in pairs if (told := _like(by_id, pair)) is not None}
    different = {pair for pair in new.keys() | old.keys() if new.get(pair) != old.get(pair)}
    run_many(connection, "DELETE FROM card_link WHERE a = ? AND b = ?", sorted((different & old.keys()) - dropped))
    rows = [(*pair, *new[pair]) for pair in sorted((different | dropped) & new.keys())]
    insert_rows(connection, table, ("a", "b", "verdict", "score", "features"), rows)
    return (touched | {end for pair in different for end in pair} | change.respelled | change.reordered) - change.orphaned.keys()


def _like(rows: Mapping[int, CardRow], pair: tuple[int, int]) -> Like | None:
    a, b = rows[pair[0]].card, rows[pair[1]].card
    if agreement(a.name, b.name) == "clash":
        return None
    like = same_person(a, b)
    return like.verdict, like.score, _encoder.encode(like.features).decode()


def _meetings(connection: Connection, entered: Mapping[int, tuple[str, ...]]) -> set[tuple[int, int]]:
    """Pairs of cards under a common key, one of them entered now."""
    keys = schema.card_key
    asking: dict[str, list[int]] = {}
    for number, told in entered.items():
        for key in told:
            asking.setdefault(key, []).append(number)
    rows = rows_where(connection, lambda part: select(keys).where(keys.c.key.in_(part)), sorted(asking))
    return {(min(n, row.card_id), max(n, row.card_id)) for row in rows for n in asking[row.key] if n != row.card_id}


def _links(connection: Connection, cards: Iterable[int]) -> dict[tuple[int, int], Like]:
    table = schema.card_link
    rows = rows_where(connection, lambda part: select(table).where(or_(table.c.a.in_(part), table.c.b.in_(part))), sorted(cards))
    return {(row.a, row.b): (row.verdict, row.score, row.features) for row in rows}


def _neighbours(connection: Connection, cards: Iterable[int]) -> set[int]:
    return {end for pair in _links(connection, cards) for end in pair}


def connected(connection: Connection, cards: Iterable[int]) -> dict[int, list[int]]:
    """The cards that hang together with the given ones by links that are not `different`: by card, its component."""
    members: set[int] = set()
    links: set[tuple[int, int]] = set()
    front = set(cards)
    while front:
        members |= front
        near = {pair for pair, (verdict, *_) in _links(connection, front).items() if verdict != "different"}
        links |= near
        front = {end for pair in near for end in pair} - members
    root = {number: number for number in members}

    def top(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for a, b in links:
        root[max(top(a), top(b))] = min(top(a), top(b))
    found: dict[int, list[int]] = {}
    for number in sorted(members):
        found.setdefault(top(number), []).append(number)
    return found
