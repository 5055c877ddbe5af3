"""What the record covers, as bars of reports by month or year and as a table by publisher."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.record.answers import Tally
from dragoman.views.web.days import day
from dragoman.views.web.languages import Language

MOST_BARS, MOST_PUBLISHERS = 120, 12
HEIGHT, WIDTH = 90.0, 12.0


@dataclass(frozen=True)
class Bar:
    """One period's reports: where its bar stands, and where it leads."""

    period: str
    label: str
    reports: int
    x: float
    y: float
    height: float


@dataclass(frozen=True)
class CoverageChart:
    """Bars by month, or by year where there are many months; the publishers with most reports; how many reports have no day."""

    bars: tuple[Bar, ...]
    width: float
    most: int
    publishers: tuple[tuple[str, int], ...]
    more_publishers: int
    undated: int


def coverage_chart(tallies: Iterable[Tally], t: Language) -> CoverageChart:
    """The chart of what the record covers."""
    months: Counter[str] = Counter()
    publishers: Counter[str] = Counter()
    for tally in tallies:
        months[tally.month] += tally.reports
        publishers[tally.publisher] += tally.reports
    undated = months.pop("", 0)
    periods = _periods(months)
    most = max(periods.values(), default=0)
    bars = tuple(_bar(t, n, period, reports, most) for n, (period, reports) in enumerate(sorted(periods.items())))
    ranked = tuple(sorted(publishers.items(), key=lambda item: (-item[1], item[0])))
    return CoverageChart(bars, len(bars) * WIDTH, most, ranked[:MOST_PUBLISHERS], max(0, len(ranked) - MOST_PUBLISHERS), undated)


def _periods(months: Counter[str]) -> Counter[str]:
    told = sorted(months)
    if told and _apart(told[0], told[-1]) < MOST_BARS:
        return Counter({month: months.get(month, 0) for month in _from(told[0], told[-1])})
    years: Counter[str] = Counter()
    for month, reports in months.items():
        years[month[:4]] += reports
    return Counter(dict(sorted(years.items())[-MOST_BARS:]))


def _apart(first: str, last: str) -> int:
    return (int(last[:4]) - int(first[:4])) * 12 + int(last[5:7]) - int(first[5:7])


def _from(first: str, last: str) -> list[str]:
    start = int(first[:4]) * 12 + int(first[5:7]) - 1
    return [f"{n // 12:04}-{n % 12 + 1:02}" for n in range(start, start + _apart(first, last) + 1)]


def _bar(t: Language, place: int, period: str, reports: int, most: int) -> Bar:
    height = round(HEIGHT * reports / most, 1) if most else 0.0
    return Bar(period, day(t, period), reports, place * WIDTH, round(HEIGHT - height, 1), height)
