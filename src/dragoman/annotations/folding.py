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
    low = text.lower()
    return low.replace("`", "'") if low.isascii() else _BESIDE_ASCII.sub(_folded, low)


_BESIDE_ASCII = re.compile("[^\x00-\x7f]+|`")
_REMEMBERED = 3
"""Up to which length a stretch beside ASCII is remembered: most are one letter with its accent."""


def _folded(match: re.Match[str]) -> str:
    stretch = match[0]
    return _fold_short(stretch) if len(stretch) <= _REMEMBERED else _fold_stretch(stretch)


def _fold_stretch(stretch: str) -> str:
    decomposed = unicodedata.normalize("NFKD", stretch.translate(_LETTERS))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).lower().translate(_LETTERS)


_fold_short = lru_cache(maxsize=4096)(_fold_stretch)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """`Étrangères` as `etrangeres`, `L’` as `l'`: a word as lookups compare it, remembered."""
    return fold_text(word)


@lru_cache(maxsize=8192)
def slug(name: str) -> str:
    """A name as it stands in an id: folded, words apart by hyphens."""
    return re.sub(r"[\W_]+", "-", fold(name)).strip("-")
