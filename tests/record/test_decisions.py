"""Decisions: what each changes, that it can be taken back, that it outlives a new reading, and what is refused."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from dumped import dump
from sqlalchemy import select
from told_readings import Told, Who, reading

from dragoman.errors import DecisionError, UnknownError
from dragoman.model.act import Act, Participant
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.span import Span
from dragoman.record import Record, schema
from dragoman.record.decision_files import decision_lines, judgements, read_decisions
from dragoman.record.decisions import (
    AddFact,
    Anchor,
    ApartActs,
    ApartPersons,
    CorrectValue,
    Decision,
    Forget,
    KeepsNot,
    KeepsPromise,
    PersonAnchor,
    RightFact,
    SameAct,
    SamePerson,
    Undo,
    Unsure,
    What,
    WrongFact,
    make_decision,
)

LAMINE = Who("DZA", "Karim Lamine", "foreign_minister")
GULIYEV = Who("AZE", "Elchin Guliyev", "foreign_minister")
ONE = reading(Told("meeting", (LAMINE, GULIYEV), "2023-03-14", place="Algiers@DZA"), published="2023-03-15", publisher="La Gazette")
TWO = reading(Told("meeting", (LAMINE, GULIYEV), "2023-03-14"), published="2023-03-15", publisher="Le Courrier", head="Encore\n")
FAR = reading(Told("meeting", (LAMINE, GULIYEV), "2023-05-02"), published="2023-05-03", publisher="Le Courrier", head="Plus tard\n")


def rows(record: Record, statement: str) -> list[tuple[Any, ...]]:
    with record.engine.connect() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


def acts(record: Record) -> list[int]:
    """How many reports each act has."""
    return sorted(count for (count,) in rows(record, "SELECT reports FROM act"))


def decided(record: Record, what: What, at: int = 0) -> Decision:
    made = make_decision(what, by="Anna", at=f"2024-01-01T00:00:{at:02}Z", why="parce que")
    assert record.decide(made)
    assert record.check() == ()
    return made


def anchor(of: Reading, number: int = 0) -> Anchor:
    act = of.acts[number]
    span = act.evidence[0]
    return Anchor(of.document.id, act.type, span.start, span.end, span.text)


def test_acts_that_are_kept_apart_and_brought_together(record: Record) -> None:
    record.file([ONE, TWO, FAR])
    assert acts(record) == [1, 2]
    apart = decided(record, ApartActs(anchor(ONE), anchor(TWO)))
    assert acts(record) == [1, 1, 1]
    assert ("act", "answered") in rows(record, "SELECT kind, state FROM question")
    decided(record, SameAct(anchor(TWO), anchor(FAR)), 1)
    assert acts(record) == [1, 2]
    record.undo(apart.ident, by="Bruno", at="2024-01-02T00:00:00Z")
    assert acts(record) == [1, 2], "what differs from what people joined is not joined by itself"
    ((question,),) = rows(record, "SELECT ident FROM question WHERE kind = 'act' AND state = 'open'")
    record.answer(question, "yes", by="Bruno", at="2024-01-03T00:00:00Z")
    assert acts(record) == [3]
    assert record.check() == ()


def test_a_later_decision_on_the_same_two_outweighs_an_earlier(record: Record) -> None:
    record.file([ONE, TWO])
    decided(record, ApartActs(anchor(ONE), anchor(TWO)))
    decided(record, SameAct(anchor(TWO), anchor(ONE)), 1)
    assert acts(record) == [2]
    decided(record, Unsure(anchor(TWO), anchor(ONE)), 2)
    assert rows(record, "SELECT state FROM question WHERE kind = 'act'") == [("unsure",)]


def test_undoing_an_undoing_brings_a_decision_back(record: Record) -> None:
    record.file([ONE, TWO])
    before = dump(record)
    apart = decided(record, ApartActs(anchor(ONE), anchor(TWO)))
    after = dump(record)
    undo = record.undo(apart.ident, by="A", at="1")
    assert dump(record) == before
    again = record.undo(undo.ident, by="A", at="2")
    assert dump(record) == after
    with pytest.raises(DecisionError, match="undone already"):
        record.undo(undo.ident, by="A", at="3")
    record.undo(again.ident, by="A", at="4")
    assert dump(record) == before
    assert len(record.decisions()) == 4


def test_a_decision_outlives_a_new_reading(record: Record) -> None:
    record.file([ONE, TWO])
    decided(record, ApartActs(anchor(ONE), anchor(TWO)))
    other = msgspec.structs.replace(ONE.acts[0], id="z9", evidence=(Span(2, 9, ONE.document.text[2:9]),))
    newer = msgspec.structs.replace(ONE, reader=ReaderVersion(name="made", version="2"), acts=(other,))
    record.file([newer])
    assert acts(record) == [1, 1]
    assert rows(record, "SELECT count(*) FROM question WHERE kind = 'unanchored'") == [(0,)]


def test_what_can_no_longer_be_anchored_is_listed_and_not_dropped(record: Record) -> None:
    record.file([ONE, TWO])
    made = decided(record, ApartActs(anchor(ONE), anchor(TWO)))
    record.file([msgspec.structs.replace(ONE, reader=ReaderVersion(name="made", version="2"), acts=())])
    assert rows(record, "SELECT subject, object FROM question WHERE kind = 'unanchored'") == [(made.ident, ONE.document.id)]
    record.file([msgspec.structs.replace(ONE, reader=ReaderVersion(name="made", version="3"))])
    assert rows(record, "SELECT count(*) FROM question WHERE kind = 'unanchored'") == [(0,)]
    assert acts(record) == [1, 1]
    assert record.check() == ()


def test_values_are_put_right(record: Record) -> None:
    record.file([ONE])
    decided(record, CorrectValue(anchor(ONE), "date", "2023-03-13"))
    decided(record, CorrectValue(anchor(ONE), "place", {"name": "Oran", "country": "DZA"}), 1)
    side = {"local": "FRA", "role": "agent", "kind": "country", "bloc": "FRA", "name": "France", "country": "FRA"}
    decided(record, CorrectValue(anchor(ONE), "sides", [side]), 2)
    assert rows(record, "SELECT day, place FROM act") == [("2023-03-13", "Oran")]
    assert rows(record, "SELECT a.ident, a.name FROM side s JOIN actor a ON a.id = s.actor_id") == [("FRA", "France")]
    assert rows(record, "SELECT ident FROM bloc") == [("FRA",)]


@pytest.mark.parametrize(("field", "value"), [("colour", "red"), ("status", "maybe"), ("type", "dance"), ("date", "hier"), ("sides", 3)])
def test_values_that_do_not_fit_are_refused(record: Record, field: str, value: object) -> None:
    record.file([ONE])
    before = dump(record)
    with pytest.raises(DecisionError):
        record.decide(make_decision(CorrectValue(anchor(ONE), field, value), by="A", at="1"))
    assert dump(record) == before
    assert record.decisions() == ()


def test_wrong_facts_go_and_right_ones_are_no_question(record: Record) -> None:
    near = reading(Told("visit", (LAMINE,), "2023-03-14", method="proximity"), Told("call", (GULIYEV,), "2023-03-14"))
    record.file([near])
    (question,) = rows(record, "SELECT ident FROM question WHERE kind = 'weak' AND state = 'open'")
    answer = record.answer(question[0], "yes", by="A", at="1")
    assert isinstance(answer.what, RightFact)
    assert rows(record, "SELECT state FROM question WHERE kind = 'weak'") == [("answered",)]
    wrong = decided(record, WrongFact(anchor(near, 1)))
    assert rows(record, "SELECT type FROM act") == [("visit",)]
    record.undo(wrong.ident, by="A", at="2")
    assert sorted(rows(record, "SELECT type FROM act")) == [("call",), ("visit",)]


def test_a_fact_is_added(record: Record) -> None:
    record.file([ONE])
    text = ONE.document.text
    cue = Span(0, 7, text[:7])
    act = Act(id="x", type="visit", status="done", participants=(Participant(actor=LAMINE.ident, role="agent"),), evidence=(cue,))
    decided(record, AddFact(ONE.document.id, act))
    assert sorted(rows(record, "SELECT type FROM act")) == [("meeting",), ("visit",)]
    false = msgspec.structs.replace(act, evidence=(Span(0, 3, "non"),))
    with pytest.raises(DecisionError, match="does not have the words"):
        record.decide(make_decision(AddFact(ONE.document.id, false), by="A", at="2"))
    stranger = msgspec.structs.replace(act, participants=(Participant(actor="XYZ", role="agent"),))
    with pytest.raises(DecisionError, match="not an actor"):
        record.decide(make_decision(AddFact(ONE.document.id, stranger), by="A", at="3"))


def test_a_document_is_forgotten_and_remembered(record: Record) -> None:
    record.file([ONE, FAR])
    before = dump(record)
    made = record.forget(ONE.document.id, by="A", at="1")
    assert acts(record) == [1]
    assert record.check() == ()
    record.undo(made.ident, by="A", at="2")
    assert dump(record) == before
    with pytest.raises(DecisionError, match="no such document"):
        record.forget("sha256:" + "0" * 64, by="A", at="3")


def test_persons_are_joined_and_parted(record: Record) -> None:
    other = reading(Told("call", (Who("DZA", "Sofiane Berrached", "ambassador"),), "2023-03-14"), head="B\n")
    record.file([ONE, other])
    a, b = PersonAnchor("DZA", "Karim Lamine"), PersonAnchor("DZA", "Sofiane Berrached")
    joined = decided(record, SamePerson(a, b))
    persons = "SELECT DISTINCT a.ident FROM named n JOIN actor a ON a.id = n.actor_id WHERE a.country = 'DZA' ORDER BY a.ident"
    assert rows(record, persons) == [("per:lamine@DZA",)]
    record.undo(joined.ident, by="A", at="2")
    assert rows(record, persons) == [("per:berrached@DZA",), ("per:lamine@DZA",)]
    record.file([TWO])
    decided(record, ApartPersons(a, PersonAnchor("DZA", "Karim Lamine", TWO.document.id)), 5)
    assert rows(record, persons) == [("per:berrached@DZA",), ("per:lamine-2@DZA",), ("per:lamine@DZA",)]
    with pytest.raises(DecisionError, match="no document names"):
        record.decide(make_decision(SamePerson(a, PersonAnchor("DZA", "Personne")), by="A", at="9"))


def test_promises_are_kept_by_decision(record: Record) -> None:
    promise = reading(Told("visit", (GULIYEV, Who("DZA")), "2023-06", "announced"), published="2023-03-01", head="P\n")
    later = reading(Told("visit", (GULIYEV, Who("DZA")), "2024-01-10"), published="2024-01-11", head="L\n")
    record.file([promise, later])
    state = "SELECT follow_up FROM act WHERE status = 'announced'"
    assert rows(record, state) == [("open",)]
    kept = decided(record, KeepsPromise(anchor(promise), anchor(later)))
    assert rows(record, state) == [("fulfilled",)]
    assert rows(record, "SELECT DISTINCT follow_up FROM pledge") == [("fulfilled",)]
    decided(record, KeepsNot(anchor(promise), anchor(later)), 1)
    assert rows(record, state) == [("open",)]
    record.undo(kept.ident, by="A", at="7")
    assert record.check() == ()
    with pytest.raises(DecisionError, match="no way in which a promise ends"):
        record.decide(make_decision(KeepsPromise(anchor(promise), anchor(later), "forgotten"), by="A", at="8"))


def test_questions_are_answered_by_decisions(record: Record) -> None:
    town = reading(Told("meeting", (Who("DZA"), Who("AZE")), "2023-03-16"), published="2023-03-17", head="T\n", publisher="X")
    record.file([ONE, town])
    with record.engine.connect() as connection:
        asked = connection.execute(select(schema.question.c.ident, schema.question.c.kind)).all()
    for ident, kind in asked:
        if kind == "act":
            assert isinstance(record.answer(ident, "unsure", by="A", at="1").what, Unsure)
            assert isinstance(record.answer(ident, "no", by="A", at="2").what, ApartActs)
    with pytest.raises(UnknownError, match="does not ask"):
        record.answer("q-none", "yes", by="A", at="3")
    with pytest.raises(UnknownError):
        record.anchor("0000000000000000.a1")


def test_decisions_go_out_and_come_in_once(record: Record, tmp_path: Any) -> None:
    record.file([ONE, TWO])
    decided(record, ApartActs(anchor(ONE), anchor(TWO)))
    decided(record, CorrectValue(anchor(ONE), "status", "announced"), 1)
    lines = b"".join(decision_lines(record.decisions()))
    told = list(read_decisions(lines.splitlines(), "a.jsonl"))
    assert told == list(record.decisions())
    assert b"".join(decision_lines(told)) == lines
    assert record.take_decisions(told) == 0
    with Record.open(tmp_path / "other.record") as other:
        assert other.take_decisions(told) == 2
        other.file([ONE, TWO])
        assert dump(other)["act"] == dump(record)["act"]
        assert other.check() == ()


def test_files_that_are_wrong_are_refused_whole(record: Record) -> None:
    record.file([ONE, TWO])
    good = make_decision(ApartActs(anchor(ONE), anchor(TWO)), by="A", at="1")
    lines = [*decision_lines([good]), b'{"ident": "d-1"}\n']
    with pytest.raises(DecisionError, match="line 2"):
        record.take_decisions(read_decisions(lines, "b.jsonl"))
    forged = msgspec.structs.replace(good, by="B")
    with pytest.raises(DecisionError, match="does not follow"):
        record.take_decisions([forged])
    with pytest.raises(DecisionError, match="no such decision"):
        record.take_decisions([good, make_decision(Undo("d-none"), by="A", at="2")])
    assert record.decisions() == ()
    assert acts(record) == [2]


def test_words_that_nothing_is_read_from_are_refused(record: Record) -> None:
    record.file([ONE])
    nowhere = Anchor(ONE.document.id, "meeting", 900, 905, "rien")
    with pytest.raises(DecisionError, match="no meeting is read"):
        record.decide(make_decision(WrongFact(nowhere), by="A", at="1"))
    with pytest.raises(DecisionError, match="no such document"):
        record.decide(make_decision(WrongFact(anchor(TWO)), by="A", at="1"))


def test_two_coders_are_compared_by_what_they_judged() -> None:
    a, b = anchor(ONE), anchor(TWO)
    first = [make_decision(SameAct(a, b), by="A", at="1"), make_decision(WrongFact(a), by="A", at="2")]
    first.append(make_decision(Undo(first[1].ident), by="A", at="3"))
    second = [make_decision(ApartActs(b, a), by="B", at="1"), make_decision(Forget(ONE.document.id), by="B", at="2")]
    one, other = judgements(first), judgements(second)
    (common,) = one.keys() & other.keys()
    assert (one[common], other[common]) == ("same", "apart")
    assert len(one) == 1
