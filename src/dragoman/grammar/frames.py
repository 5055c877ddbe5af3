"""Frames: which words tell of which act, with what status, reported by whom. All of them are rows of `frames/<language>/*.yaml`.

- An **act frame** names predicates (verbs, nouns, or a verb with its object noun) and, role by role, the complements that fill it.
- A **modal frame** takes another act as its complement and sets its status (`souhaiter` -> `intended`).
- A **reporting frame** takes a clause as its complement and adds a source to its chain.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

import msgspec

from dragoman.errors import FrameError
from dragoman.model.vocabulary import FORMS, ROLES, ActType, Role, Status

Words = tuple[str, ...]

ANSWERS = frozenset(("appreciation", "support"))
"""Types of act that answer to somebody's deed, and tell nothing without him."""


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and what must come out of it: `tells` is `type/form status role=key ...`, or `nothing`."""

    text: str
    tells: str


class ActFrame(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Which predicate tells of which act, and which of its complements plays which role.

    `verb`, `noun`, `adjective` are lemmas of the predicate; with `object`, the verb must have one of these nouns as its object (or passive
    subject). `roles` maps a role to the complements that fill it: the first of the list that is there wins, `a+b` takes both.
    `needs` are roles without which nothing is told; those of them that are `open` may be told elsewhere in the document.
    `kinds` narrows what may fill a role (`person`, `side`, `state`).
    `status` overrides the status that the verb's time gives. `where` and `unless` are words that must, or must not, stand as a
    complement of the predicate (`slot: [lemma, ...]`); `opened`: prepositions of which one must open a noun (`en visite`). Those that
    the complements in `each` name have each an act of their own (`a reçu A et B`). `besides`: told
    of an object noun that tells of another act too (`a accepté l'invitation`). `weak` frames tell only of an act that another frame
    also tells, unless both sides are there; holders of a role in `states` stand for their states (`ont assisté à la signature`);
    `fallback` frames tell only where nothing below their predicate tells of an act
    (`ont convenu de`). `echoes` frames say that another does what was told last (`a fait de même`): theirs is that act, whatever it is,
    with those who fill their roles; their own `act` only says so where nothing is told before.
    """

    id: str
    act: ActType
    form: str | None = None
    verb: Words = ()
    noun: Words = ()
    adjective: Words = ()
    object: Words = ()
    reflexive: bool | None = None
    passive: bool | None = None
    status: Status | None = None
    roles: dict[Role, Words]
    needs: tuple[Role, ...] = ()
    open: tuple[Role, ...] = ()
    states: tuple[Role, ...] = ()
    kinds: dict[Role, str] = {}
    where: dict[str, Words] = {}
    unless: dict[str, Words] = {}
    opened: Words = ()
    each: Words = ()
    besides: bool = False
    forms: dict[str, Words] = {}
    weak: bool = False
    fallback: bool = False
    echoes: bool = False
    through: bool = True
    sides: int = 1
    source: str = ""
    examples: tuple[Example, ...] = ()


class ModalFrame(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A predicate that takes an act as its complement and sets its status.

    `complement` says how the act hangs on it: `clause` (an infinitive or `que`), `object`, `subject`, or a slot. `control` is the
    complement that the infinitive's subject is (`subject`, `object`, `to`). `status` null leaves the act's own, and only hands on
    the subject. `hedges` marks the act as held back; `silent` says that the act is not told at all (`inviter à`); `overrides` that the
    status stands against a modal further in (`a annulé`). `negated` is the status where the modal itself is negated. With `object`, the
    act's own predicate must be one of these words; with `where`, one of the words must stand in a complement of the modal (`reporter`
    with a day: put off to it).
    """

    id: str
    verb: Words = ()
    noun: Words = ()
    adjective: Words = ()
    object: Words = ()
    reflexive: bool | None = None
    where: dict[str, Words] = {}
    complement: Words = ("clause", "object")
    control: str = "subject"
    status: Status | None = None
    negated: Status | None = "called_off"
    hedges: bool = False
    silent: bool = False
    overrides: bool = False
    only: tuple[str, ...] = ()
    source: str = ""
    examples: tuple[Example, ...] = ()


class ReportingFrame(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A predicate that says that somebody says: `speaker` is the complement that speaks, `addressee` the one spoken to."""

    id: str
    verb: Words = ()
    noun: Words = ()
    reflexive: bool | None = None
    speaker: Words = ("subject",)
    addressee: Words = ("to",)
    denies: bool = False
    source: str = ""
    examples: tuple[Example, ...] = ()


class AdjunctFrame(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A complement of another act that tells of an act of its own: `à l'invitation de X` tells that X invited.

    `slot` is the complement; whoever fills it has the role `filler`; those who are `others` in the act that it hangs on have the role
    `other`.
    """

    id: str
    act: ActType
    form: str | None = None
    slot: str
    filler: Role = "agent"
    other: Role = "counterpart"
    others: tuple[Role, ...] = ("agent", "party")
    only: tuple[ActType, ...] = ()
    source: str = ""
    examples: tuple[Example, ...] = ()


class FrameFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One YAML file of frames."""

    acts: tuple[ActFrame, ...] = ()
    modals: tuple[ModalFrame, ...] = ()
    reports: tuple[ReportingFrame, ...] = ()
    adjuncts: tuple[AdjunctFrame, ...] = ()


class Frames:
    """All frames of a language, found by the lemma of a word."""

    def __init__(self, parts: Iterable[FrameFile]) -> None:
        parts = tuple(parts)
        self.acts = tuple(f for p in parts for f in p.acts)
        self.modals = tuple(f for p in parts for f in p.modals)
        self.reports = tuple(f for p in parts for f in p.reports)
        self.adjuncts = tuple(f for p in parts for f in p.adjuncts)
        specific = sorted(self.acts, key=_specificity, reverse=True)
        self.act_verbs = _index((w, f) for f in specific for w in f.verb)
        self.act_nouns = _index((w, f) for f in self.acts if not f.verb for w in f.noun)
        self.act_adjectives = _index((w, f) for f in self.acts for w in f.adjective)
        self.modal_words = _index((w, f) for f in self.modals for w in (*f.verb, *f.noun, *f.adjective))
        self.report_words = _index((w, f) for f in self.reports for w in (*f.verb, *f.noun))

    def triggers(self) -> tuple[tuple[Words, ...], ...]:
        """Of each act frame, the sets of words of each of which a text must have one for the frame to tell of anything."""
        return tuple(_needed(f) for f in self.acts)


def _needed(frame: ActFrame) -> tuple[Words, ...]:
    predicates = (*frame.verb, *frame.noun, *frame.adjective)
    return tuple(s for s in (predicates, frame.object, *frame.where.values()) if s and "*" not in s)


def _specificity(frame: ActFrame) -> int:
    """How much a frame asks for: those that ask most are tried first."""
    return sum((bool(frame.object), bool(frame.where), frame.reflexive is not None, frame.passive is not None))


F = TypeVar("F")


def _index(pairs: Iterable[tuple[str, F]]) -> dict[str, tuple[F, ...]]:
    index: dict[str, list[F]] = {}
    for word, frame in pairs:
        index.setdefault(word, []).append(frame)
    return {w: tuple(fs) for w, fs in index.items()}


def read_frames(path: Path) -> FrameFile:
    """The frames of one file; raises FrameError with the file and what is wrong."""
    try:
        part = msgspec.yaml.decode(path.read_bytes(), type=FrameFile)
    except (msgspec.ValidationError, msgspec.DecodeError) as error:
        raise FrameError(f"{path}: {error}: mend the frame that the path names, or leave the file out") from error
    except OSError as error:
        raise FrameError(f"{path}: cannot be read ({error.strerror}): check the path") from error
    for frame in part.acts:
        _check(frame, str(path))
    return part


def _check(frame: ActFrame, where: str) -> None:
    if frame.form and frame.form not in FORMS.get(frame.act, ()):
        raise FrameError(
            f"{where}: frame {frame.id}: {frame.act} has no form {frame.form!r}: take one of {', '.join(FORMS.get(frame.act, ('none',)))}"
        )
    wrong = [r for r in frame.needs if r not in ROLES or r not in frame.roles]
    if wrong:
        raise FrameError(f"{where}: frame {frame.id}: needs {wrong[0]!r} but has no such role: add it to roles or drop it from needs")
    if set(frame.open) - set(frame.needs):
        raise FrameError(
            f"{where}: frame {frame.id}: leaves open {sorted(set(frame.open) - set(frame.needs))[0]!r}, which it does not need"
        )
    if not (frame.verb or frame.noun or frame.adjective):
        raise FrameError(f"{where}: frame {frame.id}: names no predicate: give verb, noun or adjective")


@cache
def load_frames(language: str, more: tuple[str, ...] = ()) -> Frames:
    """The frames of a language with those of the files in `more` (a user's own); raises FrameError."""
    folder = files("dragoman").joinpath(f"frames/{language}")
    paths = sorted((Path(str(entry)) for entry in folder.iterdir() if entry.name.endswith(".yaml")), key=lambda p: p.name)
    return Frames(read_frames(p) for p in [*paths, *map(Path, more)])
