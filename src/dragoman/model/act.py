"""What was done, or is said to be coming, between representatives of states or international organisations."""

from __future__ import annotations

from typing import Annotated

import msgspec

from dragoman.model.span import Spans
from dragoman.model.vocabulary import ActType, DateBasis, Method, PlaceBasis, Role, Status


class Participant(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """An actor in an act, with the role it plays and the principal it acts for, if any."""

    actor: Annotated[str, msgspec.Meta(description="an actor's id")]
    role: Role
    on_behalf_of: Annotated[str | None, msgspec.Meta(description="the principal's id, where this participant acts on another's behalf")] = (
        msgspec.field(default=None, name="for")
    )
    evidence: Spans | msgspec.UnsetType = msgspec.UNSET


class ActDate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """When an act happened or shall happen: EDTF, as wide as the text leaves it."""

    edtf: str
    evidence: Spans | msgspec.UnsetType = msgspec.UNSET
    basis: DateBasis | msgspec.UnsetType = msgspec.UNSET


class ActPlace(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """Where an act took place: GeoNames' main name, or the country's where only that is told."""

    name: str
    country: str | None = None
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    evidence: Spans | msgspec.UnsetType = msgspec.UNSET
    basis: PlaceBasis | msgspec.UnsetType = msgspec.UNSET


class Codes(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """The act in the field's two coding schemes, PLOVER and CAMEO."""

    plover: str | None = None
    plover_mode: str | None = None
    plover_contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad_class: int | None = None


class FieldEvidence(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """The words behind the fields of an act that are no objects of their own."""

    form: Spans | msgspec.UnsetType = msgspec.UNSET
    status: Spans | msgspec.UnsetType = msgspec.UNSET
    topics: Spans | msgspec.UnsetType = msgspec.UNSET
    sources: Spans | msgspec.UnsetType = msgspec.UNSET
    hedged: Spans | msgspec.UnsetType = msgspec.UNSET


class Act(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One act of a document: what, who with whom, how certain, when, where, told by whom, and the words of each."""

    id: str
    type: ActType
    form: str | None = None
    status: Status
    participants: tuple[Participant, ...]
    date: ActDate | None = None
    place: ActPlace | None = None
    topics: tuple[str, ...] = ()
    sources: Annotated[
        tuple[str, ...], msgspec.Meta(description="actors' ids, outermost first; the document's own voice is the empty list")
    ] = ()
    statement: Annotated[str | None, msgspec.Meta(description="the id of the statement that reports this act, where one does")] = None
    codes: Codes = Codes()
    evidence: Annotated[Spans, msgspec.Meta(description="the words that tell of the act itself: its cue first")]
    hedged: Annotated[bool, msgspec.Meta(description="the text itself holds back")] = False
    within: Annotated[str | None, msgspec.Meta(description="the id of the act in whose course this one took place")] = None
    frame: Annotated[str | None, msgspec.Meta(description="the id of the frame that told this act")] = None
    method: Annotated[Method, msgspec.Meta(description="how the participants were found: along the parse, or by order and nearness")] = (
        "parse"
    )
    field_evidence: FieldEvidence = FieldEvidence()
