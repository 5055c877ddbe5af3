"""Builders for weekdays: `mercredi`, `mardi prochain`, `de mardi à jeudi`, `le lundi suivant`."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from dragoman.annotations.dates.bounds import bounds
from dragoman.annotations.dates.building import Found, builder
from dragoman.annotations.dates.days import interval, one_of, shifted, weekdays_in
from dragoman.annotations.dates.publication import VAGUE, Publication, Side, When, always, weekday
from dragoman.annotations.dates.relative import moved


@builder("weekday")
def named_weekday(found: Found) -> When | None:
    """`mercredi`, `ce mercredi`, `mercredi dernier`, `mardi prochain`, `hier mardi`.

    Argument `side`, where the words do not tell it; argument `only`: `past` or `future`, where the other side cannot be meant.
    """
    side: Side = "this" if found.has("this") else found.arguments.get("side", "plain")
    if found.has("last", "preceding"):
        side = "last"
    if found.has("next"):
        side = "next"
    when = weekday(found.context.published, found.weekdays[0], side, found.context.near)
    only = found.arguments.get("only")
    return when if only is None else always(when.past if only == "past" else when.future)


@builder("following_weekday")
def following_weekday(found: Found) -> When | None:
    """`le mardi suivant`: the first after the date before in the text; else the one of the week after the publication's."""
    day = found.weekdays[0]
    published, previous = found.context.published, found.context.previous
    if previous is not None:
        return When(_next_named(previous.past, day), _next_named(previous.future, day))
    if published is None or published.day is None:
        return weekday(published, day, "next")
    monday = shifted(published.day, 7 - published.day.weekday())
    other = shifted(monday, day) if monday else None
    return always(other.isoformat() if other else None)


def _next_named(edtf: str | None, day: int) -> str | None:
    upper = bounds(edtf).upper if edtf else None
    return None if upper is None else weekdays_in(upper + timedelta(days=1), upper + timedelta(days=7), day)[0].isoformat()


@builder("weekday_in")
def weekday_in(found: Found) -> When | None:
    """`mardi en huit`, `mardi en quinze`: one or two weeks after the next one, today's included."""
    days = {8: 7, 15: 14}.get(next(iter(found.counts), 0))
    if days is None:
        return None
    when = weekday(found.context.published, found.weekdays[0], "this")
    return always(moved(when.future, days))


@builder("weekday_interval")
def weekday_interval(found: Found) -> When | None:
    """`de mardi à jeudi`, `lundi et mardi`, `dans la nuit de mardi à mercredi`.

    Weekdays joined by `et` must follow one another (argument `consecutive`). Where only the month is known, the days that are possible.
    """
    first, last = found.weekdays[0], found.weekdays[-1]
    days = (last - first) % 7
    steps = [(other - one) % 7 for one, other in pairwise(found.weekdays)]
    if days == 0 or (found.arguments.get("consecutive") and any(step != 1 for step in steps)):
        return None
    published, near = found.context.published, found.context.near
    if published is None:
        return VAGUE
    if published.day is None and near is not None:
        end = weekday(published, last, "plain", near)
        return always(_from_end(end.past, days))
    if published.day is None:
        return always(_possible(published, first, days))
    start, end = weekday(published, first, "plain"), weekday(published, last, "plain")
    coming = _from_end(end.future, days)
    return When(coming if found.has("next_several") else _from_end(_begun(start.past, end.past, days), days), coming)


def _begun(start: str | None, end: str | None, days: int) -> str | None:
    """The end of the last such interval that has begun, even if it still runs."""
    ends = moved(start, days)
    return ends if ends is not None and end is not None and ends > end else end


def _from_end(end: str | None, days: int) -> str | None:
    start = moved(end, -days)
    return interval(start, end) if start is not None and end is not None else None


def _possible(published: Publication, first: int, days: int) -> str | None:
    """The set of nights of the month, by their two days; the month where the interval is longer."""
    if days > 1 or not published.month_known:
        return str(published)
    starts = weekdays_in(published.lower, published.upper, first)
    return one_of([d for start in starts for d in (start, start + timedelta(days=1)) if d <= published.upper])
