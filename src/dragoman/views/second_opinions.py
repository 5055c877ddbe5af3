"""Second opinions: what others decided is asked of a coder again, without the first answer, so that the two can be compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from dragoman.record.answers import Words
from dragoman.record.decisions import (
    ApartActs,
    ApartPersons,
    Decision,
    KeepsNot,
    KeepsPromise,
    PersonAnchor,
    RightFact,
    SameAct,
    SamePerson,
    Unsure,
    UnsurePersons,
    UnsurePromise,
    What,
    WrongFact,
    anchors_of,
)
from dragoman.views.coder_agreement import ASKED, question_of, standing, tag_of

Verdict = Literal["yes", "no", "unsure"]
_ACTS: dict[Verdict, type[SameAct | ApartActs | Unsure]] = {"yes": SameAct, "no": ApartActs, "unsure": Unsure}
_PERSONS: dict[Verdict, type[SamePerson | ApartPersons | UnsurePersons]] = {
    "yes": SamePerson,
    "no": ApartPersons,
    "unsure": UnsurePersons,
}
_PROMISES: dict[Verdict, type[KeepsPromise | KeepsNot | UnsurePromise]] = {"yes": KeepsPromise, "no": KeepsNot, "unsure": UnsurePromise}


class SecondOpinion(msgspec.Struct, frozen=True):
    """A question that somebody answered: the ident of that decision, what kind of question, and the words or the persons it is about."""

    decision: str
    kind: str
    types: tuple[str, ...] = ()
    """The types of the acts that the words tell of."""
    words: tuple[Words, ...] = ()
    persons: tuple[PersonAnchor, ...] = ()


def second_opinions(decisions: Sequence[Decision], name: str) -> tuple[SecondOpinion, ...]:
    """The questions that others answered and `name` did not, in the order of their answers, each once."""
    told = [(question, d) for d in standing(decisions) if tag_of(d) in ASKED and (question := question_of(d))]
    mine = {question for question, d in told if d.by == name}
    others = {question: d for question, d in reversed(told) if question not in mine}
    return tuple(_asked(d) for d in reversed(others.values()))


def answer_like(first: Decision, verdict: Verdict) -> What | None:
    """What a coder decides who answers the same question with `verdict`; None where that question has no such answer."""
    what = first.what
    if isinstance(what, SameAct | ApartActs | Unsure):
        return _ACTS[verdict](what.a, what.b)
    if isinstance(what, SamePerson | ApartPersons | UnsurePersons):
        return _PERSONS[verdict](what.a, what.b)
    if isinstance(what, KeepsPromise | KeepsNot | UnsurePromise):
        return what if verdict == "yes" and isinstance(what, KeepsPromise) else _PROMISES[verdict](what.promise, what.act)
    if isinstance(what, RightFact | WrongFact) and verdict != "unsure":
        return RightFact(what.report) if verdict == "yes" else WrongFact(what.report)
    return None


def _asked(first: Decision) -> SecondOpinion:
    what, anchors = first.what, anchors_of(first.what)
    persons = (what.a, what.b) if isinstance(what, SamePerson | ApartPersons | UnsurePersons) else ()
    words = tuple(Words(document=one.document, start=one.start, end=one.end, text=one.text) for one in anchors)
    return SecondOpinion(first.ident, ASKED[tag_of(first)], tuple(one.type for one in anchors), words, persons)
