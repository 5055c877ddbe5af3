"""The days in which a report lets its act have happened, or be due."""

from __future__ import annotations

import msgspec

from dragoman.record.days import NO_DAYS, Days, day_of, days_of, number, width
from dragoman.record.likeness_table import likeness_table
from dragoman.record.report import Report


class Window(msgspec.Struct, frozen=True):
    """First and last day, '' for an open end; `told` where the text dates the act, else the days are taken from the publication."""

    days: Days
    told: bool

    @property
    def width(self) -> int | None:
        """How many days it has, None where an end is open."""
        return width(self.days)

    @property
    def precise(self) -> bool:
        """Whether the text tells the day, or a few days."""
        days = self.width
        return self.told and days is not None and days <= likeness_table().days.precise


def window(report: Report) -> Window:
    """The window of a report: its date, cut at the publication; without one, the days before it, or for a promise the days behind it."""
    first, last = report.days
    appeared_first, appeared_last = days_of(report.published)
    if report.tense == "coming":
        return Window(_due(first, last, appeared_first), bool(report.edtf and (first or last)))
    if not first and not last:
        return Window(_before(appeared_first, appeared_last), False)
    if appeared_last and (not last or last > appeared_last) and (not first or first <= appeared_last):
        last = appeared_last
    return Window((first, last), True)


def _before(first: str, last: str) -> Days:
    if not first or not last:
        return NO_DAYS
    return day_of(number(first) - likeness_table().days.assumed), last


def _due(first: str, last: str, appeared: str) -> Days:
    if appeared and (not first or first < appeared) and (not last or last >= appeared):
        first = appeared
    return first, last
