"""Days, weeks and months, and how EDTF writes them."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

MAX_YEAR = 9999


def exists(year: int, month: int, day: int) -> bool:
    """Whether the calendar has that day."""
    return 1 <= year <= MAX_YEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def shifted(day: date, days: int) -> date | None:
    """The day that many days later (earlier, where negative); None beyond the calendar's ends."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None


def month_of(year: int, month: int) -> tuple[int, int]:
    """Year and month, counted on beyond December or back before January: `(2022, 13)` is `(2023, 1)`."""
    return year + (month - 1) // 12, (month - 1) % 12 + 1


def month_end(year: int, month: int) -> date:
    """The last day of the month."""
    return date(year, month, monthrange(year, month)[1])


def monday(day: date) -> date:
    """The Monday of the day's week."""
    return date.fromordinal(max(1, day.toordinal() - day.weekday()))


def weekdays_in(lower: date, upper: date, weekday: int) -> list[date]:
    """Every day of that weekday (Monday 0) from one day to another, both included."""
    first = lower.toordinal() + (weekday - lower.weekday()) % 7
    return [date.fromordinal(n) for n in range(first, upper.toordinal() + 1, 7)]


def one_of(days: Iterable[date]) -> str | None:
    """The EDTF set that says that it is one of these days; the day itself where there is only one, None where there is none."""
    ascending = sorted(set(days))
    if len(ascending) < 2:
        return ascending[0].isoformat() if ascending else None
    return "[" + ",".join(day.isoformat() for day in ascending) + "]"


def interval(start: str, end: str) -> str:
    """The EDTF interval, or the date itself where both ends are the same."""
    return start if start == end else f"{start}/{end}"


def span(lower: date, upper: date) -> str:
    """The shortest EDTF for exactly the days from one to another: a day, a month, a year or an interval."""
    if (lower.month, lower.day, upper.month, upper.day) == (1, 1, 12, 31) and lower.year == upper.year:
        return f"{lower.year:04d}"
    if lower.day == 1 and upper == month_end(lower.year, lower.month):
        return f"{lower.year:04d}-{lower.month:02d}"
    return interval(lower.isoformat(), upper.isoformat())
