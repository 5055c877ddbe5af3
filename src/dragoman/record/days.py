"""Days that an EDTF date allows: the first and the last, as ISO 8601 days; '' where it leaves one open."""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

_DOUBT = re.compile(r"[~?%\s]")
_PART = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?\Z")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 14), 33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
"""EDTF's numbers in a month's place: seasons of the northern half (winter begins in December), quarters, half years.

A month past 12 is the next year's."""

Days = tuple[str, str]
NO_DAYS: Days = ("", "")


@lru_cache(maxsize=65536)
def days_of(edtf: str | None) -> Days:
    """First and last day that the date allows: `2022-08` is 2022-08-01 to 2022-08-31, `../2022-12-31` is '' to 2022-12-31.

    A set spans its members; a year not told (`XXXX-03-12`) and what is no date allow any day: two empty strings.
    """
    if not edtf:
        return NO_DAYS
    text = _DOUBT.sub("", edtf)
    if text[:1] in "[{":
        parts = [_ends(part) for part in re.split(r",|\.\.", text.strip("[]{}")) if part]
        return _span([p for p in parts if p != NO_DAYS])
    start, slash, end = text.partition("/")
    if not slash:
        return _ends(start)
    first, last = _ends(start)[0], _ends(end)[1]
    return (first, last) if not first or not last or first <= last else (last, first)


def _span(parts: list[Days]) -> Days:
    return (min(p[0] for p in parts), max(p[1] for p in parts)) if parts else NO_DAYS


def _ends(part: str) -> Days:
    """The days of one date without a slash; '' twice for `..`, for an unknown year and for what is no date."""
    while part.upper().endswith("-XX"):
        part = part[:-3]
    if re.fullmatch(r"\d{3}[Xx]|\d{2}[Xx]{2}", part):
        return part.upper().replace("X", "0") + "-01-01", part.upper().replace("X", "9") + "-12-31"
    match = _PART.match(part)
    if match is None:
        return NO_DAYS
    year, month, day = (int(group) if group else 0 for group in match.groups())
    try:
        return _of_numbers(year, month, day)
    except ValueError:
        return NO_DAYS


def _of_numbers(year: int, month: int, day: int) -> Days:
    if day:
        told = date(year, month, day).isoformat()
        return told, told
    if not month:
        return date(year, 1, 1).isoformat(), date(year, 12, 31).isoformat()
    first, last = _SEASONS.get(month, (month, month))
    last_year, last = (year + 1, last - 12) if last > 12 else (year, last)
    end = date(last_year, last, calendar.monthrange(last_year, last)[1])
    return date(year, first, 1).isoformat(), end.isoformat()


@lru_cache(maxsize=65536)
def number(day: str) -> int:
    """An ISO day as a count of days, so that days can be subtracted; raises ValueError where it is none."""
    return date.fromisoformat(day).toordinal()


def day_of(count: int) -> str:
    """The ISO day of a count of days, kept within the years 1 to 9999."""
    return date.fromordinal(min(max(count, 1), date.max.toordinal())).isoformat()


def days_between(a: str, b: str) -> int:
    """Days from one ISO day to another, negative where the other is earlier."""
    return number(b) - number(a)


def gap(a: Days, b: Days) -> int:
    """Days that lie between two spans, 0 where they have a day in common; an open end reaches as far as it must."""
    (a_first, a_last), (b_first, b_last) = a, b
    if a_last and b_first and a_last < b_first:
        return days_between(a_last, b_first)
    if b_last and a_first and b_last < a_first:
        return days_between(b_last, a_first)
    return 0


def width(days: Days) -> int | None:
    """How many days a span has, None where an end is open."""
    return days_between(*days) + 1 if days[0] and days[1] else None
