"""What the annotators find in a text: names of actors, places and dates, by offsets in the repaired text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from dragoman.model.vocabulary import OfficeName

MentionKind = Literal["person", "country", "organisation", "institution", "adjective", "group", "document"]
"""`adjective`: `algérien`, `algéro-azerbaïdjanais`, `d'Algérie` said of a thing; `group`: `les deux parties`, `les deux ministres`;
`document`: `le communiqué`, `la même source`, standing for its author."""


@dataclass(frozen=True, slots=True)
class OfficeHeld:
    """An office told of a person: the title's offsets, the office's vocabulary word, whose office it is (an actor's id), whether it is
    past."""

    office: OfficeName
    start: int
    end: int
    of: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names or points at actors.

    `start` to `end` is the whole noun phrase, articles and titles included (`le ministre des Affaires étrangères, Ramtane Lamamra`);
    `head` is the range of the name or noun that stands for it. `actors` are the ids of the document's actors that it means, after
    resolution: one as a rule, several for a group, none where nobody could be found. `anaphoric` is true where the text points instead
    of naming (`son homologue`, `ce dernier`, `l'envoyé spécial`). `on_behalf_of` is the id of the principal where the phrase itself tells
    one (`envoyé spécial du président X`, `porte-parole du ministère`).
    """

    start: int
    end: int
    kind: MentionKind
    actors: tuple[str, ...] = ()
    head: tuple[int, int] = (0, 0)
    anaphoric: bool = False
    plural: bool = False
    feminine: bool = False
    offices: tuple[OfficeHeld, ...] = ()
    on_behalf_of: str | None = None
    inner: tuple[Mention, ...] = ()
    """The mentions inside this one's words that it swallows: the principal in `l'envoyé spécial du président X`."""


@dataclass(frozen=True, slots=True)
class DocumentActor:
    """An actor of the document: see `dragoman.model.actor.Actor` for what the fields mean."""

    id: str
    kind: Literal["person", "country", "organisation", "institution"]
    name: str
    country: str | None = None
    offices: tuple[OfficeHeld, ...] = ()


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of a document and every mention of them, in text order; `home` is the state whose voice the document is, where known."""

    actors: dict[str, DocumentActor] = field(default_factory=dict)
    mentions: tuple[Mention, ...] = ()
    home: str | None = None
    author: str | None = None
    """The id of the actor who speaks in `le communiqué`: `inst:foreign_ministry@DZA`."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A town (or another place with a name) in the text. `country` is alpha-3; coordinates in degrees, WGS 84."""

    start: int
    end: int
    name: str
    country: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text, as EDTF: `past` if what it dates has happened, `future` if it is to come (they differ for a bare weekday).

    None where the words are no date that EDTF can hold (`prochainement`).
    """

    start: int
    end: int
    past: str | None
    future: str | None
