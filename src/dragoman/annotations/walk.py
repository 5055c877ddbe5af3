"""Goes through a page once and marks what kind of phrase begins where, each word in one phrase only."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from dragoman.annotations.anaphora import LATTER_OPENERS, points_at_latter
from dragoman.annotations.bodies import Body, body_book, parse_body
from dragoman.annotations.courtesy import courtesy_book
from dragoman.annotations.institutions import Institution, institution_book, parse_institution
from dragoman.annotations.items import DocumentItem, Group, document_book, parse_document, parse_group
from dragoman.annotations.listings import Listing, listing_openers, parse_listing
from dragoman.annotations.names import opening_particles
from dragoman.annotations.offices import honorifics, office_book
from dragoman.annotations.ordinals import ORDINALS, Ordinal, parse_ordinal
from dragoman.annotations.page import Page
from dragoman.annotations.persons import anaphor_book, parse_phrase
from dragoman.annotations.phrases import DETERMINERS, Phrase
from dragoman.annotations.titles import NUMBERS
from dragoman.annotations.whose import parse_of
from dragoman.annotations.word_sets import WordSet

THOSE = WordSet("those")
"""`celui`, `ceux`."""


@dataclass(frozen=True, slots=True)
class Latter:
    """`ce dernier` in the text, by word indexes."""

    first: int
    last: int
    feminine: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Those:
    """`ceux du Chili et de l'Indonésie` in the text: holders of the office told before, for other states."""

    first: int
    last: int
    states: tuple[str, ...]
    plural: bool


Item = Phrase | Institution | Group | DocumentItem | Latter | Those | Body | Ordinal | Listing


@dataclass(slots=True)
class Walk:
    """The phrases of a page, in order."""

    items: list[Item] = field(default_factory=list)

    @property
    def phrases(self) -> list[Phrase]:
        """The person phrases."""
        return [item for item in self.items if isinstance(item, Phrase)]

    def replace_phrases(self, phrases: list[Phrase]) -> None:
        """Put other person phrases in the place of those found; the order of the text is kept."""
        rest: list[Item] = [item for item in self.items if not isinstance(item, Phrase)]
        self.items = sorted([*rest, *phrases], key=lambda item: item.first)

    @property
    def institutions(self) -> list[Institution]:
        """The institutions that stand by themselves."""
        return [item for item in self.items if isinstance(item, Institution)]


@cache
def _openers() -> frozenset[str]:
    """The folded words, in lower case or not, at which something may begin that is no bare name."""
    books = (office_book(), anaphor_book(), courtesy_book(), institution_book(), document_book(), body_book())
    befores = {word for word, honorific in honorifics().items() if honorific.before}
    return frozenset().union(
        *(book.openers for book in books),
        befores,
        NUMBERS,
        LATTER_OPENERS,
        {"ex-"},
        ORDINALS,
        listing_openers(),
        THOSE,
        opening_particles(),
    )


def walk(page: Page) -> Walk:
    """The phrases of a page; where several could begin at a word, the group goes before the document, the person, the institution."""
    found = Walk()
    i, count, openers, folded, capital = 0, len(page.words), _openers(), page.folded, page.capital
    while i < count:
        if not capital[i] and folded[i] not in openers:
            i += 1
            continue
        item = _item_at(page, i)
        if item is None:
            i += 1
        else:
            found.items.append(item)
            i = max(item.last, i + 1)
    return found


def _item_at(page: Page, i: int) -> Item | None:
    word = page.words[i]
    if not word[0].isalpha():
        return None
    latter = points_at_latter((page.folded[i], page.at(i + 1)))
    if latter is not None:
        return Latter(i, i + (1 if "-" in word else 2), *latter)
    if page.folded[i] in THOSE:
        return _those(page, i)
    return (
        parse_ordinal(page, i)
        or parse_listing(page, i)
        or parse_group(page, i)
        or parse_document(page, i)
        or parse_phrase(page, i)
        or _institution_at(page, i)
        or parse_body(page, i)
    )


def _those(page: Page, i: int) -> Those | None:
    plural = page.folded[i] in ("ceux", "celles")
    whose = parse_of(page, i + 1, plural)
    return Those(i, whose.end, whose.states, plural) if whose is not None and whose.states else None


def _institution_at(page: Page, i: int) -> Institution | None:
    found = parse_institution(page, i)
    if found is None:
        return None
    before = page.at(i - 1)
    first = i - 1 if before in DETERMINERS else i
    return Institution(first, i, found.last, found.word, found.what, found.states, found.organisation, found.abroad, found.private, before)
