"""What a document says that somebody said or wrote."""

from __future__ import annotations

from typing import Annotated

import msgspec

from dragoman.model.span import Span, Spans
from dragoman.model.vocabulary import Mode


class Statement(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Words reported of somebody, with the chain of those who report them."""

    id: str
    speakers: Annotated[tuple[str, ...], msgspec.Meta(description="actors' ids; two where sides speak jointly")]
    addressee: str | None = None
    mode: Mode
    cue: Span | None = None
    content: Spans
    sources: tuple[str, ...] = ()


class Relation(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A standing fact told in passing: a presidency, a membership, a seat."""

    type: str
    subject: str
    object: Annotated[str, msgspec.Meta(description="an actor's id, or a plain word (a commodity)")]
    evidence: Spans
