"""Cards: one for each way in which the persons of a state or an organisation are named, with the offices told of its bearer."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.model.actor import Actor
from dragoman.record.folding import folded_words
from dragoman.record.name_keys import keys_of, name_table
from dragoman.record.names_alike import name_words
from dragoman.record.report import bloc_of, is_unnamed


class Held(msgspec.Struct, frozen=True, order=True):
    """An office told of the bearer: first and last day on which a document tells it so, ISO 8601; '' where no day is known."""

    office: str
    of: str
    first_day: str = ""
    last_day: str = ""
    former: bool = False


class Card(msgspec.Struct, frozen=True):
    """One way of naming. `country` is alpha-3, '' for an organisation's official, whose `folded` then ends in the organisation.

    `folded` is the name in plain letters, and for a name of one word the office too: `M. Ndoye` the ambassador and `M. Ndoye` the
    president are two cards. `apart` is the document's ident where a decision keeps its bearer of the name apart.
    """

    country: str
    folded: str
    name: str
    held: tuple[Held, ...] = ()
    apart: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What tells cards apart."""
        return self.country, self.folded, self.apart

    @property
    def is_short(self) -> bool:
        """Whether the name is a single word."""
        return len(name_words(self.name)) < 2


def card_of(actor: Actor, day: str = "", apart: str = "") -> Card | None:
    """The card that an actor of a document published on a day belongs to; None for what is no person, or has no name."""
    if actor.kind != "person" or is_unnamed(actor.id) or not folded_words(actor.name):
        return None
    bloc, country = bloc_of(actor), actor.country or ""
    held = tuple(sorted({Held(o.office, o.of or bloc, day, day, o.former) for o in actor.offices if not bloc or (o.of or bloc) == bloc}))
    folded = " ".join(folded_words(actor.name))
    if len(name_words(actor.name)) < 2:
        folded += "#" + next((h.office for h in held if not h.former), "")
    if not country and bloc:
        folded += "@" + bloc
    return Card(country, folded, actor.name, held, apart)


def combined(cards: Iterable[Card]) -> Card:
    """The card of several documents' cards with one key; their order makes no difference. Raises ValueError where there is none."""
    told = list(cards)
    if not told:
        raise ValueError("a card is made of one card at least")
    spans: dict[tuple[str, str, bool], list[str]] = {}
    for held in (h for card in told for h in card.held):
        spans.setdefault((held.office, held.of, held.former), []).extend(day for day in (held.first_day, held.last_day) if day)
    merged = tuple(Held(o, of, min(d, default=""), max(d, default=""), former) for (o, of, former), d in sorted(spans.items()))
    name = min((card.name for card in told), key=lambda n: (n.isupper(), n.isascii(), n))
    return msgspec.structs.replace(told[0], name=name, held=merged)


def card_keys(card: Card) -> tuple[str, ...]:
    """Keys under which cards that may be one person meet: state or organisation, and the sounds of each word that tells them apart."""
    words = name_words(card.name)
    common = {name for row in name_table().given_alike for name in row}
    telling = [w for w in words if not w.initial and (len(words) == 1 or w.forms[0] not in common)] or list(words)
    head = card.country or card.folded.rpartition("@")[2]
    return tuple(
        sorted({f"{head}|{key}" for word in telling for form in (*word.forms, *word.parts) for key in keys_of(form, card.country)})
    )
