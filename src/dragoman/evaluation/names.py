"""How names and gold keys are compared: folded to plain letters, word by word."""

from __future__ import annotations

import re
import unicodedata

from dragoman.model.vocabulary import OFFICES

OFFICE_NAMES: frozenset[str] = frozenset(OFFICES)
"""A gold key with one of these in the name's place names an office holder whom the document leaves unnamed."""

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss", "ə": "e"})
_BETWEEN_WORDS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """Lower case, no accents, words apart by one space; letters of every script are kept."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    return _BETWEEN_WORDS.sub(" ", text).strip()


def has_words(words: str, text: str) -> bool:
    """Whether the words stand in the text as whole words, hyphens and spaces alike; both are folded already."""
    if not words:
        return False
    joined = words.replace(" ", "")
    return f" {words} " in f" {text} " or f" {joined} " in f" {text} " or joined == text.replace(" ", "")


def side_of_key(key: str) -> str:
    """The country or organisation that a gold key stands for: '' where none is told."""
    if key.startswith("org:"):
        return "org " + fold(key[4:])
    if "@" in key:
        side = key.rsplit("@", 1)[1]
        return "org " + fold(side[4:]) if side.startswith("org:") else side
    return key
