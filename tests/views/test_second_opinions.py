from __future__ import annotations

from typing import get_args

import pytest

from dragoman.record.decisions import (
    Anchor,
    ApartActs,
    ApartPersons,
    Decision,
    KeepsNot,
    KeepsPromise,
    PersonAnchor,
    RightFact,
    SameAct,
    SamePerson,
    Undo,
    Unsure,
    UnsurePersons,
    UnsurePromise,
    What,
    WrongFact,
    make_decision,
)
from dragoman.views.coder_agreement import ANSWERS, agreement, tag_of
from dragoman.views.second_opinions import Verdict, answer_like, second_opinions

A, B = (Anchor(f"sha256:{n:064}", "visit", 0, 5, "visite") for n in (1, 2))
X, Y = PersonAnchor("MLI", "Mariam Diarra"), PersonAnchor("MLI", "M. Diarra")
QUESTIONS: list[What] = [
    SameAct(A, B),
    ApartActs(A, B),
    Unsure(A, B),
    SamePerson(X, Y),
    ApartPersons(X, Y),
    UnsurePersons(X, Y),
    KeepsPromise(A, B, "renewed"),
    KeepsNot(A, B),
    UnsurePromise(A, B),
    RightFact(A),
    WrongFact(A),
]


def by(name: str, what: What, n: int = 0) -> Decision:
    return make_decision(what, by=name, at=f"2024-05-16T08:00:0{n}Z")


@pytest.mark.parametrize("what", QUESTIONS, ids=lambda what: type(what).__name__)
def test_every_answer_to_the_same_question_can_be_given_and_is_compared(what: What) -> None:
    first = by("Ana", what)
    for verdict in get_args(Verdict):
        mine = answer_like(first, verdict)
        if mine is None:
            assert isinstance(what, RightFact | WrongFact) and verdict == "unsure"
            continue
        made = by("Boris", mine, 1)
        assert ANSWERS[tag_of(made)] == verdict
        assert agreement([first, made], "Ana", "Boris").kinds[-1].both == 1


def test_what_others_answered_is_asked_once_until_it_is_answered() -> None:
    first, again, other = by("Ana", SameAct(A, B)), by("Cem", ApartActs(B, A), 1), by("Ana", SamePerson(X, Y), 2)
    asked = second_opinions([first, again, other], "Boris")
    assert [one.decision for one in asked] == [first.ident, other.ident]
    assert ([one.kind for one in asked], asked[0].types, asked[1].persons) == (["act", "person"], ("visit", "visit"), (X, Y))
    assert [one.decision for one in second_opinions([first, again, other], "Ana")] == []
    mine = by("Boris", Unsure(B, A), 3)
    assert [one.decision for one in second_opinions([first, again, other, mine], "Boris")] == [other.ident]
    undone = by("Boris", Undo(mine.ident), 4)
    assert len(second_opinions([first, again, other, mine, undone], "Boris")) == 2


def test_what_answers_no_question_has_no_second_opinion() -> None:
    from dragoman.record.decisions import CorrectValue, Forget

    made = [by("Ana", CorrectValue(A, "status", "done")), by("Ana", Forget(A.document))]
    assert second_opinions(made, "Boris") == ()
    assert answer_like(made[0], "yes") is None
