"""Whose an office or an institution is: the complements that name a state, an organisation, a post abroad."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dragoman.annotations.folding import fold
from dragoman.annotations.page import Page
from dragoman.annotations.table import rows
from dragoman.annotations.word_sets import WordSet

_OF = WordSet("of")
_ARTICLES = WordSet("articles")
_AT = WordSet("at")
_POSTED = WordSet("posted")
_NATIONALITIES = frozenset({"nationality", "compound_nationality", "people"})


@dataclass(frozen=True, slots=True)
class Whose:
    """What a complement says: states or an organisation, the index behind it; `republic` where it says only `de la République`."""

    end: int
    states: tuple[str, ...] = ()
    organisation: str | None = None
    republic: bool = False
    capital: bool = False


@cache
def _state_words() -> tuple[frozenset[str], frozenset[str]]:
    table = rows("state_words")
    return (
        frozenset(fold(r["word"]) for r in table if r["kind"] == "noun"),
        frozenset(fold(r["word"]) for r in table if r["kind"] == "adjective"),
    )


def parse_adjectives(page: Page, i: int, many: bool) -> Whose | None:
    """Nationalities from the word `i` on: `azerbaïdjanais`; where `many`, also `russe, arménienne et azerbaïdjanaise`."""
    states: list[str] = []
    j = i
    while j < len(page) and _is_nationality(page, j):
        match = page.name[j]
        assert match is not None
        states.extend(match.ids if match.kind == "compound_nationality" or not match.ambiguous else match.ids[:1])
        j = page.name_end(j)
        k = j + 1 if page.at(j) in (",", "et") else j
        if not (many and k > j and k < len(page) and _is_nationality(page, k)):
            break
        j = k
    return Whose(j, tuple(dict.fromkeys(states))) if states else None


def _is_nationality(page: Page, j: int) -> bool:
    match = page.name[j]
    if match is None or match.kind not in _NATIONALITIES:
        return False
    return not page.starts_upper(j) or (j > 0 and page.words[j].isupper() and page.words[j - 1].isupper())


def parse_of(page: Page, i: int, many: bool) -> Whose | None:
    """`du Mali`, `de la République d'Azerbaïdjan`, `de l'Union africaine`; where `many`, also `du Bénin, du Togo et de la Sierra Leone`."""
    if page.at(i) not in _OF:
        return None
    whose = _one_of(page, i + 1)
    if whose is None or not (many and whose.states):
        return whose
    states, j = list(whose.states), whose.end
    while True:
        k = j + 1 if page.at(j) in (",", "et") else j
        k = k + 1 if page.at(j) == "," and page.at(k) == "et" else k
        if k == j:
            break
        following = _one_of(page, k + 1 if page.at(k) in _OF else k)
        if following is None or not following.states:
            break
        states.extend(following.states)
        j = following.end
    return Whose(j, tuple(dict.fromkeys(states)))


def _one_of(page: Page, i: int) -> Whose | None:
    """The state or organisation that begins at the word `i`, article and state noun included."""
    j = i + 1 if page.at(i) in _ARTICLES else i
    if j >= len(page):
        return None
    match = page.name[j]
    if match is not None and match.kind == "country":
        return Whose(page.name_end(j), match.ids[:1])
    if match is not None and match.kind == "organisation":
        return Whose(page.name_end(j), organisation=match.ids[0])
    nouns, adjectives = _state_words()
    if page.at(j) in nouns and match is None:
        return _state_noun(page, j, adjectives)
    return None


def _state_noun(page: Page, j: int, adjectives: frozenset[str]) -> Whose | None:
    """`République tunisienne`, `Royaume de Norvège`, `République`."""
    k = j + 1
    while page.at(k) in adjectives:
        k += 1
    nationality = parse_adjectives(page, k, many=False)
    if nationality is not None:
        while page.at(nationality.end) in adjectives:
            nationality = Whose(nationality.end + 1, nationality.states)
        return nationality
    if page.at(k) in _OF:
        named = _one_of(page, k + 1)
        if named is not None and named.states:
            return named
    return Whose(k, republic=True) if page.at(j) == "republique" and k == j + 1 else None


def parse_abroad(page: Page, i: int) -> Whose | None:
    """Where a post is: `en Algérie`, `à Alger`, `auprès de l'Union africaine`, `au Burkina Faso et au Niger`, `avec résidence au Caire`."""
    j = _opening(page, i)
    if j is None:
        return None
    whose = _place(page, j)
    if whose is None:
        return None
    states, organisation, end = list(whose.states), whose.organisation, whose.end
    while (k := _and(page, end)) is not None:
        following = _place(page, k)
        if following is None:
            break
        states.extend(following.states)
        organisation, end = organisation or following.organisation, following.end
    return Whose(end, tuple(dict.fromkeys(states)), organisation)


def _opening(page: Page, i: int) -> int | None:
    """The index behind the preposition of a post abroad."""
    word = page.at(i)
    if word in _POSTED:
        return _opening(page, i + 1)
    if word == "," and page.at(i + 1) == "avec":
        return _opening(page, i + 1)
    if word == "avec" and page.at(i + 1) == "residence":
        return _opening(page, i + 2)
    if word == "en" and page.at(i + 1) in ("poste", "place"):
        return _opening(page, i + 2)
    if word == "aupres" and page.at(i + 1) in _OF:
        return i + 2
    if word == "pres" and page.at(i + 1) in _ARTICLES:
        return i + 1
    return i + 1 if word in _AT or word == "pour" else None


def _and(page: Page, end: int) -> int | None:
    if page.at(end) not in ("et", ","):
        return None
    return _opening(page, end + 1)


def _place(page: Page, j: int) -> Whose | None:
    k = j + 1 if page.at(j) in _ARTICLES else j
    if k >= len(page):
        return None
    if page.at(k) == "notre" and page.at(k + 1) == "pays":
        return Whose(k + 2)
    match, place = page.name[k], page.place[k]
    if match is not None and match.kind in ("country", "organisation"):
        return _one_of(page, j)
    if place is not None:
        return Whose(page.place_end(k), (place.country,), capital=True)
    return _one_of(page, j)
