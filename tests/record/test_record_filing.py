"""Readings are kept, once, and whole."""

from __future__ import annotations

import msgspec
from told_readings import Told, Who, reading

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


def test_a_speaker_whom_a_reading_does_not_list_is_filed_by_the_ident(record: Record) -> None:
    told = reading(Told("meeting", (Who("DZA", "Ahmed Belkhir", "foreign_minister"), Who("MLI")), says="Nos relations sont très bonnes."))
    unlisted = msgspec.structs.replace(told, actors=tuple(a for a in told.actors if a.kind != "person"), acts=(), relations=())
    other = reading(Told("meeting", (Who("DZA", "Salim Belkhir", "minister"), Who("MLI")), day="2023-03-13"))
    record.file([unlisted])
    record.file([other])
    assert record.check() == ()
    assert record.rebuild() == 2
