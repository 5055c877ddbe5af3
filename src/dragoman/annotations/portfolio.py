"""What a minister is minister of: `des Affaires étrangères, de la Coopération africaine et des Marocains résidant à l'étranger`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotations.folding import fold
from dragoman.annotations.page import Page
from dragoman.annotations.phrase_book import PhraseBook, phrase_words
from dragoman.annotations.table import rows
from dragoman.annotations.word_sets import WordSet

FOREIGN = "foreign"
PREPOSITIONS = WordSet("portfolio_openers")
_INNER = WordSet("portfolio_inner")
_ARTICLES = WordSet("articles")
_TAILS = WordSet("portfolio_tails")
_OF = WordSet("of")
_JOINERS = frozenset({",", "et", "&"})
_IN_CHARGE = WordSet("in_charge")


@dataclass(frozen=True, slots=True)
class Portfolio:
    """A portfolio: the index behind it, its domain (`foreign`, `defence`; empty where the table has none), the states whose people it
    names."""

    end: int
    domain: str
    states: tuple[str, ...] = ()


@cache
def _domains() -> PhraseBook[str]:
    book: PhraseBook[str] = PhraseBook()
    for row in rows("portfolios"):
        book.add(row["word"], row["domain"])
    return book


@cache
def _words() -> frozenset[str]:
    listed = {fold(row["word"]) for row in rows("portfolio_words")}
    return frozenset(listed | {word for row in rows("portfolios") for word in phrase_words(row["word"]) if len(word) > 3})


def parse_portfolio(page: Page, i: int) -> Portfolio | None:
    """The portfolio that begins with a preposition at the word `i`, None where there is none."""
    first = _item_start(page, i)
    if first is None:
        return None
    domains: list[str] = []
    states: list[str] = []
    j = _item(page, first, domains, states)
    while (following := _next_item(page, j)) is not None:
        j = _item(page, following, domains, states)
    domain = FOREIGN if FOREIGN in domains else (domains[0] if domains else "")
    return Portfolio(j, domain, tuple(dict.fromkeys(states)))


def _item_start(page: Page, i: int) -> int | None:
    """The index of an item's first word, behind its preposition and article."""
    i = _behind_charge(page, i)
    if page.at(i) not in PREPOSITIONS:
        return None
    j = i + 2 if page.at(i + 1) in _ARTICLES else i + 1
    return j if _opens(page, j) else None


def _behind_charge(page: Page, i: int) -> int:
    """The index behind `chargé`, `en charge`."""
    if page.at(i) == "en" and page.at(i + 1) == "charge":
        return i + 2
    return i + 1 if page.at(i) in _IN_CHARGE else i


def _opens(page: Page, j: int) -> bool:
    if page.at(j) in _words() or page.at(j) == "ae":
        return not _is_state(page, j)
    return (
        page.starts_upper(j)
        and page.name[j] is None
        and page.place[j] is None
        and page.at(j) not in ("etat", "republique")
        and page.at(j).replace("-", "").isalpha()
    )


def _is_state(page: Page, j: int) -> bool:
    match = page.name[j]
    return match is not None and match.kind == "country"


def _item(page: Page, j: int, domains: list[str], states: list[str]) -> int:
    """Read one item from its first word on; the index behind it."""
    people = page.name[j]
    if people is not None and people.kind != "country":
        states.extend(people.ids)
        j = page.name_end(j)
    elif (found := _domains().find(page, j)) is not None:
        domains.append(found.entries[0])
        j = found.end
    else:
        j += 1
    while True:
        if page.at(j) in _words() and not _is_state(page, j):
            j += 1
        elif (k := _inner(page, j, states)) is not None:
            j = k
        else:
            return j


def _inner(page: Page, j: int, states: list[str]) -> int | None:
    """Words inside an item: `à l'étranger`, `des Marocains résidant`, `et solidaire`."""
    if page.at(j) == "et" and page.at(j + 1) in _words() and page.name[j + 1] is None:
        return j + 2
    if page.at(j) not in _INNER:
        return None
    k = j + 1
    while page.at(k) in _ARTICLES or page.at(k) in ("de", "du"):
        k += 1
    match = page.name[k] if k < len(page) else None
    if match is not None:
        if page.starts_upper(k) and match.kind in ("nationality", "people") and match.plural:
            states.extend(match.ids)
            return page.name_end(k)
        return None
    return k + 1 if page.at(k) in _words() or (page.at(k) in _TAILS and k > j + 1) else None


def _next_item(page: Page, j: int) -> int | None:
    """The index of the next item's first word, behind a comma or `et`."""
    if page.at(j) in _IN_CHARGE:
        return _item_start(page, j)
    if page.at(j) == "," and page.at(j + 1) in _IN_CHARGE:
        return _item_start(page, j + 1)
    if page.at(j) not in _JOINERS:
        return None
    k = j + 2 if page.at(j) == "," and page.at(j + 1) == "et" else j + 1
    if page.at(k) in _OF:
        first = k + 2 if page.at(k + 1) in _ARTICLES else k + 1
        match = page.name[first] if first < len(page) else None
        if match is not None and match.kind in ("nationality", "people") and match.plural and page.starts_upper(first):
            return first
        return _item_start(page, k)
    if page.at(j) != "," and page.starts_upper(k) and page.at(k) in _words() and page.name[k] is None:
        return k
    return None
