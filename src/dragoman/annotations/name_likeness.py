"""Whether two names may be one person's: a part of the other, or spelled a little otherwise."""

from __future__ import annotations

import re
from functools import lru_cache

from dragoman.annotations.folding import fold
from dragoman.annotations.names import given_names, particles

_ROMAN = re.compile(r"(?:[ivx]+|1er|ier)\Z")
_SHORTEST = 4
_MIDDLING = 6
_LONG = 8
_MOST_EDITS = 2


@lru_cache(maxsize=4096)
def core_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a name that tell it apart: folded, hyphens undone, particles left out."""
    parts = [part for word in words for part in re.split(r"[-' .]+", fold(word)) if part]
    kept = tuple(part for part in parts if part not in particles() and (len(part) > 1 or len(parts) == 1))
    return kept or tuple(parts)


def same_person(a: tuple[str, ...], b: tuple[str, ...], loosely: bool = False) -> bool:
    """Whether one name may be the other's. `loosely`: the office and the state are the same, so that the family name alone decides."""
    short, long = sorted((core_words(a), core_words(b)), key=len)
    if _roman(short) and _roman(long) and _roman(short) != _roman(long):
        return False
    if len(short) == 1:
        return _short_of(short[0], long)
    if loosely and like(short[-1], long[-1]):
        return True
    if like(short[0], long[0], given=True) and like(short[-1], long[-1]):
        return True
    return all(word in long or any(one_edit(word, other) and len(word) >= _SHORTEST for other in long) for word in short)


def _roman(words: tuple[str, ...]) -> str:
    return words[-1] if len(words) > 1 and _ROMAN.match(words[-1]) else ""


def _short_of(word: str, long: tuple[str, ...]) -> bool:
    """Whether a single word is what the text calls somebody by: the last name, the first of an East Asian name, any but a given name."""
    if like(word, long[-1]) or (len(long) > 1 and like(word, long[0]) and word not in given_names()):
        return True
    if any(like(word, other) for other in long[1:]):
        return True
    return len(long) <= 3 and long[0] == word and len(word) <= 4


def like(a: str, b: str, given: bool = False) -> bool:
    """Whether two folded words are the same or one letter apart; `given`: two letters in a long one, or an initial."""
    if a == b:
        return True
    shortest = min(len(a), len(b))
    if shortest < _SHORTEST:
        return given and a[:1] == b[:1] and shortest == 1
    if abs(len(a) - len(b)) > _MOST_EDITS:
        return False
    if one_edit(a, b):
        return True
    far_alike = shortest >= _LONG or (given and shortest >= _MIDDLING)
    return far_alike and (a[:3] == b[:3] or a[-3:] == b[-3:]) and edits(a, b, _MOST_EDITS + 1) <= _MOST_EDITS


def one_edit(a: str, b: str) -> bool:
    """Whether one letter put in, left out or changed makes one word of the other."""
    if len(a) > len(b):
        a, b = b, a
    if len(b) - len(a) > 1:
        return False
    at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), len(a))
    return a[at:] == b[at + 1 :] or (len(a) == len(b) and a[at + 1 :] == b[at + 1 :])


def edits(a: str, b: str, most: int) -> int:
    """The edit distance of two words, or `most` where it is that or more."""
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, start=1):
        above, row[0] = row[0], i
        for j, y in enumerate(b, start=1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (x != y))
        if min(row) >= most:
            return most
    return min(row[-1], most)
