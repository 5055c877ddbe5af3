"""Any list taken out of the room: whole, by its cursors, as CSV, JSON or JSONL."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import attrgetter
from typing import Any, Literal, TypeVar

import msgspec
from starlette.responses import Response, StreamingResponse

from dragoman.record.answers import ActLine, Promise, Side

T = TypeVar("T")
Form = Literal["csv", "json", "jsonl"]
Columns = Mapping[str, Callable[[T], object]]
MEDIA: dict[Form, str] = {"csv": "text/csv; charset=utf-8", "json": "application/json", "jsonl": "application/x-ndjson"}
_RUNS = ("=", "+", "-", "@")
"""What a spreadsheet would take for a formula."""


def whole(page: Callable[[str | None], tuple[Sequence[T], str | None]]) -> Iterator[T]:
    """All rows of a list, page after page; `page` answers a cursor with rows and the next cursor. The first page is asked for at once."""
    rows, cursor = page(None)
    return chain(rows, _rest(page, cursor))


def export(name: str, form: Form, rows: Iterable[T], columns: Columns[T]) -> Response:
    """The rows as a file to download: CSV with the columns, JSON and JSONL as the record has them."""
    writers: dict[Form, Callable[[], Iterator[bytes]]] = {
        "csv": lambda: _csv(rows, columns),
        "json": lambda: _json(rows),
        "jsonl": lambda: (msgspec.json.encode(row) + b"\n" for row in rows),
    }
    headers = {"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    return StreamingResponse(writers[form](), media_type=MEDIA[form], headers=headers)


def cell(value: object) -> object:
    """A value as a spreadsheet may hold it: text on one line, with an apostrophe before it where it would be run as a formula."""
    if not isinstance(value, str):
        return "" if value is None else value
    line = " ".join(value.split())
    return "'" + line if line.startswith(_RUNS) else line


def _rest(page: Callable[[str | None], tuple[Sequence[T], str | None]], cursor: str | None) -> Iterator[T]:
    while cursor is not None:
        rows, cursor = page(cursor)
        yield from rows


def _csv(rows: Iterable[T], columns: Columns[T]) -> Iterator[bytes]:
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([cell(column(row)) for column in columns.values()])
        yield buffer.getvalue().encode("utf-8", "replace")
        buffer.seek(0)
        buffer.truncate()
    yield buffer.getvalue().encode("utf-8", "replace")


def _json(rows: Iterable[Any]) -> Iterator[bytes]:
    yield b"["
    for number, row in enumerate(rows):
        yield (b",\n" if number else b"\n") + msgspec.json.encode(row)
    yield b"\n]\n"


def _who(*roles: str) -> Callable[[ActLine], str]:
    return lambda act: ";".join(_named(side) for side in act.sides if side.role in roles)


def _named(side: Side) -> str:
    actor = side.actor
    return f"{actor.name} ({actor.country})" if actor.kind == "person" and actor.country else actor.name


def _of_act(column: Callable[[ActLine], object]) -> Callable[[Promise], object]:
    return lambda promise: column(promise.act)


def _plain(*names: str) -> dict[str, Callable[[Any], object]]:
    return {name: attrgetter(name) for name in names}


ACT_COLUMNS: dict[str, Callable[[ActLine], object]] = {
    "act": lambda act: act.ident,
    **_plain("type", "status", "form"),
    "date": lambda act: act.edtf,
    **_plain("first_day", "last_day", "day", "place"),
    "place_country": lambda act: act.country,
    **_plain("latitude", "longitude"),
    "agents": _who("agent", "party"),
    "counterparts": _who("counterpart"),
    "others": _who("principal", "envoy", "subject", "attendee"),
    "actors": lambda act: ";".join(dict.fromkeys(side.actor.ident for side in act.sides)),
    "topics": lambda act: ";".join(act.topics),
    "hedged": lambda act: int(act.hedged),
    **_plain("plover", "cameo", "quad_class", "reports", "publishers"),
    "disagree": lambda act: ";".join(act.disagree),
    **_plain("follow_up", "words"),
    "document": lambda act: act.source.document if act.source else None,
    "start": lambda act: act.source.start if act.source else None,
    "end": lambda act: act.source.end if act.source else None,
}
"""The columns of acts as CSV: those of `dragoman export`, with the names of who takes part in place of the states they stand for."""

PROMISE_COLUMNS: dict[str, Callable[[Promise], object]] = {
    "state": lambda promise: promise.state,
    "due": lambda promise: promise.due,
    "days": lambda promise: promise.days,
    "kept_by": lambda promise: ";".join(follow.act.ident for follow in promise.follow),
    **{name: _of_act(column) for name, column in ACT_COLUMNS.items()},
}
"""The columns of promises as CSV: how they stand, then their acts."""
