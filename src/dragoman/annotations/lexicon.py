"""States, nationalities, organisations and metonyms: the French lexicon, read once from `lexicon/fr`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, cast

from dragoman.annotations.table import Row, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

Gender = Literal["m", "f"]
Number = Literal["s", "p"]
Guard = Literal["", "article", "bare", "followed", "exact", "any", "cap"]
"""What a name needs beside its letters to be meant. `article`: an article before it (`la Dominique`, `du Salvador`); `bare`: no
capitalised word beside it (`Maurice`, not `Maurice Ravel`); `followed`: none behind it, unless a preposition stands before it (`Israël`);
`exact`: written just so (`Le Monde`); `cap`: a capital first; `any`: lower case is enough, although it is one word (`talibans`)."""


@dataclass(frozen=True, slots=True)
class State:
    """A state, or another entity that acts in diplomacy.

    `name` is CLDR's French name or the usual one; `capitals` are French names, the first the seat, whose main name in GeoNames is
    `capital_geonames`. `article` is `le`, `la`, `l'`, `les` or empty; `preposition` is what says `in` (`en`, `au`, `aux`, `à`);
    `former` is true of a state that is no more.
    """

    alpha3: str
    name: str
    variants: tuple[str, ...]
    article: str
    gender: Gender
    number: Number
    preposition: str
    capitals: tuple[str, ...]
    capital_geonames: str
    guards: Mapping[str, Guard]
    former: bool = False


@dataclass(frozen=True, slots=True)
class Nationality:
    """An adjective of a state, four forms; more than one state where the adjective does not tell them apart (`congolais`).

    `prefixes` open compounds: `algéro` in `algéro-tunisien`.
    """

    masculine: str
    feminine: str
    masculine_plural: str
    feminine_plural: str
    states: tuple[str, ...]
    prefixes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation that acts as a side.

    `organs` are bodies whose acts are the organisation's (`Conseil de sécurité`). `seat` is a town, as (GeoNames' main name, alpha-3), None
    where it has none. `kind` is igo, court, party, movement, media, company, ngo or fund.
    """

    id: str
    name: str
    acronyms: tuple[str, ...]
    variants: tuple[str, ...]
    organs: tuple[str, ...]
    kind: str
    seat: tuple[str, str] | None
    guards: Mapping[str, Guard]


@dataclass(frozen=True, slots=True)
class Metonym:
    """A place or a nickname that stands for an institution (`Quai d'Orsay`) or a state (`Makhzen`): `id` is what it stands for."""

    name: str
    id: str
    guard: Guard


@dataclass(frozen=True, slots=True)
class Capital:
    """A state's seat: GeoNames' main name, the French name, the state's alpha-3."""

    name: str
    french: str
    country: str


@cache
def states() -> dict[str, State]:
    """The states by alpha-3 (ISO 3166-1; `XKX`; ISO 3166-3 for former states)."""
    return {row["alpha3"]: _state(row) for row in rows("states")}


def _state(row: Row) -> State:
    return State(
        alpha3=row["alpha3"],
        name=row["name"],
        variants=_several(row["variants"]),
        article=row["article"],
        gender=cast("Gender", row["gender"]),
        number=cast("Number", row["number"]),
        preposition=row["preposition"],
        capitals=_several(row["capitals"]),
        capital_geonames=row["capital_geonames"],
        guards=_guards(row["guards"]),
        former=row["source"].startswith("ISO 3166-3"),
    )


@cache
def nationalities() -> tuple[Nationality, ...]:
    """The adjectives of nationality, by their masculine; several rows may tell of one state (`azerbaïdjanais`, `azéri`)."""
    return tuple(
        Nationality(
            row["masculine"],
            row["feminine"],
            row["masculine_plural"],
            row["feminine_plural"],
            _several(row["alpha3"]),
            _several(row["prefixes"]),
        )
        for row in rows("nationalities")
    )


@cache
def organisations() -> dict[str, Organisation]:
    """The organisations by id (`org:ECOWAS`)."""
    return {row["id"]: _organisation(row) for row in rows("organisations")}


def _organisation(row: Row) -> Organisation:
    town, _, country = row["seat"].partition("@")
    return Organisation(
        id=row["id"],
        name=row["name"],
        acronyms=_several(row["acronyms"]),
        variants=_several(row["variants"]),
        organs=_several(row["organs"]),
        kind=row["kind"],
        seat=(town, country) if country else None,
        guards=_guards(row["guards"]),
    )


@cache
def metonyms() -> tuple[Metonym, ...]:
    """Names of seats that stand for who sits there."""
    return tuple(Metonym(row["name"], row["id"], cast("Guard", row["guard"])) for row in rows("metonyms"))


def capital_of(alpha3: str) -> Capital | None:
    """The seat of a state, None where it has none or is unknown."""
    state = states().get(alpha3)
    if state is None or not state.capitals:
        return None
    return Capital(state.capital_geonames, state.capitals[0], alpha3)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _guards(cell: str) -> Mapping[str, Guard]:
    pairs = (part.partition("=") for part in _several(cell))
    return MappingProxyType({name: cast("Guard", guard) for name, _, guard in pairs})
