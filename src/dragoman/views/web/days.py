"""Days as people write them: an EDTF in the words of a language."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.views.web.languages import Language

_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_YEAR = re.compile(r"\d{4}")
_YEARLESS = re.compile(r"XXXX-(\d\d)-(\d\d)")
_SHOWN = 4
_KEPT = 20_000


def day(t: Language, edtf: str | None) -> str:
    """An EDTF date in words: `24 août 2022`, `du 24 au 25 août 2022`, `vers le 24 août 2022`; what it cannot say, as it is."""
    if not edtf:
        return t("day.unknown")
    if edtf.startswith("[") and edtf.endswith("]"):
        return _one_of(t, edtf[1:-1].split(","))
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        return period(t, first, last)
    if edtf[-1] in "~?%":
        return t("day.about" if edtf[-1] == "~" else "day.perhaps", day=_simple(t, edtf[:-1]))
    return _simple(t, edtf)


def period(t: Language, first: str, last: str) -> str:
    """From one day to another; `..` or an empty side is open."""
    if first in ("..", "") or last in ("..", ""):
        open_first, told = first in ("..", ""), last if first in ("..", "") else first
        return t("day.until" if open_first else "day.since", day=day(t, told)) if told not in ("..", "") else t("day.unknown")
    if first == last:
        return _simple(t, first)
    a, b = _DAY.fullmatch(first), _DAY.fullmatch(last)
    if a and b and a.group(1, 2) == b.group(1, 2):
        return t("day.within_month", first=_number(t, a.group(3)), last=_simple(t, last))
    return t("day.from_to", first=_simple(t, first), last=_simple(t, last))


@lru_cache(maxsize=_KEPT)
def _simple(t: Language, edtf: str) -> str:
    if m := _DAY.fullmatch(edtf):
        return t("day.day", day=_number(t, m.group(3)), month=_month(t, m.group(2)), year=m.group(1))
    if m := _MONTH.fullmatch(edtf):
        return t("day.month", month=_month(t, m.group(2)), year=m.group(1))
    if m := _YEARLESS.fullmatch(edtf):
        return t("day.yearless", day=_number(t, m.group(2)), month=_month(t, m.group(1)))
    return edtf


def _one_of(t: Language, days: list[str]) -> str:
    shown = [_simple(t, d.strip()) for d in days]
    if len(shown) > _SHOWN:
        return t("day.one_of_many", n=len(shown), first=shown[0], last=shown[-1])
    return t("day.or").join(shown)


def _number(t: Language, digits: str) -> str:
    return t("day.first") if digits == "01" else digits.lstrip("0")


def _month(t: Language, digits: str) -> str:
    return t(f"day.months.{digits}") if t.has(f"day.months.{digits}") else digits
