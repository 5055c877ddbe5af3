"""Making decisions: checked against what the record holds, kept, and put into force, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, Engine, select

from dragoman.errors import DecisionError
from dragoman.model.vocabulary import ACT_TYPES, STATUSES
from dragoman.record import schema
from dragoman.record.anchorage import Anchorage
from dragoman.record.connection import writing
from dragoman.record.corrections import corrected
from dragoman.record.deciding import add_decision, find_decision, in_force, refresh_anchors
from dragoman.record.decisions import (
    ABOUT_PERSONS,
    AddFact,
    Anchor,
    CorrectValue,
    Decision,
    KeepsPromise,
    Undo,
    What,
    anchors_of,
    cited,
)
from dragoman.record.deriving import derive
from dragoman.record.follow_decided import KINDS
from dragoman.record.loading import load, texts
from dragoman.record.person_rulings import PersonRulings
from dragoman.record.report import Report

_SHOWN = 40


def decide(engine: Engine, decision: Decision) -> bool:
    """Make a decision; False where it was made already.

    Raises `DecisionError`, and changes nothing, where it cites a document, words, persons or a decision that the record does not hold, or
    a value that its field cannot have.
    """
    with writing(engine) as connection:
        if find_decision(connection, decision.ident) is not None:
            return False
        _check(connection, decision.what)
        return _rule(connection, decision)


def take_decisions(engine: Engine, decisions: Iterable[Decision]) -> int:
    """Take over decisions made elsewhere, in their order; how many were new.

    What cites documents or words that the record does not hold (yet) is kept, and comes into force when it can. Raises `DecisionError`
    for a false ident, or an undoing of what is unknown; then none is taken.
    """
    with writing(engine) as connection:
        return sum(_rule(connection, decision) for decision in decisions)


def _rule(connection: Connection, decision: Decision) -> bool:
    if not add_decision(connection, decision):
        return False
    what = refresh_anchors(connection, decision).what
    documents = [key for key in cited(what) if not key.startswith("country:")]
    cards = [row.id for row in PersonRulings([what]).cards(connection)] if isinstance(what, ABOUT_PERSONS) else []
    derive(connection, documents, cards=cards)
    return True


def _check(connection: Connection, what: What) -> None:
    documents = [key for key in cited(what) if not key.startswith("country:")]
    table = schema.text
    known = {row.document for row in connection.execute(select(table.c.document).where(table.c.document.in_(documents)))}
    for document in documents:
        if document not in known:
            raise DecisionError(f"{document}: the record holds no such document; file it first (dragoman keep)")
    anchorage = Anchorage(connection, documents)
    reports = [_found(anchorage, anchor) for anchor in anchors_of(what)]
    if isinstance(what, CorrectValue):
        _check_value(reports[0], what)
    if isinstance(what, KeepsPromise) and what.follow_up not in KINDS:
        raise DecisionError(f"{what.follow_up!r} is no way in which a promise ends; write one of {', '.join(KINDS)}")
    if isinstance(what, ABOUT_PERSONS):
        _check_persons(connection, what)
    if isinstance(what, AddFact):
        _check_fact(connection, what)
    if isinstance(what, Undo) and find_decision(connection, what.decision) and not in_force(connection, what.decision):
        raise DecisionError(f"{what.decision} is undone already; undo the undoing to bring it back into force")


def _found(anchorage: Anchorage, anchor: Anchor) -> Report:
    found = anchorage.find(anchor)
    if found is None:
        words = anchor.text[:_SHOWN]
        where = f"{anchor.document[:23]} at {anchor.start}"
        raise DecisionError(f"no {anchor.type} is read from the words {words!r} of {where}; look at the document for what is")
    return found.report


def _check_value(report: Report, what: CorrectValue) -> None:
    try:
        right = corrected(report, {what.field: what.value})
    except (ValueError, TypeError, AttributeError, msgspec.ValidationError) as error:
        raise DecisionError(f"the value {what.value!r} does not fit {what.field}: {error}") from error
    for field, words in (("type", ACT_TYPES), ("status", STATUSES)):
        if getattr(right, field) not in words:
            raise DecisionError(f"{what.value!r} is no {field} of an act; write one of {', '.join(words)}")
    if what.field == "date" and what.value and not (right.first_day or right.last_day) and "X" not in str(what.value).upper():
        raise DecisionError(f"{what.value!r} is no date; write EDTF, such as 2022-08-24, 2022-08 or 2022-08-24/2022-08-26")


def _check_persons(connection: Connection, what: What) -> None:
    assert isinstance(what, ABOUT_PERSONS)
    for anchor in (what.a, what.b):
        alone = msgspec.structs.replace(anchor, document="")
        if not PersonRulings([type(what)(alone, alone)]).cards(connection) and not PersonRulings([type(what)(anchor, anchor)]).cards(
            connection
        ):
            raise DecisionError(
                f"no document names {anchor.name!r} for {anchor.country}; `dragoman who` tells the names that the record knows"
            )


def _check_fact(connection: Connection, what: AddFact) -> None:
    text = texts(connection, [what.document])[what.document]
    for span in what.act.evidence:
        if text[span.start : span.end] != span.text:
            raise DecisionError(
                f"the document does not have the words {span.text[:_SHOWN]!r} at {span.start}; cite them as they stand there"
            )
    (source,) = load(connection, [what.document])
    known = {actor.id for actor in (*source.reading.actors, *what.actors)}
    for who in (i for p in what.act.participants for i in (p.actor, p.on_behalf_of) if i):
        if who not in known:
            raise DecisionError(f"{who} is not an actor of the document; give it among the actors of the fact")
