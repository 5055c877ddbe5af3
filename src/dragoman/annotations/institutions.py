"""Institutions of states: `le ministère des Affaires étrangères`, `la présidence française`, `les autorités maliennes`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotations.offices import may_stand_inside
from dragoman.annotations.page import Page
from dragoman.annotations.phrase_book import PhraseBook
from dragoman.annotations.portfolio import FOREIGN, parse_portfolio
from dragoman.annotations.table import rows
from dragoman.annotations.whose import Whose, parse_abroad, parse_adjectives, parse_of
from dragoman.annotations.word_sets import WordSet, written_words

COUNTRY = "country"
"""What an institution of the table is whose words stand for the state itself: `les autorités`, `la partie algérienne`."""


_DAYS = WordSet("days")
_DEFINITE = WordSet("definite_plural")


@dataclass(frozen=True, slots=True)
class InstitutionWord:
    """A row of the table: what the institution is, what it needs beside it to count, the one country that it is of, where it is of one
    only."""

    noun: str
    what: str
    feminine: bool
    plural: bool
    needs: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution in the text, by word indexes (`noun` is where the bare noun begins), with the states that the words tell."""

    first: int
    noun: int
    last: int
    word: InstitutionWord
    what: str
    states: tuple[str, ...] = ()
    organisation: str | None = None
    abroad: tuple[str, ...] = ()
    private: bool = False
    determiner: str = ""
    """The folded word before the noun: `le`, `son`, `un`; empty where there is none."""


@cache
def institution_book() -> PhraseBook[InstitutionWord]:
    """Every phrase of the table."""
    book: PhraseBook[InstitutionWord] = PhraseBook()
    for r in rows("institutions"):
        book.add(r["noun"], InstitutionWord(r["noun"], r["what"], r["gender"] == "f", r["number"] == "p", r["needs"], r["country"] or None))
    return book


def parse_institution(page: Page, i: int, bare: bool = False) -> Institution | None:
    """The institution whose noun begins at the word `i`, complements included; None where the words are no state's institution.

    `bare`: inside a title, where the noun alone is enough (`porte-parole de la diplomatie`).
    """
    found = institution_book().find(page, i, may_stand_inside)
    if found is None:
        return None
    word = found.entries[0]
    states = [s for k in found.skipped if (match := page.name[k]) is not None for s in match.ids]
    what, j, private = word.what, found.end, False
    organisation: str | None = None
    abroad: tuple[str, ...] = ()
    domain = ""
    while True:
        if what == "ministry" and not domain and (portfolio := parse_portfolio(page, j)) is not None:
            domain, j = portfolio.domain or "other", portfolio.end
            states.extend(portfolio.states)
            continue
        if word.what == "government" and (tail := tail_behind(page, j)) is not None:
            j = tail
            continue
        whose = _whose(page, j, word.plural)
        if whose is not None and not (states and whose.states) and organisation is None:
            states.extend(whose.states)
            organisation, j = whose.organisation, whose.end
            continue
        if word.what in ("embassy", "consulate", "permanent_mission") and not abroad and (there := parse_abroad(page, j)) is not None:
            abroad, j = there.states or (there.organisation or "",), there.end
            continue
        private = page.at(j) in ("de", "du", "des", "d'") and not states and organisation is None and not domain
        private = private and page.at(j + 1) not in _DAYS
        break
    result = Institution(i, i, j, word, _name(what, domain), tuple(dict.fromkeys(states)), organisation, abroad, private)
    return (
        result
        if _counts(page, result, domain) or (bare and not private and organisation is None and what != COUNTRY and word.needs != "domain")
        else None
    )


def tail_behind(page: Page, j: int) -> int | None:
    """The index behind `d'union nationale` and the like, None where they do not stand at the word `j`."""
    found = _tails().find(page, j) if j < len(page) else None
    return found.end if found is not None else None


@cache
def _tails() -> PhraseBook[str]:
    book: PhraseBook[str] = PhraseBook()
    for tail in written_words("government_tails"):
        book.add(tail, tail)
    return book


def _whose(page: Page, j: int, plural: bool) -> Whose | None:
    return parse_adjectives(page, j, plural) or parse_of(page, j, plural)


def _name(what: str, domain: str) -> str:
    if what != "ministry":
        return what
    if domain == FOREIGN:
        return "foreign_ministry"
    return f"ministry_of_{domain}" if domain not in ("", "other") else "ministry"


def _counts(page: Page, found: Institution, domain: str) -> bool:
    """Whether what the row needs beside the noun is there: a state, an adjective, a portfolio."""
    told = bool(found.states or found.word.country)
    if found.word.what == COUNTRY and found.word.plural and page.at(found.first - 1) not in _DEFINITE:
        return False
    if found.word.needs in ("state", "adjective"):
        return told
    if found.word.needs == "domain":
        return bool(domain)
    if found.organisation is not None:
        return False
    return told or not found.private
