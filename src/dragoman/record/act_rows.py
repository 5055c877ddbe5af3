"""The rows of acts: written as merged, and taken away when an act must be merged anew."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.answers import Words
from dragoman.record.asking import take_back
from dragoman.record.bodies import deflate_json, storable
from dragoman.record.bulk import delete_where, insert_rows, rows_where, run_many
from dragoman.record.change import Change, Kept
from dragoman.record.follow_places import later_day, promised_day
from dragoman.record.follow_up import is_promise, promise_keys
from dragoman.record.merged import MergedAct
from dragoman.record.report import Report

_encoder = msgspec.json.Encoder()
_ACT = (
    *("id", "ident", "type", "status", "form", "edtf", "first_day", "last_day", "day", "place", "country", "latitude", "longitude"),
    *("hedged", "plover", "cameo", "quad_class", "reports", "publishers", "disagree", "topics"),
    *("words", "source", "body", "follow_up", "seq"),
)
ABOUT_ACTS = ("act", "follow_up", "weak")


def dissolve(change: Change, acts: Iterable[int]) -> set[int]:
    """Take acts away with all that hangs on them; the reports that belonged to them, now to none."""
    connection, ids = change.connection, sorted(set(acts))
    if not ids:
        return set()
    act, bloc, report = schema.act, schema.bloc, schema.report
    blocs: dict[int, list[str]] = {}
    for row in rows_where(connection, lambda part: select(bloc.c.act_id, bloc.c.ident).where(bloc.c.act_id.in_(part)), ids):
        blocs.setdefault(row.act_id, []).append(row.ident)
    columns = (act.c.id, act.c.ident, act.c.day, act.c.type, act.c.status)
    going = list(rows_where(connection, lambda part: select(*columns).where(act.c.id.in_(part)), ids))
    for row in going:
        change.counts.act(row.day, row.type, row.status, blocs.get(row.id, []), -1)
    take_back(connection, ABOUT_ACTS, (row.ident for row in going))
    found = schema.follow_found
    promises = rows_where(connection, lambda part: select(found.c.promise_id).where(found.c.act_id.in_(part)), ids)
    change.promises |= {row.promise_id for row in promises}
    change.promises -= set(ids)
    orphans = {row.id for row in rows_where(connection, lambda part: select(report.c.id).where(report.c.act_id.in_(part)), ids)}
    run_many(connection, "UPDATE report SET act_id = NULL WHERE act_id = ?", [(number,) for number in ids])
    for column in (
        *(schema.side.c.act_id, bloc.c.act_id, schema.pledge.c.act_id, schema.theme.c.act_id, schema.awaited.c.act_id),
        *(schema.follow.c.promise_id, schema.follow.c.act_id, found.c.promise_id, found.c.act_id, act.c.id),
    ):
        delete_where(connection, column, ids)
    return orphans


def write_acts(change: Change, merged: Mapping[int, MergedAct], reports: Mapping[str, Kept]) -> None:
    """Write acts by row number (that of their first report); `reports` are those of all of them, by ident."""
    connection = change.connection
    insert_rows(connection, schema.act, _ACT, [_act_row(number, act, reports) for number, act in merged.items()])
    belong = [(number, reports[ident].id) for number, act in merged.items() for ident in act.reports]
    run_many(connection, "UPDATE report SET act_id = ? WHERE id = ?", belong)
    blocs, pledges, themes, awaited = [], [], [], []
    for number, act in merged.items():
        change.counts.act(act.day, act.type, act.status, act.blocs, 1)
        blocs += [(number, bloc, act.day, act.type) for bloc in act.blocs]
        themes += [(topic, act.day, number) for topic in act.topics]
        if is_promise(act):
            pledges += [(bloc, "open", act.last_day, number) for bloc in act.blocs]
        for key in promise_keys(act):
            awaited.append((key, False, later_day(act), number))
            if is_promise(act):
                awaited.append((key, True, promised_day(act), number))
    insert_rows(connection, schema.bloc, ("act_id", "ident", "day", "type"), blocs)
    insert_rows(connection, schema.pledge, ("ident", "follow_up", "last_day", "act_id"), pledges)
    insert_rows(connection, schema.theme, ("topic", "day", "act_id"), themes)
    insert_rows(connection, schema.awaited, ("key", "promise", "day", "act_id"), awaited)


def source_of(report: Report) -> str | None:
    """The first words of a report's evidence, as the table of acts keeps them."""
    if not report.evidence:
        return None
    span = report.evidence[0]
    return _encoder.encode(Words(document=report.document, start=span.start, end=span.end, text=span.text)).decode()


def _act_row(number: int, act: MergedAct, reports: Mapping[str, Kept]) -> tuple[object, ...]:
    return (
        number,
        *(act.ident, act.type, act.status, act.form, act.edtf, act.first_day, act.last_day, act.day),
        *(None if act.place is None else storable(act.place), act.country, act.latitude, act.longitude),
        *(act.hedged, act.plover, act.cameo, act.quad_class, len(act.reports), len(act.publishers)),
        *(",".join(act.disagree), ",".join(act.topics), storable(act.words)),
        *(source_of(reports[act.shown].report), deflate_json(_encoder.encode(act))),
        *("open" if is_promise(act) else "", max(reports[ident].in_force for ident in act.reports)),
    )
