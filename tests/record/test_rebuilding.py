"""However a record came about: filed bit by bit, read again, decided upon, it is what its readings and decisions make it."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from dumped import differences, dump
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told_readings import documents, told_acts
from told_readings import reading as make_reading

from dragoman.errors import DecisionError
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.record import Record
from dragoman.record.decisions import (
    ApartActs,
    ApartPersons,
    CorrectValue,
    Forget,
    KeepsNot,
    KeepsPromise,
    PersonAnchor,
    SameAct,
    SamePerson,
    Undo,
    Unsure,
    What,
    WrongFact,
    make_decision,
)
from dragoman.record.ruling import decide

Step = tuple[str, Any]
_steps = st.lists(
    st.one_of(
        st.tuples(st.just("file"), st.lists(documents, min_size=1, max_size=4)),
        st.tuples(st.just("again"), st.tuples(st.integers(0, 50), st.lists(told_acts(), max_size=3), st.integers(0, 2))),
        st.tuples(st.just("decide"), st.tuples(st.integers(0, 12), st.integers(0, 50), st.integers(0, 50))),
    ),
    min_size=2,
    max_size=9,
)


def _again(old: Reading, keep: int, version: int) -> Reading:
    """The same text read otherwise: fewer acts, under other ids."""
    acts = tuple(msgspec.structs.replace(act, id=f"b{n}") for n, act in enumerate(old.acts[keep:]))
    return msgspec.structs.replace(old, reader=ReaderVersion(name="made", version=str(version)), acts=acts)


def _what(record: Record, kind: int, first: int, second: int) -> What | None:
    """A decision on whatever the record holds at these places."""
    with record.engine.connect() as connection:
        idents = [row[0] for row in connection.exec_driver_sql("SELECT ident FROM report ORDER BY ident")]
        found = [row[0] for row in connection.exec_driver_sql("SELECT ident FROM document ORDER BY ident")]
        cards = connection.exec_driver_sql("SELECT country, name FROM card ORDER BY country, folded, document_ident").fetchall()
        texts = connection.exec_driver_sql(
            "SELECT d.ident, n.name, c.country FROM named n JOIN document d ON d.id = n.document_id"
            " JOIN card c ON c.id = n.card_id ORDER BY d.ident, n.local"
        ).fetchall()
    made = [decision.ident for decision in record.decisions()]
    if kind == 11:
        return Undo(made[first % len(made)]) if made else None
    if kind == 10:
        return Forget(found[first % len(found)]) if found else None
    if kind in (7, 8, 9):
        if not cards:
            return None
        a, b = (PersonAnchor(*cards[n % len(cards)]) for n in (first, second))
        if kind == 9:
            document, name, country = texts[second % len(texts)]
            b = PersonAnchor(country, name, document)
        return (SamePerson, ApartPersons, ApartPersons)[kind - 7](a, b)
    if not idents:
        return None
    a, b = (record.anchor(idents[n % len(idents)]) for n in (first, second))
    if kind == 5:
        return CorrectValue(a, "date", "2023-03-14")
    if kind == 6:
        return WrongFact(a)
    if kind == 12:
        return CorrectValue(a, "sides", [{"local": "FRA", "role": "agent", "kind": "country", "bloc": "FRA", "name": "France"}])
    return (SameAct, ApartActs, Unsure, KeepsPromise, KeepsNot)[kind](a, b)


def _run(record: Record, steps: list[Step]) -> None:
    seen: list[Reading] = []
    for number, (kind, value) in enumerate(steps):
        if kind == "file":
            record.file(value, batch=2)
            seen += value
        elif kind == "again" and seen:
            record.file([_again(seen[value[0] % len(seen)], value[2], number + 2)])
        elif kind == "decide":
            what = _what(record, *value)
            if what is not None:
                try:
                    decide(record.engine, make_decision(what, by="A", at=f"2024-01-01T00:00:{number:02}Z"))
                except DecisionError:
                    continue


def _holds(record: Record) -> None:
    assert record.check() == ()
    before = dump(record)
    record.rebuild()
    assert differences(before, dump(record)) == {}
    assert record.check() == ()


@settings(max_examples=15, deadline=None)
@given(_steps)
def test_rebuilding_gives_the_same_in_a_file(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "a.record") as record:
        _run(record, steps)
        _holds(record)


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_steps)
def test_rebuilding_gives_the_same_on_a_server(postgresql_url: str, steps: list[Step]) -> None:
    with Record.open(postgresql_url) as record:
        _run(record, steps)
        _holds(record)


@pytest.mark.campaign
@settings(max_examples=1500, deadline=None)
@given(_steps)
def test_rebuilding_gives_the_same_however_long_one_tries(steps: list[Step]) -> None:
    with tempfile.TemporaryDirectory() as folder, Record.open(Path(folder) / "a.record") as record:
        _run(record, steps)
        _holds(record)


def test_what_is_told_in_progress(record: Record) -> None:
    record.file([make_reading(head=f"{n}\n") for n in range(3)])
    told: list[tuple[int, int]] = []
    assert record.rebuild(lambda done, total: told.append((done, total))) == 3
    assert told == [(3, 3)]
