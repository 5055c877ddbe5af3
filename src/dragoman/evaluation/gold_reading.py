"""Gold as the reading it would be: for comparing two coders, and for trying the measure itself."""

from __future__ import annotations

from typing import cast

import msgspec

from dragoman.evaluation.gold import GoldAct, GoldDocument, GoldParticipant
from dragoman.evaluation.names import OFFICE_NAMES
from dragoman.model.act import Act, ActDate, ActPlace, Participant
from dragoman.model.actor import Actor, Office
from dragoman.model.document import Document
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.span import Span
from dragoman.model.statement import Relation, Statement
from dragoman.model.vocabulary import OfficeName

_NOWHERE = (Span(0, 0, ""),)
_FILLER = " and so on for five words"
"""Gold has a quotation's first words only; these make it long enough to count as one."""


def gold_reading(gold: GoldDocument) -> Reading:
    """A reading that tells exactly what the gold tells; it cites nothing."""
    actors = _Actors()
    return Reading(
        reader=ReaderVersion(name="gold", version="1"),
        document=Document(id="", uri=gold.id, language=gold.lang, published=gold.published, text=""),
        acts=tuple(_act(f"a{n}", act, actors) for n, act in enumerate(gold.acts, 1)),
        statements=tuple(
            Statement(
                id=f"s{n}",
                speakers=tuple(actors.id_of(k) for k in st.speakers),
                mode=st.mode,
                content=(Span(0, 0, st.starts + _FILLER),),
            )
            for n, st in enumerate(gold.statements, 1)
        ),
        relations=tuple(
            Relation(type=r.type, subject=actors.id_of(r.subject), object=actors.object_of(r.object), evidence=_NOWHERE)
            for r in gold.relations
        ),
        actors=actors.all(),
        warnings=(),
    )


class _Actors:
    """The actors that keys name, made as they are asked for."""

    def __init__(self) -> None:
        self._by_key: dict[str, Actor] = {}

    def id_of(self, key: str) -> str:
        """The id of the actor that a key names."""
        return self._by_key.setdefault(key, _actor(key)).id

    def object_of(self, word: str) -> str:
        """A relation's object: an actor's id where it is a key, else the word itself."""
        named = "@" in word or word.startswith("org:") or (len(word) == 3 and word.isupper())
        return self.id_of(word) if named else word

    def all(self) -> tuple[Actor, ...]:
        """The actors asked for, in that order."""
        return tuple(self._by_key.values())


def _actor(key: str) -> Actor:
    if key.startswith("org:"):
        return Actor(id=key, kind="organisation", name=key[4:], mentions=_NOWHERE)
    if "@" not in key:
        return Actor(id=key, kind="country", name=key, mentions=_NOWHERE)
    name, of = key.rsplit("@", 1)
    country = None if of.startswith("org:") else of or None
    if key.startswith("inst:"):
        return Actor(id=key, kind="institution", name=name.removeprefix("inst:"), country=country, mentions=_NOWHERE)
    offices = (Office(office=cast(OfficeName, name), title=name, of=of or None),) if name in OFFICE_NAMES else ()
    return Actor(id=f"per:{key}", kind="person", name=name, country=country, offices=offices, mentions=_NOWHERE)


def _participant(who: GoldParticipant, actors: _Actors) -> Participant:
    behalf = actors.id_of(who.on_behalf_of) if who.on_behalf_of else None
    return Participant(actor=actors.id_of(who.key), role=who.role, on_behalf_of=behalf)


def _place(place: str | None) -> ActPlace | None:
    if not place:
        return None
    town, _, country = place.rpartition("@")
    return ActPlace(name=town or country, country=country)


def _act(act_id: str, gold: GoldAct, actors: _Actors) -> Act:
    return Act(
        id=act_id,
        type=gold.type,
        form=gold.form,
        status=gold.status,
        participants=tuple(_participant(w, actors) for w in gold.who),
        date=ActDate(edtf=gold.date) if gold.date else None,
        place=_place(gold.place),
        topics=() if isinstance(gold.topics, msgspec.UnsetType) else gold.topics,
        sources=() if isinstance(gold.sources, msgspec.UnsetType) else tuple(actors.id_of(k) for k in gold.sources),
        within=f"a{gold.within + 1}" if isinstance(gold.within, int) else None,
        hedged=gold.hedged is True,
        evidence=_NOWHERE,
    )
