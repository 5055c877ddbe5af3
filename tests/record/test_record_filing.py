"""Readings are kept, once, and whole."""

from __future__ import annotations

from dragoman.model.document import Document, document_id
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.record import Record


def bare(text: str, version: str = "1", publisher: str | None = None) -> Reading:
    return Reading(
        reader=ReaderVersion(name="test", version=version),
        document=Document(id=document_id(text), text=text, language="fr", publisher=publisher),
        actors=(),
        acts=(),
        statements=(),
        relations=(),
        warnings=(),
    )


def test_the_same_text_again_is_one_document_seen_twice(record: Record) -> None:
    first = record.file([bare("Un texte."), bare("Un autre.")])
    assert (first.documents, first.readings, first.sightings, first.known) == (2, 2, 2, 0)
    again = record.file([bare("Un texte."), bare("Un texte.", publisher="Le Quotidien")])
    assert (again.documents, again.readings, again.sightings, again.known) == (0, 0, 1, 2)
    assert record.rebuild() == 2
