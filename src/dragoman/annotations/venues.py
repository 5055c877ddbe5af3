"""Buildings that stand for their town: `palais d'El Mouradia`, `au Kremlin`, `siège de l'Union africaine`."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

import ahocorasick

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.lexicon import organisations
from dragoman.annotations.name_text import key
from dragoman.annotations.table import rows
from dragoman.annotations.towns import Town, town_called

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEAT = re.compile(r"\b[Ss]i[èe]ge (?:de l['’]|de la |du |des )")
_LEADING = re.compile(r"(?:au |a la |a l |a )")
_AHEAD = 90

Venue = tuple[int, int, Town]
"""The range in the text and the town that the building stands in."""


@cache
def _automaton() -> Any:
    """From ` plain phrase ` to (length, letters that lead up to the name, town, alpha-3)."""
    automaton = ahocorasick.Automaton()
    for row in rows("venues"):
        phrase = key(row["phrase"])
        lead = _LEADING.match(phrase)
        automaton.add_word(f" {phrase} ", (len(phrase), lead.end() if lead else 0, row["town"], row["country"]))
    automaton.make_automaton()
    return automaton


def find_venues(text: str, looked_up: str) -> list[Venue]:
    """The venues in a text (`looked_up`: the same in plain letters), in its order, the longest where they overlap."""
    kept: list[Venue] = []
    for venue in sorted([*_listed(looked_up), *_seats(text)], key=lambda v: (v[0], -v[1])):
        if not kept or venue[0] >= kept[-1][1]:
            kept.append(venue)
    return kept


def _listed(looked_up: str) -> Iterator[Venue]:
    for last, (length, lead, town, country) in _automaton().iter(f" {looked_up} "):
        found = town_called(town, country)
        if found is not None:
            yield last - 1 - length + lead, last - 1, found


def _seats(text: str) -> Iterator[Venue]:
    """`siège de l'UA`: the town in the organisation's row."""
    for match in _SEAT.finditer(text):
        names = find_names(text[match.end() : match.end() + _AHEAD])
        if not names or names[0].start != 0 or names[0].kind != "organisation":
            continue
        seat = organisations()[names[0].ids[0]].seat
        town = town_called(*seat) if seat else None
        if town is not None:
            yield match.start(), match.end() + names[0].end, town
