"""The codebook: what every word of the closed vocabularies means, as data (`tables/codebook.yaml`) and as a page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.errors import DataError
from dragoman.model.vocabulary import ACT_TYPES, FORMS, OFFICES, RELATIONS, ROLES, STATUSES, TOPICS

NO_ACT = "nothing"
"""What a word is confused with where there is no act at all."""


class CodedExample(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A French sentence and what it tells: `type/form status role=key ...`; the corpus's document that it stands in, if any."""

    text: str
    tells: str
    source: str | None = msgspec.field(default=None, name="from")


class NotToConfuse(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A word that this one is taken for, and the rule that tells the two apart."""

    other: str = msgspec.field(name="with")
    rule: str


class FormEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a form of an act means, and a sentence that tells an act of the form."""

    meaning: str
    example: str


class ActEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an act type means, who has which role in it, its forms, and what it is taken for."""

    meaning: str
    agent: str | None = None
    counterpart: str | None = None
    party: str | None = None
    subject: str | None = None
    example: CodedExample
    forms: dict[str, FormEntry] = {}
    confusions: tuple[NotToConfuse, ...]


class WordEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a status or a role means."""

    meaning: str
    example: CodedExample
    confusions: tuple[NotToConfuse, ...]


class TermEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What an office, a topic or a relation means; of a relation what the example tells, as `subject relation object`."""

    meaning: str
    example: str
    tells: str | None = None


class Codebook(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Every word of the vocabularies, chapter by chapter, in the vocabularies' order."""

    introduction: str
    acts: dict[str, ActEntry]
    statuses: dict[str, WordEntry]
    roles: dict[str, WordEntry]
    offices: dict[str, TermEntry]
    topics: dict[str, TermEntry]
    relations: dict[str, TermEntry]


@cache
def codebook() -> Codebook:
    """The codebook; raises `DataError` where a word of the vocabularies is missing, or one is there that none of them has."""
    data = files("dragoman").joinpath("tables/codebook.yaml").read_bytes()
    try:
        book = msgspec.yaml.decode(data, type=Codebook)
    except msgspec.MsgspecError as error:
        raise DataError(f"tables/codebook.yaml: {error}") from error
    for what, told, words in _chapters(book):
        if list(told) != list(words):
            odd = sorted(set(told) ^ set(words)) or "the order"
            raise DataError(f"tables/codebook.yaml: {what} differ from the vocabulary: {odd}")
    for word, other in _confused(book):
        if other not in (NO_ACT, *ACT_TYPES, *STATUSES, *ROLES):
            raise DataError(f"tables/codebook.yaml: {word} is confused with {other!r}, which is no word of the vocabularies")
    return book


def _chapters(book: Codebook) -> Iterator[tuple[str, Mapping[str, object], Iterable[str]]]:
    yield "acts", book.acts, ACT_TYPES
    for name, act in book.acts.items():
        yield f"the forms of {name}", act.forms, FORMS.get(name, ())
    yield "statuses", book.statuses, STATUSES
    yield "roles", book.roles, ROLES
    yield "offices", book.offices, OFFICES
    yield "topics", book.topics, TOPICS
    yield "relations", book.relations, RELATIONS


def _confused(book: Codebook) -> Iterator[tuple[str, str]]:
    for chapter in (book.acts, book.statuses, book.roles):
        for word, entry in chapter.items():
            yield from ((word, c.other) for c in entry.confusions)
