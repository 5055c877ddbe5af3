"""What words before a date make of it: an open interval (`d'ici fin 2022`, `depuis lundi`) or a date about then (`vers le 24 août`)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from dragoman.annotations.dates.bounds import bounds
from dragoman.annotations.dates.days import shifted
from dragoman.annotations.dates.publication import When

_POINT = re.compile(r"\d{4}(-\d\d){0,2}", re.ASCII)

Change = Callable[[When], When]


def _each(change: Callable[[str, bool], str | None]) -> Change:
    """The change made on both sides of the date."""

    def changed(when: When) -> When:
        past, future = (side and change(side, when.final) for side in (when.past, when.future))
        return When(past or None, future or None)

    return changed


def _until(edtf: str, final: bool) -> str | None:
    """`../` and the date; its last day where the words name its end."""
    upper = bounds(edtf).upper
    if upper is None:
        return None
    return f"../{edtf}" if _POINT.fullmatch(edtf) and not final else f"../{upper.isoformat()}"


def _before(edtf: str, final: bool) -> str | None:
    """`../` and the day before the date begins; before an end is until it."""
    lower = bounds(edtf).lower
    return _until(edtf, True) if final else _open(lower, -1)


def _since(edtf: str, final: bool) -> str | None:
    """The date, or its first day, and `/..`."""
    lower = bounds(edtf).lower
    if lower is None:
        return None
    return f"{edtf}/.." if _POINT.fullmatch(edtf) else f"{lower.isoformat()}/.."


def _after(edtf: str, final: bool) -> str | None:
    """The day after the date ends, and `/..`."""
    return _open(bounds(edtf).upper, 1)


def _about(edtf: str, final: bool) -> str | None:
    """The date with `~`, where it is a single one."""
    return f"{edtf}~" if _POINT.fullmatch(edtf) else edtf


def _open(limit: date | None, step: int) -> str | None:
    moved = None if limit is None else shifted(limit, step)
    if moved is None:
        return None
    return f"../{moved.isoformat()}" if step < 0 else f"{moved.isoformat()}/.."


def _to_come(when: When) -> When:
    return when._replace(past=when.future)


def _gone(when: When) -> When:
    return when._replace(future=when.past)


MODIFIERS: dict[str, Change] = {
    "by": lambda when: _each(_until)(_to_come(when)),
    "until": _each(_until),
    "before": _each(_before),
    "since": lambda when: _each(_since)(_gone(when)),
    "from": _each(_since),
    "after": _each(_after),
    "about": _each(_about),
}
"""By the name that the lexicon uses."""
