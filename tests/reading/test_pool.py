from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from types import SimpleNamespace
from typing import Any, cast

import pytest

from dragoman.errors import DataError
from dragoman.intake.failure import IntakeFailure
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.reading.assembly import unread
from dragoman.reading.carefully import is_failed, read_carefully
from dragoman.reading.in_place import read_in_place
from dragoman.reading.pool import pool_readings
from dragoman.reading.reader import Reader, make_document


class FakeReader:
    """Fails on `fail`, dies on `die`, and reads all else as nothing."""

    language = "fr"
    frames = SimpleNamespace(acts=())

    def pipe(self, documents: Iterable[Document]) -> Iterator[Reading]:
        for document in documents:
            if document.text == "fail":
                raise ValueError("no")
            if document.text == "die":
                os._exit(9)
            yield unread(document, "nothing")


READER = cast(Reader, FakeReader())
forks = pytest.mark.skipif("fork" not in multiprocessing.get_all_start_methods(), reason="no fork here")


def made(*texts: str) -> list[Document]:
    return [make_document(text) for text in texts]


def test_a_failing_document_costs_itself() -> None:
    readings = read_carefully(READER.pipe, made("a", "fail", "b"))
    assert [r.document.text for r in readings] == ["a", "fail", "b"]
    assert [is_failed(r) for r in readings] == [False, True, False]
    assert "ValueError: no" in readings[1].warnings[0]


def test_wrong_data_is_no_documents_fault() -> None:
    def wrong(documents: list[Document]) -> Iterable[Reading]:
        raise DataError("a lexicon is wrong")

    with pytest.raises(DataError):
        read_carefully(wrong, made("a"))


@forks
def test_the_pool_keeps_the_order() -> None:
    texts = [str(n) for n in range(150)]
    assert [r.document.text for r in pool_readings(READER, made(*texts), 2)] == texts


@forks
def test_a_process_that_dies_costs_its_chunk() -> None:
    texts = [*(str(n) for n in range(20)), "die", *(str(n) for n in range(20, 100))]
    readings = list(pool_readings(READER, made(*texts), 2))
    assert [r.document.text for r in readings] == texts
    lost = [n for n, r in enumerate(readings) if is_failed(r)]
    assert lost == list(range(16, 32))
    assert "code 9" in readings[20].warnings[0]


def test_one_process_where_the_system_cannot_fork(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(multiprocessing, "get_all_start_methods", lambda: ["spawn"])
    assert [is_failed(r) for r in pool_readings(READER, made("a", "fail"), 2)] == [False, True]


@pytest.mark.parametrize("n_process", [1, pytest.param(2, marks=forks)])
def test_failures_keep_their_place(n_process: int) -> None:
    missing = IntakeFailure("x.txt", "is empty")
    items: list[Any] = [missing, *made("a"), missing, missing, *made("fail", "b"), missing]
    found = list(read_in_place(items, READER, n_process=n_process))
    assert [None if isinstance(f, IntakeFailure) else f.document.text for f in found] == [None, "a", None, None, "fail", "b", None]


def test_what_is_told_beside_holds_where_a_document_tells_nothing() -> None:
    items = [make_document("a"), make_document("b", published="2020", publisher="P")]
    told = read_in_place(items, READER, published="2024-05-16", publisher="Q")
    assert [(r.document.published, r.document.publisher) for r in told if isinstance(r, Reading)] == [("2024-05-16", "Q"), ("2020", "P")]
