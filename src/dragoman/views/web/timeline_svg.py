"""A timeline drawn on the server: one lane for each type of act, a mark for each period, each mark a link that zooms into it."""

from __future__ import annotations

import calendar
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from dragoman.record.answers import Timeline
from dragoman.record.spread import MONTHS, Period
from dragoman.views.web.days import day
from dragoman.views.web.languages import Language

LEFT, RIGHT, LANE, TOP, WIDTH = 150, 16, 26, 8, 900
MOST_LANES, MOST_TICKS = 12, 9
SMALLEST, LARGEST = 3.0, 11.0
MONTHS_BY_DAY = 3
"""Up to how many months a timeline shows days."""


@dataclass(frozen=True)
class Mark:
    """So many acts of a type in a period: where the mark stands, how large it is, and the address that zooms in."""

    x: float
    y: float
    radius: float
    period: str
    label: str
    type: str
    acts: int
    address: str


@dataclass(frozen=True)
class Lane:
    """The line of one type of act."""

    type: str
    y: float
    acts: int


@dataclass(frozen=True)
class Tick:
    """A period told under the axis."""

    x: float
    label: str


@dataclass(frozen=True)
class Drawn:
    """A timeline ready for the template: all lengths in units of its view box."""

    height: float
    lanes: tuple[Lane, ...]
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    first: str
    last: str
    undated: int
    more_types: int
    exact: bool


def drawn(timeline: Timeline, t: Language, zoom: Callable[[str], str]) -> Drawn:
    """A timeline as marks; `zoom` makes the address that shows a period alone."""
    dated = [point for point in timeline.points if point.period]
    undated = sum(point.acts for point in timeline.points if not point.period)
    totals: Counter[str] = Counter()
    for point in dated:
        totals[point.type] += point.acts
    ranked = sorted(totals.items(), key=lambda item: (-item[1], item[0]))
    lanes = tuple(Lane(kind, TOP + LANE * (n + 0.5), acts) for n, (kind, acts) in enumerate(ranked[:MOST_LANES]))
    if not dated:
        return Drawn(0, (), (), (), "", "", undated, 0, timeline.exact)
    periods = sorted({point.period for point in dated})
    start, end = place_of(periods[0]), max(place_of(period) + _length(period) for period in periods)
    most = max(point.acts for point in dated)
    heights = {lane.type: lane.y for lane in lanes}

    def across(where: float) -> float:
        return round(LEFT + LARGEST + (WIDTH - LEFT - RIGHT - 2 * LARGEST) * (where - start) / (end - start), 1)

    def mark(period: str, kind: str, acts: int) -> Mark:
        radius = round(SMALLEST + (LARGEST - SMALLEST) * (acts / most) ** 0.5, 1)
        return Mark(across(place_of(period) + _length(period) / 2), heights[kind], radius, period, day(t, period), kind, acts, zoom(period))

    marks = tuple(mark(point.period, point.type, point.acts) for point in dated if point.type in heights)
    ticks = tuple(Tick(across(place_of(period)), label) for period, label in _ticks(periods[0], periods[-1], t))
    return Drawn(
        TOP + LANE * len(lanes) + 30,
        lanes,
        marks,
        ticks,
        day(t, periods[0]),
        day(t, periods[-1]),
        undated,
        len(ranked) - len(lanes),
        timeline.exact,
    )


def place_of(period: str) -> float:
    """Where a year, month or day begins, in months since the year nought."""
    months = int(period[:4]) * 12.0
    if len(period) >= 7:
        months += int(period[5:7]) - 1
    if len(period) >= 10:
        months += (int(period[8:10]) - 1) / 31
    return months


def period_for(first: str, last: str) -> Period:
    """By which periods a stretch of days is best shown."""
    if not first or not last:
        return "month"
    months = place_of(last[:7]) - place_of(first[:7]) + 1
    return "day" if months <= MONTHS_BY_DAY else "month" if months <= MONTHS else "year"


def wider(first: str, last: str) -> tuple[str, str]:
    """The stretch around a stretch: about three times as long, in whole months."""
    start, end = place_of(first[:7]), place_of(last[:7])
    more = end - start + 1
    return _month_at(start - more), _month_at(end + more)


def moved(first: str, last: str, by: int) -> tuple[str, str]:
    """The stretch before (-1) or after (1) a stretch, as long as it, in whole months."""
    start, end = place_of(first[:7]), place_of(last[:7])
    length = (end - start + 1) * by
    return _month_at(start + length), _month_at(end + length)


def last_day(period: str) -> str:
    """The last day of a year, month or day."""
    year, month = int(period[:4]), int(period[5:7] or 12)
    return period if len(period) == 10 else f"{year:04}-{month:02}-{calendar.monthrange(max(year, 1), month)[1]:02}"


def _month_at(months: float) -> str:
    whole = min(max(int(months), 12), 9999 * 12 + 11)
    return f"{whole // 12:04}-{whole % 12 + 1:02}"


def _length(period: str) -> float:
    return {4: 12.0, 7: 1.0}.get(len(period), 1 / 31)


def _ticks(first: str, last: str, t: Language) -> list[tuple[str, str]]:
    start, end = int(place_of(first)), int(place_of(last))
    if len(first) == 10 and end - start < 1:
        return [(first, day(t, first))] + ([(last, day(t, last))] if last != first else [])
    if end - start < 24:
        step = max(1, -(-(end - start + 1) // MOST_TICKS))
        months = [_month_at(n) for n in range(start, end + 1, step)]
        return [(month, month) for month in months if place_of(month) >= place_of(first)]
    years = range(-(-start // 12), end // 12 + 1)
    step = max(1, -(-len(years) // MOST_TICKS))
    return [(f"{year:04}", f"{year:04}") for year in years[::step]]
