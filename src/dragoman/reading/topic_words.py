"""The words that tell of topics: `lexicon/fr/topics.csv`, and where they stand in a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import product
from typing import NamedTuple

import ahocorasick

from dragoman.annotations.folding import fold
from dragoman.annotations.table import rows
from dragoman.reading.folded import FoldedText, folded_text

NONE = "-"
"""The topic of a trap: words that look like a topic's and are not."""
FIXED = "fixed"
MOST_FORMS = 64
"""Inflected forms that are made of one phrase at most."""


class Entry(NamedTuple):
    """What one form of a phrase means: its topic, the types of act that it is confined to (all, where empty), the form with its accents."""

    topic: str
    only: frozenset[str]
    form: str


class Hit(NamedTuple):
    """A topic's words in a text; `start` and `end` count in the folded text."""

    start: int
    end: int
    entries: tuple[Entry, ...]


@cache
def topic_automaton() -> ahocorasick.Automaton:
    """All forms of all phrases, folded, each with its entries; built once a process."""
    found: dict[str, list[Entry]] = {}
    for row in rows("topics"):
        only = frozenset(row["only"].split())
        for form in [row["phrase"]] if row["inflection"] == FIXED else inflected(row["phrase"]):
            entries = found.setdefault(folded_text(form).folded, [])
            if not any(e.topic == row["topic"] for e in entries):
                entries.append(Entry(row["topic"], only, form.lower()))
    automaton = ahocorasick.Automaton()
    for key, entries in found.items():
        automaton.add_word(key, (len(key), tuple(entries)))
    automaton.make_automaton()
    return automaton


def inflected(phrase: str) -> list[str]:
    """The forms that a phrase may take: its words singular and plural, masculine and feminine, function words as they are."""
    choices = [_forms(word) for word in phrase.split(" ")]
    return [" ".join(words) for words, _ in zip(product(*choices), range(MOST_FORMS))]


@cache
def _endings() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(sorted(((r["ending"], tuple(r["forms"].split())) for r in rows("inflections")), key=lambda e: -len(e[0])))


@cache
def words_of(*kinds: str) -> frozenset[str]:
    """The folded words of these kinds in `topic_markers.csv`."""
    return frozenset(fold(r["phrase"]) for r in rows("topic_markers") if r["kind"] in kinds)


def function_words() -> frozenset[str]:
    """The folded words that only join others; `opens` are those that open a field (`de`, `à`), `joins` those that go on with one."""
    return words_of("function", "opens", "joins")


@lru_cache(maxsize=4096)
def _forms(word: str) -> tuple[str, ...]:
    if fold(word) in function_words() or "'" in word:
        return (word,)
    for ending, forms in _endings():
        if word.endswith(ending):
            return tuple(word[: len(word) - len(ending)] + form for form in forms)
    return (word, f"{word}s")


@lru_cache(maxsize=256)
def topic_hits(text: str) -> tuple[Hit, ...]:
    """The topics' words in a text, in order, the longest where they overlap; the traps among them too."""
    view = folded_text(text)
    found = sorted(_bounded(view), key=lambda h: (h.start, -h.end))
    kept: list[Hit] = []
    for hit in found:
        if not kept or hit.start >= kept[-1].end:
            kept.append(hit)
        elif hit.end - hit.start > kept[-1].end - kept[-1].start:
            kept[-1] = hit
    return tuple(kept)


def _bounded(view: FoldedText) -> Iterator[Hit]:
    for last, (length, entries) in topic_automaton().iter(view.folded):
        start, end = last - length + 1, last + 1
        if view.is_bounded(start, end):
            low, high = view.origin(start, end)
            fitting = tuple(e for e in entries if accents_agree(view.text[low:high], e.form))
            if fitting:
                yield Hit(start, end, fitting)


def accents_agree(written: str, form: str) -> bool:
    """Whether a written form has no accent that the form has not: `peche` and `pêche` may be `pêche`, `péché` may not."""
    a, b = (w.lower().replace("œ", "oe").replace("æ", "ae").replace("’", "'") for w in (written, form))
    return len(a) != len(b) or all(x == y or x.isascii() or x.isspace() for x, y in zip(a, b))
