"""States, nationalities and organisations named by themselves, and the words that point at a state: `ce pays`, `le Royaume`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotations.capitals import capital_at, stands_for_state
from dragoman.annotations.mentions import MentionKind
from dragoman.annotations.page import Page
from dragoman.annotations.phrase_book import PhraseBook
from dragoman.annotations.phrases import DETERMINERS
from dragoman.annotations.table import rows
from dragoman.annotations.word_sets import WordSet

_ARTICLES = WordSet("articles")
MEDIA = WordSet("media")
"""Nouns that a medium's name stands behind."""
_LONGEST_MEDIUM = 4
_POINTING = WordSet("pointing_at_state")


@dataclass(frozen=True, slots=True)
class StateNoun:
    """A noun that points at a state: which ones it may be, empty for any; `capital` where it counts only with a capital letter."""

    noun: str
    feminine: bool
    capital: bool
    countries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A name found, by word indexes: `noun` behind its article. `pointing` is the determiner of a state noun whose state is still to be
    found."""

    first: int
    noun: int
    last: int
    kind: MentionKind
    ids: tuple[str, ...] = ()
    plural: bool = False
    feminine: bool = False
    pointing: str = ""
    state_noun: StateNoun | None = None
    ambiguous: bool = False


@cache
def _state_nouns() -> PhraseBook[StateNoun]:
    book: PhraseBook[StateNoun] = PhraseBook()
    for r in rows("state_nouns"):
        book.add(r["noun"], StateNoun(r["noun"], r["gender"] == "f", r["capital"] == "yes", tuple(r["countries"].split())))
    return book


@cache
def state_noun_openers() -> frozenset[str]:
    """The words that a noun for a state may begin with."""
    return _state_nouns().openers


def named_at(page: Page, i: int) -> Named | None:
    """The name of a state, a people, an organisation, or the state noun, that begins at the word `i`."""
    match = page.name[i]
    if match is not None:
        return _by_match(page, i)
    if page.at(i - 1) in MEDIA and page.starts_upper(i):
        return _medium(page, i)
    state = capital_at(page, i)
    if state is not None:
        first = i - 1 if page.at(i - 1) in _ARTICLES and page.starts_upper(i - 1) else i
        return Named(first, i, page.place_end(i), "country", (state,)) if stands_for_state(page, i) else None
    return _state_noun(page, i)


def _medium(page: Page, i: int) -> Named:
    """`le quotidien al-Liwa`: a newspaper, an agency, a channel that no table has."""
    end = i + 1
    while end < len(page) and end - i < _LONGEST_MEDIUM and page.starts_upper(end) and page.name[end] is None:
        end += 1
    written = page.text[page.starts[i] : page.ends[end - 1]]
    return Named(i, i, end, "organisation", (f"org:{written}",))


def _by_match(page: Page, i: int) -> Named:
    match = page.name[i]
    assert match is not None
    end = page.name_end(i)
    first = i - 1 if page.at(i - 1) in _ARTICLES else i
    if match.kind in ("nationality", "compound_nationality"):
        return Named(i, i, end, "adjective", match.ids, match.plural, match.feminine, ambiguous=match.ambiguous)
    if match.kind == "people":
        whole = match.plural and page.at(i - 1) in ("les", "aux")
        kind: MentionKind = "country" if whole else "adjective"
        return Named(first if whole else i, i, end, kind, match.ids, match.plural, match.feminine, ambiguous=match.ambiguous)
    if match.kind == "institution" and ":" not in match.ids[0]:
        return Named(first, i, end, "country", match.ids[:1])
    kind = match.kind if match.kind in ("country", "organisation", "institution") else "adjective"
    return Named(first, i, end, kind, match.ids[:1], match.plural, match.feminine)


def _state_noun(page: Page, i: int) -> Named | None:
    before = page.at(i - 1)
    if before not in _POINTING and not (before in ("du", "au", "de", "d'") and page.starts_upper(i)):
        return None
    found = _state_nouns().find(page, i)
    if found is None:
        return None
    noun = found.entries[0]
    written = page.starts_upper(i)
    noun = next((n for n in found.entries if n.capital == written), noun)
    if (noun.capital and not written) or page.name[i] is not None:
        return None
    if not noun.countries and before in ("le", "la", "l'") and page.at(found.end) in ("de", "du", "d'", "des", "qui", "ou"):
        return None
    first = i - 1 if before in DETERMINERS else i
    return Named(first, i, found.end, "country", (), False, noun.feminine, before, noun)
