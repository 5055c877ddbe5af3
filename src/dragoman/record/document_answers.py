"""What the record answers about documents: where they were seen, what was read in them, where words stand in them."""

from __future__ import annotations

from dragoman.model.reading import Reading
from dragoman.record.answers import Answer, DocumentLine


class Sighting(Answer, frozen=True, kw_only=True):
    """Where a document was seen."""

    uri: str
    publisher: str
    title: str | None
    published: str | None


class DocumentPage(Answer, frozen=True, kw_only=True):
    """A document with its reading in force; `acts` leads from the reading's act ids to the record's, `actors` likewise."""

    document: DocumentLine
    sightings: tuple[Sighting, ...]
    reading: Reading
    acts: dict[str, str]
    actors: dict[str, str]


class Excerpt(Answer, frozen=True, kw_only=True):
    """Words of a document with what stands around them."""

    document: DocumentLine
    start: int
    end: int
    before: str
    text: str
    after: str


class Piece(Answer, frozen=True, kw_only=True):
    """A piece of a snippet; `hit` where it is what was looked for."""

    text: str
    hit: bool = False


class Hit(Answer, frozen=True, kw_only=True):
    """A document in which words were found, with the acts that it tells of (their idents)."""

    document: DocumentLine
    snippet: tuple[Piece, ...]
    acts: tuple[str, ...]


class HitPage(Answer, frozen=True, kw_only=True):
    """Documents in which words were found, the one filed last first."""

    hits: tuple[Hit, ...]
    documents: int
    exact: bool
    next: str | None = None
