"""When a document appeared, and what follows from it for dates that the text tells only in part.

A reading of a date has two sides, `past` and `future`: they differ where the same words mean the last mercredi of what has happened
and the next mercredi of what is to come.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from dragoman.annotations.dates.bounds import bounds
from dragoman.annotations.dates.days import exists, month_end, month_of, one_of, shifted, span, weekdays_in

Side = Literal["plain", "last", "next", "this"]
"""`mercredi`, `mercredi dernier`, `mercredi prochain`, `ce mercredi`."""

_WEEK = 7
_NEARBY = 31
_YEARS_AROUND = 8
_FIRST_YEAR, _LAST_YEAR = 1000, 2199


class When(NamedTuple):
    """What words of time mean: EDTF for what has happened and for what is to come; None where EDTF cannot hold it.

    `final` is true where the words mean the end of the date (`fin 2022`); `year` is the year where the words themselves tell it.
    """

    past: str | None
    future: str | None
    final: bool = False
    year: int | None = None


VAGUE = When(None, None)


def always(edtf: str | None, *, final: bool = False, year: int | None = None) -> When:
    """The same date, whether past or to come."""
    return When(edtf, edtf, final, year)


@dataclass(frozen=True, slots=True)
class Publication:
    """The days on one of which the document appeared, the first and the last: the same day where the day is known."""

    lower: date
    upper: date

    @property
    def day(self) -> date | None:
        """The day of publication, where it is known."""
        return self.lower if self.lower == self.upper else None

    @property
    def month_known(self) -> bool:
        """Whether at least the month of publication is known."""
        return (self.lower.year, self.lower.month) == (self.upper.year, self.upper.month)

    def __str__(self) -> str:
        return span(self.lower, self.upper)


def publication(published: str | None) -> Publication | None:
    """The publication of a document by its metadata: EDTF, or a timestamp that begins with a day. None where that tells nothing."""
    if not published:
        return None
    day = published.strip().partition("T")[0].partition(" ")[0]
    try:
        lower, upper = bounds(day)
    except ValueError:
        return None
    if lower is None or upper is None or not _FIRST_YEAR <= lower.year <= upper.year <= _LAST_YEAR:
        return None
    return Publication(lower, upper)


def offset_day(published: Publication | None, days: int) -> When:
    """So many days after the publication: `hier` is -1, `aujourd'hui` 0, `demain` 1. As wide as the publication is known."""
    if published is None:
        return VAGUE
    if published.day is None:
        return always(str(published))
    moved = shifted(published.day, days)
    return always(moved.isoformat() if moved else None)


def weekday(published: Publication | None, day: int, side: Side, near: date | None = None) -> When:
    """A weekday (Monday 0) near the publication: a set of the month's where only the month is known.

    Where the text names a day of that month (`near`), it is the weekday nearest to that one.
    """
    if published is None:
        return VAGUE
    if published.day is None and near is not None and side in ("plain", "this"):
        nearest = shifted(near, (day - near.weekday() + 3) % _WEEK - 3)
        return always(nearest.isoformat() if nearest else None)
    if published.day is None:
        return always(one_of(weekdays_in(published.lower, published.upper, day)) if published.month_known else str(published))
    today = published.day
    back = (today.weekday() - day) % _WEEK
    ahead = (day - today.weekday()) % _WEEK
    before = shifted(today, -(back or _WEEK))
    after = shifted(today, ahead or _WEEK)
    sides = {
        "plain": (shifted(today, -back), after),
        "this": (shifted(today, -back), shifted(today, ahead)),
        "last": (before, before),
        "next": (after, after),
    }
    past, future = sides[side]
    return When(past.isoformat() if past else None, future.isoformat() if future else None)


def day_of_year(published: Publication | None, month: int, day: int, day_name: int | None = None) -> When | None:
    """A day and month without a year: the last one and the next one, or the one near the publication that falls on the weekday told.

    None where no year has that day.
    """
    if not exists(2024, month, day):
        return None
    if published is None:
        return always(f"XXXX-{month:02d}-{day:02d}")
    year = published.lower.year
    days = [date(y, month, day) for y in range(year - _YEARS_AROUND, year + _YEARS_AROUND + 1) if exists(y, month, day)]
    if day_name is not None:
        matching = [d for d in days if d.weekday() == day_name and abs(d.year - year) <= 1]
        if len(matching) == 1:
            return always(matching[0].isoformat())
    return _around(published, days)


def day_of_month(published: Publication | None, day: int, day_name: int | None = None) -> When | None:
    """A day of a month that the words leave out: `le 24`, `mercredi 24`. None where that cannot be told."""
    if published is None or not published.month_known or not 1 <= day <= 31:
        return None
    year, month = published.lower.year, published.lower.month
    months = [month_of(year, month + n) for n in range(-28, 29)]
    days = [date(y, m, day) for y, m in months if exists(y, m, day)]
    if day_name is not None:
        days = [d for d in days if d.weekday() == day_name]
        near = [d for d in days if published.lower.toordinal() - _NEARBY <= d.toordinal() <= published.upper.toordinal() + _NEARBY]
        if len(near) == 1:
            return always(near[0].isoformat())
    if day_name is None and published.day is None:
        return always(date(year, month, day).isoformat() if exists(year, month, day) else None)
    return _around(published, days)


def _around(published: Publication, days: list[date]) -> When:
    """The last of the days that is not after the publication, and the first that is not before it."""
    past = [d for d in days if d <= published.upper]
    future = [d for d in days if d >= published.lower]
    return When(past[-1].isoformat() if past else None, future[0].isoformat() if future else None)


def month_of_year(published: Publication | None, month: int, side: Side = "plain") -> When:
    """A month without a year: the last one and the next one, the publication's own included unless `dernier` or `prochain`."""
    if published is None:
        return always(f"XXXX-{month:02d}")
    year = published.lower.year
    if side == "this":
        return always(f"{year:04d}-{month:02d}")
    known = published.month_known
    now = published.lower.month if known else 0
    past_year = year - (known and (month > now or (side == "last" and month == now)))
    future_year = year + (known and (month < now or (side == "next" and month == now)))
    if not known and side != "plain":
        past_year, future_year = year - (side == "last"), year + (side == "next")
    past, future = f"{past_year:04d}-{month:02d}", f"{future_year:04d}-{month:02d}"
    return When({"next": future}.get(side, past), {"last": past}.get(side, future))


def stretch_of_year(published: Publication | None, first_month: int, length: int) -> When:
    """Some months of a year that is not told (a quarter): the last that has begun and the next that has not ended."""
    if published is None:
        return VAGUE
    year = published.lower.year
    stretches = [months(y, first_month, length) for y in (year - 1, year, year + 1)]
    past = [s for s in stretches if s[0] <= published.upper]
    future = [s for s in stretches if s[1] >= published.lower]
    return When(span_of_months(*past[-1]), span_of_months(*future[0]))


def months(year: int, first_month: int, length: int) -> tuple[date, date]:
    """The first and last day of some months, which may run into the next year."""
    end_year, end_month = month_of(year, first_month + length - 1)
    return date(year, first_month, 1), month_end(end_year, end_month)


def span_of_months(lower: date, upper: date) -> str:
    """EDTF for whole months: `2023-01/2023-03`."""
    return f"{lower.year:04d}-{lower.month:02d}/{upper.year:04d}-{upper.month:02d}"
