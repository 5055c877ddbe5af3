"""Words as they are compared: lower case, no accents, straight apostrophes."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "œ": "oe",
        "æ": "ae",
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ı": "i",
        "ß": "ss",
        "ə": "e",
        "’": "'",
        "ʼ": "'",
        "‘": "'",
        "`": "'",
    }
)


def fold_text(text: str) -> str:
    """A text of any length as lookups compare it; not of the same length as the text."""
    low = text.lower().translate(_LETTERS)
    if low.isascii():
        return low
    return "".join(c for c in unicodedata.normalize("NFKD", low) if not unicodedata.combining(c))


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """`Étrangères` as `etrangeres`, `L’` as `l'`: a word as lookups compare it, remembered."""
    return fold_text(word)


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """A name as it stands in an id: folded, words apart by hyphens."""
    return re.sub(r"[\W_]+", "-", fold(name)).strip("-")
