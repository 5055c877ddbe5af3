"""Whose counterpart `son homologue` is: the sentence's subject, as a rule, else the one whose greetings go to the counterpart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.annotations.page import Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.possession import begins_with_pronoun
from dragoman.annotations.word_sets import WordSet

_GENITIVES = WordSet("of")
_FARTHEST = 40
_RELATIVES = WordSet("relatives")
_TOWARDS = WordSet("towards")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A person phrase that has an office, with the offices and the states told of it."""

    phrase: Phrase
    offices: frozenset[str]
    states: frozenset[str]


def antecedent(page: Page, phrase: Phrase, before: Sequence[Spoken]) -> Spoken | None:
    """The phrase whose office the counterpart holds too, None where the text has none before it."""
    fitting = [s for s in before[-_FARTHEST:] if not (s.states & set(phrase.states)) and s.offices - {"official"}]
    start = page.sentence_start(phrase.first)
    inside = [s for s in fitting if s.phrase.first >= start]
    earlier = [s for s in fitting if s.phrase.first < start]
    if inside and earlier and begins_with_pronoun(page, start) and not _is_nearest_meant(page, inside[-1].phrase, phrase):
        inside = []
    if inside:
        nearest = inside[-1]
        return nearest if _is_nearest_meant(page, nearest.phrase, phrase) else inside[0]
    return _subject_before(page, earlier)


def _subject_before(page: Page, earlier: Sequence[Spoken]) -> Spoken | None:
    """The first phrase of the nearest sentence before that has one; where a pronoun opens that sentence too, of the one before it."""
    last: Spoken | None = None
    rest = list(earlier)
    while rest:
        start = page.sentence_start(rest[-1].phrase.first)
        last = next(s for s in rest if s.phrase.first >= start)
        rest = [s for s in rest if s.phrase.first < start]
        if not begins_with_pronoun(page, start):
            return last
    return last


def _is_nearest_meant(page: Page, nearest: Phrase, phrase: Phrase) -> bool:
    """Greetings `du président X à son homologue`, or a relative clause about the nearest."""
    if any(page.at(k) in _RELATIVES for k in range(nearest.last, phrase.first)):
        return True
    if page.at(phrase.first - 1) == "et" and nearest.last == phrase.first - 1:
        return True
    genitive = page.at(nearest.first - 1) in _GENITIVES or (page.at(nearest.first - 1) == "part")
    return genitive and page.at(phrase.first - 1) in _TOWARDS
