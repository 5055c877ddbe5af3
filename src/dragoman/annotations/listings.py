"""Diplomats counted before they are named: `trois nouveaux ambassadeurs. Il s'agit de : - M. X, ambassadeur de ...`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.annotations.folding import fold
from dragoman.annotations.page import Page
from dragoman.annotations.phrase_book import PhraseBook
from dragoman.annotations.roster import Person
from dragoman.annotations.table import rows
from dragoman.annotations.word_sets import WordSet

_BETWEEN = WordSet("before_listed")
_FARTHEST = 160
_MOST = 12
"""Words after the number up to which each may be named, and how many may be."""
_COUNTS = {
    fold(w): n for n, w in enumerate(("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze"), start=2)
}


@dataclass(frozen=True, slots=True)
class Listing:
    """`trois nouveaux ambassadeurs` in the text, by word indexes; `offices` are those that the listed may hold."""

    first: int
    noun: int
    last: int
    count: int
    offices: tuple[str, ...]


@cache
def _nouns() -> PhraseBook[tuple[str, ...]]:
    book: PhraseBook[tuple[str, ...]] = PhraseBook()
    for r in rows("listed"):
        book.add(r["noun"], tuple(r["offices"].split()))
    return book


def listing_openers() -> frozenset[str]:
    """The folded words at which a listing may begin."""
    return frozenset(_COUNTS)


def parse_listing(page: Page, i: int) -> Listing | None:
    """The count of diplomats that begins at the word `i`."""
    count = _COUNTS.get(page.folded[i])
    if count is None or page.at(i - 1) in ("les", "ces", "des", "aux"):
        return None
    j = i + 1
    while page.at(j) in _BETWEEN and j - i < 3:
        j += 1
    found = _nouns().find(page, j)
    return Listing(i, j, found.end, count, found.entries[0]) if found is not None else None


def listed(listing: Listing, after: Iterable[tuple[int, Sequence[Person]]]) -> list[Person]:
    """The persons counted: as many as were counted, each of another side, named one after the other; empty where the text names others.

    `after` are the persons of the phrases behind the listing, each with its first word's index.
    """
    people: list[Person] = []
    for at, named in after:
        if at - listing.last > _FARTHEST or len(people) >= listing.count:
            break
        for person in named:
            fits = not listing.offices or person.holds(frozenset(listing.offices)) or (bool(person.forms) and not person.holdings)
            if not fits or not (person.country or person.organisation):
                if people:
                    return []
                continue
            if person not in people:
                people.append(person)
    sides = {p.country or p.organisation for p in people}
    return people if len(people) == listing.count == len(sides) and listing.count <= _MOST else []
