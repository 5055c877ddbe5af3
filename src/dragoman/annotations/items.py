"""Groups and documents in a text: `les deux parties`, `un communiqué du ministère`, `la même source`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotations.institutions import Institution, parse_institution
from dragoman.annotations.page import Page
from dragoman.annotations.persons import parse_phrase
from dragoman.annotations.phrase_book import PhraseBook
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.table import rows
from dragoman.annotations.titles import NUMBERS
from dragoman.annotations.whose import Whose, parse_adjectives, parse_of
from dragoman.annotations.word_sets import WordSet

_PLURAL_DETERMINERS = WordSet("plural_determiners")
_BARE_DETERMINERS = WordSet("document_determiners")
_OF = WordSet("of")
_PUBLISHED = WordSet("published")
_BEFORE_GROUPS = WordSet("before_groups")


@dataclass(frozen=True, slots=True)
class GroupWord:
    """A plural noun that means several sides: states (`country`) or persons, of these offices where some are named."""

    noun: str
    of: str
    offices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """`les deux ministres` in the text, by word indexes; `count` is how many are meant."""

    first: int
    noun: int
    last: int
    word: GroupWord
    count: int
    apart: bool = False
    """Whether the possessor is not among them: `ses deux voisins`."""


@dataclass(frozen=True, slots=True)
class DocumentWord:
    """A noun for a document that speaks for its author; `bare` where the noun alone is enough, `joint` where two sides speak in it."""

    noun: str
    feminine: bool
    plural: bool
    bare: bool
    joint: bool


@dataclass(frozen=True, slots=True)
class DocumentItem:
    """`un communiqué du ministère` in the text, with whose it is, where told."""

    first: int
    noun: int
    last: int
    word: DocumentWord
    institution: Institution | None = None
    person: Phrase | None = None
    whose: Whose | None = None

    @property
    def told(self) -> bool:
        """Whether the words tell whose document it is."""
        return self.institution is not None or self.person is not None or self.whose is not None


@cache
def _groups() -> PhraseBook[GroupWord]:
    book: PhraseBook[GroupWord] = PhraseBook()
    for r in rows("groups"):
        book.add(r["noun"], GroupWord(r["noun"], r["of"], tuple(r["office"].split())))
    return book


@cache
def document_book() -> PhraseBook[DocumentWord]:
    """Every phrase of the table."""
    book: PhraseBook[DocumentWord] = PhraseBook()
    for r in rows("documents"):
        book.add(r["noun"], DocumentWord(r["noun"], r["gender"] == "f", r["number"] == "p", r["bare"] == "yes", r["joint"] == "yes"))
    return book


def parse_group(page: Page, i: int) -> Group | None:
    """The group whose number word is the word `i`."""
    count = NUMBERS.get(page.folded[i])
    if count is None or i + 1 >= len(page):
        return None
    determiner = page.at(i - 1)
    if determiner not in _PLURAL_DETERMINERS:
        return None
    j = i + 1
    while page.at(j) in _BEFORE_GROUPS and page.at(j + 1) not in ("", "\n"):
        j += 1
    found = _groups().find(page, j)
    if found is None:
        found = _groups().find(page, i + 1)
        j = i + 1
    if found is None or page.name[found.end - 1] is not None or (determiner in ("ses", "leurs") and found.entries[0].of == "person"):
        return None
    if parse_of(page, found.end, many=True) is not None or parse_adjectives(page, found.end, many=True) is not None:
        return None
    first = i - 1 if determiner in ("les", "ces", "nos", "leurs", "vos", "ses") else i
    return Group(first, j, found.end, found.entries[0], count, determiner == "ses")


def parse_document(page: Page, i: int) -> DocumentItem | None:
    """The document whose noun begins at the word `i`."""
    found = document_book().find(page, i)
    if found is None:
        return None
    word, j = found.entries[0], found.end
    before = page.at(i - 1)
    first = (
        i - 1
        if before in ("le", "la", "l'", "un", "une", "ce", "cette", "ledit", "ladite", "son", "sa", "les", "des", "dernier")
        and before != "des"
        else i
    )
    while page.at(j) in _PUBLISHED:
        j += 1
    item = _told(page, first, i, j, word)
    if item is not None:
        return item
    if word.bare and (before in _BARE_DETERMINERS or (before in ("", "\n") and "source" not in word.noun)):
        return DocumentItem(first, i, found.end, word)
    if word.bare and before in ("un", "une", "d'", "de") and "source" not in word.noun:
        return DocumentItem(first, i, found.end, word)
    return None


def _told(page: Page, first: int, noun: int, j: int, word: DocumentWord) -> DocumentItem | None:
    if page.at(j) not in _OF and page.at(j) != "par":
        whose = parse_adjectives(page, j, many=False)
        return DocumentItem(first, noun, whose.end, word, whose=whose) if whose is not None and word.bare else None
    k = j + 1
    while page.at(k) in ("la", "le", "l'", "les", "notre", "son", "ses"):
        k += 1
    if k >= len(page):
        return None
    institution = parse_institution(page, k)
    if institution is not None:
        return DocumentItem(first, noun, institution.last, word, institution=institution)
    whose = parse_of(page, j, many=False) if page.at(j) in _OF else None
    if whose is not None and not whose.republic:
        return DocumentItem(first, noun, whose.end, word, whose=whose)
    match = page.name[k]
    if match is not None and match.kind == "institution":
        return DocumentItem(first, noun, page.name_end(k), word, whose=Whose(page.name_end(k), organisation=match.ids[0]))
    person = parse_phrase(page, k, True, 1) if word.bare else None
    if person is not None and (person.titles or person.names):
        return DocumentItem(first, noun, person.last, word, person=person)
    return None
