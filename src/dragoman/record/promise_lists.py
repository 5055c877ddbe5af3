"""Promises and how they stand as of a day."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, func, select

from dragoman.errors import CursorError, FilterError
from dragoman.record.act_filter import ActFilter, checked, checked_day
from dragoman.record.act_lines import act_rows, lines_by_row
from dragoman.record.answers import ActLine, Feature, Follow, Promise, PromiseCounts, PromisePage, PromiseState
from dragoman.record.bulk import in_parts
from dragoman.record.cursors import cursor, place_of
from dragoman.record.prepared import Prepared
from dragoman.record.promise_rows import Listing, Stretch, few, rarest_first
from dragoman.record.schema import document, follow

SOON = 30
"""Within how many days a promise counts as due soon."""
STATES: tuple[PromiseState, ...] = ("overdue", "due_soon", "open", "fulfilled", "renewed", "called_off")
_COUNTED = 10_000
_FOLLOWS = Prepared(lambda among: select(follow).where(among(follow.c.promise_id, "promises")))
_LATEST = Prepared(lambda among: select(func.max(document.c.day).label("day")))


def latest_publication(connection: Connection) -> str:
    """The latest day on which a document of the record was published, or empty."""
    (row,) = _LATEST.rows(connection)
    return row.day or ""


def promise_page(connection: Connection, asked: ActFilter, states: tuple[PromiseState, ...], as_of: str | None) -> PromisePage:
    """A page of promises."""
    asked, day = checked(asked), day_asked(connection, as_of)
    stretches = _stretches(day, _wanted(states))
    listing = Listing(connection, asked)
    number, after = _after(connection, asked.cursor, len(stretches)) if asked.cursor else (0, None)
    found: list[tuple[int, str, int]] = []
    while number < len(stretches) and len(found) <= asked.limit:
        rows = listing.rows(stretches[number], asked.limit + 1 - len(found), after)
        found += [(number, last_day, row) for last_day, row in rows]
        number, after = number + 1, None
    promises = _promises(connection, [row for _, _, row in found[: asked.limit]], day)
    more = len(found) > asked.limit and promises
    last = found[asked.limit - 1] if more else None
    return PromisePage(as_of=day, promises=promises, next=cursor(last[0], last[1], promises[-1].act.ident) if last else None)


def board_rows(connection: Connection, blocs: tuple[str, ...], as_of: str, each: int) -> list[int]:
    """The row numbers of a few promises of each state, of those of a country or organisation, or of two."""
    ordered = rarest_first(connection, blocs)
    return [row for stretch in _stretches(as_of, STATES) for row in few(connection, ordered, stretch, each)]


def board_of(acts: Iterable[Any], as_of: str, each: int) -> list[int]:
    """The row numbers of a few promises of each state, of those among rows of acts."""
    promised = [row for row in acts if row.follow_up]
    rows: list[int] = []
    for stretch in _stretches(as_of, STATES):
        fitting = [(p.last_day, p.id) for p in promised if p.follow_up == stretch.follow_up and stretch.first <= p.last_day <= stretch.last]
        rows += [row for _, row in sorted(fitting, reverse=not stretch.ascending)[:each]]
    return rows


def promise_counts(connection: Connection, asked: ActFilter, as_of: str | None) -> PromiseCounts:
    """How many promises stand how, each state counted up to ten thousand."""
    asked, day = checked(asked), day_asked(connection, as_of)
    counts: dict[str, int] = dict.fromkeys(STATES, 0)
    listing = Listing(connection, asked)
    for stretch in _stretches(day, STATES):
        counts[stretch.state] += listing.count(stretch, _COUNTED)
    return PromiseCounts(as_of=day, states=counts, exact=max(counts.values()) < _COUNTED)


def follows_of(connection: Connection, promises: list[int]) -> dict[int, tuple[Follow, ...]]:
    """The later acts that answer to each promise, by the promise's row."""
    rows = follow_rows(connection, promises)
    return _follows(rows, "promise_id", "act_id", lines_by_row(connection, [row.act_id for row in rows]))


def follow_rows(connection: Connection, promises: list[int]) -> list[Any]:
    """What answers to promises, as rows of `follow`."""
    return [row for part in in_parts(promises) for row in _FOLLOWS.rows(connection, promises=part)]


def promises_of(connection: Connection, row: int) -> tuple[Follow, ...]:
    """The earlier promises that an act answers to."""
    rows = list(connection.execute(select(follow).where(follow.c.act_id == row)))
    return _follows(rows, "act_id", "promise_id", lines_by_row(connection, [one.promise_id for one in rows])).get(row, ())


def features_of(body: str) -> tuple[Feature, ...]:
    """The features that a table keeps as JSON."""
    return tuple(
        Feature(name=f.get("name", ""), value=f.get("value"), score=f.get("score", 0.0), words=f.get("words", ""))
        for f in json.loads(body)
        if isinstance(f, dict)
    )


def _follows(rows: list[Any], by: str, shown: str, lines: Mapping[int, ActLine]) -> dict[int, tuple[Follow, ...]]:
    made: dict[int, list[tuple[str, Follow]]] = {}
    for row in rows:
        line = lines.get(getattr(row, shown))
        if line is not None:
            one = Follow(kind=row.kind, act=line, days=row.days, score=row.score, features=features_of(row.features))
            made.setdefault(getattr(row, by), []).append((line.day + line.ident, one))
    return {key: tuple(one for _, one in sorted(found, key=lambda item: item[0])) for key, found in made.items()}


def _promises(connection: Connection, rows: list[int], as_of: str) -> tuple[Promise, ...]:
    followed = follow_rows(connection, rows)
    return made_promises(rows, followed, lines_by_row(connection, [*rows, *(row.act_id for row in followed)]), as_of)


def made_promises(rows: list[int], followed: list[Any], lines: Mapping[int, ActLine], as_of: str) -> tuple[Promise, ...]:
    """Promises by their row numbers, with what answers to them, of lines loaded before."""
    follows = _follows(followed, "promise_id", "act_id", lines)
    return tuple(_promise(lines[row], follows.get(row, ()), as_of) for row in rows if row in lines)


def _promise(line: ActLine, follows: tuple[Follow, ...], as_of: str) -> Promise:
    due = line.last_day
    days = (date.fromisoformat(due) - date.fromisoformat(as_of)).days if due and as_of else None
    return Promise(act=line, state=_state(line.follow_up, days), due=due, days=days, follow=follows)


def _state(follow_up: str, days: int | None) -> PromiseState:
    if follow_up != "open":
        return next((state for state in STATES if state == follow_up), "open")
    if days is None or days > SOON:
        return "open"
    return "overdue" if days < 0 else "due_soon"


def day_asked(connection: Connection, as_of: str | None) -> str:
    """The day as of which is asked: as told, else that of the latest publication."""
    return checked_day("as_of", as_of) if as_of else latest_publication(connection)


def _wanted(states: tuple[PromiseState, ...]) -> tuple[PromiseState, ...]:
    wrong = next((s for s in states if s not in STATES), None)
    if wrong is not None:
        raise FilterError(f"there is no state {wrong[:40]!r} of a promise; there are {', '.join(STATES)}")
    return states or STATES


def _stretches(as_of: str, states: tuple[PromiseState, ...]) -> list[Stretch]:
    day = date.fromisoformat(as_of or "0001-01-01")
    soon = (day + timedelta(days=SOON)).isoformat() if as_of else ""
    yesterday = (day - timedelta(days=1)).isoformat() if day > date.min else ""
    latest = "9999-12-31"
    made = {
        "overdue": [Stretch("overdue", "open", "0001-01-01", yesterday, False)],
        "due_soon": [Stretch("due_soon", "open", day.isoformat(), soon, True)],
        "open": [
            Stretch("open", "open", (date.fromisoformat(soon or "0001-01-01") + timedelta(days=1)).isoformat(), latest, True),
            Stretch("open", "open", "", "", False),
        ],
    }
    for ended in ("fulfilled", "renewed", "called_off"):
        made[ended] = [Stretch(ended, ended, "", latest, False)]
    return [stretch for state in STATES if state in states for stretch in made[state]]


def _after(connection: Connection, word: str, stretches: int) -> tuple[int, tuple[str, int]]:
    number, last_day, ident = place_of(word, int, str, str)
    row = act_rows(connection, [ident]).get(ident)
    if row is None or not 0 <= number < stretches:
        raise CursorError("the cursor leads to no promise of this list; ask for its first page again, without a cursor")
    return number, (last_day, row)
