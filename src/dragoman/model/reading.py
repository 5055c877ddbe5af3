"""What one document says, as read by dragoman."""

from __future__ import annotations

from typing import Annotated

import msgspec

from dragoman.model.act import Act
from dragoman.model.actor import Actor
from dragoman.model.document import Document
from dragoman.model.statement import Relation, Statement


class ReaderVersion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which reader made a reading."""

    name: str
    version: Annotated[
        str, msgspec.Meta(description="changes whenever the same text could be read otherwise: code, frames, lexicons, models")
    ]


class Reading(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What one document says: one JSON object per document, one line each in JSONL."""

    reader: ReaderVersion
    document: Document
    actors: tuple[Actor, ...]
    acts: tuple[Act, ...]
    statements: tuple[Statement, ...]
    relations: tuple[Relation, ...]
    warnings: Annotated[
        tuple[str, ...], msgspec.Meta(description="what could not be read, in plain words: an unknown language, a quotation never closed")
    ]

    def to_json(self) -> bytes:
        """The reading as one line of JSON in UTF-8, byte for byte the same for the same reading."""
        return msgspec.json.encode(self)

    @classmethod
    def from_json(cls, data: bytes | str) -> Reading:
        """A reading from its JSON; raises `msgspec.ValidationError` where the JSON is no reading."""
        return msgspec.json.decode(data, type=cls)
