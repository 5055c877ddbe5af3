"""The package's French tables: CSV files under `lexicon/fr`, read once."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any

from dragoman.errors import DataError

Row = dict[str, str]


@cache
def rows(name: str) -> tuple[Row, ...]:
    """The rows of `lexicon/fr/<name>.csv`, in the file's order, each cell stripped; raises `DataError` where a row is longer than the
    header."""
    path = resources.files("dragoman") / "lexicon" / "fr" / f"{name}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_row(name, number, row) for number, row in enumerate(csv.DictReader(lines), start=2))


def _row(name: str, number: int, row: Mapping[str | Any, str | Any]) -> Row:
    if None in row:
        raise DataError(f"lexicon/fr/{name}.csv, line {number}: more cells than the header has; quote a cell that holds a comma")
    return {str(key): (value or "").strip() for key, value in row.items()}
