"""Whose `son ambassadeur`, `son pays` is, by the words before it: the state that acts in the sentence, else the one that acted before."""

from __future__ import annotations

from collections.abc import Collection

from dragoman.annotations.page import SENTENCE_END, Page
from dragoman.annotations.word_sets import WordSet

_PREPOSITIONS = WordSet("prepositions")
_ARTICLES = WordSet("articles")
_OPENERS = WordSet("sentence_openers")
_PRONOUNS = WordSet("subject_pronouns")
_AT = WordSet("at")
_MISSIONS = WordSet("missions")
_MISSION_SPAN = 80
_RELATIVE_SPAN = 12
_PARAGRAPH = 400
_FARTHEST = 4


def state_at(page: Page, j: int) -> str | None:
    """The state that the name or the place over a word tells."""
    match, place = page.name[j], page.place[j]
    if match is not None and match.kind in ("country", "nationality", "people"):
        return match.ids[0]
    return place.country if match is None and place is not None else None


def begins_with_pronoun(page: Page, i: int) -> bool:
    """Whether the subject of the sentence that begins at the word `i` is a pronoun: it is that of the sentence before."""
    return page.at(i) in _PRONOUNS or (page.at(i + 1) in _PRONOUNS and (page.at(i) == "," or page.at(i) in _OPENERS))


def possessor_state(page: Page, i: int, apart: Collection[str] = ()) -> str | None:
    """The state that a possessive at the word `i` points at: that before `dont`, the nearest that acts in the sentence, the first of a
    sentence before."""
    if page.at(i - 1) == "dont" or page.at(i - 2) == "dont":
        return last_state(page, i, apart, in_sentence=True)
    start = page.sentence_start(i)
    found = acting_state(page, start, i, apart)
    if found is None and not begins_with_pronoun(page, start):
        found = first_state(page, start, i, apart)
    for _ in range(_FARTHEST):
        if found is not None or start <= 1:
            return found
        end = start - 1
        start = page.sentence_start(end - 1) if page.words[end] in SENTENCE_END else page.sentence_start(end)
        found = first_state(page, start, end, apart)
        if page.words[end] == "\n" and found is None and end - start < 2:
            start = max(0, start - 1)
    return found


def acting_state(page: Page, start: int, i: int, apart: Collection[str] = ()) -> str | None:
    """The nearest state before the word `i` that stands without a preposition: a subject, as a rule."""
    for j in range(i - 1, start - 1, -1):
        match = page.name[j]
        if match is not None and match.kind not in ("country",):
            continue
        state = state_at(page, j)
        if state is None or state in apart:
            continue
        first = j
        while first > start and (
            (match is not None and page.name[first - 1] is match) or (match is None and page.place[first - 1] is page.place[j])
        ):
            first -= 1
        before = page.at(first - 2) if page.at(first - 1) in _ARTICLES else page.at(first - 1)
        if before not in _PREPOSITIONS:
            return state
    return None


def first_state(page: Page, start: int, end: int, apart: Collection[str] = ()) -> str | None:
    """The state told first between two words."""
    for j in range(start, end):
        state = state_at(page, j)
        if state is not None and state not in apart:
            return state
    return None


def last_state(page: Page, i: int, apart: Collection[str] = (), in_sentence: bool = False) -> str | None:
    """The state told last before the word `i` in its paragraph, or in its sentence."""
    for j in range(i - 1, max(-1, i - _PARAGRAPH), -1):
        if page.words[j] == "\n" and j < i - 1:
            return None
        if in_sentence and page.words[j] in SENTENCE_END:
            return None
        state = state_at(page, j)
        if state is not None and state not in apart:
            return state
    return None


def fronted_state(page: Page, i: int) -> str | None:
    """`À Madrid, le chef du gouvernement`: the state of the town that opens the sentence just before the word `i`."""
    start = page.sentence_start(i)
    while start < i and not page.words[start][0].isalnum():
        start += 1
    if page.at(start) not in ("a", "au", "en") or start + 1 >= i:
        return None
    j = start + 2 if page.at(start + 1) in _ARTICLES else start + 1
    end = page.name_end(j) if page.name[j] is not None else page.place_end(j)
    return state_at(page, j) if page.at(end) == "," and end + 1 >= i - 1 else None


def receiving_state(page: Page, i: int) -> str | None:
    """`reçu à Alger par le président X`: the state of the town or state named with `à` or `en` before `par`, in the sentence of the word
    `i`."""
    before = i - 1 if page.at(i - 1) == "par" else i - 2
    if page.at(before) != "par":
        return None
    for j in range(before - 1, page.sentence_start(i) - 1, -1):
        state = state_at(page, j)
        first = j - 1 if page.at(j - 1) in _ARTICLES else j
        if state is not None and page.at(first - 1) in _AT:
            return state
    return None


def relative_state(page: Page, i: int) -> str | None:
    """`la Russie, dont une délégation conduite par le ministre X`: the state before the nearest `dont` of the sentence."""
    start = page.sentence_start(i)
    for j in range(i - 1, max(start, i - _RELATIVE_SPAN), -1):
        if page.at(j) == "dont":
            return last_state(page, j, in_sentence=True)
    return None


def where_state(page: Page, i: int) -> str | None:
    """`en France, où le président X a parlé`, `à Kigali, où elle a vu le chef de l'État`: the state before `où`."""
    start = page.sentence_start(i)
    for j in range(i - 1, max(start, i - _RELATIVE_SPAN), -1):
        if page.words[j] in ("où", "ou") and page.at(j - 1) == ",":
            state = state_at(page, j - 2)
            if page.words[j] == "où" and state is not None:
                return state
    return None


def acting_organisation(page: Page, i: int) -> str | None:
    """The organisation named last before the word `i` in its sentence."""
    for j in range(i - 1, page.sentence_start(i) - 1, -1):
        match = page.name[j]
        if match is not None and match.kind == "organisation":
            return match.ids[0]
        if match is not None and match.kind == "country":
            return None
    return None


def possessing_organisation(page: Page, i: int) -> str | None:
    """The organisation that a possessive at the word `i` points at: one of its sentence, else the one that opens the sentence before
    (`L'Union africaine s'en félicite. Son président, X, ...`)."""
    found = acting_organisation(page, i)
    start = page.sentence_start(i)
    if found is not None or any(state_at(page, j) for j in range(start, i)) or start < 2:
        return found
    before = page.sentence_start(start - 2)
    first = before + 1 if page.at(before) in _ARTICLES else before
    match = page.name[first] if first < start else None
    return match.ids[0] if match is not None and match.kind == "organisation" else None


def last_organisation(page: Page, i: int) -> str | None:
    """The organisation named last before the word `i`: the one that `l'organisation` points at."""
    for j in range(i - 1, max(-1, i - _PARAGRAPH), -1):
        match = page.name[j]
        if match is not None and match.kind == "organisation":
            return match.ids[0]
    return None


def last_mission(page: Page, i: int) -> str | None:
    """The state whose embassy was named last before the word `i`, not far."""
    for j in range(i - 1, max(-1, i - _MISSION_SPAN), -1):
        if page.at(j) in _MISSIONS:
            for k in range(j + 1, min(j + 5, len(page))):
                match = page.name[k]
                if match is not None and match.kind in ("country", "nationality"):
                    return match.ids[0]
    return None


def states_by_weight(page: Page, apart: Collection[str] = ()) -> list[str]:
    """The states of the page, those named most first."""
    counts: dict[str, int] = {}
    for j in range(len(page)):
        state = state_at(page, j)
        if state is not None and state not in apart:
            counts[state] = counts.get(state, 0) + 1
    return sorted(counts, key=lambda state: -counts[state])
