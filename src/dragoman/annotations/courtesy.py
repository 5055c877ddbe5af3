"""The words of courtesy before a title or a name: `M.`, `Son Excellence`, `SM`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotations.page import Page
from dragoman.annotations.phrase_book import PhraseBook
from dragoman.annotations.table import rows

_MOST_WORDS = 8


@dataclass(frozen=True, slots=True)
class Courtesy:
    """Words of courtesy found: the index behind them, what they tell of gender and number, whether they are a sovereign's."""

    end: int
    feminine: bool | None = None
    plural: bool = False
    majesty: bool = False


@dataclass(frozen=True, slots=True)
class _Form:
    form: str
    feminine: bool | None
    plural: bool
    majesty: bool


@cache
def courtesy_book() -> PhraseBook[_Form]:
    """Every phrase of the table."""
    book: PhraseBook[_Form] = PhraseBook()
    genders = {"m": False, "f": True, "": None}
    for row in rows("courtesy"):
        book.add(row["form"], _Form(row["form"], genders[row["gender"]], row["plural"] == "yes", row["kind"] == "majesty"))
    return book


def parse_courtesy(page: Page, i: int) -> Courtesy | None:
    """The words of courtesy that begin at the word `i`, one behind the other (`Son Excellence Monsieur`), None where there are none."""
    j, feminine, plural, majesty = i, None, False, False
    farthest = i + _MOST_WORDS
    while j < min(len(page), farthest) and (found := courtesy_book().find(page, j)) is not None:
        form = _fitting(page, j, found.end, found.entries)
        if form is None:
            break
        feminine = form.feminine if form.feminine is not None else feminine
        plural, majesty, j = plural or form.plural, majesty or form.majesty, found.end
        if page.at(j) in (".", ",") and page.at(j + 1) in ("m.", "mme", "monsieur", "madame"):
            j += 1
        if majesty and page.at(j) == "." and page.at(j + 1) in ("le", "la", "l'"):
            j += 1
        if page.at(j) in ("le", "la", "l'") and majesty:
            j += 1
    return Courtesy(j, feminine, plural, majesty) if j > i else None


def _fitting(page: Page, i: int, end: int, entries: tuple[_Form, ...]) -> _Form | None:
    """A form counts where its capitals are as in the table: `Me Diouf`, never the pronoun `me`; and a name or a title follows."""
    written = page.words[i]
    for form in entries:
        first = form.form.split(" ")[0]
        if first[0].isupper() and not written[0].isupper():
            continue
        if first.isupper() and len(first) > 1 and not written.isupper():
            continue
        if not first.isupper() and len(first) <= 3 and written.isupper() and len(written) > 1 and first != written:
            continue
        if (
            end - i == 1
            and len(form.form) <= 2
            and not form.form.endswith(".")
            and not page.starts_upper(end)
            and page.at(end) not in ("m.", "mme")
            and not (form.majesty and page.at(end) in ("le", "la", "l'"))
        ):
            continue
        if first.islower() and not page.starts_upper(end):
            continue
        return form
    return None
