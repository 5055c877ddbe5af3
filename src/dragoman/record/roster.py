"""A roster: a CSV file that says who held which office, taken into the record as one more source."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

import msgspec

from dragoman.annotations.lexicon import states
from dragoman.errors import RosterError
from dragoman.model.actor import Actor, Office
from dragoman.model.document import Document, document_id
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.span import Span
from dragoman.model.vocabulary import OFFICES
from dragoman.record.days import days_of
from dragoman.record.folding import folded_words

COLUMNS = ("name", "country", "office", "of", "from", "to", "source")
"""The columns of a roster: `of` is the state or organisation, by default the country; `from` and `to` are EDTF.

`from` is empty where unknown, `to` where the office is not over."""

ROSTER_READER = "roster"
"""The name of the reader of a roster's reading."""

_COUNTRY = re.compile(r"[A-Z]{3}\Z")
_OF = re.compile(r"(?:[A-Z]{3}|(?:org|inst):\S+)\Z")


class RosterRow(msgspec.Struct, frozen=True):
    """One row: who held which office from when to when; `actor` is the person's id in the roster, `line` its words, at `start` to `end`."""

    actor: str
    name: str
    country: str
    office: str
    of: str
    title: str
    first_day: str
    last_day: str
    source: str
    start: int
    end: int
    line: str


def roster_rows(text: str, name: str) -> tuple[RosterRow, ...]:
    """The rows of a roster; raises `RosterError` naming the file, the line and what to do where one is wrong."""
    rows, ids = [], _Ids()
    for number, line, start, record in _records(text, name):
        rows.append(_row(f"{name}, line {number}", line, start, record, ids))
    return tuple(rows)


def roster_reading(text: str, name: str) -> Reading:
    """A roster as the reading it would be: the file is the document, its rows the words. Raises `RosterError` where a row is wrong."""
    by_actor: dict[str, list[RosterRow]] = {}
    for row in roster_rows(text, name):
        by_actor.setdefault(row.actor, []).append(row)
    return Reading(
        reader=ReaderVersion(name=ROSTER_READER, version="1"),
        document=Document(id=document_id(text), uri=name, title=name, publisher=name, language="und", text=text),
        actors=tuple(_actor(rows) for rows in by_actor.values()),
        acts=(),
        statements=(),
        relations=(),
        warnings=(),
    )


def _actor(rows: list[RosterRow]) -> Actor:
    spans = tuple(Span(row.start, row.end, row.line) for row in rows)
    offices = tuple(Office(office=row.office, title=row.title, of=row.of, evidence=(span,)) for row, span in zip(rows, spans))  # type: ignore[arg-type]
    return Actor(id=rows[0].actor, kind="person", name=rows[0].name, country=rows[0].country or None, offices=offices, mentions=spans)


def _records(text: str, name: str) -> Iterator[tuple[int, str, int, dict[str, str]]]:
    """The rows with their line numbers and places; a row is one line."""
    header: list[str] | None = None
    at = 0
    for number, full in enumerate(text.splitlines(keepends=True), start=1):
        line, start = full.rstrip("\r\n"), at
        at += len(full)
        if not line.strip("\ufeff ,;"):
            continue
        cells = [cell.strip() for cell in next(csv.reader(io.StringIO(line.removeprefix("\ufeff"))))]
        if header is None:
            header = [cell.lower() for cell in cells]
            missing = [c for c in ("name", "country", "office", "from", "to") if c not in header]
            if missing:
                what = "the columns are separated by semicolons" if ";" in line else f"no column {missing[0]!r}"
                raise RosterError(f"{name}, line {number}: {what}: a roster begins with the line {','.join(COLUMNS)}")
            continue
        if len(cells) > len(header):
            raise RosterError(f"{name}, line {number}: {len(cells)} cells for {len(header)} columns: quote values with commas")
        yield number, line, start, {**dict.fromkeys(COLUMNS, ""), **dict(zip(header, cells))}
    if header is None:
        raise RosterError(f"{name}: empty: a roster begins with the line {','.join(COLUMNS)}")


class _Ids:
    """Ids of persons within one roster: the same name in the same state is one person."""

    def __init__(self) -> None:
        self._by_name: dict[tuple[str, str], str] = {}

    def of(self, name: str, side: str) -> str:
        slug = "-".join(folded_words(name))
        return self._by_name.setdefault((slug, side), f"per:{slug}@{side}")


def _row(where: str, line: str, start: int, record: dict[str, str], ids: _Ids) -> RosterRow:
    name, country, office = record["name"], record["country"], record["office"]
    of = record["of"] or country
    if not folded_words(name):
        raise RosterError(f"{where}: no name: write the person's full name in the column name")
    if country and not (_COUNTRY.match(country) and country in states()):
        raise RosterError(f"{where}: {country!r} is no country: write three capital letters of ISO 3166-1 (DZA), or leave it empty")
    if not _OF.match(of) or (_COUNTRY.match(of) and of not in states()):
        raise RosterError(f"{where}: {of!r} in the column of: write a country (DZA) or an organisation (org:UN)")
    if office not in OFFICES:
        raise RosterError(f"{where}: {office!r} is no office: write one of {', '.join(OFFICES)}")
    first, last = _day(where, "from", record["from"])[0], _day(where, "to", record["to"])[1]
    if first and last and last < first:
        raise RosterError(f"{where}: the office ends ({record['to']}) before it begins ({record['from']}): put the two dates right")
    actor = ids.of(name, country or of)
    return RosterRow(actor, name, country, office, of, office, first, last, record["source"], start, start + len(line), line)


def _day(where: str, column: str, value: str) -> tuple[str, str]:
    if not value:
        return "", ""
    days = days_of(value)
    if "/" in value or not all(days):
        raise RosterError(f"{where}: {value!r} in the column {column} is no date: write 2022-08-24, 2022-08 or 2022, or leave it empty")
    return days
