"""Sets of small words that the actors' grammar asks for by name: `lexicon/fr/actor_words.yaml`."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib import resources

import yaml

from dragoman.annotations.folding import fold
from dragoman.errors import DataError


@cache
def _table() -> dict[str, list[str]]:
    path = resources.files("dragoman") / "lexicon" / "fr" / "actor_words.yaml"
    table: dict[str, list[str]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table


def written_words(name: str) -> tuple[str, ...]:
    """The words or phrases of a set as the table has them, in its order."""
    return tuple(_table()[name])


class WordSet:
    """A set of folded words, read when it is first asked; raises `DataError` where the table has no set of this name."""

    __slots__ = ("_name", "_words", "_written")

    def __init__(self, name: str, written: bool = False) -> None:
        self._name = name
        self._written = written
        self._words: frozenset[str] | None = None

    @property
    def words(self) -> frozenset[str]:
        """The words; with their accents, where the set was asked for as `written`."""
        if self._words is None:
            if self._name not in _table():
                raise DataError(f"lexicon/fr/actor_words.yaml has no set called {self._name!r}")
            self._words = frozenset(word if self._written else fold(word) for word in _table()[self._name])
        return self._words

    def __contains__(self, word: object) -> bool:
        return word in self.words

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self.words))
