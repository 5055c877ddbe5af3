"""A made-up world for large records: states by weight, their persons in office, outlets. Names are put together from syllables."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, field
from importlib.resources import files
from itertools import accumulate

YEARS = 12
FIRST_DAY = "2013-01-01"
OUTLETS = 60
OFFICES = (
    ("head_of_state", "président de la République", 6, 9.0),
    ("head_of_government", "Premier ministre", 3, 4.0),
    ("foreign_minister", "ministre des Affaires étrangères", 3, 8.0),
    ("minister", "ministre du Commerce", 3, 2.0),
    ("minister", "ministre de la Défense", 4, 1.5),
    ("ambassador", "ambassadeur", 3, 3.0),
    ("special_envoy", "envoyé spécial", 5, 1.0),
    ("parliament_speaker", "président de l'Assemblée nationale", 5, 1.0),
)
"""Office, its title, years that a holder stays, and how often its holder acts."""
_ONSETS = ("b", "d", "f", "g", "k", "l", "m", "n", "r", "s", "t", "v", "z", "dr", "kr", "mb", "nd", "sh", "tr", "dj")
_VOWELS = ("a", "e", "i", "o", "u", "ou", "ai")
_CODAS = ("", "", "n", "r", "l", "s", "k")


@dataclass(frozen=True)
class Holder:
    """A person in an office from one year to another."""

    ident: str
    name: str
    country: str
    office: str
    title: str
    first_year: float
    last_year: float
    weight: float


@dataclass(frozen=True)
class State:
    """A state or an organisation that acts."""

    ident: str
    name: str
    capital: str
    latitude: float
    longitude: float
    holders: tuple[Holder, ...] = ()
    friends: tuple[int, ...] = ()


@dataclass
class World:
    """States by falling weight; `cumulative` weights are for `random.choices`."""

    states: list[State]
    cumulative: list[float]
    outlets: list[str]
    outlet_weights: list[float]
    words: list[str] = field(default_factory=list)
    word_weights: list[float] = field(default_factory=list)


def make_world(seed: int = 1) -> World:
    """The same world for the same seed."""
    rng = random.Random(seed)
    rows = [r for r in _rows("states.csv") if r["capitals"]]
    rng.shuffle(rows)
    states = [_state(rng, row["alpha3"], row["name"], row["capitals"].split("|")[0], len(rows)) for row in rows]
    bodies = _rows("organisations.csv")
    rng.shuffle(bodies)
    for place, row in enumerate(bodies[:60]):
        states.insert(6 + 3 * place, State(row["id"], row["name"], "", 0.0, 0.0, _holders(rng, row["id"], False), _friends(rng, len(rows))))
    weights = [1 / (rank + 3) ** 0.95 for rank in range(len(states))]
    outlets = [f"{kind} {word(rng, 2).title()}" for kind in ("Agence", "Le Quotidien de", "Radio") for _ in range(OUTLETS // 3)]
    words = [word(rng, rng.randint(1, 4)) for _ in range(20_000)]
    return World(
        states,
        list(accumulate(weights)),
        outlets,
        list(accumulate(1 / (rank + 2) for rank in range(len(outlets)))),
        words,
        list(accumulate(1 / (rank + 5) for rank in range(len(words)))),
    )


def word(rng: random.Random, syllables: int) -> str:
    """A word of some syllables."""
    return "".join(rng.choice(_ONSETS) + rng.choice(_VOWELS) + rng.choice(_CODAS) for _ in range(syllables))


def _state(rng: random.Random, ident: str, name: str, capital: str, states: int) -> State:
    return State(ident, name, capital, rng.uniform(-35, 60), rng.uniform(-110, 140), _holders(rng, ident, True), _friends(rng, states))


def _friends(rng: random.Random, states: int) -> tuple[int, ...]:
    return tuple(rng.sample(range(states), 6))


def _holders(rng: random.Random, country: str, is_state: bool) -> tuple[Holder, ...]:
    offices = OFFICES if is_state else (("secretary_general", "secrétaire général", 5, 6.0), ("special_envoy", "envoyé spécial", 3, 2.0))
    made: list[Holder] = []
    for office, title, years, weight in offices:
        start = -rng.random() * years
        while start < YEARS:
            end = start + years * rng.uniform(0.6, 1.4)
            surname = word(rng, rng.randint(2, 3)) + str(len(made) or "")
            name = f"{word(rng, 2).title()} {surname.rstrip('0123456789').title()}"
            made.append(Holder(f"per:{surname}@{country}", name, country, office, title, start, end, weight))
            start = end
    return tuple(made)


def _rows(name: str) -> list[dict[str, str]]:
    with files("dragoman").joinpath("lexicon", "fr", name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))
