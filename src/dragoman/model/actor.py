"""Who acts: persons with their offices, countries, organisations, institutions."""

from __future__ import annotations

from typing import Annotated

import msgspec

from dragoman.model.span import Spans
from dragoman.model.vocabulary import ActorKind, OfficeName


class Office(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True):
    """An office that a document says a person holds, or held."""

    office: OfficeName
    title: Annotated[str, msgspec.Meta(description="as written")]
    of: Annotated[str | None, msgspec.Meta(description="an actor's id")] = None
    evidence: Spans | msgspec.UnsetType = msgspec.UNSET
    former: bool = False


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """An actor of one document, with every place where the text names it.

    `country` is the state that a person represents or that an institution is part of; null for an organisation's official.
    """

    id: Annotated[str, msgspec.Meta(description="as VOCABULARY.md says: alpha-3, org:NAM, inst:foreign_ministry@DZA, per:lamamra@DZA")]
    kind: ActorKind
    name: str
    country: Annotated[
        str | None, msgspec.Meta(description="alpha-3, for a person the country represented, for an institution the country it is part of")
    ] = None
    offices: tuple[Office, ...] = ()
    mentions: Spans
