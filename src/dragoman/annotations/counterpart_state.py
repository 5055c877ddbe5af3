"""Whose officer a title without a state means, by who acts in the sentence: those whom a traveller meets are of the state where he is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.annotations.page import SENTENCE_END, Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.possession import begins_with_pronoun, last_state, state_at
from dragoman.annotations.roster import Person
from dragoman.annotations.titles import Title
from dragoman.annotations.word_sets import WordSet, written_words

_MET = WordSet("before_whom_one_meets")
_THERE = WordSet("there")
_AT = WordSet("at")
_ARTICLES = WordSet("articles")
_HEADS = frozenset({"head_of_state", "deputy_head_of_state", "head_of_government", "foreign_minister", "parliament_speaker"})


class Settled:
    """The persons of a document, as far as their states are settled, by the phrases that name them in order."""

    def __init__(self, page: Page, phrases: Sequence[Phrase], named: Mapping[int, list[Person]]) -> None:
        self.page = page
        self.phrases = phrases
        self.named = named

    def first_between(self, start: int, end: int) -> Person | None:
        """The person named first between two words."""
        for phrase in self.phrases:
            if start <= phrase.first < end and phrase.depth == 0 and self.named.get(id(phrase)):
                return self.named[id(phrase)][0]
        return None


def state_visited(settled: Settled, phrase: Phrase, title: Title, home: str | None) -> str | None:
    """`À Luanda, il s'entretiendra avec le président X`, `Ils y rencontreront le ministre Y`: the state where they meet.

    Only where the one who meets comes first in the sentence, or is a pronoun, and is no officer of that state.
    """
    page = settled.page
    start = sentence_begin(page, phrase.first)
    if page.at(phrase.first - 1) not in _MET and not _follows_verb(page, phrase.first, start):
        return None
    actor = settled.first_between(start, phrase.first)
    pronoun = actor is None and begins_with_pronoun_within(page, start, phrase.first)
    if actor is None and not pronoun:
        return None
    if pronoun:
        actor = settled.first_between(before_sentence(page, start), start)
    there = fronted_place(page, start, phrase.first)
    if there is None and any(page.at(j) in _THERE for j in range(start, phrase.first)):
        there = last_state(page, start)
    if there is None and actor is not None and actor.country == home and title.office() in _HEADS and page.at(phrase.first - 1) in _MET:
        there = last_state(page, start, {home} if home else ())
    if there is None or (actor is not None and actor.country == there):
        return None
    return there


def state_before(page: Page, phrase: Phrase, title: Title, apart: set[str], strong: bool) -> str | None:
    """`L'Italie a livré des ambulances. L'ambassadeur, X, ...`: an office that opens a sentence is of the state that opened the one before,
    in the same paragraph."""
    start = sentence_begin(page, phrase.first)
    if phrase.first > start + 1 or phrase.determiner not in ("le", "la", "l'") or (strong and title.word.scope != "sent"):
        return None
    before = before_sentence(page, start)
    if before >= start or any(page.words[j] == "\n" for j in range(before, start)):
        return None
    j = before + 1 if page.at(before) in _ARTICLES else before
    state = state_at(page, j) if j < start else None
    return state if state is not None and state not in apart else None


def fronted_place(page: Page, start: int, end: int) -> str | None:
    """The state of the town or state that opens a sentence behind `à` or `en`, with a comma somewhere before the word `end`."""
    while start < end and not page.words[start][0].isalnum():
        start += 1
    if page.at(start) not in _AT:
        return None
    j = start + 2 if page.at(start + 1) in _ARTICLES else start + 1
    state = state_at(page, j) if j < end else None
    return state if state is not None and any(page.at(k) == "," for k in range(j, end)) else None


def begins_with_pronoun_within(page: Page, start: int, end: int) -> bool:
    """Whether a pronoun is the subject: it opens the sentence, or the clause behind its first comma."""
    if begins_with_pronoun(page, start):
        return True
    comma = next((k for k in range(start, min(end, start + 12)) if page.at(k) == ","), None)
    return comma is not None and any(begins_with_pronoun(page, k) for k in range(comma + 1, min(comma + 6, end)))


def sentence_begin(page: Page, i: int) -> int:
    """The first word of the sentence that is a word."""
    start = page.sentence_start(i)
    while start < i and not page.words[start][0].isalnum():
        start += 1
    return start


def before_sentence(page: Page, start: int) -> int:
    """The first word of the sentence before the one that begins at a word."""
    end = start - 1
    while end > 0 and not page.words[end][0].isalnum() and page.words[end] not in SENTENCE_END:
        end -= 1
    while end > 0 and page.words[end] in SENTENCE_END:
        end -= 1
    return sentence_begin(page, end) if end > 0 else start


def _follows_verb(page: Page, i: int, start: int) -> bool:
    """Whether the word before is one of meeting: `rencontreront le président`."""
    return i - 1 > start and page.at(i - 1).startswith(written_words("meeting_stems"))
