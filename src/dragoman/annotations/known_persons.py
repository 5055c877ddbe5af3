"""Persons in public life whom texts name without saying whose they are: `lexicon/fr/known_persons.csv`."""

from __future__ import annotations

from functools import cache

from dragoman.annotations.name_likeness import core_words
from dragoman.annotations.table import rows


@cache
def _known() -> dict[str, list[tuple[frozenset[str], str]]]:
    """By the last word of the name: the words of each person of that name, and the country."""
    known: dict[str, list[tuple[frozenset[str], str]]] = {}
    for row in rows("known_persons"):
        for name in (row["name"], *row["variants"].split("|")):
            if name:
                words = core_words(tuple(name.split()))
                known.setdefault(words[-1], []).append((frozenset(words), row["country"]))
    return known


def known_country(words: tuple[str, ...]) -> str | None:
    """The country of a person of this full name (two words or more), None where nobody of the table has it."""
    core = core_words(words)
    if len(core) < 2:
        return None
    for known, country in _known().get(core[-1], ()):
        if known <= set(core) or (len(core) > 1 and set(core) <= known):
            return country
    return None
