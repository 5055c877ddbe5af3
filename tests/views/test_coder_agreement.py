from __future__ import annotations

from dragoman.record.decisions import (
    Anchor,
    ApartActs,
    CorrectValue,
    Decision,
    KeepsNot,
    KeepsPromise,
    RightFact,
    SameAct,
    Undo,
    Unsure,
    What,
    WrongFact,
    make_decision,
)
from dragoman.views.coder_agreement import agreement, answered, coders


def anchor(number: int) -> Anchor:
    return Anchor("sha256:" + "ab" * 32, "visit", number, number + 3, "vis")


def made(by: str, *decided: What) -> list[Decision]:
    return [make_decision(what, by=by, at=f"2024-01-01T00:00:{n:02}Z") for n, what in enumerate(decided)]


def test_two_who_answer_the_same_questions() -> None:
    a = made("a", SameAct(anchor(1), anchor(2)), ApartActs(anchor(3), anchor(4)), RightFact(anchor(5)), KeepsPromise(anchor(6), anchor(7)))
    b = made("b", SameAct(anchor(2), anchor(1)), Unsure(anchor(3), anchor(4)), RightFact(anchor(5)), KeepsNot(anchor(6), anchor(7)))
    found = agreement([*a, *b], "a", "b")
    assert found.answered == (4, 4)
    by_kind = {kind.kind: (kind.both, kind.equal) for kind in found.kinds}
    assert by_kind == {"act": (2, 1), "follow_up": (1, 0), "weak": (1, 1), "all": (4, 2)}
    assert [kind.share for kind in found.kinds if kind.kind == "all"] == [0.5]
    assert {(pair.one.kind, pair.other.kind) for pair in found.differ} == {("apart_acts", "unsure"), ("keeps_promise", "keeps_not")}
    assert found.differ[0].words[0].start == 3


def test_the_last_answer_counts_and_what_is_taken_back_does_not() -> None:
    first, second, third = made("a", WrongFact(anchor(1)), RightFact(anchor(1)), WrongFact(anchor(2)))
    back = make_decision(Undo(third.ident), by="b", at="2024-01-02T00:00:00Z")
    (theirs,) = made("b", RightFact(anchor(1)))
    found = agreement([first, second, third, back, theirs], "a", "b")
    assert found.answered == (1, 1) and [kind.equal for kind in found.kinds] == [1, 1]
    again = make_decision(Undo(back.ident), by="b", at="2024-01-03T00:00:00Z")
    assert agreement([first, second, third, back, theirs, again], "a", "b").answered == (2, 1)


def test_values_are_compared_as_values() -> None:
    a = made("a", CorrectValue(anchor(1), "date", "2024-05"), CorrectValue(anchor(1), "status", "done"))
    b = made("b", CorrectValue(anchor(1), "date", "2024-05-01"), CorrectValue(anchor(1), "status", "done"))
    (values, _) = agreement([*a, *b], "a", "b").kinds
    assert (values.kind, values.both, values.equal) == ("value", 2, 1)


def test_nobody_in_common() -> None:
    found = agreement(made("a", RightFact(anchor(1))), "a", "b")
    assert [(kind.both, kind.share, kind.alpha) for kind in found.kinds] == [(0, None, None)]
    assert coders([*made("a", RightFact(anchor(1))), *made("b", RightFact(anchor(1)), RightFact(anchor(2)))]) == ("b", "a")


def test_progress_counts_the_answers_that_stand() -> None:
    a = made("a", SameAct(anchor(1), anchor(2)), CorrectValue(anchor(1), "status", "done"), RightFact(anchor(3)))
    back = make_decision(Undo(a[2].ident), by="a", at="2024-01-02T00:00:00Z")
    told = answered([*a, back, *made("b", Unsure(anchor(3), anchor(4)))], "a")
    assert (told.all, told.mine) == (2, 1)
