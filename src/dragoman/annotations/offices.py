"""The offices of the trade as French names them: `lexicon/fr/offices.csv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.annotations.page import Page
from dragoman.annotations.phrase_book import PhraseBook
from dragoman.annotations.table import rows

Scope = Literal["state", "head", "minister", "sent", "aide", "post", "noun", "rank"]
"""How a title says whose it is.

`state`: always an office of a state, told or understood; `head`: of a state unless something else is named (`président du club`);
`minister`: a
portfolio may follow; `sent`: by one state to another; `aide`: of a principal, a body or an organisation; `post`: of whatever body is
named, no actor
alone; `noun`: a word for any official (`diplomate`); `rank`: stands before a name (`général`).
"""


@dataclass(frozen=True, slots=True)
class OfficeWord:
    """A row of the table in one of its forms: the office of the vocabulary, how it says whose it is, the only countries that it is for,
    if any."""

    phrase: str
    office: str
    scope: Scope
    feminine: bool | None
    plural: bool
    countries: tuple[str, ...]
    of_organisation: str | None
    style: str = ""
    """`monarch`, `republic` or `pope` for a head of state whose title tells; who is called one is not meant by another."""


_FORMS = (("masculine", False, False), ("feminine", True, False), ("plural", False, True), ("feminine_plural", True, True))


@cache
def office_book() -> PhraseBook[OfficeWord]:
    """Every form of every office."""
    book: PhraseBook[OfficeWord] = PhraseBook()
    for row in rows("offices"):
        epicene = row["feminine"] == row["masculine"]
        seen: set[str] = set()
        for column, feminine, plural in _FORMS:
            phrase = row[column]
            if phrase and phrase not in seen:
                seen.add(phrase)
                book.add(phrase, _word(row, phrase, None if epicene else feminine, plural))
    return book


def _word(row: dict[str, str], phrase: str, feminine: bool | None, plural: bool) -> OfficeWord:
    return OfficeWord(
        phrase=phrase,
        office=row["office"],
        scope=row["scope"],  # type: ignore[arg-type]
        feminine=feminine,
        plural=plural,
        countries=tuple(row["countries"].split()),
        of_organisation=row["of_organisation"] or None,
        style=row["style"],
    )


@dataclass(frozen=True, slots=True)
class Honorific:
    """A word beside a title: `ancien`, `nouvel`, `sortant`. `former` where it says that the office is past."""

    word: str
    before: bool
    former: bool


@cache
def honorifics() -> dict[str, Honorific]:
    """The words that may stand beside a title, by their folded form."""
    from dragoman.annotations.folding import fold

    return {fold(r["word"]): Honorific(r["word"], r["place"] == "before", r["former"] == "yes") for r in rows("honorifics")}


def may_stand_inside(page: Page, i: int) -> bool:
    """Whether a word may stand inside a title without being part of it: a nationality, `sortant`."""
    match = page.name[i]
    if match is not None:
        return match.kind in ("nationality", "compound_nationality")
    honorific = honorifics().get(page.folded[i])
    return honorific is not None and not honorific.before


def entry_for(entries: tuple[OfficeWord, ...], countries: tuple[str, ...]) -> OfficeWord:
    """Of the rows that share a phrase, the one that is for these countries, else the one that is for all."""
    for entry in entries:
        if entry.countries and any(c in entry.countries for c in countries):
            return entry
    general = [entry for entry in entries if not entry.countries]
    return (general or list(entries))[0]
