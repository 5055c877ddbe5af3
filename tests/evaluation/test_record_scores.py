"""What the record makes of documents that belong together: the bars that must hold."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import Connection, select

from dragoman.errors import MeasureError
from dragoman.evaluation.gold_words import written_names
from dragoman.evaluation.record_gold import RecordCorpus, read_record_corpus
from dragoman.evaluation.record_readings import told_reading
from dragoman.evaluation.record_run import Derived, derive
from dragoman.evaluation.record_scores import RecordScores, score
from dragoman.flow import reader
from dragoman.model.reading import Reading
from dragoman.record import schema
from dragoman.record.connection import asking
from dragoman.record.record import Record

EXAMPLES = Path(str(files("dragoman").joinpath("examples/record")))

DEVELOP = Path(__file__).parents[2] / "evaluation/record/develop"
HELD_OUT = DEVELOP.parent / "heldout"


@cache
def corpus() -> RecordCorpus:
    return read_record_corpus(EXAMPLES)


@cache
def read() -> tuple[Reading, ...]:
    return tuple(reader().read(document) for document in corpus().documents)


@cache
def told() -> tuple[Reading, ...]:
    return tuple(told_reading(g, d, r) for g, d, r in zip(corpus().gold, corpus().documents, read()))


@cache
def told_of(folder: Path) -> tuple[Reading, ...]:
    more = read_record_corpus(folder)
    return tuple(told_reading(g, d, reader().read(d)) for g, d in zip(more.gold, more.documents))


@cache
def scores() -> RecordScores:
    return score(corpus(), told())


def test_what_the_examples_hold() -> None:
    acts = [act for gold in corpus().gold for act in gold.acts]
    sizes = [sum(act.cluster == cluster for act in acts) for cluster in {act.cluster for act in acts}]
    assert len(corpus().documents) >= 40
    assert sum(size > 1 for size in sizes) >= 12
    assert len({act.cluster for act in acts if act.fulfilled_by}) >= 8
    assert len({act.cluster for act in acts if act.apart}) >= 6
    assert all(document.fiction for document in corpus().documents)


def test_merges() -> None:
    found = scores().merges
    assert found.wrong == ()
    assert found.recall >= 0.85, found.missed


def test_persons() -> None:
    found = scores().persons
    assert found.wrong == ()
    assert found.recall >= 0.95, found.missed


def test_follow_ups() -> None:
    found = scores().follow_ups
    assert found.wrong == ()
    assert found.recall >= 0.85, found.missed


def test_machine_readings_reach_the_same_bars() -> None:
    found = score(corpus(), read())
    assert (found.merges.wrong, found.persons.wrong, found.follow_ups.wrong) == ((), (), ())
    assert found.merges.recall >= 0.85, found.merges.missed
    assert found.persons.recall >= 0.95, found.persons.missed
    assert found.follow_ups.recall >= 0.85, found.follow_ups.missed


def test_more_documents_that_belong_together() -> None:
    """Floors under what was measured: .893 of merges, .938 of persons, all follow-ups; the bar for persons is not reached here."""
    found = score(read_record_corpus(DEVELOP), told_of(DEVELOP))
    assert (found.merges.precision, found.persons.precision, found.follow_ups.precision) == (1.0, 1.0, 1.0)
    assert found.merges.recall >= 0.85
    assert found.persons.recall >= 0.9
    assert found.follow_ups.recall >= 0.85


def test_the_held_out_documents_are_as_they_were_written() -> None:
    told = dict(line.split()[::-1] for line in (HELD_OUT / "SHA256SUMS").read_text("utf-8").splitlines())
    assert told == {name: sha256((HELD_OUT / name).read_bytes()).hexdigest() for name in ("documents.jsonl", "gold.jsonl")}


def test_the_order_of_filing_makes_no_difference() -> None:
    readings = told()[:40]
    one, other = derive(readings), derive(readings[::-1])
    assert {frozenset(act.reports) for act in one.acts.values()} == {frozenset(act.reports) for act in other.acts.values()}
    assert one.persons == other.persons
    assert len(one.follow_ups) == len(other.follow_ups)


def test_names_as_written() -> None:
    text = "Le président Mourad Ben Cherif a reçu A. Zegdoudi et Mme Doan Thi Lan Huong. M. Doan Quoc Trung était absent."
    keys = ["ben-cherif@DZA", "zegdoudi@DZA", "doan@VNM", "doan-thi-lan-huong@VNM", "kerrar@DZA"]
    assert written_names(keys, text) == {
        "ben-cherif@DZA": "Mourad Ben Cherif",
        "zegdoudi@DZA": "A. Zegdoudi",
        "doan@VNM": "Doan Quoc Trung",
        "doan-thi-lan-huong@VNM": "Doan Thi Lan Huong",
        "kerrar@DZA": "",
    }


def test_a_document_without_gold(tmp_path: Path) -> None:
    (tmp_path / "documents.jsonl").write_text('{"uri": "a", "text": "Bonjour."}\n', encoding="utf-8")
    (tmp_path / "gold.jsonl").write_text("", encoding="utf-8")
    with pytest.raises(MeasureError, match="'a' stands in one of the two files only"):
        read_record_corpus(tmp_path)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """A store of the examples as the machine reads them, filed in small batches."""
    with Record.open(tmp_path_factory.mktemp("store") / "examples.record") as store:
        store.file(read(), batch=7)
        yield store


@cache
def derived() -> Derived:
    return derive(read())


def test_the_store_has_the_same_acts(record: Record) -> None:
    with asking(record.engine) as connection:
        rows = connection.execute(select(schema.report.c.ident, schema.act.c.ident.label("act")).join(schema.act)).all()
    assert _groups((row.act, row.ident) for row in rows) == _groups((act, ident) for ident, act in derived().act_of.items())


def test_the_store_has_the_same_persons(record: Record) -> None:
    with asking(record.engine) as connection:
        stored = _persons(connection)
    assert stored.keys() == derived().persons.keys()
    assert _groups((row, local) for local, row in stored.items()) == _groups((person, local) for local, person in derived().persons.items())


def test_the_store_has_the_same_follow_ups(record: Record) -> None:
    promise, later = schema.act.alias(), schema.act.alias()
    joined = select(promise.c.ident, later.c.ident.label("later"), schema.follow.c.kind)
    joined = joined.join(promise, promise.c.id == schema.follow.c.promise_id).join(later, later.c.id == schema.follow.c.act_id)
    with asking(record.engine) as connection:
        stored = {(row.ident, row.later, row.kind) for row in connection.execute(joined)}
    assert stored == {(a, b, follow.kind) for a, b, follow in derived().follow_ups if follow.verdict == "same"}


def test_whom_an_act_tells_is_told_however_it_was_filed(tmp_path: Path) -> None:
    readings = tuple(msgspec.structs.replace(reading, statements=()) for reading in told_of(DEVELOP))
    with Record.open(tmp_path / "develop.record") as store:
        store.file(readings[::-1], batch=3)
        stored = _told_by(store, "act")
        assert len(stored) >= 3
        for number, reading in enumerate(readings[9:15]):
            made = store.forget(reading.document.id, by="a", at=f"2024-05-15T12:00:{number:02}Z")
            store.undo(made.ident, by="a", at=f"2024-05-15T12:01:{number:02}Z")
        assert _told_by(store, "act") == stored and store.check() == ()
        store.rebuild()
        assert _told_by(store, "act") == stored


def _told_by(store: Record, by: str) -> set[tuple[str, str, str]]:
    named, document, actor = schema.named, schema.document, schema.actor
    rows = select(document.c.ident, named.c.local, actor.c.ident.label("who")).join(document, document.c.id == named.c.document_id)
    with asking(store.engine) as connection:
        return {tuple(row) for row in connection.execute(rows.join(actor, actor.c.id == named.c.actor_id).where(named.c.by == by))}


def _persons(connection: Connection) -> dict[tuple[str, str], int]:
    named, document = schema.named, schema.document
    rows = select(document.c.ident, named.c.local, named.c.actor_id).join(document, document.c.id == named.c.document_id)
    told = connection.execute(rows.where((named.c.card_id.is_not(None)) | (named.c.by != "name")))
    return {(row.ident, row.local): row.actor_id for row in told}


def _groups(pairs: Iterable[tuple[Hashable, Hashable]]) -> set[frozenset[Hashable]]:
    groups: dict[Hashable, set[Hashable]] = {}
    for key, value in pairs:
        groups.setdefault(key, set()).add(value)
    return {frozenset(group) for group in groups.values()}
