"""Nouns that stand for an organisation told before: `l'organisation`, `le Conseil`, `les États membres`, `les participants`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from dragoman.annotations.folding import fold
from dragoman.annotations.french_words import is_verb
from dragoman.annotations.lexicon import organisations
from dragoman.annotations.page import Page
from dragoman.annotations.phrase_book import PhraseBook
from dragoman.annotations.table import rows
from dragoman.annotations.word_sets import WordSet

_FARTHEST = 250
_BESIDE = 12
_DETERMINERS = WordSet("body_determiners")
_FUSED = WordSet("fused")
_GATHERINGS = WordSet("gatherings")
_OF = WordSet("of")
_CLITICS = WordSet("clitics")
_PREPOSITIONS = WordSet("body_closers")


@dataclass(frozen=True, slots=True)
class BodyWord:
    """A noun for an organisation: which ones it may mean, empty for any; `capital` where it counts only with a capital letter,
    `gathered` where only one whose gathering the text tells."""

    noun: str
    feminine: bool
    plural: bool
    capital: bool
    organisations: tuple[str, ...]
    gathered: bool


@dataclass(frozen=True, slots=True)
class Body:
    """`l'organisation` in the text, by word indexes."""

    first: int
    noun: int
    last: int
    word: BodyWord


@cache
def body_book() -> PhraseBook[BodyWord]:
    """Every phrase of the table."""
    book: PhraseBook[BodyWord] = PhraseBook()
    for r in rows("bodies"):
        ids = tuple(r["organisations"].split())
        book.add(r["noun"], BodyWord(r["noun"], r["gender"] == "f", r["number"] == "p", r["capital"] == "yes", ids, r["gathered"] == "yes"))
    return book


def parse_body(page: Page, i: int) -> Body | None:
    """The noun for an organisation that begins at the word `i`, with a definite article and nothing that tells whose it is."""
    before = page.at(i - 1)
    if before not in _DETERMINERS or page.name[i] is not None:
        return None
    found = body_book().find(page, i)
    if found is None:
        return None
    word = next((w for w in found.entries if w.capital == page.starts_upper(i)), None)
    if word is None or page.at(found.end) in _OF or page.name[found.end - 1] is not None:
        return None
    if not _ends(page, found.end):
        return None
    return Body(i if before in _FUSED else i - 1, i, found.end, word)


def _ends(page: Page, i: int) -> bool:
    """Whether no adjective and no name that would tell another body stands at the word `i`."""
    if i >= len(page) or not page.words[i][0].isalpha():
        return True
    following = page.words[i]
    return following.islower() and (
        page.at(i) in _CLITICS or page.at(i) in _PREPOSITIONS or page.at(i) in _GATHERINGS or is_verb(following)
    )


def body_meant(page: Page, at: int, word: BodyWord, spoken: Iterable[tuple[int, str]]) -> str | None:
    """The organisation of states that a noun means: the last spoken of that fits; `spoken` are word indexes and ids, the latest first."""
    near = [(where, target) for where, target in spoken if at - where <= _FARTHEST]
    last = next((target for _, target in near if _fits(target, word)), None)
    if word.gathered and not any(target == last and gathers(page, where) for where, target in near):
        return None
    return last


def _fits(target: str, word: BodyWord) -> bool:
    if word.organisations:
        return target in word.organisations
    return is_igo(target)


def is_igo(target: str) -> bool:
    """Whether an organisation is one of states."""
    known = organisations().get(target)
    return known is not None and known.kind == "igo"


def gathers(page: Page, where: int) -> bool:
    """Whether a gathering is told of right beside a word (`le sommet de la Cédéao`, `réunis à Abuja, les chefs d'État de la Cédéao`)."""
    return any(page.at(k) in _GATHERINGS for k in range(max(0, where - _BESIDE), min(len(page), where + _BESIDE)))


def tells_gathering(words: str) -> bool:
    """Whether words tell of a gathering."""
    return any(w in _GATHERINGS for w in fold(words).replace("'", " ").split())
