"""A book of fixed phrases, found word by word."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dragoman.annotations.page import Page, read_page
from dragoman.annotations.word_sets import WordSet

Entry = TypeVar("Entry")
Skips = Callable[[Page, int], bool]
_MOST_SKIPPED = 2
_POSSESSIVES = WordSet("possessives_singular")


@dataclass(slots=True)
class Found(Generic[Entry]):
    """A phrase found: what it means (more than one entry where rows share the words), the index behind it, the words passed over inside
    it."""

    entries: tuple[Entry, ...]
    end: int
    skipped: tuple[int, ...] = ()


@dataclass(slots=True)
class _Node(Generic[Entry]):
    next: dict[str, _Node[Entry]] = field(default_factory=dict)
    entries: tuple[Entry, ...] = ()


class PhraseBook(Generic[Entry]):
    """Phrases and what they mean. Lookups compare folded words, so accents, case and the kind of apostrophe do not matter."""

    def __init__(self) -> None:
        self._root: _Node[Entry] = _Node()

    def add(self, phrase: str, entry: Entry) -> None:
        """Enter a phrase; one that is already there keeps its entries and gets one more."""
        node = self._root
        for word in phrase_words(phrase):
            node = node.next.setdefault(word, _Node())
        node.entries = (*node.entries, entry)

    @property
    def openers(self) -> frozenset[str]:
        """The folded words that a phrase of the book may begin with."""
        return frozenset(self._root.next)

    def find(self, page: Page, i: int, skips: Skips | None = None) -> Found[Entry] | None:
        """The longest phrase that begins at the word `i`; words for which `skips` is true may stand inside it, two at most."""
        first = self._root.next.get(page.folded[i])
        return None if first is None else _longest(first, page, i + 1, skips, ())


def _longest(node: _Node[Entry], page: Page, i: int, skips: Skips | None, skipped: tuple[int, ...]) -> Found[Entry] | None:
    step = _step(node, page, i)
    found = _longest(step, page, i + 1, skips, skipped) if step is not None else None
    if found is None and skips is not None and node.next:
        found = _behind_skip(node, page, i, skips, skipped)
    if found is None and node.entries:
        found = Found(node.entries, i, skipped)
    return found


def _is_state(page: Page, i: int) -> bool:
    """Whether a word belongs to a state's name, so that it cannot be part of a fixed phrase: `président de la | République dominicaine`."""
    match = page.name[i] if i < len(page) else None
    return match is not None and match.kind == "country"


def _step(node: _Node[Entry], page: Page, i: int) -> _Node[Entry] | None:
    """The node behind the word `i`; a possessive stands for an article (`le chef de sa diplomatie`)."""
    if _is_state(page, i):
        return None
    word = page.at(i)
    found = node.next.get(word)
    if found is None and word in _POSSESSIVES:
        found = next((node.next[article] for article in ("la", "le", "l'") if article in node.next), None)
    return found


def _behind_skip(node: _Node[Entry], page: Page, i: int, skips: Skips, skipped: tuple[int, ...]) -> Found[Entry] | None:
    if len(skipped) >= _MOST_SKIPPED or i >= len(page) or not skips(page, i):
        return None
    step = node.next.get(page.at(i + 1))
    if step is not None:
        return _longest(step, page, i + 2, skips, (*skipped, i))
    return _behind_skip(node, page, i + 1, skips, (*skipped, i))


def phrase_words(phrase: str) -> tuple[str, ...]:
    """The folded words of a phrase, cut as a page is cut."""
    return tuple(word for word in read_page(phrase, (), ()).folded if word != "\n")
