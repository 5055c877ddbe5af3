"""Cutting a text into tokens, and each token's class into one letter."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.annotations.dates.lexicon import UNKNOWN, Lexicon, Word, folded

_TOKEN = re.compile(r"\d+|[A-Za-zÀ-ÖØ-öø-ɏ\u0300-\u036f]+|\n[^\S\n]*\n|[^\w\s]|[^\W\d]+")
_DAYS = 31
_FIRST_YEAR, _LAST_YEAR = 1000, 2199
_MAX_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text's tokens: where they are, the word of the lexicon that each is (None where none), and their classes as a string of letters."""

    starts: list[int]
    ends: list[int]
    words: list[Word | None]
    letters: str


def tokenize(text: str, start: int, end: int, lexicon: Lexicon) -> Tokens:
    """The tokens of a stretch of a text; offsets count in the whole text."""
    known = lexicon.words
    starts: list[int] = []
    ends: list[int] = []
    words: list[Word | None] = []
    letters: list[str] = []
    for found in _TOKEN.finditer(text, start, end):
        form = found[0]
        word = known.get(form) or known.get(form.lower())
        if word is None and not form.isascii():
            word = known.get(folded(form))
        elif word is None and form.isdecimal() and form.isascii():
            word = _digits(form, lexicon)
        elif word is None and form.isspace():
            word = Word(lexicon.letters["paragraph"], "paragraph", None, None)
        starts.append(found.start())
        ends.append(found.end())
        words.append(word)
        letters.append(UNKNOWN if word is None else word.letter)
    return Tokens(starts, ends, words, "".join(letters))


def _digits(form: str, lexicon: Lexicon) -> Word | None:
    if len(form) > _MAX_DIGITS:
        return None
    value = int(form)
    if len(form) < 3 and value <= _DAYS:
        name = "number"
    elif len(form) == _MAX_DIGITS and _FIRST_YEAR <= value <= _LAST_YEAR:
        name = "year"
    else:
        name = "figure"
    return Word(lexicon.letters[name], name, value, None)
