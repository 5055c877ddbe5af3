"""Personal names by their shape: capitals, particles, initials, Roman numerals."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from dragoman.annotations.courtesy import parse_courtesy
from dragoman.annotations.folding import fold
from dragoman.annotations.french_words import is_word
from dragoman.annotations.offices import office_book
from dragoman.annotations.page import Page
from dragoman.annotations.table import rows
from dragoman.annotations.word_sets import WordSet
from dragoman.text.vocabulary import frequency

_ROMAN = re.compile(r"(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XIV|XV|XVI{1,3}|1er|Ier)\Z")
_INITIAL = re.compile(r"(?:[A-ZÀ-Þ]\.-?)+\Z")
_FREQUENT = 3e-5
_RARE = 2e-6
_MOST_WORDS = 7
_JOINING = WordSet("particles_of_complement")
_JOINING_OF = WordSet("of_particles")
_BEFORE_UNKNOWN = WordSet("before_unknown_names")


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name in the text, by the indexes of its words."""

    first: int
    last: int
    words: tuple[str, ...]

    @property
    def folded(self) -> tuple[str, ...]:
        """The words as they are compared."""
        return tuple(fold(word) for word in self.words)


@cache
def given_names() -> dict[str, str]:
    """Given names by their folded form, with `m` or `f`."""
    return {fold(row["name"]): row["gender"] for row in rows("given_names")}


@cache
def _particles() -> tuple[frozenset[str], frozenset[str]]:
    table = rows("particles")
    return frozenset(fold(r["particle"]) for r in table), frozenset(fold(r["particle"]) for r in table if r["opens"] == "yes")


def particles() -> frozenset[str]:
    """The particles of names, folded: `ould`, `von`, `de`."""
    return _particles()[0]


def opening_particles() -> frozenset[str]:
    """The particles that a name may begin with, folded."""
    return _particles()[1]


@lru_cache(maxsize=16384)
def is_given_name(word: str) -> bool:
    """Whether a word, or the first part of a hyphenated one, is a given name of the table."""
    folded = fold(word)
    return folded in given_names() or ("-" in folded and folded.split("-")[0] in given_names())


@lru_cache(maxsize=16384)
def is_common(word: str) -> bool:
    """Whether a word in lower case is plain French, or frequent enough to be."""
    return not is_given_name(word) and (is_word(word) or frequency(word.lower()) > _FREQUENT)


def parse_name(page: Page, i: int, titled: bool) -> Name | None:
    """The name that begins at the word `i`. `titled`: a title or a courtesy stands beside it, so that one word is enough."""
    j = _start(page, i, titled)
    if j is None:
        return None
    end = _run(page, j, titled)
    end = _without_tail(page, i, end)
    words = tuple(page.words[k] for k in range(i, end))
    if not words or not any(page.starts_upper(k) and len(page.words[k]) > 1 for k in range(i, end)):
        return None
    return Name(i, end, words)


def _start(page: Page, i: int, titled: bool) -> int | None:
    """Where the name's first full word is, particles and initials before it passed; None where no name can begin here."""
    _, opening = _particles()
    j = i
    while page.at(j) in opening and page.words[j].islower() and j < i + 2:
        j += 1
    if j >= len(page) or not page.starts_upper(j) or _is_sign(page, j):
        return None
    if office_book().find(page, j) is not None and not is_given_name(page.words[j]):
        return None
    if _is_blocked(page, j, first=True, titled=titled):
        return None
    return j


def _run(page: Page, j: int, titled: bool) -> int:
    """The index behind the last word of the name that begins at `j`."""
    inner = particles()
    end = j + 1
    while end < len(page) and end - j < _MOST_WORDS:
        k = end
        while page.at(k) in inner and k - end < 3 and page.words[k].islower():
            k += 1
        if k >= len(page) or not (page.starts_upper(k) or _ROMAN.match(page.words[k])) or _is_sign(page, k):
            break
        if k > end and (page.name[k] is not None or _is_org_word(page, k)) and page.at(end) in _JOINING:
            break
        if k > end and page.place[k] is not None and page.at(end) in _JOINING_OF and not titled:
            break
        if _is_blocked(page, k, first=False, titled=titled) or (k == end and _opens_other(page, k)):
            break
        if _apart(page, end - 1, k):
            break
        end = k + 1
    return end


def _apart(page: Page, left: int, right: int) -> bool:
    """Whether more than one space stands between two words: a column, a heading."""
    return page.starts[right] - page.ends[left] > 1 and right == left + 1 and "\n" in page.text[page.ends[left] : page.starts[right]]


def _opens_other(page: Page, k: int) -> bool:
    if is_given_name(page.words[k]):
        return False
    return office_book().find(page, k) is not None or (
        parse_courtesy(page, k) is not None and fold(page.words[k]) not in ("cheikh", "sheikh", "don")
    )


def _is_blocked(page: Page, k: int, first: bool, titled: bool) -> bool:
    match = page.name[k]
    if match is not None:
        following = k + 1 < len(page) and page.starts_upper(k + 1) and page.name[k + 1] is None and page.place[k + 1] is None
        return not (first and is_given_name(page.words[k]) and following)
    if page.place[k] is not None and not titled:
        return not ((first and is_given_name(page.words[k])) or not first)
    if first and not is_given_name(page.words[k]):
        low = page.words[k].lower()
        return (frequency(low) > 1e-4 and is_word(low)) or low in _FUNCTION
    return False


_FUNCTION = WordSet("no_name", written=True)


def _is_sign(page: Page, k: int) -> bool:
    return not page.words[k][0].isalpha()


def _is_org_word(page: Page, k: int) -> bool:
    match = page.name[k]
    return match is not None and match.kind == "organisation"


def _without_tail(page: Page, first: int, end: int) -> int:
    """The name without what cannot end one: an initial that ends the sentence, a word that opens another name."""
    while end > first + 1 and (
        page.words[end - 1].islower() or (page.words[end - 1].lower() in _FUNCTION and not _ROMAN.match(page.words[end - 1]))
    ):
        end -= 1
    return end


def is_personal(page: Page, name: Name) -> bool:
    """Whether a name without a title is clearly a person's: two words or more, a given name first or none of them plain French."""
    words = [w for w in name.words if w[0].isupper() or _INITIAL.match(w)]
    if len(words) < 2 or all(w.isupper() and len(w) > 1 for w in words):
        return False
    if any(page.name[k] is not None for k in range(name.first + 1, name.last)):
        return False
    before = page.at(name.first - 1)
    if before in _shunned() or _is_byline(page, name):
        return False
    if is_given_name(words[0]):
        return not (before in ("la", "les", "des") or (before in ("le", "l'", "du", "au") and all(is_common(w) for w in words[1:])))
    if before in _BEFORE_UNKNOWN:
        return False
    if any(page.place[k] is not None for k in range(name.first, name.last)):
        return False
    return not any(is_common(w) and not (w is words[-1] and _is_rare(w)) for w in words)


def _is_rare(word: str) -> bool:
    """Whether a plain word is so rare in lower case that its capital makes it a name (`Aune`)."""
    return frequency(word.lower()) < _RARE


@cache
def _shunned() -> frozenset[str]:
    return frozenset(fold(r["word"]) for r in rows("before_no_name"))


def _is_byline(page: Page, name: Name) -> bool:
    """Whether a name stands alone on its line, or behind `Par`: who wrote the text, not who acts in it."""
    first = name.first - 1 if page.at(name.first - 1) == "par" else name.first
    opens = first == 0 or page.words[first - 1] in ("\n", "-", "–", "—", "/", "|")
    closes = (
        name.last >= len(page)
        or page.words[name.last] in ("\n", "|", "/")
        or (page.words[name.last] == "." and page.at(name.last + 1) in ("", "\n"))
    )
    return opens and closes
