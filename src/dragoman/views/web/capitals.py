"""The capitals of states with their points, for the map: `capitals.csv`, from GeoNames by scripts/make_capital_points.py."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class Capital:
    """A capital by its French and its international name; degrees north and east."""

    country: str
    name: str
    geonames: str
    latitude: float
    longitude: float


@cache
def capitals() -> tuple[Capital, ...]:
    """The capitals whose point is known, by country."""
    with (files("dragoman.views.web") / "capitals.csv").open(encoding="utf-8") as table:
        return tuple(
            Capital(row["country"], row["name"], row["geonames"], float(row["latitude"]), float(row["longitude"]))
            for row in csv.DictReader(table)
        )
