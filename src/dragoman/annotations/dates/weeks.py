"""Builders for weeks, week-ends and parts of a month: `la semaine prochaine`, `ce week-end`, `la première quinzaine d'août`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from dragoman.annotations.dates.building import Found, builder
from dragoman.annotations.dates.calendar_dates import day as named_day
from dragoman.annotations.dates.days import interval, monday, month_end, one_of, weekdays_in
from dragoman.annotations.dates.periods import STEPS, month, side_told, this_month
from dragoman.annotations.dates.publication import VAGUE, When, always

_WEEK = timedelta(days=7)
_FORTNIGHT_END = 15
_SATURDAY = 5


@builder("week")
def week(found: Found) -> When | None:
    """`cette semaine`, `la semaine prochaine`: from Monday to Sunday; `mardi de la semaine prochaine`: its day."""
    published = found.context.published
    if published is None:
        return VAGUE
    step = STEPS.get(side_told(found), 0)
    first, last = monday(published.lower) + step * _WEEK, monday(published.upper) + step * _WEEK
    if found.weekdays:
        days = weekdays_in(first, last + _WEEK - timedelta(days=1), found.weekdays[0])
        return always(one_of(days) if published.month_known else str(published))
    return always(interval(first.isoformat(), (last + timedelta(days=6)).isoformat()), final=found.has("end"))


@builder("week_of_day")
def week_of_day(found: Found) -> When | None:
    """`la semaine du 22 août`: from the Monday to the Sunday around it, or from another weekday, the argument `first`."""
    when, first = named_day(found), int(found.arguments.get("first", 0))
    return when and When(_week_around(when.past, first), _week_around(when.future, first), year=when.year)


def _week_around(edtf: str | None, weekday: int) -> str | None:
    if edtf is None or len(edtf) != 10 or "X" in edtf:
        return None
    first = monday(date.fromisoformat(edtf))
    return interval((first + timedelta(days=weekday)).isoformat(), (first + timedelta(days=6)).isoformat())


@builder("weekend")
def weekend(found: Found) -> When | None:
    """`ce week-end`, `le week-end dernier`, `le week-end prochain`: Saturday and Sunday."""
    published = found.context.published
    if published is None or published.day is None:
        return VAGUE if published is None else always(str(published))
    today, side = published.day, side_told(found)
    begun = today - timedelta(days=(today.weekday() - _SATURDAY) % 7)
    running = today.weekday() >= _SATURDAY
    if side == "last":
        return always(_two_days(begun - _WEEK if running else begun))
    if side == "next":
        return always(_two_days(begun + _WEEK))
    return When(_two_days(begun), _two_days(begun if running else begun + _WEEK))


def _two_days(day: date) -> str:
    return interval(day.isoformat(), (day + timedelta(days=1)).isoformat())


@builder("fortnight")
def fortnight(found: Found) -> When | None:
    """`la première quinzaine d'août`: to the 15th, or from the 16th."""
    ranks = found.values("number", "ordinal")
    second = not ranks or ranks[0] == 2
    return _within_month(found, lambda start, end: (start.replace(day=16), end) if second else (start, start.replace(day=_FORTNIGHT_END)))


@builder("week_of_month")
def week_of_month(found: Found) -> When | None:
    """`la première semaine d'août`: from the 1st to the 7th; `la dernière semaine d'août`: the last seven days."""
    ranks = found.values("number", "ordinal")
    if not ranks:
        return _within_month(found, lambda start, end: (end - timedelta(days=6), end))
    if not 1 <= ranks[0] <= 4:
        return None
    days = timedelta(days=7 * (ranks[0] - 1))
    return _within_month(found, lambda start, end: (start + days, start + days + timedelta(days=6)))


@builder("day_of_named_month")
def day_of_named_month(found: Found) -> When | None:
    """`le premier mercredi d'août`, `le dernier jour d'octobre`, `le premier mercredi du mois prochain`."""
    ranks = found.values("number", "ordinal")
    rank = ranks[0] - 1 if ranks else -1

    def chosen(start: date, end: date) -> tuple[date, date]:
        days = (
            weekdays_in(start, end, found.weekdays[0])
            if found.weekdays
            else [start + timedelta(days=n) for n in range((end - start).days + 1)]
        )
        day = days[min(rank, len(days) - 1)]
        return day, day

    return _within_month(found, chosen)


def _within_month(found: Found, choose: Callable[[date, date], tuple[date, date]]) -> When | None:
    """A part of the month that the words name, chosen from its first and last day."""
    whole = month(found) if found.months else this_month(found)
    if whole is None:
        return None
    return whole._replace(past=_chosen(whole.past, choose), future=_chosen(whole.future, choose))


def _chosen(edtf: str | None, choose: Callable[[date, date], tuple[date, date]]) -> str | None:
    if edtf is None or len(edtf) != 7 or "X" in edtf:
        return edtf
    start = date.fromisoformat(edtf + "-01")
    lower, upper = choose(start, month_end(start.year, start.month))
    return interval(lower.isoformat(), upper.isoformat())
