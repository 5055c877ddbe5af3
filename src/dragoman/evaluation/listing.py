"""One document's findings as lines: what was missed, what is false with the words and the frame that told it, which fields are wrong."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from dragoman.evaluation.confusions import nearest
from dragoman.evaluation.counts import speakers_right
from dragoman.evaluation.documents import DocumentScore, FoundAct
from dragoman.evaluation.gold import GoldAct
from dragoman.model.act import Act
from dragoman.model.span import Span
from dragoman.model.statement import Statement

LineKind = Literal["head", "missed", "optional", "false", "wrong", "right"]
"""`optional`: a missed act that a careful reader might leave out; `wrong`: a field of a found act; `right`: a found act."""

_WORDS_SHOWN = 90


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a listing."""

    kind: LineKind
    text: str


def gold_line(act: GoldAct) -> str:
    """`meeting/audience done agent=x@AAA counterpart=y@BBB(for z@BBB) 2022-08-24 Baku@AZE`."""
    who = " ".join(f"{w.role}={w.key}" + (f"(for {w.on_behalf_of})" if w.on_behalf_of else "") for w in act.who)
    return " ".join(part for part in (f"{act.type}/{act.form}" if act.form else act.type, act.status, who, act.date, act.place) if part)


def read_line(act: Act) -> str:
    """The same of a read act; a person's id is written as gold keys are."""
    who = " ".join(f"{p.role}={_key(p.actor)}" + (f"(for {_key(p.on_behalf_of)})" if p.on_behalf_of else "") for p in act.participants)
    place = f"{act.place.name}@{act.place.country}" if act.place else ""
    parts = (f"{act.type}/{act.form}" if act.form else act.type, act.status, who, act.date.edtf if act.date else "", place)
    return " ".join(part for part in parts if part)


def _key(actor_id: str) -> str:
    return actor_id.removeprefix("per:")


def shown(spans: Sequence[Span]) -> str:
    """The words of spans on one line, cut where they are long."""
    text = " … ".join(" ".join(s.text.split()) for s in spans)
    return text if len(text) <= _WORDS_SHOWN else text[: _WORDS_SHOWN - 1] + "…"


def cited(act: Act) -> str:
    """The frame that told an act, the way it was read, and its words."""
    way = "" if act.method == "parse" else f" by {act.method}"
    return f"[{act.frame or 'no frame'}{way}] «{shown(act.evidence)}»"


def document_lines(score: DocumentScore) -> Iterator[Line]:
    """Everything a grammar writer wants to know of one document."""
    n = score.counts
    figure = "no act" if math.isnan(score.fact_f1) else f"fact F1 {score.fact_f1:.2f}"
    unread = ", unread" if score.reading is None else ""
    facts = f"right {n['facts.right']}, read {n['facts.read']}, gold {n['facts.gold']}"
    phenomena = f"  {{{', '.join(score.gold.phenomena)}}}" if score.gold.phenomena else ""
    yield Line("head", f"{score.gold.id}  {figure}  ({facts}{unread}){phenomena}")
    near = {id(gold): act for gold, act in nearest(score)}
    for gold in score.missed:
        hint = f"   ~ {near[id(gold)].id} {near[id(gold)].type}" if id(gold) in near else ""
        yield Line("missed" if gold.core else "optional", ("MISSED " if gold.core else "missed ") + gold_line(gold) + hint)
    for act in score.false:
        yield Line("false", f"FALSE  {act.id} {read_line(act)}  {cited(act)}")
    for found in score.found:
        yield from _found_lines(found, score)
    yield from _statement_lines(score)
    for gold_relation in score.missed_relations:
        yield Line("missed", f"MISSED relation {gold_relation.subject} {gold_relation.type} {gold_relation.object}")
    for relation in score.false_relations:
        yield Line("false", f"FALSE  relation {relation.subject} {relation.type} {relation.object}  «{shown(relation.evidence)}»")


def _found_lines(found: FoundAct, score: DocumentScore) -> Iterator[Line]:
    wrong = list(_wrong_fields(found, score))
    yield Line("right", f"{'ok    ' if not wrong else 'found '} {gold_line(found.gold)}  {found.act.id} {cited(found.act)}")
    for text in wrong:
        yield Line("wrong", f"         {text}")


def _wrong_fields(found: FoundAct, score: DocumentScore) -> Iterator[str]:
    extra = [f"{p.role}={_key(p.actor)}" for p in found.who.extra if p.role != "attendee"]
    if found.who.missed or extra:
        missed = " ".join(f"{w.role}={w.key}" for w in found.who.missed)
        yield f"who missed {missed or 'none'}; false {' '.join(extra) or 'none'}"
    for wanted, read in found.who.found:
        right = bool(wanted.on_behalf_of) == bool(read.on_behalf_of)
        if not right or (wanted.on_behalf_of and not score.actors.is_key(read.on_behalf_of or "", wanted.on_behalf_of)):
            yield f"for of {wanted.key} gold {wanted.on_behalf_of or 'null'} read {_key(read.on_behalf_of or 'null')}"
    for outcome in found.wrong:
        yield f"{outcome.name} gold {outcome.gold} read {outcome.read}"


def _statement_lines(score: DocumentScore) -> Iterator[Line]:
    for gold, read in score.statements:
        if read is None:
            yield Line("missed", f"MISSED quotation «{gold.starts}…» by {', '.join(gold.speakers) or 'nobody named'}")
        elif gold.speakers and not speakers_right(gold, read, score.actors):
            yield Line("wrong", f"found  quotation «{gold.starts}…» speakers gold {', '.join(gold.speakers)} read {_speakers(read)}")
    for statement in score.false_statements:
        yield Line("false", f"FALSE  quotation {statement.id} «{shown(statement.content)}» by {_speakers(statement)}")


def _speakers(statement: Statement) -> str:
    return ", ".join(_key(s) for s in statement.speakers) or "nobody"
