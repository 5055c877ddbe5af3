"""What an EDTF date (ISO 8601-2, as the vocabulary uses it) says for certain: its earliest and its latest day.

Known are days, months, years, decades and centuries (`202X`), seasons, quarters, quadrimesters and semesters (`2022-21` to `2022-41`),
unknown digits (`XXXX-03-12`, `2022-08-XX`), intervals open on either side, sets (`[...]` one of, `{...}` all of), and the marks of doubt
`?`, `~`, `%`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple


class Bounds(NamedTuple):
    """The first and the last day that a date may mean; None where nothing limits that side."""

    lower: date | None
    upper: date | None


_POINT = re.compile(r"([0-9X]{4})(?:-([0-9X]{2})(?:-([0-9X]{2}))?)?[?~%]?", re.ASCII)
_SEASON_STARTS = (3, 6, 9, 12, 3, 6, 9, 12, 9, 12, 3, 6)
"""First months of spring to winter: anywhere, north, south (ISO 8601-2 leaves their days to the user: whole months here)."""
_DIVISIONS: dict[int, tuple[int, int]] = {
    **{21 + i: (month, 3) for i, month in enumerate(_SEASON_STARTS)},
    **{33 + i: (3 * i + 1, 3) for i in range(4)},
    **{37 + i: (4 * i + 1, 4) for i in range(3)},
    **{40 + i: (6 * i + 1, 6) for i in range(2)},
}
"""First month and length in months of the divisions of a year (ISO 8601-2, 4.8): seasons, quarters, quadrimesters, semesters."""


def bounds(edtf: str) -> Bounds:
    """The earliest and the latest day that the date allows.

    Raises `ValueError` where the words are no EDTF that the record uses.
    """
    if edtf.startswith(("[", "{")):
        return _set_bounds(edtf)
    if "/" in edtf:
        return _interval_bounds(edtf)
    return _point_bounds(edtf)


def is_valid(edtf: str) -> bool:
    """Whether the words are an EDTF date that the record can hold."""
    try:
        bounds(edtf)
    except ValueError:
        return False
    return True


def older_than_a_year(edtf: str, published: str | None) -> bool:
    """Whether the date lies, for certain, more than a year before the publication: what the vocabulary calls background.

    False where either of them is unknown or is no EDTF.
    """
    if published is None:
        return False
    try:
        latest, appeared = bounds(edtf).upper, bounds(published).lower
    except ValueError:
        return False
    if latest is None or appeared is None or appeared.year <= 1:
        return False
    leap_day = appeared.month == 2 and appeared.day == 29
    return latest < appeared.replace(year=appeared.year - 1, day=28 if leap_day else appeared.day)


def _point_bounds(edtf: str) -> Bounds:
    found = _POINT.fullmatch(edtf)
    if found is None:
        raise ValueError(f"no EDTF date: {edtf!r}")
    year, month, day = found.groups()
    if "X" in year:
        return _unknown_year_bounds(year, month, day)
    if month is None or "X" in month:
        return Bounds(date(int(year), 1, 1), date(int(year), 12, 31))
    if int(month) in _DIVISIONS and day is None:
        return _division_bounds(int(year), int(month))
    last = monthrange(int(year), _month(month))[1]
    if day is None or "X" in day:
        return Bounds(date(int(year), int(month), 1), date(int(year), int(month), last))
    exact = date(int(year), int(month), int(day))
    return Bounds(exact, exact)


def _month(digits: str) -> int:
    """The month's number: `monthrange` would raise something else than a ValueError in Python 3.11."""
    if not 1 <= int(digits) <= 12:
        raise ValueError(f"no month: {digits!r}")
    return int(digits)


def _unknown_year_bounds(year: str, month: str | None, day: str | None) -> Bounds:
    if month is not None and "X" not in month:
        longest = monthrange(2024, _month(month))[1]
        if day is not None and "X" not in day and not 1 <= int(day) <= longest:
            raise ValueError(f"no day of the month: {day!r}")
    if not re.fullmatch(r"\d{2,3}X{1,2}|X{4}", year) or year.startswith("00"):
        raise ValueError(f"no year: {year!r}")
    if year == "XXXX":
        return Bounds(None, None)
    return Bounds(date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31))


def _division_bounds(year: int, division: int) -> Bounds:
    month, length = _DIVISIONS[division]
    following = month + length
    return Bounds(date(year, month, 1), date(year + (following > 12), (following - 1) % 12 + 1, 1) - timedelta(days=1))


def _interval_bounds(edtf: str) -> Bounds:
    start, _, end = edtf.partition("/")
    lower = None if start in ("", "..") else _point_bounds(start).lower
    upper = None if end in ("", "..") else _point_bounds(end).upper
    if start in ("", "..") and end in ("", ".."):
        raise ValueError(f"an interval without any end: {edtf!r}")
    if lower is not None and upper is not None and upper < lower:
        raise ValueError(f"an interval that ends before it starts: {edtf!r}")
    return Bounds(lower, upper)


def _set_bounds(edtf: str) -> Bounds:
    if edtf[0] + edtf[-1] not in ("[]", "{}") or len(edtf) < 3:
        raise ValueError(f"no EDTF set: {edtf!r}")
    members = [_member_bounds(member) for member in edtf[1:-1].split(",")]
    lowers = [member.lower for member in members]
    uppers = [member.upper for member in members]
    return Bounds(
        None if None in lowers else min(low for low in lowers if low is not None),
        None if None in uppers else max(up for up in uppers if up is not None),
    )


def _member_bounds(member: str) -> Bounds:
    if ".." not in member:
        return _point_bounds(member)
    return _interval_bounds(member.replace("..", "/"))
