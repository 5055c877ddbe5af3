"""The reader: the same text is always read the same, and a document that fails costs itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from dragoman.flow import read
from dragoman.model.document import Document
from dragoman.reading import reader as reader_module
from dragoman.reading.annotated import Annotated
from dragoman.reading.carefully import is_failed
from dragoman.reading.reader import BATCH, Reader, make_document

TEXTS = (
    "Le président du Mali a reçu mardi à Bamako l'ambassadeur du Japon, Kenji Mori, a indiqué un communiqué de la présidence.",
    "Le Kenya et le Ghana ont signé un accord de pêche. « Notre amitié est ancienne et solide », a déclaré le président du Ghana.",
    "Le ministre japonais des Affaires étrangères effectuera lundi une visite de travail au Kenya, où il remettra un message.",
    "Il pleut sur la ville.",
    "The minister of foreign affairs met his counterpart on Tuesday, according to a statement published by the ministry.",
    "",
)


def documents() -> list[Document]:
    return [make_document(text, published="2024-05-16", uri=f"{n}.txt") for n, text in enumerate(TEXTS)]


def test_reading_twice_gives_the_same_bytes(reader: Reader) -> None:
    assert [r.to_json() for r in reader.pipe(documents())] == [r.to_json() for r in reader.pipe(documents())]


def test_one_by_one_or_together_is_the_same(reader: Reader) -> None:
    assert [reader.read(d).to_json() for d in documents()] == [r.to_json() for r in reader.pipe(documents())]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork here")
def test_two_processes_read_the_same(reader: Reader) -> None:
    many = documents() * 6
    assert [r.to_json() for r in reader.pipe(many, n_process=2)] == [r.to_json() for r in reader.pipe(many)]


def test_another_process_with_another_hash_seed_reads_the_same() -> None:
    code = f"import dragoman, sys; sys.stdout.buffer.write(dragoman.read({TEXTS[0]!r}, published='2024-05-16').to_json())"
    environment = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=environment)
    assert done.stdout == read(TEXTS[0], published="2024-05-16").to_json()


def test_a_failing_document_costs_itself(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = reader_module.annotate

    def annotate(document: Document) -> Annotated | str:
        if document.uri == "1.txt":
            raise RuntimeError("struck")
        return whole(document)

    monkeypatch.setattr(reader_module, "annotate", annotate)
    found = list(reader.pipe(documents()))
    assert [r.document.uri for r in found] == [d.uri for d in documents()]
    assert [is_failed(r) for r in found] == [False, True, False, False, False, False]
    assert found[1].warnings == ("the reader failed on this text (RuntimeError: struck)",)
    assert found[0].acts and found[2].acts


def test_a_stream_is_read_batch_by_batch(reader: Reader) -> None:
    taken = 0

    def stream() -> Iterator[Document]:
        nonlocal taken
        for n in range(BATCH * 3):
            taken += 1
            yield make_document(f"Il pleut sur la ville {n}.", language="fr")

    next(reader.pipe(stream()))
    assert taken <= BATCH + 1


@pytest.mark.parametrize("text", ["", " ", "\n\n", ".", "«", "\x00", "\ud800", "🙂" * 50])
def test_almost_nothing_is_read_as_nothing(text: str) -> None:
    reading = read(text, language="fr")
    assert (reading.acts, reading.statements, reading.document.text) == ((), (), text)
    assert not is_failed(reading)
