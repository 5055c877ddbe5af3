"""How many of Duckling's French day expressions the date grammar reads, against the corpus that Duckling is tested with.

The file has one JSON object a line: `input`, `reference` (a timestamp), `kind`, `grain`, `start` (year, month, day, hour, minute, second).
A day expression is one of kind `datetime` and grain `Day`; it is right if the one date found, as of the reference and to come (as Duckling
reads a bare weekday), is that day; marks of doubt count for nothing.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dragoman.annotations.dates import annotate_dates, bounds
from dragoman.errors import MeasureError


def measure(path: str | Path) -> dict[str, Any]:
    """Counts of day expressions (`expressions`), those read right (`right`), their share (`accuracy`), and the inputs read wrong (`wrong`).

    Raises `MeasureError` where the file is not there or is none of this kind.
    """
    wrong = []
    count = 0
    for row in _day_expressions(Path(path)):
        count += 1
        if _day_read(row["input"], row["reference"][:10]) != _day_told(row):
            wrong.append(row["input"])
    if not count:
        raise MeasureError(f"{path}: no day expression; one JSON object a line with `kind` and `grain` is expected")
    return {"expressions": count, "right": count - len(wrong), "accuracy": round((count - len(wrong)) / count, 4), "wrong": wrong}


def _day_expressions(path: Path) -> Iterator[dict[str, Any]]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = [json.loads(line) for line in lines if line.strip()]
        yield from (row for row in rows if row["kind"] == "datetime" and row["grain"] == "Day")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MeasureError(f"{path}: cannot be read as time expressions, one JSON object a line: {error}") from error


def _day_told(row: dict[str, Any]) -> str:
    year, month, day = row["start"][:3]
    return f"{year:04d}-{month:02d}-{day:02d}"


def _day_read(text: str, reference: str) -> str | None:
    """The one day that the grammar reads in the expression, None where it reads none or several."""
    days = set()
    for mention in annotate_dates(text, reference):
        lower, upper = bounds(mention.future) if mention.future else (None, None)
        if lower is None or lower != upper:
            return None
        days.add(lower.isoformat())
    return days.pop() if len(days) == 1 else None
