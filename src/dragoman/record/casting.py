"""The actors of a document as the record enters them: plain ones by their ident, persons by the card of how they are named."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import cast

import msgspec

from dragoman.model.actor import Actor
from dragoman.model.vocabulary import ActorKind
from dragoman.record.bodies import storable
from dragoman.record.cards import Card, card_of
from dragoman.record.days import days_of
from dragoman.record.decisions import ABOUT_PERSONS, CorrectValue, PersonAnchor
from dragoman.record.folding import folded_words
from dragoman.record.held import office_of
from dragoman.record.loading import Source
from dragoman.record.report import Side, bloc_of

_PERSON = re.compile(r"per:(?P<stem>.*?)(?:-\d+)?(?:@.*)?\Z", re.DOTALL)
_KINDS = {"org:": "organisation", "inst": "institution", "per:": "person"}


@dataclass(frozen=True)
class Member:
    """An actor of a document: `card` for a person with a name; `ident` for all others, an unnamed person's is its office's.

    `bloc` is the country or organisation it stands for; `office` is set for an unnamed person.
    """

    local: str
    ident: str
    kind: str
    name: str
    bloc: str
    country: str | None
    card: Card | None = None
    office: str = ""

    @property
    def stem(self) -> str:
        """The surname as it stands in the ident."""
        return stem_of(self.local)


def stem_of(ident: str) -> str:
    """What stands between `per:` and the country in a person's ident, without the number of a namesake."""
    match = _PERSON.match(ident)
    return match["stem"] if match else ident


def base_ident(local: str, bloc: str) -> str:
    """The ident of the actor who stands for an office without a name."""
    return f"per:{stem_of(local)}@{bloc}"


def cast_of(source: Source) -> tuple[Member, ...]:
    """Everybody whom a reading names or refers to, in its order."""
    reading = source.reading
    actors = {actor.id: actor for actor in reading.actors}
    referred = [i for act in reading.acts for p in act.participants for i in (p.actor, p.on_behalf_of) if i]
    referred += [i for told in reading.statements for i in (*told.speakers, told.addressee) if i]
    day = days_of(reading.document.published)[0]
    put_right = {side.local: side for side in _sides_put_right(source)}
    referred += [i for side in put_right.values() for i in (side.local, side.behalf) if i]
    everybody = dict.fromkeys([*actors, *referred])
    return tuple(_member(ident, actors.get(ident) or _as_actor(put_right.get(ident)), source, day) for ident in everybody)


def _sides_put_right(source: Source) -> list[Side]:
    """The participants whom people put into the document's acts."""
    values = [r.what.value for r in source.rulings if isinstance(r.what, CorrectValue) and r.what.field == "sides"]
    try:
        return [msgspec.convert(side, type=Side) for value in values for side in value]
    except (msgspec.ValidationError, TypeError):
        return []


def _as_actor(side: Side | None) -> Actor | None:
    if side is None:
        return None
    return Actor(id=side.local, kind=cast(ActorKind, side.kind), name=side.name or side.local, country=side.country or None, mentions=())


def _unlisted(local: str) -> Actor | None:
    """A person whom a reading refers to by ident and does not list: named and placed by the ident."""
    match = _PERSON.match(local)
    if match is None:
        return None
    country = local.rpartition("@")[2] if "@" in local else ""
    name = storable(match["stem"].replace("-", " ")).title()
    return Actor(id=local, kind="person", name=name, country=country if len(country) == 3 else None, mentions=())


def _member(local: str, actor: Actor | None, source: Source, day: str) -> Member:
    actor = actor or _unlisted(local)
    if actor is None:
        return Member(local, local, _KINDS.get(local[:4], "country"), storable(local), "", None)
    actor = msgspec.structs.replace(actor, name=storable(actor.name))
    bloc, name = bloc_of(actor), actor.name
    card = card_of(actor, day, _apart(actor, bloc, source))
    ident = base_ident(local, bloc) if actor.kind == "person" else local
    return Member(local, ident, actor.kind, name, bloc, actor.country, card, office_of(actor))


def _apart(actor: Actor, bloc: str, source: Source) -> str:
    """The document, where a decision speaks of the bearer of the name in this very document, who so has a card of his own."""
    if not source.rulings or actor.kind != "person":
        return ""
    anchors = [p for r in source.rulings if isinstance(r.what, ABOUT_PERSONS) for p in (r.what.a, r.what.b)]
    name = " ".join(folded_words(actor.name))
    return source.ident if any(p.document == source.ident and p.country == bloc and folded_name(p) == name for p in anchors) else ""


def folded_name(anchor: PersonAnchor) -> str:
    """The name of a decision's person as cards have it."""
    return " ".join(folded_words(anchor.name))
