"""Answering the record's questions: the decision that an answer comes to."""

from __future__ import annotations

from itertools import product
from typing import Literal

import msgspec
from sqlalchemy import Connection, Row, select

from dragoman.errors import DecisionError, UnknownError
from dragoman.record import schema
from dragoman.record.bodies import inflate_json
from dragoman.record.card_rows import CardRow, bloc_of_card, cards_of_actors
from dragoman.record.decisions import (
    Anchor,
    ApartActs,
    ApartPersons,
    KeepsNot,
    KeepsPromise,
    PersonAnchor,
    RightFact,
    SameAct,
    SamePerson,
    Unsure,
    UnsurePersons,
    UnsurePromise,
    What,
    WrongFact,
)
from dragoman.record.follow_up import FollowUp
from dragoman.record.person_rulings import base_name
from dragoman.record.persons_alike import same_person
from dragoman.record.report import Report

_ON_ACTS: dict[str, type[SameAct] | type[ApartActs] | type[Unsure]] = {"yes": SameAct, "no": ApartActs, "unsure": Unsure}
_ON_PERSONS: dict[str, type[SamePerson] | type[ApartPersons] | type[UnsurePersons]] = {
    "yes": SamePerson,
    "no": ApartPersons,
    "unsure": UnsurePersons,
}
Verdict = Literal["yes", "no", "unsure"]
_reports = msgspec.json.Decoder(Report)
_found = msgspec.json.Decoder(FollowUp)


def answer(connection: Connection, question: str, verdict: Verdict) -> What:
    """What to decide for a question to be answered `yes`, `no` or `unsure`.

    Raises `UnknownError` for a question that is not asked (any longer), `DecisionError` for one that no such answer fits.
    """
    row = connection.execute(select(schema.question).where(schema.question.c.ident == question)).first()
    if row is None:
        raise UnknownError(f"{question}: the record does not ask this, or no longer; `dragoman review` lists what it asks")
    if row.kind == "act":
        a, b = (anchor_of(connection, ident) for ident in (row.subject, row.object))
        return _ON_ACTS[verdict](a, b)
    if row.kind == "person":
        return _ON_PERSONS[verdict](*_persons(connection, row.subject, row.object))
    if row.kind == "follow_up":
        return _on_promise(connection, row, verdict)
    if row.kind == "weak" and verdict != "unsure":
        return (RightFact if verdict == "yes" else WrongFact)(anchor_of(connection, row.subject))
    raise DecisionError(f"{question}: this cannot be answered {verdict}; look at the document and decide on its words")


def anchor_of(connection: Connection, ident: str) -> Anchor:
    """The words by which decisions cite a report, or the first report of an act. Raises `UnknownError` where there is none."""
    table = schema.report
    body = connection.execute(select(table.c.body).where(table.c.ident == ident)).scalar()
    if body is None:
        raise UnknownError(f"{ident}: the record has no such act")
    report = _reports.decode(inflate_json(body))
    cue = report.evidence[0]
    return Anchor(report.document, report.type, cue.start, cue.end, cue.text)


def _on_promise(connection: Connection, row: Row[tuple[object, ...]], verdict: Verdict) -> What:
    promise, act = (anchor_of(connection, ident) for ident in (row.subject, row.object))
    if verdict != "yes":
        return (KeepsNot if verdict == "no" else UnsurePromise)(promise, act)
    found, acts = schema.follow_found, schema.act
    number = {ident: connection.execute(select(acts.c.id).where(acts.c.ident == ident)).scalar() for ident in (row.subject, row.object)}
    both = (found.c.promise_id == number[row.subject], found.c.act_id == number[row.object])
    body = connection.execute(select(found.c.body).where(*both)).scalar()
    return KeepsPromise(promise, act, _found.decode(body).kind if body else "fulfilled")


def _persons(connection: Connection, one: str, other: str) -> tuple[PersonAnchor, PersonAnchor]:
    """The two ways of naming that are most alike, one of each person."""
    table = schema.actor
    cards: list[list[CardRow]] = []
    for ident in (one, other):
        number = connection.execute(select(table.c.id).where(table.c.ident == ident)).scalar()
        cards.append(cards_of_actors(connection, [number]) if number is not None else [])
    pairs = product(*cards)
    best = min(pairs, key=lambda pair: (-same_person(pair[0].card, pair[1].card).score, pair[0].order, pair[1].order), default=None)
    if best is None:
        raise UnknownError(f"{one}, {other}: the record knows no such persons")
    a, b = best
    return _anchor(a), _anchor(b)


def _anchor(row: CardRow) -> PersonAnchor:
    return PersonAnchor(bloc_of_card(row.card), base_name(row.card), row.card.apart)
