"""The reports of some documents, to find in them what decisions were made on."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.anchoring import anchored
from dragoman.record.bulk import rows_where
from dragoman.record.change import Kept, kept
from dragoman.record.decisions import Anchor


class Anchorage:
    """The reports of some documents, to find in them what anchors mean."""

    def __init__(self, connection: Connection, documents: Iterable[str]) -> None:
        report, document = schema.report, schema.document
        columns = (report.c.id, report.c.document_id, document.c.in_force, report.c.act_id, report.c.body)
        question = select(*columns).join(document, document.c.id == report.c.document_id)
        self._reports: dict[str, list[Kept]] = {}
        for row in rows_where(connection, lambda part: question.where(document.c.ident.in_(part)), sorted(set(documents))):
            found = kept(row)
            self._reports.setdefault(found.report.document, []).append(found)
        for reports in self._reports.values():
            reports.sort(key=lambda report: report.id)

    def find(self, anchor: Anchor) -> Kept | None:
        """The report that an anchor means; None where its document is not in the record, or tells of it no longer."""
        reports = self._reports.get(anchor.document, [])
        found = anchored(anchor, [report.report for report in reports])
        return next((report for report in reports if report.report is found), None)
