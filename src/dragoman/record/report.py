"""One document's telling of an act: all that is needed to say whether another document tells of the same."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from functools import cached_property

import msgspec

from dragoman.model.act import Act, Participant
from dragoman.model.actor import Actor
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.model.vocabulary import OFFICES, PROSPECTIVE
from dragoman.record.days import Days, days_of
from dragoman.record.quoting import Quotations, sentence_around

MAIN = frozenset({"agent", "counterpart", "party"})
"""The roles of an act's sides."""


class Post(msgspec.Struct, frozen=True, omit_defaults=True):
    """An office that the document says a participant holds: the vocabulary's word, of whom, and its title as written."""

    office: str
    of: str = ""
    title: str = ""
    former: bool = False


class Side(msgspec.Struct, frozen=True, omit_defaults=True):
    """A participant of an act, with what the document tells of it.

    `local` is the actor's id in the reading, `bloc` the country or organisation it stands for ('' where none is known), `name` is empty
    for a person told by an office only, `behalf` is the local id of the principal.
    """

    local: str
    role: str
    kind: str
    bloc: str = ""
    name: str = ""
    country: str = ""
    offices: tuple[Post, ...] = ()
    behalf: str = ""

    @property
    def posts(self) -> frozenset[str]:
        """The offices held for the bloc that the participant stands for."""
        return frozenset(p.office for p in self.offices if not p.former and (not p.of or p.of == self.bloc))


class Report(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """What one document tells of one act. Days are ISO 8601, '' where unknown or open; `edtf` and codes as in the reading.

    `ident` is the first 16 hexadecimal digits of the document's digest and the act's id; `seq` the filing of the reading. `day` is the
    first day that the publication's date allows. `sentence` is what to show, `quoted` the first four words of each quotation tied to
    the act, folded.
    """

    ident: str
    document: str
    seq: int
    local: str
    type: str
    status: str
    form: str = ""
    sides: tuple[Side, ...] = ()
    edtf: str = ""
    first_day: str = ""
    last_day: str = ""
    basis: str = ""
    place: str = ""
    country: str = ""
    place_basis: str = ""
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    hedged: bool = False
    published: str = ""
    day: str = ""
    publisher: str = ""
    evidence: tuple[Span, ...] = ()
    sentence: str = ""
    quoted: tuple[str, ...] = ()
    plover: str = ""
    plover_mode: str = ""
    plover_contexts: tuple[str, ...] = ()
    cameo: str = ""
    quad_class: int | None = None
    frame: str = ""
    method: str = "parse"
    within: str = ""

    @property
    def tense(self) -> str:
        """`done`, `coming` (announced, intended or agreed), `called_off` or `denied`: reports of different tenses tell different acts."""
        return "coming" if self.status in PROSPECTIVE else self.status

    @property
    def days(self) -> Days:
        """First and last day that the date allows."""
        return self.first_day, self.last_day

    @property
    def blocs(self) -> frozenset[str]:
        """The countries and organisations whose representatives are the act's sides."""
        main = frozenset(s.bloc for s in self.sides if s.role in MAIN and s.bloc)
        return main or frozenset(s.bloc for s in self.sides if s.bloc)


def report_ident(document: str, local: str) -> str:
    """The public identifier of a report: `9f86d081884c7d65.a3`."""
    return f"{document.removeprefix('sha256:')[:16]}.{local}"


def is_unnamed(actor_id: str) -> bool:
    """Whether a person's id has an office in the name's place: `per:ambassador@CHN`, `per:ambassador-2@CHN`."""
    name = actor_id.removeprefix("per:").rpartition("@")[0]
    return name.rstrip("0123456789").rstrip("-") in OFFICES


def bloc_of(actor: Actor) -> str:
    """The country or organisation that an actor stands for, '' where none is known."""
    if actor.kind in ("country", "organisation"):
        return actor.id
    if actor.country:
        return actor.country
    _, at, of = actor.id.rpartition("@")
    if at and of:
        return of
    return next((o.of for o in actor.offices if o.of), "")


def reports_of(reading: Reading, seq: int) -> tuple[Report, ...]:
    """The reports of a reading, one for each of its acts, in its order; `seq` is the number of its filing."""
    teller = _Teller(reading, seq)
    return tuple(teller.report(act) for act in reading.acts)


@dataclass(frozen=True)
class _Teller:
    reading: Reading
    seq: int

    @cached_property
    def actors(self) -> dict[str, Actor]:
        return {actor.id: actor for actor in self.reading.actors}

    @cached_property
    def quotations(self) -> Quotations:
        return Quotations(self.reading)

    def report(self, act: Act) -> Report:
        document = self.reading.document
        edtf = act.date.edtf if act.date else ""
        first, last = days_of(edtf)
        place, codes = act.place, act.codes
        return Report(
            ident=report_ident(document.id, act.id),
            document=document.id,
            seq=self.seq,
            local=act.id,
            type=act.type,
            status=act.status,
            form=act.form or "",
            sides=tuple(self.side(p) for p in act.participants),
            edtf=edtf,
            first_day=first,
            last_day=last,
            basis=(str(act.date.basis or "")) if act.date else "",
            place=place.name if place else "",
            country=(place.country or "") if place else "",
            place_basis=(str(place.basis or "")) if place else "",
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            geonames=place.geonames if place else None,
            topics=act.topics,
            sources=act.sources,
            hedged=act.hedged,
            published=document.published or "",
            day=days_of(document.published)[0],
            publisher=document.publisher or "",
            evidence=act.evidence,
            sentence=sentence_around(document.text, act.evidence[0]),
            quoted=self.quotations.of(act),
            plover=codes.plover or "",
            plover_mode=codes.plover_mode or "",
            plover_contexts=codes.plover_contexts,
            cameo=codes.cameo or "",
            quad_class=codes.quad_class,
            frame=act.frame or "",
            method=sys.intern(act.method),
            within=act.within or "",
        )

    def side(self, participant: Participant) -> Side:
        actor = self.actors.get(participant.actor)
        behalf = participant.on_behalf_of or ""
        if actor is None:
            return Side(local=participant.actor, role=participant.role, kind="country", behalf=behalf)
        return Side(
            local=actor.id,
            role=participant.role,
            kind=actor.kind,
            bloc=bloc_of(actor),
            name="" if actor.kind == "person" and is_unnamed(actor.id) else actor.name,
            country=actor.country or "",
            offices=tuple(Post(o.office, o.of or "", o.title, o.former) for o in actor.offices),
            behalf=behalf,
        )
