"""Reports of a reading."""

from __future__ import annotations

import msgspec

from dragoman.model.act import Act, ActDate, ActPlace, Participant
from dragoman.model.actor import Actor, Office
from dragoman.model.document import Document, document_id
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.span import Span
from dragoman.model.statement import Statement
from dragoman.record.quoting import sentence_around
from dragoman.record.report import Report, report_ident, reports_of

TEXT = "ALGER. Le président Mourad Bencherif a reçu M. Elchin Huseynbeyli hier. « Nous attendons beaucoup de cela », a-t-il dit."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def reading() -> Reading:
    president = Actor(
        id="per:bencherif@DZA",
        kind="person",
        name="Mourad Bencherif",
        country="DZA",
        offices=(Office(office="head_of_state", title="président", of="DZA"),),
        mentions=(span("Mourad Bencherif"),),
    )
    envoy = Actor(id="per:special_envoy@AZE", kind="person", name="envoyé", country="AZE", mentions=(span("Elchin"),))
    act = Act(
        id="a1",
        type="meeting",
        status="done",
        form="audience",
        participants=(Participant(actor=president.id, role="agent"), Participant(actor=envoy.id, role="counterpart", on_behalf_of="AZE")),
        date=ActDate(edtf="2022-08-24", basis="told"),
        place=ActPlace(name="Algiers", country="DZA"),
        evidence=(span("a reçu"),),
    )
    said = Statement(id="s1", speakers=(president.id,), mode="direct", content=(span("Nous attendons beaucoup de cela"),))
    return Reading(
        reader=ReaderVersion(name="test", version="1"),
        document=Document(id=document_id(TEXT), language="fr", published="2022-08-25", publisher="Agence", text=TEXT),
        actors=(president, envoy),
        acts=(act,),
        statements=(said,),
        relations=(),
        warnings=(),
    )


def test_a_report_tells_what_the_reading_tells() -> None:
    (report,) = reports_of(reading(), 7)
    assert report.ident == report_ident(document_id(TEXT), "a1") == document_id(TEXT)[7:23] + ".a1"
    assert (report.seq, report.tense, report.days, report.day) == (7, "done", ("2022-08-24", "2022-08-24"), "2022-08-25")
    assert report.sentence == "Le président Mourad Bencherif a reçu M. Elchin Huseynbeyli hier."
    assert report.quoted == ("nous attendons beaucoup de",)
    assert report.blocs == {"DZA", "AZE"}
    assert [(s.bloc, s.name, s.behalf) for s in report.sides] == [("DZA", "Mourad Bencherif", ""), ("AZE", "", "AZE")]


def test_a_report_round_trips() -> None:
    (report,) = reports_of(reading(), 7)
    assert msgspec.json.decode(msgspec.json.encode(report), type=Report) == report


def test_the_words_shown_begin_behind_the_header() -> None:
    text = " date 2023-11 Le président a reçu l'ambassadeur. Il l'a remercié."
    start = text.index("a reçu")
    assert sentence_around(text, Span(start, start + 6, "a reçu")) == "Le président a reçu l'ambassadeur."
