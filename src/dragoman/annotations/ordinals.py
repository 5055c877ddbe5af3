"""`le premier`, `la seconde`: one of two or three whom the text named together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.annotations.french_words import is_verb
from dragoman.annotations.page import Page
from dragoman.annotations.roster import Person
from dragoman.annotations.word_sets import WordSet

_CLITICS = WordSet("clitics")
_BEFORE = WordSet("ordinal_determiners")
_FUSED = WordSet("fused")
_INSERTED = WordSet("inserted_adverbs")
ORDINALS = {"premier": (0, False), "premiere": (0, True), "second": (1, False), "seconde": (1, True), "troisieme": (2, None)}
"""The folded words with the place in the list and whether they are feminine, None for both."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """`le second` in the text, by word indexes; `place` counts from zero."""

    first: int
    noun: int
    last: int
    place: int
    feminine: bool | None


def parse_ordinal(page: Page, i: int) -> Ordinal | None:
    """The ordinal at the word `i` that stands for somebody: with its article, and a verb or a comma behind it."""
    found = ORDINALS.get(page.folded[i])
    before = page.at(i - 1)
    if found is None or not page.words[i].islower() or before not in _BEFORE:
        return None
    fused = before in _FUSED
    following = page.at(i + 1)
    if fused or page.at(i - 2) == "a":
        fits = page.begins_sentence(i - 1 if fused else i - 2) and following == ","
    else:
        opens = page.begins_sentence(i - 1) or page.at(i - 2) in (",", "et")
        fits = opens and (_acts(page, i + 1) or (following in _INSERTED and _acts(page, i + 2)) or _elided(page, i))
    return Ordinal(i if fused else i - 1, i, i + 1, *found) if fits else None


def _acts(page: Page, i: int) -> bool:
    if page.at(i) in _CLITICS:
        return True
    return i < len(page) and page.words[i].islower() and (page.at(i) == "a" or is_verb(page.words[i]))


def _elided(page: Page, i: int) -> bool:
    """`la première lui a remis ses lettres, le second une invitation`."""
    return page.at(i - 2) in (",", "et") and page.at(i + 1) in ("un", "une", "des", "son", "sa", "ses")


def one_of(people: Sequence[Person], ordinal: Ordinal) -> Person | None:
    """The person in this place of a list, where the gender fits."""
    if ordinal.place >= len(people):
        return None
    person = people[ordinal.place]
    return person if ordinal.feminine is None or person.feminine is None or person.feminine == ordinal.feminine else None
