"""What people decide: anchored on documents and words, never on rows, so that it outlives every new reading."""

from __future__ import annotations

import hashlib
from typing import Any, ClassVar

import msgspec

from dragoman.model.act import Act
from dragoman.model.actor import Actor


class Anchor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An act as a document tells it: the document, the act's type and the words of its cue, where they stand."""

    document: str
    type: str
    start: int
    end: int
    text: str


class PersonAnchor(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A person as documents name it: the country (or organisation) it stands for and a name; in one document only, where that is set."""

    country: str
    name: str
    document: str = ""


class _What(msgspec.Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind"):
    """What is decided; `kind` names it in JSON."""


class SameAct(_What, frozen=True, tag="same_act"):
    """Two documents tell of one act."""

    a: Anchor
    b: Anchor


class ApartActs(_What, frozen=True, tag="apart_acts"):
    """Two documents tell of two acts, however alike they look."""

    a: Anchor
    b: Anchor


class Unsure(_What, frozen=True, tag="unsure"):
    """Whether two tellings are of one act cannot be said: the question is put aside."""

    a: Anchor
    b: Anchor


class KeepsPromise(_What, frozen=True, tag="keeps_promise"):
    """A later act answers to a promise: it is `fulfilled`, `renewed` or `called_off` by it."""

    promise: Anchor
    act: Anchor
    follow_up: str = "fulfilled"


class KeepsNot(_What, frozen=True, tag="keeps_not"):
    """A later act does not answer to a promise, however well it fits."""

    promise: Anchor
    act: Anchor


class UnsurePromise(_What, frozen=True, tag="unsure_promise"):
    """Whether a later act answers to a promise cannot be said: the question is put aside."""

    promise: Anchor
    act: Anchor


class SamePerson(_What, frozen=True, tag="same_person"):
    """Two ways of naming are one person's."""

    a: PersonAnchor
    b: PersonAnchor


class ApartPersons(_What, frozen=True, tag="apart_persons"):
    """Two ways of naming are two persons'."""

    a: PersonAnchor
    b: PersonAnchor


class UnsurePersons(_What, frozen=True, tag="unsure_persons"):
    """Whether two ways of naming are one person's cannot be said: the question is put aside."""

    a: PersonAnchor
    b: PersonAnchor


class CorrectValue(_What, frozen=True, tag="correct_value"):
    """A field of an act has another value than was read; `record.corrections` says which fields there are and how values are written."""

    report: Anchor
    field: str
    value: Any


class WrongFact(_What, frozen=True, tag="wrong_fact"):
    """The document does not tell of this act."""

    report: Anchor


class RightFact(_What, frozen=True, tag="right_fact"):
    """The document tells of this act as it was read, though the reading was not sure."""

    report: Anchor


class AddFact(_What, frozen=True, tag="add_fact"):
    """The document tells of an act that was not read; `actors` are those of it that the reading does not name either."""

    document: str
    act: Act
    actors: tuple[Actor, ...] = ()


class Forget(_What, frozen=True, tag="forget"):
    """A document counts no longer; its text and readings are kept, so that this can be taken back."""

    document: str


class Undo(_What, frozen=True, tag="undo"):
    """Another decision is taken back."""

    decision: str


What = (
    SameAct
    | ApartActs
    | Unsure
    | KeepsPromise
    | KeepsNot
    | UnsurePromise
    | SamePerson
    | ApartPersons
    | UnsurePersons
    | CorrectValue
    | WrongFact
    | RightFact
    | AddFact
    | Forget
    | Undo
)
"""Everything that can be decided."""

ABOUT_PERSONS = (SamePerson, ApartPersons, UnsurePersons)


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A decision: what, by whom, when (ISO 8601, as the one who decides says), why. `ident` follows from all of these."""

    ident: str
    by: str
    at: str
    why: str = ""
    what: What

    encoder: ClassVar[msgspec.json.Encoder] = msgspec.json.Encoder(order="deterministic")


def make_decision(what: What, *, by: str, at: str, why: str = "") -> Decision:
    """A decision with the identifier that follows from its content: `d-` and 16 hexadecimal digits."""
    content = Decision.encoder.encode([by, at, why, what])
    return Decision(ident="d-" + hashlib.sha256(content).hexdigest()[:16], by=by, at=at, why=why, what=what)


def anchors_of(what: What) -> tuple[Anchor, ...]:
    """The acts that a decision cites, by their words."""
    values = (getattr(what, name) for name in what.__struct_fields__)
    return tuple(value for value in values if isinstance(value, Anchor))


def cited(what: What) -> tuple[str, ...]:
    """What a decision is filed under: the documents that it cites, `country:DZA` for the persons that it names."""
    found = [anchor.document for anchor in anchors_of(what)]
    if isinstance(what, ABOUT_PERSONS):
        found += [key for person in (what.a, what.b) for key in (f"country:{person.country}", person.document) if key]
    if isinstance(what, AddFact | Forget):
        found.append(what.document)
    return tuple(dict.fromkeys(found))
