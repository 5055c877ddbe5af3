"""The reports of acts, each with its document and how it was read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from dragoman.record.answers import DocumentLine, ReportLine
from dragoman.record.bodies import inflate_json
from dragoman.record.bulk import rows_where
from dragoman.record.report import Report
from dragoman.record.schema import report
from dragoman.record.utterances import document_lines, words_of

_report = msgspec.json.Decoder(Report)


def report_lines(connection: Connection, idents: Iterable[str]) -> dict[str, ReportLine]:
    """The lines of reports by their idents; those that are gone are left out."""
    found = list(rows_where(connection, lambda part: select(report).where(report.c.ident.in_(part)), idents))
    documents = document_lines(connection, {row.document_id for row in found})
    return {row.ident: report_line(report_of(row), documents[row.document_id]) for row in found}


def report_of(row: Any) -> Report:
    """The report of a row."""
    return _report.decode(inflate_json(row.body))


def report_line(told: Report, document: DocumentLine) -> ReportLine:
    """The line of a report."""
    return ReportLine(
        ident=told.ident,
        document=document,
        local=told.local,
        type=told.type,
        status=told.status,
        sentence=told.sentence,
        words=words_of(told.document, told.evidence),
        hedged=told.hedged,
        sources=told.sources,
        frame=told.frame or None,
        method=told.method,
    )
