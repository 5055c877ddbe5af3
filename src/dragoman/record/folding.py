"""Words as the record compares and looks them up: lower case, no accents, plain letters."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "ə": "e", "’": "'", "ʼ": "'", "‘": "'"}
)
_BETWEEN = re.compile(r"[^\w]+|_+")


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """`Étrangères` as `etrangeres`: lower case, no accents, letters of every script kept."""
    return _fold(text)


def _fold(text: str) -> str:
    low = unicodedata.normalize("NFKC", text).lower().translate(_LETTERS)
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@lru_cache(maxsize=8192)
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text, folded, apart at everything that is no letter and no digit."""
    return tuple(word for word in _BETWEEN.split(_fold(text)) if word)
