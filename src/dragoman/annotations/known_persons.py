"""Persons in public life whom texts name without saying whose they are: `lexicon/fr/known_persons.csv`."""

from __future__ import annotations

from functools import cache

from dragoman.annotations.folding import fold
from dragoman.annotations.name_likeness import core_words
from dragoman.annotations.table import rows


@cache
def _known() -> dict[str, list[tuple[frozenset[str], str, str]]]:
    """By the last word of the name: the words of each person of that name, and the country."""
    known: dict[str, list[tuple[frozenset[str], str, str]]] = {}
    for row in rows("known_persons"):
        for name in (row["name"], *row["variants"].split("|")):
            if name:
                words = core_words(tuple(name.split()))
                known.setdefault(words[-1], []).append((frozenset(words), row["country"], row["office"]))
    return known


def known_country(words: tuple[str, ...]) -> str | None:
    """The country (or the organisation's id) of a person of this full name, None where nobody of the table has it."""
    found = _find(words)
    return found[0] if found is not None else None


def known_office(words: tuple[str, ...]) -> str | None:
    """The office by which a person of this full name is best known."""
    found = _find(words)
    return found[1] if found is not None else None


@cache
def known_surnames() -> frozenset[str]:
    """Family names that one person of the table alone has and that no common name is: `Poutine`."""
    return frozenset(
        name for name, persons in _known().items() if name not in _shared() and len({country for _, country, _ in persons}) == 1
    )


@cache
def _shared() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in rows("shared_surnames"))


def _find(words: tuple[str, ...]) -> tuple[str, str] | None:
    core = set(core_words(words))
    if len(core) == 1 and next(iter(core)) in known_surnames():
        _, country, office = _known()[next(iter(core))][0]
        return country, office
    if len(core) < 2:
        return None
    for known, country, office in _known().get(core_words(words)[-1], ()):
        if known <= core or core <= known:
            return country, office
    return None
