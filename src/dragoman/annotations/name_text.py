"""A text as names are looked up in it: as long as the text itself, lower case, no accents, every sign a space."""

from __future__ import annotations

import unicodedata
from functools import cache

_BEYOND = 0x0250


@cache
def _plain() -> dict[int, str]:
    """What each code point below U+0250 and the common signs beyond become; always one character."""
    special = {"œ": "o", "æ": "a", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ı": "i", "ß": "s", "ə": "e"}
    table: dict[int, str] = {}
    for code in range(_BEYOND):
        low = chr(code).lower()[0]
        base = special.get(low) or unicodedata.normalize("NFD", low)[0]
        table[code] = base if base.isalnum() else " "
    for code in (*range(0x1E00, 0x1F00), 0x0259):
        low = chr(code).lower()[0]
        table[code] = special.get(low) or unicodedata.normalize("NFD", low)[0]
    for code in (*range(0x02B0, 0x0300), *range(0x2000, 0x2070), 0x20AC, 0x2122, 0xFEFF, 0xFF07):
        table[code] = " "
    return table


def plain(text: str) -> str:
    """The text in lower case, without accents, signs as spaces: `len(plain(text)) == len(text)`.

    `œ` becomes `o`: two letters would shift what follows.
    """
    return text.translate(_plain())


def key(name: str) -> str:
    """A name as it is looked up: plain words, one space between them."""
    return " ".join(plain(name).split())
