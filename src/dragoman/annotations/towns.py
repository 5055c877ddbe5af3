"""Towns and their names: GeoNames' (https://www.geonames.org, CC BY 4.0), with the places that diplomacy uses and GeoNames' table lacks."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cache
from importlib import resources

from dragoman.annotations.lexicon import organisations, states
from dragoman.annotations.name_text import key
from dragoman.annotations.table import rows

_LARGE = 750_000
_ARTICLES = ("le ", "la ", "les ")


@dataclass(frozen=True, slots=True)
class Town:
    """A town, or another place with a name: GeoNames' main name, alpha-3 of its state, degrees (WGS 84), inhabitants (0 where unknown).

    `seat` is true of a state's capital and of the other towns that its government sits in.
    """

    name: str
    country: str
    latitude: float
    longitude: float
    geonames: int | None = None
    population: int = 0
    seat: bool = False


@dataclass(frozen=True, slots=True)
class TownNames:
    """The looked-up names of the towns, with indexes for `town`.

    `held` is by the whole name, `behind_article` by what follows `Le` in `Le Caire`; `longest` tells of the first word of names of several
    words how many words the longest has.
    """

    held: dict[str, list[int]]
    behind_article: dict[str, list[int]]
    longest: dict[str, int]


@cache
def _lines() -> list[str]:
    """The rows of the table, largest town first, then the lexicon's own places."""
    packed = (resources.files("dragoman") / "tables" / "towns.tsv.gz").read_bytes()
    lines = gzip.decompress(packed).decode().splitlines()
    known = {line.partition("\t")[0]: i for i, line in enumerate(lines)}
    for row in rows("places"):
        keys = "|".join(key(n) for n in (row["name"], *row["variants"].split("|")) if n)
        at = known.get(row["geonames"])
        if at is not None:
            lines[at] += "|" + keys
        else:
            lines.append("\t".join((row["geonames"], row["name"], row["country"], row["latitude"], row["longitude"], "", keys)))
    return lines


@cache
def town_names() -> TownNames:
    """Every name that a town is looked up by."""
    names = TownNames({}, {}, {})
    for i, line in enumerate(_lines()):
        _, main, _, _, _, _, keys = line.split("\t")
        for name in keys.split("|"):
            _hold(names, name or main.lower(), i)
    for alpha3, i in _seats().items():
        for capital in states()[alpha3].capitals:
            if capital == states()[alpha3].capitals[0] or key(capital) not in names.held:
                _hold(names, key(capital), i)
    return names


def _hold(names: TownNames, name: str, i: int) -> None:
    found = names.held.setdefault(name, [])
    if i in found:
        return
    found.append(i)
    if " " in name:
        first, _, rest = name.partition(" ")
        names.longest[first] = max(names.longest.get(first, 1), name.count(" ") + 1)
        if name.startswith(_ARTICLES):
            names.behind_article.setdefault(rest, []).append(i)


@cache
def _seats() -> dict[str, int]:
    """The row of each state's capital."""
    wanted = {(state.alpha3, state.capital_geonames) for state in states().values()}
    found: dict[str, int] = {}
    for i, line in enumerate(_lines()):
        _, name, country, _ = line.split("\t", 3)
        if (country, name) in wanted:
            found.setdefault(country, i)
    return found


@cache
def _seat_rows() -> frozenset[int]:
    """The rows of every town that a government sits in: capitals, and the other towns that stand for their state (`Tel-Aviv`)."""
    found = set(_seats().values())
    for state in states().values():
        for capital in state.capitals:
            held = (i for i in town_names().held.get(key(capital), ()) if _lines()[i].split("\t", 3)[2] == state.alpha3)
            found.update([first for first in [next(held, None)] if first is not None])
    return frozenset(found)


@cache
def town(index: int) -> Town:
    """The town in a row of the table."""
    identifier, name, country, latitude, longitude, population, _ = _lines()[index].split("\t")
    seat = index in _seat_rows()
    return Town(name, country, float(latitude), float(longitude), int(identifier or 0) or None, int(population or 0), seat)


@cache
def capital_town(alpha3: str) -> Town | None:
    """The seat of a state with its coordinates, None where it has none."""
    index = _seats().get(alpha3)
    return None if index is None else town(index)


@cache
def _noted() -> frozenset[tuple[str, str]]:
    """(main name, alpha-3) of the towns where diplomacy meets: seats of organisations and the lexicon's places."""
    seats = {organisation.seat for organisation in organisations().values() if organisation.seat}
    return frozenset(seats | {(row["name"], row["country"]) for row in rows("places")})


def is_noted(place: Town) -> bool:
    """Whether the town is one that diplomacy meets in, large or not: `Genève`, `Davos`."""
    return (place.name, place.country) in _noted()


def is_large(name: str) -> bool:
    """Whether a name is a capital's or a town's that everybody knows."""
    return any(town(i).seat or town(i).population >= _LARGE for i in town_names().held.get(key(name), ())[:3])


def town_called(name: str, country: str) -> Town | None:
    """The largest town of a state that bears a name, main name or other; None where there is none."""
    found = [town(i) for i in town_names().held.get(key(name), ()) if town(i).country == country]
    return max(found, key=lambda t: (t.name == name, t.population), default=None)
