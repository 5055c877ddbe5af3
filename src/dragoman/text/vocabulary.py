"""How often French words are written: the list behind the repair of words."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from functools import cache

RARE = 1e-6
"""A string seen less often than once in a million words is no word by itself."""


@cache
def frequencies() -> Mapping[str, float]:
    """The share of each lower-case French word in running text; source: wordfreq's `best` list."""
    import wordfreq

    shares: Mapping[str, float] = wordfreq.get_frequency_dict("fr", wordlist="best")
    return shares


def frequency(word: str) -> float:
    """The share of a lower-case word, 0.0 where it is unknown."""
    return frequencies().get(word, 0.0)


def bare(word: str) -> str:
    """The word without its accents; `œ` is kept."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


@cache
def accented_forms() -> Mapping[str, tuple[str, ...]]:
    """The accented words that an unaccented spelling may stand for, the most frequent first, of those that are no rare words."""
    found: dict[str, list[str]] = defaultdict(list)
    for word, share in frequencies().items():
        if share >= RARE and not word.isascii():
            plain = bare(word)
            if plain.isascii() and plain.isalpha():
                found[plain].append(word)
    return {plain: tuple(sorted(words, key=frequency, reverse=True)) for plain, words in found.items()}
