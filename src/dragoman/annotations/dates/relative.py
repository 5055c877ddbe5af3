"""Builders for dates told from the publication or from a date before: `hier`, `mardi prochain`, `il y a trois jours`, `la veille`."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from dragoman.annotations.dates.bounds import bounds
from dragoman.annotations.dates.building import Found, builder
from dragoman.annotations.dates.calendar_dates import day as named_day
from dragoman.annotations.dates.days import interval, one_of, shifted, weekdays_in
from dragoman.annotations.dates.periods import whole_unit
from dragoman.annotations.dates.publication import VAGUE, Publication, Side, When, always, offset_day, weekday

_UNIT_DAYS = {"day": 1, "week": 7}
_SET_SEPARATOR = ","


@builder("vague")
def vague(found: Found) -> When | None:
    """`prochainement`, `il y a quelques jours`: words of time that EDTF cannot hold."""
    return VAGUE


@builder("offset_day")
def offset(found: Found) -> When | None:
    """`aujourd'hui`, `hier`, `demain`: so many days from the publication, the argument `days`."""
    return offset_day(found.context.published, int(found.arguments["days"]))


@builder("last_night")
def last_night(found: Found) -> When | None:
    """`la nuit dernière`: from the eve of the publication to its day."""
    published = found.context.published
    if published is None or published.day is None:
        return offset_day(published, 0)
    eve = shifted(published.day, -1)
    return always(interval(eve.isoformat(), published.day.isoformat()) if eve else None)


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
    moved = shifted(monday, day) if monday else None
    return always(moved.isoformat() if moved else None)


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
    return always(_moved(when.future, days))


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
    ends = _moved(start, days)
    return ends if ends is not None and end is not None and ends > end else end


def _from_end(end: str | None, days: int) -> str | None:
    start = _moved(end, -days)
    return interval(start, end) if start is not None and end is not None else None


def _possible(published: Publication, first: int, days: int) -> str | None:
    """The set of nights of the month, by their two days; the month where the interval is longer."""
    if days > 1 or not published.month_known:
        return str(published)
    starts = weekdays_in(published.lower, published.upper, first)
    return one_of([d for start in starts for d in (start, start + timedelta(days=1)) if d <= published.upper])


@builder("distance")
def distance(found: Found) -> When | None:
    """`il y a trois jours`, `dans dix jours`, `dans deux mois`: exact days, about so many weeks (`~`), months, years. Argument `sign`."""
    published, sign = found.context.published, int(found.arguments["sign"])
    unit = found.unit
    if not found.counts or unit is None:
        return None
    when = _at_distance(published, unit, sign * _count(found))
    form = {"about": "{}~", "until": "../{}"}.get(found.arguments.get("as", ""))
    if form is None or when is None or when.past is None:
        return when
    return always(form.format(when.past.rstrip("~")))


def _count(found: Found) -> int:
    counts = found.values("about_many") or found.counts
    return sum(counts) if len(counts) > 1 and counts[0] >= 20 else counts[0]


def _at_distance(published: Publication | None, unit: str, steps: int) -> When | None:
    if published is None:
        return VAGUE
    if unit in _UNIT_DAYS:
        when = offset_day(published, steps * _UNIT_DAYS[unit])
        doubtful = unit == "week" and published.day is not None and when.past is not None
        return always(f"{when.past}~") if doubtful else when
    if not 0 < published.lower.year + steps < 9999:
        return None
    if unit == "month" and not published.month_known:
        return always(str(published))
    return always(whole_unit(published, unit, steps))


@builder("since_distance")
def since_distance(found: Found) -> When | None:
    """`depuis trois jours`, `d'ici deux mois`: so long before, and so long after the publication."""
    unit = found.unit
    if not found.counts or unit is None:
        return None
    past = _at_distance(found.context.published, unit, -_count(found))
    future = _at_distance(found.context.published, unit, _count(found))
    if past is None or future is None:
        return None
    return When(past.past and past.past.rstrip("~"), future.future and future.future.rstrip("~"))


@builder("span_ahead")
def span_ahead(found: Found) -> When | None:
    """`dans les dix jours`, `les deux prochains mois`, `ces trois derniers jours`: an interval that the publication begins or ends.

    Argument `sign`.
    """
    published, sign = found.context.published, int(found.arguments["sign"])
    unit = found.unit
    if published is None or published.day is None or unit is None or not found.counts:
        return VAGUE
    steps = sign * _count(found)
    if unit not in _UNIT_DAYS:
        year, month = published.day.year, published.day.month
        months = steps * (12 if unit == "year" else 1)
        year, month = year + (month + months - 1) // 12, (month + months - 1) % 12 + 1
        if not 1 <= year <= 9999:
            return None
        other: date | None = date(year, month, min(published.day.day, 28))
    else:
        other = shifted(published.day, steps * _UNIT_DAYS[unit])
    if other is None:
        return None
    start, end = sorted((other, published.day))
    return always(interval(start.isoformat(), end.isoformat()))


@builder("anaphoric")
def anaphoric(found: Found) -> When | None:
    """`la veille`, `le lendemain`, `le même jour`, `deux jours plus tard`: from the last full date before, else from the publication.

    Arguments `days`, or `sign` where the words tell how many.
    """
    days = found.arguments.get("days")
    unit = found.unit
    if days is None:
        if not found.counts or unit is None:
            return None
        steps = int(found.arguments["sign"]) * _count(found)
        if unit not in _UNIT_DAYS:
            return _anaphoric_unit(found, unit, steps)
        days = steps * _UNIT_DAYS[unit]
    previous = found.context.previous
    if previous is None:
        return offset_day(found.context.published, int(days))
    return When(_moved(previous.past, int(days)), _moved(previous.future, int(days)))


def _anaphoric_unit(found: Found, unit: str, steps: int) -> When | None:
    """So many months or years from the date before."""
    previous, published = found.context.previous, found.context.published
    base = bounds(previous.past).lower if previous is not None and previous.past is not None else None
    if base is None:
        return _at_distance(published, unit, steps)
    return _at_distance(Publication(base, base), unit, steps)


@builder("beside_day")
def beside_day(found: Found) -> When | None:
    """`le lendemain du 13 février`, `la veille du 24 août 2022`: argument `days`."""
    when = named_day(found)
    days = int(found.arguments["days"])
    return when and when._replace(past=_moved(when.past, days), future=_moved(when.future, days))


def _moved(edtf: str | None, days: int) -> str | None:
    """The date so many days later: each day of a set; from the first or the last day of an interval, by the direction."""
    if edtf is None or edtf.startswith("XXXX"):
        return None
    if edtf.startswith("["):
        members = [_moved(member, days) for member in edtf[1:-1].split(_SET_SEPARATOR)]
        return None if None in members else one_of(date.fromisoformat(member) for member in members if member)
    lower, upper = bounds(edtf)
    base = lower if days < 0 else upper
    if base is None or (days == 0 and lower != upper):
        return edtf if days == 0 else None
    moved = shifted(base, days)
    return moved.isoformat() if moved else None
