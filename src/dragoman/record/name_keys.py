"""Keys of names: two spellings of one name, brought over from another script in different ways, share a key."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

import msgspec

from dragoman.record.folding import fold

_VOWELS = re.compile(r"[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")
_SPELLED = (("ou", "u"), ("oo", "u"), ("ee", "i"), ("aï", "ai"), ("ye", "e"), ("ie", "e"), ("y", "i"), ("w", "v"))


class Tradition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way of reading letters: pairs of letters and what they stand for, tried from the top; `like` names one whose pairs follow.

    `countries` are those whose names are read so; none: all.
    """

    why: str
    rules: tuple[tuple[str, str], ...]
    like: str = ""
    countries: frozenset[str] = frozenset()


class NameTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """tables/name_keys.yaml: the ways of reading letters, particles, given names alike, and examples of what they do."""

    traditions: dict[str, Tradition]
    particles: frozenset[str]
    merged: frozenset[str]
    also_names: frozenset[str]
    in_syllables: frozenset[str]
    given_alike: tuple[tuple[str, ...], ...]
    examples: dict[str, tuple[tuple[str, str], ...]]


@cache
def name_table() -> NameTable:
    """The table, read once."""
    return msgspec.yaml.decode(files("dragoman").joinpath("tables/name_keys.yaml").read_bytes(), type=NameTable)


class _Rules:
    def __init__(self, pairs: tuple[tuple[str, str], ...]) -> None:
        first: dict[str, str] = {}
        for letters, sound in pairs:
            first.setdefault(letters, sound)
        self._sounds = first
        ordered = sorted(first, key=lambda letters: (-len(letters.strip("^$")), "^" not in letters and "$" not in letters))
        self._pattern = re.compile("|".join(f"({p.replace('^', chr(92) + 'A')})" for p in ordered))
        self._ordered = ordered

    def apply(self, word: str) -> str:
        return self._pattern.sub(lambda m: self._sounds[self._ordered[(m.lastindex or 1) - 1]], word)


@cache
def _rules() -> dict[str, _Rules]:
    table = name_table().traditions
    return {name: _Rules(t.rules + (table[t.like].rules if t.like else ())) for name, t in table.items()}


@cache
def traditions(country: str) -> tuple[str, ...]:
    """The ways in which names of a country are read; all of them where no country is known."""
    table = name_table().traditions
    return tuple(name for name, t in table.items() if not country or not t.countries or country in t.countries)


@cache
def _given() -> dict[str, str]:
    return {name: "=" + names[0] for names in name_table().given_alike for name in names}


def readings_of(word: str, country: str = "") -> dict[str, tuple[str, ...]]:
    """The keys of one word of a name, hyphens and apostrophes undone, each with the sounds that it came from, vowels told in one way."""
    return _readings(word, traditions(country))


@lru_cache(maxsize=65536)
def _readings(word: str, ways: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
    plain = re.sub(r"[^\w]|_", "", fold(word))
    found: dict[str, list[str]] = {}
    for way in ways:
        sounds = _rules()[way].apply(plain)
        key = _skeleton(sounds)
        if key:
            found.setdefault(key, []).append(spelled(sounds))
    if plain in _given():
        found[_given()[plain]] = [plain]
    return {key: tuple(dict.fromkeys(sounds)) for key, sounds in found.items()} or {plain: (plain,)}


def keys_of(word: str, country: str = "") -> frozenset[str]:
    """The keys of one word of a name: two spellings of it share one."""
    return frozenset(readings_of(word, country))


def _skeleton(sounds: str) -> str:
    head = "A" if sounds[:1] in tuple("aeiouy") else ""
    return head + _VOWELS.sub("", _DOUBLED.sub(r"\1", sounds))


@lru_cache(maxsize=65536)
def spelled(sounds: str) -> str:
    """A word with its vowels told in one way, for measuring how alike two spellings look; classes of sounds are kept apart."""
    for letters, told in _SPELLED:
        sounds = sounds.replace(letters, told)
    return _DOUBLED.sub(r"\1", sounds)
