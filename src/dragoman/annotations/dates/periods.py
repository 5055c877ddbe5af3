"""Builders for months, years and their divisions: `en août 2022`, `fin août`, `l'an dernier`, `au premier trimestre 2023`."""

from __future__ import annotations

from dragoman.annotations.dates.building import Found, builder
from dragoman.annotations.dates.days import month_of
from dragoman.annotations.dates.publication import (
    VAGUE,
    Publication,
    Side,
    When,
    always,
    month_of_year,
    months,
    span_of_months,
    stretch_of_year,
)

STEPS = {"last": -1, "this": 0, "next": 1}
_SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


def side_told(found: Found) -> Side:
    """`dernier`, `prochain` or neither, of the words or else of the rule's argument."""
    word = found.word("last", "next", "current", "following", "preceding") or found.arguments.get("side", "plain")
    sides: dict[str, Side] = {"last": "last", "next": "next", "this": "this"}
    return sides.get(word, "plain")


def _year(found: Found) -> int | None:
    """The year told in digits, or by `de l'année prochaine`."""
    if found.years:
        return found.years[0]
    side, published = side_told(found), found.context.published
    if side == "plain" or published is None or not found.has("year_unit"):
        return None
    return published.lower.year + STEPS[side]


@builder("month")
def month(found: Found) -> When | None:
    """`août 2022`, `en août`, `août dernier`, `fin août`. With the argument `small`, not where a word has a capital (`Champ de Mars`)."""
    if found.arguments.get("small") and not found.text.isupper() and any(c.isupper() for c in found.text[1:]):
        return None
    final = found.has("end")
    number, year = found.months[0], _year(found)
    if year is not None:
        return always(f"{year:04d}-{number:02d}", final=final, year=year)
    side = side_told(found)
    told = found.context.sentence_year
    if told is not None and side == "plain" and found.context.published is None:
        return always(f"{told:04d}-{number:02d}", final=final, year=told)
    when = month_of_year(found.context.published, number, side)
    return when._replace(final=final)


@builder("month_interval")
def month_interval(found: Found) -> When | None:
    """`de mai à juillet 2022`, `entre novembre 2022 et février`."""
    first, last = found.months
    years = found.years
    if len(years) == 2:
        start, end = years
    elif years:
        start = end = years[0]
        told_last = found.words[-1].name == "year"
        start, end = (start - (first > last), end) if told_last else (start, end + (first > last))
    else:
        length = (last - first) % 12 + 1
        when = stretch_of_year(found.context.published, first, length)
        return None if when == VAGUE else when
    return always(f"{start:04d}-{first:02d}/{end:04d}-{last:02d}", year=start) if (start, first) <= (end, last) else None


@builder("year")
def year(found: Found) -> When | None:
    """`en 2023`, `l'année 2023`, `l'an dernier`, `cette année`, `fin 2022`."""
    number = _year(found)
    final = found.has("end")
    if number is not None:
        return always(f"{number:04d}", final=final, year=number if found.years else None)
    published = found.context.published
    return VAGUE if published is None else always(f"{published.lower.year:04d}", final=final)


@builder("year_interval")
def year_interval(found: Found) -> When | None:
    """`de 2018 à 2020`."""
    start, end = found.years
    return always(f"{start:04d}/{end:04d}", year=start) if start < end else None


@builder("quarter")
def quarter(found: Found) -> When | None:
    """`au premier trimestre 2023`, `au second semestre`, `le dernier trimestre de l'année`."""
    length = found.first("quarter") or 12
    ranks = found.values("number", "ordinal")
    rank = ranks[0] if ranks else 12 // length
    if rank * length > 12:
        return None
    first_month, year = (rank - 1) * length + 1, _year(found)
    if year is None and found.has("year_unit") and found.context.published is not None:
        year = found.context.published.lower.year
    if year is None:
        return stretch_of_year(found.context.published, first_month, length)
    return always(span_of_months(*months(year, first_month, length)), year=year)


@builder("season")
def season(found: Found) -> When | None:
    """`cet été`, `à l'automne 2022`, `au printemps prochain`."""
    number = found.first("season") or 0
    if found.years:
        return always(f"{found.years[0]:04d}-{number}", year=found.years[0])
    published, side = found.context.published, side_told(found)
    if published is None:
        return VAGUE
    first = _SEASON_MONTH[number]
    begins = {year: months(year, first, 3) for year in range(published.lower.year - 2, published.lower.year + 3)}
    if side == "next":
        return always(f"{min(y for y, (start, _) in begins.items() if start > published.upper):04d}-{number}")
    if side == "last":
        return always(f"{max(y for y, (_, end) in begins.items() if end < published.lower):04d}-{number}")
    past = max(y for y, (start, _) in begins.items() if start <= published.upper)
    future = min(y for y, (_, end) in begins.items() if end >= published.lower)
    return When(f"{past:04d}-{number}", f"{future:04d}-{number}")


@builder("this_month")
def this_month(found: Found) -> When | None:
    """`ce mois-ci`, `le mois dernier`, `fin du mois prochain`, `à la fin du mois`."""
    published = found.context.published
    if published is None:
        return VAGUE
    if not published.month_known:
        return always(str(published))
    year, number = month_of(published.lower.year, published.lower.month + STEPS.get(side_told(found), 0))
    return always(f"{year:04d}-{number:02d}", final=found.has("end"))


def whole_unit(published: Publication, unit: str, steps: int) -> str:
    """The month or the year that lies so many months or years from the publication's."""
    if unit == "year":
        return f"{published.lower.year + steps:04d}"
    year, number = month_of(published.lower.year, published.lower.month + steps)
    return f"{year:04d}-{number:02d}"
