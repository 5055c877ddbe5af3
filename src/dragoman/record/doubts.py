"""Questions that wait for people."""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select

from dragoman.errors import CursorError, FilterError, UnknownError
from dragoman.record.act_filter import check_limit
from dragoman.record.act_lines import act_rows, lines_by_row
from dragoman.record.act_reports import report_lines
from dragoman.record.answers import ActLine, Decided, DocumentLine, Doubt, Named, ReportLine, ReviewPage
from dragoman.record.bulk import rows_where
from dragoman.record.cursors import cursor, place_of
from dragoman.record.decided import decisions_named
from dragoman.record.naming import names_of
from dragoman.record.promise_lists import features_of
from dragoman.record.schema import document, question
from dragoman.record.utterances import document_line

KINDS = ("act", "follow_up", "person", "unanchored", "weak")
STATES = ("open", "answered", "unsure")
_ACTOR = re.compile(r"(per|org|inst):.+|[A-Z]{3}")
_REPORT = re.compile(r"[0-9a-f]{16}\.\w+")
_DOCUMENT = re.compile(r"sha256:[0-9a-f]{64}")


def review_page(connection: Connection, kind: str | None, state: str, word: str | None, limit: int) -> ReviewPage:
    """A page of questions, those most likely to be answered with yes first."""
    check_limit(limit)
    if (kind is not None and kind not in KINDS) or state not in STATES:
        raise FilterError(f"questions are of {', '.join(KINDS)}, and {', '.join(STATES)}")
    behind = []
    if word:
        score, ident = place_of(word, str, str)
        told = _number(score)
        behind = [question.c.score <= told, or_(question.c.score < told, and_(question.c.score == told, question.c.ident > ident))]
    found: list[Any] = []
    for one in (kind,) if kind else KINDS:
        rows = select(question).where(question.c.state == state, question.c.kind == one, *behind)
        found += connection.execute(rows.order_by(question.c.score.desc(), question.c.ident).limit(limit + 1))
    found.sort(key=lambda row: (-row.score, row.ident))
    doubts = doubts_of(connection, found[:limit])
    counts = _counts(connection)
    last = found[limit - 1] if len(found) > limit else None
    return ReviewPage(
        doubts=doubts,
        open={one: counts["open", one] for one in KINDS},
        answered=sum(counts["answered", one] for one in KINDS),
        unsure=sum(counts["unsure", one] for one in KINDS),
        next=cursor(repr(float(last.score)), last.ident) if last else None,
    )


def one_doubt(connection: Connection, ident: str) -> Doubt:
    """One question; raises `UnknownError` where it is not asked, or no longer."""
    row = connection.execute(select(question).where(question.c.ident == ident)).first()
    if row is None:
        raise UnknownError(f"there is no question {ident[:60]!r}, or no longer: another decision may have answered it")
    return doubts_of(connection, [row])[0]


def doubts_about(connection: Connection, idents: list[str]) -> tuple[Doubt, ...]:
    """The questions that ask about any of these idents of acts or reports."""
    rows = rows_where(
        connection, lambda part: select(question).where(or_(question.c.subject.in_(part), question.c.object.in_(part))), idents
    )
    return doubts_of(connection, sorted({row.ident: row for row in rows}.values(), key=lambda row: (-row.score, row.ident)))


def doubts_of(connection: Connection, rows: list[Any]) -> tuple[Doubt, ...]:
    """Questions with what they ask about."""
    asked = {row.ident: _idents(row) for row in rows}
    every = list(dict.fromkeys(ident for idents in asked.values() for ident in idents))
    numbers = act_rows(connection, [ident for ident in every if _REPORT.fullmatch(ident)])
    ordered = list(dict.fromkeys(numbers.values()))
    lines = lines_by_row(connection, ordered)
    acts = {ident: lines[number] for ident, number in numbers.items() if number in lines}
    persons = names_of(connection, [ident for ident in every if _ACTOR.fullmatch(ident)])
    told = [ident for ident in every if _DOCUMENT.fullmatch(ident)]
    found = rows_where(connection, lambda part: select(document).where(document.c.ident.in_(part)), told)
    documents = {row.ident: document_line(row) for row in found}
    reports = report_lines(connection, [ident for ident in every if _REPORT.fullmatch(ident)])
    decisions = decisions_named(connection, [ident for ident in every if ident.startswith("d-")])
    return tuple(_doubt(row, asked[row.ident], acts, persons, documents, reports, decisions) for row in rows)


def _doubt(
    row: Any,
    idents: list[str],
    acts: dict[str, ActLine],
    persons: dict[str, Named],
    documents: dict[str, DocumentLine],
    reports: dict[str, ReportLine],
    decisions: dict[str, Decided],
) -> Doubt:
    shown = {acts[ident].ident: acts[ident] for ident in idents if ident in acts}
    return Doubt(
        ident=row.ident,
        kind=row.kind,
        state=row.state,
        score=row.score,
        features=features_of(row.features),
        subject=row.subject,
        object=row.object,
        acts=tuple(shown.values()),
        persons=tuple(persons[ident] for ident in idents if ident in persons),
        documents=tuple(documents[ident] for ident in idents if ident in documents),
        reports=tuple(reports[ident] for ident in idents if ident in reports),
        decisions=tuple(decisions[ident] for ident in idents if ident in decisions),
    )


def _idents(row: Any) -> list[str]:
    return list(dict.fromkeys(ident for part in (row.subject, row.object) for ident in re.split(r"[\s,]+", part) if ident))


def _counts(connection: Connection) -> Counter[tuple[str, str]]:
    rows = connection.execute(select(question.c.state, question.c.kind, func.count()).group_by(question.c.state, question.c.kind))
    return Counter({(state, kind): count for state, kind, count in rows})


def _number(told: str) -> float:
    """The score in a cursor."""
    try:
        score = float(told)
    except ValueError:
        score = math.nan
    if not math.isfinite(score):
        raise CursorError("the cursor is none of this list; ask for its first page again, without a cursor")
    return score
