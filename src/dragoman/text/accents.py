"""Accents put back where a whole document lacks them, on the words that allow one reading only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dragoman.text.edits import Edit
from dragoman.text.lexicons import repair_lexicon
from dragoman.text.vocabulary import RARE, accented_forms, frequency

_WORD = re.compile(r"(?<![\w-])[a-zA-Z]{3,}(?![\w-])")
_NOT_ASCII_LETTER = re.compile(r"[à-öø-ÿœÀ-ÖØ-ÞŒ]")
_FEWEST_LETTERS = 150
_FUNCTION_WORDS = 0.2
_LARGEST_SHARE = 0.004
_CERTAIN = 12.0
"""The accented reading must be this many times more frequent than the word without accents, and than any other accented reading."""


def accent_edits(text: str) -> Iterator[Edit]:
    """The edits that accent `president`, `ministere`, `a ete recu`; none where the document writes accents itself."""
    if not _is_unaccented(text):
        return
    for match in _WORD.finditer(text):
        accented = _accented(match[0], text, match.start())
        if accented and len(accented) == len(match[0]):
            yield Edit(match.start(), match.end(), accented)


def _is_unaccented(text: str) -> bool:
    """Whether a text in French hardly writes an accent."""
    sample = text[:20_000]
    words = re.findall(r"[A-Za-z]+", sample)
    letters = sum(map(len, words))
    if letters < _FEWEST_LETTERS or len(_NOT_ASCII_LETTER.findall(sample)) >= _LARGEST_SHARE * letters:
        return False
    french = sum(word.lower() in repair_lexicon().function_words for word in words)
    return french >= _FUNCTION_WORDS * len(words)


def _accented(word: str, text: str, start: int) -> str:
    lower = word.lower()
    forms = accented_forms().get(lower)
    if not forms or not (word.islower() or word.istitle()):
        return ""
    chosen = _certain(lower, forms, text, start)
    return chosen.capitalize() if chosen and word.istitle() else chosen


def _certain(word: str, forms: tuple[str, ...], text: str, start: int) -> str:
    participles = [form for form in forms if form.endswith(("é", "és", "ée", "ées"))]
    others = [form for form in forms if form not in participles]
    if participles and repair_lexicon().behind_auxiliary.search(text[max(0, start - 40) : start]):
        if not participles[1:] or frequency(participles[0]) > _CERTAIN * frequency(participles[1]):
            return participles[0]
        return ""
    if participles and len(participles[0]) == len(word) and repair_lexicon().behind_masculine.search(text[max(0, start - 10) : start]):
        return participles[0] if participles[0].endswith("é") and frequency(participles[0]) > 2 * frequency(word) else ""
    best = max(forms, key=frequency)
    if frequency(best) < RARE or frequency(best) < _CERTAIN * frequency(word):
        return ""
    rivals = [form for form in forms if form != best]
    if participles and others and best in participles:
        return others[0] if frequency(others[0]) > RARE else best
    return best if all(frequency(best) > _CERTAIN * frequency(rival) or rival in participles for rival in rivals) else ""
