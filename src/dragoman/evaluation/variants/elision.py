"""What French writes before a vowel: `d'Accra` for `de Accra`, `de Dakar` for `d'Dakar`."""

from __future__ import annotations

import re
from functools import cache

from dragoman.evaluation.variants.edits import Edit
from dragoman.evaluation.variants.folded import fold
from dragoman.evaluation.variants.rules import rules

APOSTROPHES = "'’ʼ"


def elides(word: str) -> bool:
    """Whether what stands before a word loses its vowel."""
    folded = fold(word)
    return folded[:1] in tuple("aeiou") or (folded.startswith("h") and folded.startswith(rules().silent_h))


@cache
def _before() -> re.Pattern[str]:
    short = "|".join(sorted(rules().elisions, key=len, reverse=True))
    full = "|".join(sorted(rules().elisions.values(), key=len, reverse=True))
    return re.compile(rf"(?<![\w{APOSTROPHES}-])(?:(?P<short>{short})[{APOSTROPHES}]|(?P<full>{full})[ \u00a0])$", re.IGNORECASE)


def fitted(text: str, start: int, end: int, new: str) -> Edit:
    """The edit that puts `new` in the place of `start` to `end`, with the elision before it put right."""
    hit = _before().search(text, max(0, start - 12), start)
    if hit is None:
        return Edit(start, end, new)
    word = hit["short"] or hit["full"]
    if hit["short"] and not elides(new):
        return Edit(hit.start(), end, _like(word, rules().elisions[word.lower()]) + " " + new)
    if hit["full"] and elides(new):
        short = next(s for s, full in rules().elisions.items() if full == word.lower())
        return Edit(hit.start(), end, _like(word, short) + "'" + new)
    return Edit(start, end, new)


def _like(model: str, word: str) -> str:
    """The word with a capital where the model has one."""
    if model.isupper() and len(model) > 1:
        return word.upper()
    return word[:1].upper() + word[1:] if model[:1].isupper() else word


def same_case(model: str, word: str) -> str:
    """The word in capitals where the model is, with a capital where the model has one."""
    letters = [c for c in model if c.isalpha()]
    if len(letters) > 3 and all(c.isupper() for c in letters):
        return word.upper()
    return _like(model, word) if model[:1].isupper() else word
