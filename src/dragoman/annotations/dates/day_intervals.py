"""Builders for lists and intervals of days of the calendar: `les 24 et 25 août`, `du 30 décembre 2022 au 2 janvier`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from dragoman.annotations.dates.building import Found, builder
from dragoman.annotations.dates.calendar_dates import day_and_month, full_day
from dragoman.annotations.dates.days import exists, interval, month_of, shifted
from dragoman.annotations.dates.publication import When, day_of_month

_LINKS = ("au", "and", "hyphen", "slash", "to", "comma", "until", "or")


@builder("days")
def days(found: Found) -> When | None:
    """`du 24 au 26 août`, `les 24 et 25 août`, `du lundi 24 au mercredi 26`, `du 30 décembre 2022 au 2 janvier`: an interval.

    With the argument `list`, days that do not follow one another are all of a set: `{2022-05-03,2022-05-17}`.
    """
    parts = [part for part in found.parts(*_LINKS) if part.values("number", "ordinal", "numeral")]
    if len(parts) < 2:
        return None
    ends = _ends(found, parts)
    if ends is None or any(end is None for end in ends):
        return None
    whole = [end for end in ends if end is not None]
    if found.arguments.get("list") and not _consecutive(whole):
        return When(_all_of(end.past for end in whole), _all_of(end.future for end in whole), year=whole[0].year)
    return _interval(whole[0], whole[-1])


def _ends(found: Found, parts: list[Found]) -> list[When | None] | None:
    """Each part's date; month and year are told at the end, for those before that have none."""
    months = [next(iter(part.months), None) for part in parts]
    if months[-1] is None:
        if any(months):
            return None
        return _lone_ends(parts)
    following = months[-1]
    for i in range(len(parts) - 1, -1, -1):
        following = months[i] = months[i] or following
    numbers = [part.values("number", "ordinal", "numeral")[0] for part in parts]
    year = next(iter(parts[-1].years), None)
    ends: list[When | None] = []
    for part, month, number in zip(parts, months, numbers):
        told = next(iter(part.years), None)
        own = told or (year and year - (month is not None and months[-1] is not None and month > months[-1]))
        ends.append(day_and_month(found, month or 0, number, own, next(iter(part.weekdays), None)))
    return _forward(ends, year or (parts[0].years and parts[0].years[0]) or None)


def _lone_ends(parts: list[Found]) -> list[When | None]:
    """Two days of a month that is not named: the last such interval that has begun, the next that has not ended."""
    first, last = parts[0], parts[-1]
    numbers = [part.values("number", "numeral", "ordinal")[0] for part in (first, last)]
    starts = day_of_month(first.context.published, numbers[0], next(iter(first.weekdays), None))
    ends = day_of_month(last.context.published, numbers[1], next(iter(last.weekdays), None))
    if starts is None or ends is None or starts.past is None or ends.future is None:
        return [None]
    past_end = _same_or_next_month(starts.past, numbers[1], 1)
    future_start = _same_or_next_month(ends.future, numbers[0], -1)
    return [When(starts.past, future_start), When(past_end, ends.future)]


def _same_or_next_month(edtf: str, number: int, step: int) -> str | None:
    """The day of that number in the month of a date, or in the next (step 1) or last (step -1) one where it would lie on the wrong side."""
    base = date.fromisoformat(edtf)
    beyond = number < base.day if step > 0 else number > base.day
    year, month = month_of(base.year, base.month + (step if beyond else 0))
    return date(year, month, number).isoformat() if exists(year, month, number) else None


def _forward(ends: list[When | None], year: int | None) -> list[When | None]:
    """The dates with the last one in the year told with the first, where only the first has one: `du 30 décembre 2022 au 2 janvier`."""
    first, last = ends[0], ends[-1]
    if year is None or first is None or last is None or last.year is not None or first.past is None or last.past is None:
        return ends
    start = date.fromisoformat(first.past)
    month, number = int(last.past[-5:-3]), int(last.past[-2:])
    return [*ends[:-1], full_day(year + ((month, number) < (start.month, start.day)), month, number)]


def _all_of(days: Iterable[str | None]) -> str | None:
    """The EDTF set that says that it is all of these days."""
    told = sorted({day for day in days if day is not None})
    return "{" + ",".join(told) + "}" if len(told) > 1 else None


def _consecutive(ends: list[When]) -> bool:
    """Whether each date is the day after the one before, whatever the year."""
    days = [end.past[-5:] for end in ends if end.past is not None]
    return len(days) == len(ends) and all(other in _days_after(one) for one, other in pairwise(days))


def _days_after(day: str) -> list[str]:
    """`02-28` is followed by `02-29` or `03-01`."""
    month, number = int(day[:2]), int(day[3:])
    following = [shifted(date(year, month, number), 1) for year in (2023, 2024) if exists(year, month, number)]
    return [other.isoformat()[-5:] for other in following if other is not None]


def _interval(start: When, end: When) -> When | None:
    """The last interval that has begun and the next one that has not ended; an end that is sure settles the other one."""
    if start.past == start.future and not (end.past == end.future and (end.past or "") < (start.past or "")):
        past = future = _from_start(start.past, end.past) if end.past != end.future else _closed(start.past, end.past)
    elif end.past == end.future:
        past = future = _from_end(start.past, end.past)
    else:
        past, future = _from_start(start.past, end.past), _from_end(start.future, end.future)
    return None if past is None and future is None else When(past, future, year=start.year or end.year)


def _closed(start: str | None, end: str | None) -> str | None:
    return interval(start, end) if start is not None and end is not None and ("X" in start) == ("X" in end) else _from_start(start, end)


def _from_start(start: str | None, end: str | None) -> str | None:
    """The interval to the first day like its end that is not before its start."""
    if start is None or end is None or "X" in start:
        return None
    ends = [f"{int(start[:4]) + step:04d}{end[4:]}" for step in (0, 1)]
    return next((interval(start, day) for day in ends if day >= start and _is_day(day)), None)


def _from_end(start: str | None, end: str | None) -> str | None:
    """The interval from the last day like its start that is not after its end."""
    if start is None or end is None or "X" in end:
        return None
    starts = [f"{int(end[:4]) - step:04d}{start[4:]}" for step in (0, 1)]
    return next((interval(day, end) for day in starts if day <= end and _is_day(day)), None)


def _is_day(edtf: str) -> bool:
    return exists(int(edtf[:4]), int(edtf[5:7]), int(edtf[8:]))
