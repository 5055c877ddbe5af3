"""What people decided about persons, as pairs of cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, or_, select

from dragoman.record import schema
from dragoman.record.bulk import in_parts
from dragoman.record.card_rows import CardRow, bloc_of_card, card_rows
from dragoman.record.cards import Card
from dragoman.record.casting import folded_name
from dragoman.record.deciding import rulings_citing
from dragoman.record.decisions import ABOUT_PERSONS, ApartPersons, PersonAnchor, SamePerson, UnsurePersons
from dragoman.record.persons_alike import CardKey

Pair = tuple[CardKey, CardKey]


class PersonRulings:
    """The decisions in force on the persons of some countries; a later one on the same two outweighs an earlier."""

    def __init__(self, rulings: Sequence[SamePerson | ApartPersons | UnsurePersons]) -> None:
        self._rulings = rulings

    def __bool__(self) -> bool:
        return bool(self._rulings)

    def among(self, cards: Sequence[Card]) -> tuple[list[Pair], list[Pair], set[frozenset[CardKey]]]:
        """Pairs of the cards decided to be the same person's, and two persons', and those of which people could not say."""
        last: dict[frozenset[CardKey], tuple[str, Pair]] = {}
        for what in self._rulings:
            for a in _meant(what.a, cards):
                for b in _meant(what.b, cards):
                    if a != b:
                        last[frozenset((a, b))] = (type(what).__name__, (min(a, b), max(a, b)))
        same = [pair for kind, pair in last.values() if kind == "SamePerson"]
        apart = [pair for kind, pair in last.values() if kind == "ApartPersons"]
        return sorted(same), sorted(apart), {frozenset(pair) for kind, pair in last.values() if kind == "UnsurePersons"}

    def pairs(self, cards: Sequence[Card]) -> list[Pair]:
        """All pairs of the cards on which something is decided."""
        same, apart, _ = self.among(cards)
        return sorted([*same, *apart])

    def cards(self, connection: Connection) -> list[CardRow]:
        """All cards in the record that the decisions mean."""
        anchors = [anchor for what in self._rulings for anchor in (what.a, what.b)]
        table = schema.card
        found: set[int] = set()
        for part in in_parts(sorted({folded_name(anchor) for anchor in anchors}), 100):
            told = or_(*(table.c.folded.startswith(name, autoescape=True) for name in part))
            found |= set(connection.execute(select(table.c.id).where(told)).scalars())
        rows = card_rows(connection, found)
        cards = [row.card for row in rows]
        meant = {key for anchor in anchors for key in _meant(anchor, cards)}
        return [row for row in rows if row.card.key in meant]


def person_rulings(connection: Connection, blocs: Iterable[str]) -> PersonRulings:
    """The decisions in force on persons of these countries and organisations."""
    told = rulings_citing(connection, [f"country:{bloc}" for bloc in sorted(set(blocs))])
    by_seq = {ruling.seq: ruling.what for rulings in told.values() for ruling in rulings}
    return PersonRulings([what for _, what in sorted(by_seq.items()) if isinstance(what, ABOUT_PERSONS)])


def _meant(anchor: PersonAnchor, cards: Iterable[Card]) -> list[CardKey]:
    """The cards that an anchor means: of its country, its name and, where it says so, its document."""
    name = folded_name(anchor)
    return [
        card.key for card in cards if bloc_of_card(card) == anchor.country and base_name(card) == name and card.apart == anchor.document
    ]


def base_name(card: Card) -> str:
    """The name on a card, folded, without the office or the organisation that tells namesakes apart."""
    return card.folded.partition("@")[0].partition("#")[0]
