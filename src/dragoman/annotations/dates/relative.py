"""Builders for dates told from the publication or from a date before: `hier`, `il y a trois jours`, `la veille`."""

from __future__ import annotations

from datetime import date

from dragoman.annotations.dates.bounds import bounds
from dragoman.annotations.dates.building import Found, builder
from dragoman.annotations.dates.calendar_dates import day as named_day
from dragoman.annotations.dates.days import interval, one_of, shifted
from dragoman.annotations.dates.periods import whole_unit
from dragoman.annotations.dates.publication import VAGUE, Publication, When, always, offset_day

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
    return When(moved(previous.past, int(days)), moved(previous.future, int(days)))


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
    return when and when._replace(past=moved(when.past, days), future=moved(when.future, days))


def moved(edtf: str | None, days: int) -> str | None:
    """The date so many days later: each day of a set; from the first or the last day of an interval, by the direction."""
    if edtf is None or edtf.startswith("XXXX"):
        return None
    if edtf.startswith("["):
        members = [moved(member, days) for member in edtf[1:-1].split(_SET_SEPARATOR)]
        return None if None in members else one_of(date.fromisoformat(member) for member in members if member)
    lower, upper = bounds(edtf)
    base = lower if days < 0 else upper
    if base is None or (days == 0 and lower != upper):
        return edtf if days == 0 else None
    other = shifted(base, days)
    return other.isoformat() if other else None
