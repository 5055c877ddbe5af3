"""Builders for days of the calendar: full dates, days and months, days of a month that is not named."""

from __future__ import annotations

import re
from datetime import date

from dragoman.annotations.dates.bounds import bounds
from dragoman.annotations.dates.building import Found, builder
from dragoman.annotations.dates.days import exists, month_of
from dragoman.annotations.dates.publication import When, always, day_of_month, day_of_year

_NEAR_PUBLICATION = 62
_PIVOT = 30


def full_day(year: int, month: int, day: int) -> When | None:
    """A day with its year."""
    return always(date(year, month, day).isoformat(), year=year) if exists(year, month, day) else None


@builder("day")
def day(found: Found) -> When | None:
    """`mercredi 24 août 2022`, `24 août`, `24 août dernier`."""
    months, numbers = found.months, found.values("number", "ordinal", "numeral")
    if not months or not numbers:
        return None
    return day_and_month(found, months[0], numbers[0], next(iter(found.years), None), next(iter(found.weekdays), None))


def day_and_month(found: Found, month: int, number: int, year: int | None, weekday: int | None) -> When | None:
    """A day and month, with what the words tell of year and weekday."""
    if year is not None:
        return full_day(year, month, number)
    when = day_of_year(found.context.published, month, number, weekday)
    if when is None or found.word("last", "last_several"):
        return when and always(when.past)
    if found.word("next", "next_several"):
        return always(when.future)
    return _with_sentence_year(found, when, month, number)


def _with_sentence_year(found: Found, when: When, month: int, number: int) -> When:
    """The year told earlier in the sentence, unless the day falls near the publication, or the date is to come."""
    year, published = found.context.sentence_year, found.context.published
    if year is None or not exists(year, month, number) or when.past is None:
        return when
    told = date(year, month, number).isoformat()
    if published is None:
        return always(told, year=year)
    latest = bounds(when.past).upper
    near = latest is not None and published.lower.toordinal() - latest.toordinal() < _NEAR_PUBLICATION
    if near or year > published.upper.year:
        return when
    return When(told, told if told >= published.lower.isoformat() else when.future, year=year)


@builder("day_of_related_year")
def day_of_related_year(found: Found) -> When | None:
    """`le 24 août de l'année dernière`, `le 24 août de cette année`."""
    published = found.context.published
    if published is None:
        return day(found)
    step = {"last": -1, "next": 1}.get(found.word("last", "next", "following", "preceding") or "", 0)
    return full_day(published.lower.year + step, found.months[0], found.values("number", "ordinal", "numeral")[0])


@builder("fixed_day")
def fixed_day(found: Found) -> When | None:
    """`Noël`: a feast on the same day every year. Arguments `month`, `day`."""
    return day_of_year(found.context.published, int(found.arguments["month"]), int(found.arguments["day"]))


@builder("numeric_day")
def numeric_day(found: Found) -> When | None:
    """`24/08/2022`, `24.08.22`, `24/08`; in the order day, month, year; written without blanks unless the rule says `spaced`."""
    numbers = found.values("number", "figure", "year")
    if not found.arguments.get("spaced") and re.search(r"\d\s*[./-]\s+\d|\d\s+[./-]\s*\d", found.text):
        return None
    if len(numbers) == 2:
        when = day_of_year(found.context.published, numbers[1], numbers[0], next(iter(found.weekdays), None))
        return when if when is None else _with_sentence_year(found, when, numbers[1], numbers[0])
    number, month, year = numbers
    if year < 100:
        if not re.search(r"\b\d\d$", found.text):
            return None
        year += 2000 if year <= _pivot(found) else 1900
    return full_day(year, month, number)


def _pivot(found: Found) -> int:
    """The last two-digit year that is read as one of this century: ten years after the publication."""
    published = found.context.published
    return _PIVOT if published is None else min(99, max(0, published.upper.year - 1990))


@builder("iso_day")
def iso_day(found: Found) -> When | None:
    """`2022-08-24`."""
    year, month, number = found.values("year", "number", "figure")
    return None if re.search(r"\s", found.text) else full_day(year, month, number)


@builder("lone_day")
def lone_day(found: Found) -> When | None:
    """`le 24`, `mercredi 24`, `le 3 du mois courant`, `le 24 du mois dernier`: a day of a month that is not named."""
    number = found.values("number", "numeral", "ordinal")[0]
    published = found.context.published
    if published is None:
        return None
    shift = found.arguments.get("months")
    if shift is None:
        previous = None if found.weekdays else found.context.previous
        near = When(_nearest(previous.past, number), _nearest(previous.future, number)) if previous is not None else None
        return near if near and near.past else day_of_month(published, number, next(iter(found.weekdays), None))
    if not published.month_known:
        return always(str(published))
    year, month = month_of(published.lower.year, published.lower.month + int(shift))
    return full_day(year, month, number)


def _nearest(edtf: str | None, number: int) -> str | None:
    """The day of that number that is nearest to a date; None where the date is no single day or interval of days."""
    if edtf is None or not edtf[:4].isdigit():
        return None
    base = bounds(edtf).lower
    if base is None:
        return None
    months = [month_of(base.year, base.month + step) for step in (-1, 0, 1)]
    days = [date(year, month, number) for year, month in months if exists(year, month, number)]
    return min(days, key=lambda day: abs(day - base)).isoformat() if days else None
