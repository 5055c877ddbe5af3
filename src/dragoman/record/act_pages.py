"""All about one act: its fields with the reports side by side, each value with its words."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, select

from dragoman.errors import UnknownError
from dragoman.model.act import Act as ReadAct
from dragoman.model.span import Span
from dragoman.record.act_lines import act_lines, act_rows
from dragoman.record.act_reports import report_line, report_of
from dragoman.record.answers import Act, ActLine, Decided, Field, Named, Side, SideTold, Told
from dragoman.record.bodies import inflate_json
from dragoman.record.bulk import rows_where
from dragoman.record.decided import decisions_about
from dragoman.record.document_pages import reading_of
from dragoman.record.doubts import doubts_about
from dragoman.record.merged import MergedAct, MergedField
from dragoman.record.merged_sides import MergedSide
from dragoman.record.promise_lists import follows_of, promises_of
from dragoman.record.report import Report, report_ident
from dragoman.record.schema import act, actor, document, named, report
from dragoman.record.utterances import document_lines, words_of

_merged = msgspec.json.Decoder(MergedAct)
_Spans = Callable[[ReadAct], Iterable[Span] | msgspec.UnsetType]


class Telling(NamedTuple):
    """A report with the act of the reading that it is of (None where a human added the act) and the row of its document.

    `names` has what the document calls the act's sources.
    """

    report: Report
    read: ReadAct | None
    row: int
    names: dict[str, str]


def act_page(connection: Connection, ident: str) -> Act:
    """All about an act, by the ident of any of its reports."""
    row = act_rows(connection, [ident]).get(ident)
    if row is None:
        raise UnknownError(f"the record holds no act {ident[:60]!r}; an act is named like 9f86d081884c7d65.a3")
    merged = _merged.decode(inflate_json(connection.execute(select(act.c.body).where(act.c.id == row)).scalar_one()))
    tellings = _tellings(connection, row)
    documents = document_lines(connection, {telling.row for telling in tellings})
    (line,) = act_lines(connection, [row])
    within, contains = _nested(connection, row, tellings)
    reports = [telling.report for telling in tellings]
    decisions = decisions_about(connection, reports)
    right = _put_right(decisions, tellings)
    return Act(
        line=line,
        fields=tuple(_fields(merged, tellings, right)),
        sides=_sides(connection, merged.sides, tellings),
        reports=tuple(report_line(telling.report, documents[telling.row]) for telling in tellings),
        follow=follows_of(connection, [row]).get(row, ()),
        promises=promises_of(connection, row),
        within=within,
        contains=contains,
        doubts=doubts_about(connection, list(dict.fromkeys([line.ident, *(r.ident for r in reports)]))),
        decisions=decisions,
        codes=_codes(merged, reports),
        corrected=tuple(sorted(right)),
        names={ident: name for telling in reversed(tellings) for ident, name in telling.names.items()},
    )


def _tellings(connection: Connection, row: int) -> list[Telling]:
    """The reports of an act in the order of filing."""
    found = connection.execute(select(report).where(report.c.act_id == row)).all()
    rows = {r.id: r for r in rows_where(connection, lambda p: select(document).where(document.c.id.in_(p)), {f.document_id for f in found})}
    readings = {number: reading_of(connection, one) for number, one in rows.items()}
    tellings = []
    for one in found:
        told = report_of(one)
        read = next((a for a in readings[one.document_id].acts if a.id == told.local), None)
        names = {who.id: who.name for who in readings[one.document_id].actors if who.id in told.sources and who.name}
        tellings.append(Telling(told, read, one.document_id, names))
    return sorted(tellings, key=lambda telling: (telling.report.seq, telling.report.document, telling.report.local))


_FIELD_SPANS: dict[str, _Spans] = {
    "status": lambda read: read.field_evidence.status,
    "form": lambda read: read.field_evidence.form,
    "date": lambda read: read.date.evidence if read.date else (),
    "place": lambda read: read.place.evidence if read.place else (),
    "topics": lambda read: read.field_evidence.topics,
    "sources": lambda read: read.field_evidence.sources,
    "hedged": lambda read: read.field_evidence.hedged,
}
_LISTS: dict[str, Callable[[Report], Any]] = {
    "topics": lambda told: told.topics,
    "sources": lambda told: told.sources,
    "hedged": lambda told: told.hedged,
}


def _put_right(decisions: Iterable[Decided], tellings: list[Telling]) -> frozenset[str]:
    """The fields whose value a human set in one of the reports."""
    made = [one.body for one in decisions if one.kind == "correct_value" and not one.undone]
    return frozenset(body["field"] for body in made if any(_is_about(body["report"], telling) for telling in tellings))


def _is_about(anchor: dict[str, Any], telling: Telling) -> bool:
    """Whether it is this report that an anchor names, and not another act of the same words."""
    here = anchor["document"] == telling.report.document and telling.read is not None and anchor["type"] == telling.read.type
    return here and any(span.start < anchor["end"] and anchor["start"] < span.end for span in telling.report.evidence)


def _fields(merged: MergedAct, tellings: list[Telling], right: frozenset[str]) -> Iterable[Field]:
    for name, field in merged.fields.items():
        yield _merged_field(name, field, tellings)
    for name, value in _LISTS.items():
        told = [(telling, value(telling.report)) for telling in tellings if value(telling.report)]
        shown = tuple(dict.fromkeys(v for _, values in told for v in values)) if name == "sources" else getattr(merged, name)
        yield Field(name=name, value=shown, told=tuple(_told(telling, values, name) for telling, values in told), decided=name in right)


def _merged_field(name: str, field: MergedField, tellings: list[Telling]) -> Field:
    values = {ident: said.value for said in field.said for ident in said.reports}
    told = tuple(_told(t, values[t.report.ident], name) for t in tellings if t.report.ident in values)
    return Field(name=name, value=field.value, told=told, disagree=field.disagree, decided=field.decided)


def _told(telling: Telling, value: Any, name: str) -> Told:
    spans = _FIELD_SPANS[name](telling.read) if telling.read and name in _FIELD_SPANS else ()
    shown = () if isinstance(spans, msgspec.UnsetType) else spans
    return Told(report=telling.report.ident, value=value, words=words_of(telling.report.document, shown))


def _sides(connection: Connection, sides: tuple[MergedSide, ...], tellings: list[Telling]) -> tuple[SideTold, ...]:
    by_report = {telling.report.ident: telling for telling in tellings}
    who = _actors(connection, [telling.row for telling in tellings])
    return tuple(_side(side, by_report, who) for side in sides)


def _side(side: MergedSide, tellings: dict[str, Telling], who: dict[tuple[int, str], Named]) -> SideTold:
    told, found, behalf = [], None, None
    for one in side.told:
        telling = tellings.get(one.report)
        if telling is None:
            continue
        found = found or who.get((telling.row, one.local))
        behalf = behalf or (who.get((telling.row, one.behalf)) if one.behalf else None)
        evidence = [p.evidence for p in telling.read.participants if p.actor == one.local] if telling.read else []
        spans = next((e for e in evidence if not isinstance(e, msgspec.UnsetType)), ())
        told.append(Told(report=one.report, value=one.name or one.local, words=words_of(telling.report.document, spans)))
    shown = found or Named(ident=side.bloc or side.name, kind=side.kind, name=side.name or side.bloc)
    return SideTold(side=Side(actor=shown, role=side.role, behalf=behalf), bloc=side.bloc, told=tuple(told))


def _actors(connection: Connection, rows: list[int]) -> dict[tuple[int, str], Named]:
    columns = (named.c.document_id, named.c.local, actor.c.ident, actor.c.kind, actor.c.name, actor.c.country)
    joined = select(*columns).select_from(named.join(actor, actor.c.id == named.c.actor_id))
    found = rows_where(connection, lambda part: joined.where(named.c.document_id.in_(part)), set(rows))
    return {(r.document_id, r.local): Named(ident=r.ident, kind=r.kind, name=r.name, country=r.country) for r in found}


def _nested(connection: Connection, row: int, tellings: list[Telling]) -> tuple[ActLine | None, tuple[ActLine, ...]]:
    """The act in whose course this one took place, and those in the course of this one, by any of its reports."""
    outer = [report_ident(t.report.document, t.report.within) for t in tellings if t.report.within]
    locals_told = {(t.row, t.report.local): t for t in tellings}
    found = rows_where(connection, lambda part: select(report).where(report.c.document_id.in_(part)), {t.row for t in tellings})
    inner = [told.ident for one in found if (one.document_id, (told := report_of(one)).within) in locals_told]
    numbers = act_rows(connection, [*outer, *inner])
    around = next((numbers[ident] for ident in outer if numbers.get(ident, row) != row), None)
    inside = list(dict.fromkeys(numbers[ident] for ident in inner if numbers.get(ident, row) != row))
    lines = act_lines(connection, [around] if around else [])
    return (lines[0] if lines else None), act_lines(connection, inside)


def _codes(merged: MergedAct, reports: list[Report]) -> dict[str, Any]:
    shown = next((r for r in reports if r.ident == merged.shown), reports[0])
    return {
        "plover": merged.plover,
        "plover_mode": merged.plover_mode,
        "plover_contexts": shown.plover_contexts,
        "cameo": merged.cameo,
        "quad_class": merged.quad_class,
    }
