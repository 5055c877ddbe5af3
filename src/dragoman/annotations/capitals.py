"""Capitals that stand for their states: `Alger dénonce`, `entre Bakou et Erevan`, `par Paris`, `la réponse de Rabat`."""

from __future__ import annotations

from functools import cache

from dragoman.annotations.folding import fold
from dragoman.annotations.french_words import is_participle, is_verb
from dragoman.annotations.gazetteer import capital_states
from dragoman.annotations.name_text import key
from dragoman.annotations.page import Page
from dragoman.annotations.table import rows
from dragoman.annotations.word_sets import WordSet

_CLITICS = WordSet("clitics")
_FROM = WordSet("from_singular")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(fold(r["word"]) for r in rows("capital_words") if r["kind"] == kind)


def capital_at(page: Page, i: int) -> str | None:
    """The state whose capital's name begins at the word `i`."""
    place = page.place[i]
    if place is None or (page.place[i - 1 if i else 0] is place and i):
        return None
    state = capital_states().get(key(page.text[place.start : place.end]))
    return state if state == place.country else None


def stands_for_state(page: Page, i: int) -> bool:
    """Whether the capital at the word `i` acts as its state."""
    end = page.place_end(i)
    before = page.at(i - 1)
    if before in ("le", "la") and page.starts_upper(i - 1):
        before, i = page.at(i - 2), i - 1
    if page.words[end - 1].isupper() and len(page.words[end - 1]) > 2 and _is_dateline(page, i, end):
        return False
    if before in _FROM:
        return page.at(i - 2) in _words("noun")
    if before in _words("dative"):
        return page.at(i - 2) in _words("addresses") or (page.at(i - 2) in _words("inserted") and page.at(i - 3) in _words("addresses"))
    if before in _words("shuts"):
        return False
    if page.begins_sentence(i):
        return not _is_dateline(page, i, end)
    if before in _words("opens"):
        return _coordinated(page, i) if before == "et" else True
    if before == ",":
        return _coordinated(page, i) or _verb_follows(page, end)
    return _verb_follows(page, end) or (page.words[i - 1].islower() and (is_verb(page.words[i - 1]) or is_participle(page.words[i - 1])))


def _is_dateline(page: Page, i: int, end: int) -> bool:
    """Whether a line begins with the town that it was filed from: `Bakou, 27 avril`, `ALGER (APS)`, `Abuja : ...`."""
    if i > 0 and page.words[i - 1] != "\n":
        return False
    following = page.at(end)
    if following in ("(", "-", "–", "—", ":", ".", "\n", "/"):
        return not _verb_follows(page, end)
    return following == "," and (page.at(end + 1)[:1].isdigit() or (page.at(end + 1) in ("le", "ce") and page.at(end + 2)[:1].isdigit()))


def _verb_follows(page: Page, end: int) -> bool:
    j = end
    while page.at(j) in _CLITICS:
        j += 1
    return j < len(page) and page.words[j].islower() and is_verb(page.words[j])


def _coordinated(page: Page, i: int) -> bool:
    """Whether the name before the comma or `et` is a capital that acts, or another state."""
    j = i - 2
    while page.at(j) in (",", "le", "la"):
        j -= 1
    if j < 0:
        return False
    place, name = page.place[j], page.name[j]
    if name is not None:
        return name.kind == "country" and page.at(j - 1) not in ("en", "au", "aux", "a")
    if place is None:
        return False
    while j > 0 and page.place[j - 1] is place:
        j -= 1
    return capital_at(page, j) is not None and (stands_for_state(page, j))
