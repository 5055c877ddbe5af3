"""An act in the making: what the tellings of one document say of it, before it is frozen into the reading."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from dragoman.grammar.engine import Telling
from dragoman.grammar.frames import ActFrame
from dragoman.model.vocabulary import ActType, DateBasis, Method, PlaceBasis, Role, Status

Range = tuple[int, int]

Side = Callable[[str], str | None]
"""Of an actor's id, the state or organisation that the actor stands for."""


@dataclass(slots=True)
class DraftParticipant:
    """A participant with the ranges (repaired text) that it was read from."""

    actor: str
    role: Role
    on_behalf_of: str | None = None
    evidence: list[Range] = field(default_factory=list)


@dataclass(slots=True)
class DraftDate:
    """A date with its ranges and how it is known."""

    edtf: str
    evidence: list[Range]
    basis: DateBasis


@dataclass(slots=True)
class DraftPlace:
    """A place: the index of a place mention, or a bare country; with its ranges and how it is known."""

    name: str
    country: str | None
    geonames: int | None
    latitude: float | None
    longitude: float | None
    evidence: list[Range]
    basis: PlaceBasis


@dataclass(slots=True)
class Draft:
    """One act; `tellings` are all the places that tell of it, the one that named it first."""

    type: ActType
    status: Status
    tellings: list[Telling]
    participants: list[DraftParticipant]
    form: str | None = None
    hedged: bool = False
    date: DraftDate | None = None
    place: DraftPlace | None = None
    sources: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    topic_words: tuple[Range, ...] = ()
    source_words: tuple[Range, ...] = ()
    statement: str | None = None
    within: Draft | None = None
    weak: bool = False
    method: Method = "parse"

    @property
    def telling(self) -> Telling:
        """The telling that the act is named after."""
        return self.tellings[0]

    @property
    def order(self) -> int:
        """Where the text first tells of it."""
        return min(t.order for t in self.tellings)

    def actors(self, *roles: Role) -> list[str]:
        """The actors in the given roles; in all roles but `attendee` and `principal` where none is given."""
        wanted = roles or ("agent", "counterpart", "party", "envoy", "subject")
        return [p.actor for p in self.participants if p.role in wanted]

    def lacking(self) -> list[Role]:
        """The roles that its frame leaves open and that nobody has as yet."""
        frame = self.telling.frame
        return [r for r in frame.open if not self.actors(r)] if isinstance(frame, ActFrame) else []

    def sides(self, side: Side, *roles: Role) -> list[str]:
        """The states and organisations that the actors in the given roles stand for , each once, in order; roles as in `actors`."""
        return list(dict.fromkeys(s for a in self.actors(*roles) if (s := side(a))))

    def add(self, actor: str, role: Role, evidence: list[Range], on_behalf_of: str | None = None) -> None:
        """Add a participant, or more evidence to one that is there."""
        for p in self.participants:
            if p.actor == actor and p.role == role:
                p.evidence.extend(e for e in evidence if e not in p.evidence)
                p.on_behalf_of = p.on_behalf_of or on_behalf_of
                return
        self.participants.append(DraftParticipant(actor, role, on_behalf_of, list(evidence)))
