"""Readings of made-up documents: text, actors with their offices, acts, statements, every span in its place."""

from __future__ import annotations

import random

from made_acts import MadeAct, MadeDocument, MadeSide
from made_world import World

from dragoman.model.act import Act, ActDate, ActPlace, Codes, Participant
from dragoman.model.actor import Actor, Office
from dragoman.model.document import Document, document_id
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.span import Span
from dragoman.model.statement import Relation, Statement
from dragoman.model.vocabulary import ActorKind

READER = ReaderVersion(name="made", version="1")
_QUOTED = "nous continuerons sur cette voie"
_VERBS = {
    "meeting": "a rencontré",
    "visit": "s'est rendu chez",
    "call": "s'est entretenu au téléphone avec",
    "agreement": "a signé un accord avec",
    "message": "a adressé un message à",
}
_FILLER = 40


def make_reading(document: MadeDocument, world: World, rng: random.Random) -> Reading:
    """The reading of a document; sets the document's text and ident, and what its acts are called in it."""
    return _Writer(document, world, rng).reading()


class _Writer:
    def __init__(self, document: MadeDocument, world: World, rng: random.Random) -> None:
        self.document, self.world, self.rng = document, world, rng
        self.pieces: list[str] = []
        self.at = 0
        self.mentions: dict[str, list[Span]] = {}
        self.sides: dict[str, MadeSide] = {}

    def reading(self) -> Reading:
        document = self.document
        self.write(f"{document.publisher}, le {document.day}. Communiqué numéro {document.number}.\n\n")
        cues = [self.told(act) for act in document.acts]
        statement = self.said()
        document.text = "".join(self.pieces)
        document.ident = document_id(document.text)
        acts = tuple(self.act(f"a{n}", act, cue) for n, (act, cue) in enumerate(zip(document.acts, cues), start=1))
        for made, act in zip(document.acts, acts):
            made.tellings.append((document, act.id))
        return Reading(
            reader=READER,
            document=Document(
                id=document.ident,
                uri=f"https://example.org/{document.number}",
                title=f"Communiqué {document.number} : {document.acts[0].sides[0].state.name}",
                publisher=document.publisher,
                language="fr",
                published=document.day,
                text=document.text,
                fiction=True,
            ),
            actors=tuple(self.actor(ident) for ident in self.mentions),
            acts=acts,
            statements=statement,
            relations=self.relations(cues),
            warnings=(),
        )

    def write(self, text: str) -> Span:
        start = self.at
        self.pieces.append(text)
        self.at += len(text)
        return Span(start, self.at, text)

    def name(self, side: MadeSide) -> None:
        self.sides[side.ident] = side
        if side.holder:
            self.write(f"le {side.holder.title} ({side.state.name}) ")
            self.mentions.setdefault(side.ident, []).append(self.write(side.holder.name))
        span = None if side.holder else self.write(side.state.name)
        if span:
            self.mentions.setdefault(side.ident, []).append(span)
        elif side.state.ident not in self.mentions:
            self.write(", de ")
            self.mentions[side.state.ident] = [self.write(side.state.name)]
            self.sides.setdefault(side.state.ident, MadeSide(side.state, None, "party"))

    def told(self, act: MadeAct) -> Span:
        self.name(act.sides[0])
        self.write(" ")
        cue = self.write(_VERBS.get(act.type, f"({act.type}) avec"))
        for side in act.sides[1:]:
            self.write(" ")
            self.name(side)
            self.write(",")
        if act.place:
            self.write(f" à {act.place.capital}")
        words = self.rng.choices(self.world.words, cum_weights=self.world.word_weights, k=_FILLER)
        self.write(f", au sujet de {' '.join(words[:12])}. {' '.join(words[12:])}.\n\n")
        return cue

    def said(self) -> tuple[Statement, ...]:
        speakers = [s.ident for s in self.sides.values() if s.holder]
        if not speakers or self.rng.random() < 0.4:
            return ()
        cue = self.write("Il a déclaré : ")
        content = self.write(f"« {' '.join(self.rng.choices(self.world.words, k=6))}, {_QUOTED} »")
        return (Statement(id="s1", speakers=(self.rng.choice(speakers),), mode="direct", cue=cue, content=(content,)),)

    def relations(self, cues: list[Span]) -> tuple[Relation, ...]:
        states = [s.state.ident for s in self.sides.values()]
        if len(states) < 2 or self.rng.random() > 0.02:
            return ()
        return (Relation(type="neighbour_of", subject=states[0], object=states[1], evidence=(cues[0],)),)

    def actor(self, ident: str) -> Actor:
        side = self.sides[ident]
        state, holder = side.state, side.holder
        kind: ActorKind = "organisation" if state.ident.startswith("org:") else "country"
        if holder is None:
            return Actor(id=ident, kind=kind, name=state.name, mentions=tuple(self.mentions[ident]))
        spans = tuple(self.mentions[ident])
        office = Office(office=holder.office, title=holder.title, of=state.ident, evidence=spans[:1])  # type: ignore[arg-type]
        country = state.ident if kind == "country" else None
        return Actor(id=ident, kind="person", name=holder.name, country=country, offices=(office,), mentions=spans)

    def act(self, ident: str, act: MadeAct, cue: Span) -> Act:
        edtf = (act.due if act.follow_up else act.day) or None
        place = act.place
        return Act(
            id=ident,
            type=act.type,  # type: ignore[arg-type]
            form=act.form,
            status=act.status,  # type: ignore[arg-type]
            participants=tuple(
                Participant(actor=s.ident, role=s.role, evidence=tuple(self.mentions[s.ident][:1]))  # type: ignore[arg-type]
                for s in act.sides
            ),
            date=ActDate(edtf=edtf, evidence=(cue,), basis="told") if edtf else None,
            place=ActPlace(name=place.capital, country=place.ident, latitude=place.latitude, longitude=place.longitude) if place else None,
            topics=act.topics,
            codes=Codes(plover="CONSULT", cameo="040", quad_class=1),
            evidence=(cue,),
            statement="s1" if act is self.document.acts[-1] else None,
            frame="made",
        )
