"""Readings made by hand, for tests of pages: one whose spans cross, one whose every word is hostile."""

from __future__ import annotations

from dragoman.model.act import Act, ActDate, ActPlace, Codes, FieldEvidence, Participant
from dragoman.model.actor import Actor, Office
from dragoman.model.document import Document, document_id
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.span import Span
from dragoman.model.statement import Relation, Statement

TEXT = "Le président Amadou Diarra a reçu mardi à Bamako l'ambassadeur du Japon. « Nos pays coopéreront », a-t-il déclaré."
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202eevil\x00\r\n<b>&amp;"


def span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words), words)


def reading_of(text: str = TEXT, **document: str | None) -> Reading:
    """One audience, one statement that crosses an act's words, one standing fact."""

    def at(words: str) -> tuple[Span, ...]:
        return (span(text, words),)

    return Reading(
        reader=ReaderVersion(name="dragoman", version="0"),
        document=Document(id=document_id(text), language="fr", text=text, published="2024-05-16", **document),  # type: ignore[arg-type]
        actors=(
            Actor(
                id="per:diarra@MLI",
                kind="person",
                name="Amadou Diarra",
                country="MLI",
                offices=(Office(office="head_of_state", title="président", of="MLI", evidence=at("président")),),
                mentions=at("Le président Amadou Diarra"),
            ),
            Actor(id="JPN", kind="country", name="Japon", country="JPN", mentions=at("du Japon")),
        ),
        acts=(
            Act(
                id="a1",
                type="meeting",
                form="audience",
                status="done",
                participants=(
                    Participant(actor="per:diarra@MLI", role="agent", evidence=at("Le président Amadou Diarra")),
                    Participant(actor="JPN", role="counterpart", evidence=at("l'ambassadeur du Japon")),
                ),
                date=ActDate(edtf="2024-05-14", evidence=at("mardi"), basis="told"),
                place=ActPlace(name="Bamako", country="MLI", evidence=at("à Bamako"), basis="told"),
                codes=Codes(plover="CONSULT", cameo="043"),
                evidence=at("a reçu"),
                field_evidence=FieldEvidence(status=at("a reçu mardi")),
                frame="recevoir",
            ),
            Act(
                id="a2",
                type="cooperation",
                status="intended",
                participants=(),
                evidence=at("coopéreront »"),
                hedged=True,
                method="proximity",
            ),
        ),
        statements=(
            Statement(
                id="s1", speakers=("per:diarra@MLI",), mode="direct", cue=span(text, "a-t-il déclaré"), content=at("Nos pays coopéreront")
            ),
        ),
        relations=(Relation(type="neighbour_of", subject="per:diarra@MLI", object="JPN", evidence=at("Le président")),),
        warnings=(),
    )


def hostile_reading(text: str = HOSTILE * 3) -> Reading:
    """Every name, title and word is hostile; some spans lie outside the text."""
    everything = (Span(0, len(text), text), Span(3, 40, text[3:40]), Span(5, 99_999, "outside"))
    return Reading(
        reader=ReaderVersion(name=HOSTILE, version=HOSTILE),
        document=Document(
            id=document_id(text),
            uri="javascript:alert(1)",
            title=HOSTILE,
            publisher=HOSTILE,
            dateline=HOSTILE,
            published=HOSTILE,
            language='fr"><script>',
            text=text,
        ),
        actors=(
            Actor(
                id=HOSTILE,
                kind="person",
                name=HOSTILE,
                country=HOSTILE,
                mentions=everything,
                offices=(Office(office="official", title=HOSTILE, of=HOSTILE, evidence=everything),),
            ),
        ),
        acts=(
            Act(
                id='a1"><script>alert(2)</script>',
                type="visit",
                form=HOSTILE,
                status="done",
                participants=(Participant(actor=HOSTILE, role="agent", on_behalf_of=HOSTILE, evidence=everything),),
                date=ActDate(edtf=HOSTILE, evidence=everything),
                place=ActPlace(name=HOSTILE, country=HOSTILE),
                topics=("energy",),
                sources=(HOSTILE,),
                codes=Codes(plover=HOSTILE, cameo=HOSTILE),
                evidence=everything,
                field_evidence=FieldEvidence(form=everything),
                within=HOSTILE,
                frame=HOSTILE,
            ),
        ),
        statements=(Statement(id=HOSTILE, speakers=(HOSTILE,), addressee=HOSTILE, mode="mixed", content=everything, sources=(HOSTILE,)),),
        relations=(Relation(type=HOSTILE, subject=HOSTILE, object=HOSTILE, evidence=everything),),
        warnings=(HOSTILE,),
    )
