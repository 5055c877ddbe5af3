"""Keys under which reports of one act meet, so that a new report is compared with few others however large the record is.

A report with a known day lies under its days' keys and under its years' key; one that leaves the day wide lies under a wide key of its
years. A report with a day looks up its days and the wide ones of its years, a wide one looks up both kinds of its years: so two reports
find each other whichever is filed first. A report with neither a date nor a publication lies nowhere: nothing is merged with it by itself.
"""

from __future__ import annotations

from itertools import combinations

from dragoman.record.days import number
from dragoman.record.report import Report
from dragoman.record.windows import window

_BUCKET = 8
_WIDE = 40
_REACH = 2
_MOST_BLOCS = 4
_MOST_YEARS = 4
_YEAR = 365.2425


def block_keys(report: Report) -> tuple[str, ...]:
    """The keys that a report lies under."""
    return _keys(report, "p", probe=False)


def probe_keys(report: Report) -> tuple[str, ...]:
    """The keys to look up for a report: all reports that could be of the same act lie under one of them."""
    return _keys(report, "w", probe=True)


def _keys(report: Report, year_kind: str, *, probe: bool) -> tuple[str, ...]:
    heads = [f"{report.type}|{report.tense}|{sides}" for sides in _sides(report)]
    span = _span(report)
    if span is None:
        return ()
    if span[1] - span[0] > _WIDE:
        times = [f"w{y}" for y in _years(*span)] + ([f"p{y}" for y in _years(*span)] if probe else [])
    else:
        times = [f"d{n}" for n in range((span[0] - _REACH) // _BUCKET, (span[1] + _REACH) // _BUCKET + 1)]
        times += [f"{year_kind}{y}" for y in _years(*span)]
    return tuple(dict.fromkeys(f"{head}|{time}" for head in heads for time in times))


def _sides(report: Report) -> list[str]:
    blocs = sorted(report.blocs)[:_MOST_BLOCS]
    if report.type == "conference":
        return [*blocs, *([f"at {report.country}"] if report.country else [])]
    if len(blocs) < 2:
        return blocs
    return [f"{a},{b}" for a, b in combinations(blocs, 2)]


def _span(report: Report) -> tuple[int, int] | None:
    """First and last day as counts of days; a promise without a day lies where it was told."""
    first, last = window(report).days
    if not first and not last:
        return (number(report.day), number(report.day)) if report.day else None
    if not first or not last:
        known = number(first or last)
        return (known, known + 366) if first else (known - 366, known)
    return number(first), number(last)


def _years(first: int, last: int) -> range:
    start = int((first - _REACH) / _YEAR)
    return range(start, min(int((last + _REACH) / _YEAR), start + _MOST_YEARS) + 1)
