"""Shifting EDTF dates: days by days, months by months, years by years, so that what was a whole month stays one."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])-(\d\d)")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_FAR = 1
"""Years from the publication beyond which a date is history and stays."""


@dataclass(frozen=True, slots=True)
class Shift:
    """A move in time by `days`; `before` and `after` are the publication (its first day, where only the month is known)."""

    days: int
    before: date
    after: date

    @property
    def months(self) -> int:
        """How many months a month moves."""
        return (self.after.year - self.before.year) * 12 + self.after.month - self.before.month

    @property
    def years(self) -> int:
        """How many years a year moves."""
        return self.after.year - self.before.year

    def edtf(self, text: str) -> str:
        """The shifted date; dates of years far from the publication, and what is no plain EDTF, stay."""
        years = [int(y) for y in re.findall(r"\d{4}", text)]
        if not years or any(abs(y - self.before.year) > _FAR for y in years):
            return text
        if text.startswith("["):
            return "[" + ",".join(self._members(text.strip("[]").split(","))) + "]"
        if "/" in text:
            return "/".join(self._interval(*text.split("/", 1)))
        return self._single(text)

    def day(self, old: date) -> date:
        """The shifted day."""
        return old + timedelta(days=self.days)

    def month(self, old: date) -> date:
        """The first day of the shifted month."""
        count = old.year * 12 + old.month - 1 + self.months
        return date(count // 12, count % 12 + 1, 1)

    def _single(self, text: str) -> str:
        body, mark = (text[:-1], text[-1]) if text[-1] in "~?%" else (text, "")
        if hit := _DAY.fullmatch(body):
            return self.day(_date(*hit.groups())).isoformat() + mark
        if hit := _MONTH.fullmatch(body):
            return self.month(_date(*hit.groups())).strftime("%Y-%m") + mark
        return f"{int(body) + self.years:04}{mark}" if re.fullmatch(r"\d{4}", body) else text

    def _members(self, members: list[str]) -> list[str]:
        days = [_date(*hit.groups()) for m in members if (hit := _DAY.fullmatch(m))]
        if len(days) == len(members) and days == weekdays_of(days[0], days[0].weekday()):
            new = weekdays_of(self.month(days[0]), (days[0].weekday() + self.days) % 7)
            return [d.isoformat() for d in new]
        return sorted(self._single(m) for m in members)

    def _interval(self, start: str, end: str) -> tuple[str, str]:
        first, last = _DAY.fullmatch(start), _DAY.fullmatch(end)
        begin, close = (_date(*first.groups()) if first else None), (_date(*last.groups()) if last else None)
        if begin and close and (begin.weekday(), (close - begin).days) == (0, 6):
            weeks = timedelta(days=(monday(self.after) - monday(self.before)).days)
            return (begin + weeks).isoformat(), (close + weeks).isoformat()
        if (begin is None or begin.day == 1) and close and _ends_month(close):
            return (self._bound(begin, close, start), self._month_end(close))
        if begin and begin.day == 1 and close is None:
            return (self._bound(begin, begin, start), self._single(end) if end not in ("", "..") else end)
        return tuple(t if t in ("", "..") else self._single(t) for t in (start, end))  # type: ignore[return-value]

    def _bound(self, begin: date | None, other: date, text: str) -> str:
        if begin is None:
            return text if text in ("", "..") else self._single(text)
        whole_year = begin.month == 1 and other.month in (1, 12)
        return date(begin.year + self.years, 1, 1).isoformat() if whole_year else self.month(begin).isoformat()

    def _month_end(self, close: date) -> str:
        if close.month == 12:
            return date(close.year + self.years, 12, 31).isoformat()
        month = self.month(close)
        return month.replace(day=calendar.monthrange(month.year, month.month)[1]).isoformat()


def monday(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def weekdays_of(month: date, weekday: int) -> list[date]:
    """Every such weekday (Monday 0) of a day's month."""
    days = (date(month.year, month.month, d) for d in range(1, calendar.monthrange(month.year, month.month)[1] + 1))
    return [d for d in days if d.weekday() == weekday]


def _date(year: str, month: str, day: str = "1") -> date:
    return date(int(year), int(month), int(day))


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
