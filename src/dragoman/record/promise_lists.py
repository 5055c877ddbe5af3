"""Promises and how they stand as of a day."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, and_, func, or_, select

from dragoman.errors import CursorError, FilterError
from dragoman.record.act_filter import ActFilter, checked, checked_day
from dragoman.record.act_lines import act_lines, act_rows
from dragoman.record.answers import ActLine, Feature, Follow, Promise, PromiseCounts, PromisePage, PromiseState
from dragoman.record.bulk import rows_where
from dragoman.record.cursors import cursor, place_of
from dragoman.record.lookups import lookups_of
from dragoman.record.schema import act, document, follow, pledge
from dragoman.record.selecting import within

SOON = 30
"""Within how many days a promise counts as due soon."""
STATES: tuple[PromiseState, ...] = ("overdue", "due_soon", "open", "fulfilled", "renewed", "called_off")
_COUNTED = 10_000


class Stretch(NamedTuple):
    """Promises of one state that an index gives in order: those that fall due between two days, the first or the last first."""

    state: PromiseState
    follow_up: str
    first: str
    last: str
    ascending: bool


def latest_publication(connection: Connection) -> str:
    """The latest day on which a document of the record was published, or empty."""
    return connection.execute(select(func.max(document.c.day))).scalar() or ""


def promise_page(connection: Connection, asked: ActFilter, states: tuple[PromiseState, ...], as_of: str | None) -> PromisePage:
    """A page of promises."""
    asked, day = checked(asked), _as_of(connection, as_of)
    stretches = _stretches(day, _wanted(states))
    number, after = _after(connection, asked.cursor, len(stretches)) if asked.cursor else (0, None)
    found: list[tuple[int, str, int]] = []
    while number < len(stretches) and len(found) <= asked.limit:
        rows = _rows(connection, asked, stretches[number], asked.limit + 1 - len(found), after)
        found += [(number, last_day, row) for last_day, row in rows]
        number, after = number + 1, None
    promises = _promises(connection, [row for _, _, row in found[: asked.limit]], day)
    more = len(found) > asked.limit and promises
    last = found[asked.limit - 1] if more else None
    return PromisePage(as_of=day, promises=promises, next=cursor(last[0], last[1], promises[-1].act.ident) if last else None)


def promise_board(connection: Connection, asked: ActFilter, as_of: str | None, each: int) -> PromisePage:
    """A few promises of each state, without further pages."""
    asked, day = checked(asked), _as_of(connection, as_of)
    rows = [row for stretch in _stretches(day, STATES) for _, row in _rows(connection, asked, stretch, each, None)]
    return PromisePage(as_of=day, promises=_promises(connection, rows, day))


def promise_counts(connection: Connection, asked: ActFilter, as_of: str | None) -> PromiseCounts:
    """How many promises stand how, each state counted up to ten thousand."""
    asked, day = checked(asked), _as_of(connection, as_of)
    counts: dict[str, int] = dict.fromkeys(STATES, 0)
    for stretch in _stretches(day, STATES):
        rows = _question(connection, asked, stretch).limit(_COUNTED).subquery()
        counts[stretch.state] += int(connection.execute(select(func.count()).select_from(rows)).scalar_one())
    return PromiseCounts(as_of=day, states=counts, exact=max(counts.values()) < _COUNTED)


def follows_of(connection: Connection, promises: list[int]) -> dict[int, tuple[Follow, ...]]:
    """The later acts that answer to each promise, by the promise's row."""
    rows = list(rows_where(connection, lambda part: select(follow).where(follow.c.promise_id.in_(part)), promises))
    return {one: tuple(f for _, f in found) for one, found in _follows(connection, rows, "promise_id", "act_id").items()}


def promises_of(connection: Connection, row: int) -> tuple[Follow, ...]:
    """The earlier promises that an act answers to."""
    rows = list(connection.execute(select(follow).where(follow.c.act_id == row)))
    return tuple(f for _, f in _follows(connection, rows, "act_id", "promise_id").get(row, []))


def features_of(body: str) -> tuple[Feature, ...]:
    """The features that a table keeps as JSON."""
    return tuple(
        Feature(name=f.get("name", ""), value=f.get("value"), score=f.get("score", 0.0), words=f.get("words", ""))
        for f in json.loads(body)
        if isinstance(f, dict)
    )


def _follows(connection: Connection, rows: list[Any], by: str, shown: str) -> dict[int, list[tuple[str, Follow]]]:
    wanted = list(dict.fromkeys(getattr(row, shown) for row in rows))
    numbers = act_numbers(connection, wanted)
    made: dict[int, list[tuple[str, Follow]]] = {}
    for row in rows:
        line = numbers.get(getattr(row, shown))
        if line is not None:
            one = Follow(kind=row.kind, act=line, days=row.days, score=row.score, features=features_of(row.features))
            made.setdefault(getattr(row, by), []).append((line.day + line.ident, one))
    return {key: sorted(found, key=lambda item: item[0]) for key, found in made.items()}


def act_numbers(connection: Connection, rows: list[int]) -> dict[int, ActLine]:
    """Lines of acts by their row numbers."""
    lines = act_lines(connection, rows)
    numbers = act_rows(connection, [line.ident for line in lines])
    return {numbers[line.ident]: line for line in lines}


def _promises(connection: Connection, rows: list[int], as_of: str) -> tuple[Promise, ...]:
    follows = follows_of(connection, rows)
    lines = act_numbers(connection, rows)
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


def _as_of(connection: Connection, as_of: str | None) -> str:
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


def _rows(connection: Connection, asked: ActFilter, stretch: Stretch, limit: int, after: tuple[str, int] | None) -> list[tuple[str, int]]:
    question = _question(connection, asked, stretch)
    last_day, row = question.selected_columns.last_day, question.selected_columns.act_id
    if stretch.ascending:
        question = question.order_by(last_day, row)
        behind = after and and_(last_day >= after[0], or_(last_day > after[0], row > after[1]))
    else:
        question = question.order_by(last_day.desc(), row.desc())
        behind = after and and_(last_day <= after[0], or_(last_day < after[0], row < after[1]))
    question = question.where(behind) if behind is not None and after else question
    return [(found.last_day, found.act_id) for found in connection.execute(question.limit(limit))]


def _question(connection: Connection, asked: ActFilter, stretch: Stretch) -> Select[Any]:
    """Promises of a stretch that match; of a country's, or of the rarer of two, its own list is gone through."""
    lookups = lookups_of(connection, asked)
    if asked.blocs:
        ident = _rarest(connection, asked.blocs)
        lookups.pop(f"bloc {ident}")
        row, last_day, state = pledge.c.act_id, pledge.c.last_day, pledge.c.follow_up
        question = select(last_day, row).where(pledge.c.ident == ident, state == stretch.follow_up)
    else:
        row, last_day, state = act.c.id.label("act_id"), act.c.last_day, act.c.follow_up  # type: ignore[assignment]
        question = select(last_day, row).where(state == stretch.follow_up)
    question = question.where(*_between(last_day, stretch))
    day = select(act.c.day).where(act.c.id == row).correlate(pledge).scalar_subquery() if asked.blocs else act.c.day
    wanted = [lookup(day, row) for lookup in lookups.values()]
    return question.where(*wanted, *within(asked, day))


def _rarest(connection: Connection, blocs: tuple[str, ...]) -> str:
    from dragoman.record.leads import ties

    known = ties(connection, [(ident, "") for ident in blocs]) if len(blocs) > 1 else {}
    return min(blocs, key=lambda ident: known.get((ident, ""), 0))


def _between(last_day: ColumnElement[Any], stretch: Stretch) -> list[ColumnElement[bool]]:
    if stretch.first == stretch.last:
        return [last_day == stretch.first]
    return [last_day >= stretch.first, last_day <= stretch.last]


def _after(connection: Connection, word: str, stretches: int) -> tuple[int, tuple[str, int]]:
    number, last_day, ident = place_of(word, int, str, str)
    row = act_rows(connection, [ident]).get(ident)
    if row is None or not 0 <= number < stretches:
        raise CursorError("the cursor leads to no promise of this list; ask for its first page again, without a cursor")
    return number, (last_day, row)
