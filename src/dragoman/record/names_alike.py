"""Whether two names may be one person's: word by word, initials, particles and transliterations allowed for."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

from dragoman.record.folding import fold, folded_words
from dragoman.record.name_keys import name_table, readings_of, spelled

Agreement = Literal["same", "may", "near", "clash"]
"""`same`: two words or more agree, or all of both; `may`: a family name alone, or initials; `near`: one word agrees, another looks alike;
`clash`: they are two names."""

_ALIKE = 68.0
_ALIKE_SHORT = 74.0
_SHORT_KEY = 2
_EDIT_LENGTH = 6
_NEAR = 0.93
_SLIP = 0.7
_BEGINNING = 3


class Word:
    """A word of a name with the forms that it may be compared by: with its particles, without them, a part of it."""

    __slots__ = ("forms", "initial", "parts")

    def __init__(self, parts: tuple[str, ...], hyphened: bool) -> None:
        core = [p for p in parts if p not in name_table().particles] or [parts[-1]]
        joined = "".join(parts)
        self.forms: tuple[str, ...] = tuple(dict.fromkeys([joined, "".join(core)]))
        self.parts: tuple[str, ...] = tuple(core) if hyphened and len(core) > 1 else ()
        self.initial = joined if len(joined) == 1 else ""


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[Word, ...]:
    """The words of a name: particles with the word behind them (`Ould El Béchir`, `Al-Harichi`), hyphens undone."""
    words: list[Word] = []
    waiting: list[str] = []
    tokens = [parts for token in re.split(r"[\s.,]+", fold(name)) if (parts := [p for p in re.split(r"[^\w]+|_+", token) if p])]
    for k, parts in enumerate(tokens):
        waiting += parts
        is_name = k == 0 and len(tokens) > 2 and parts[0] in name_table().also_names
        if is_name or not (parts[-1] in name_table().particles or (parts[-1] in name_table().merged and k + 1 < len(tokens))):
            words.append(Word(tuple(waiting), len(parts) > 1))
            waiting = []
    if waiting:
        words.append(Word(tuple(waiting), False))
    return tuple(words)


@lru_cache(maxsize=65536)
def _forms_alike(a: str, b: str, country: str) -> bool:
    if a == b:
        return True
    here, there = readings_of(a, country), readings_of(b, country)
    shared = here.keys() & there.keys()
    if not shared:
        return len(a) >= _EDIT_LENGTH <= len(b) and a[0] == b[0] and DamerauLevenshtein.distance(a, b, score_cutoff=1) <= 1
    if any(key.startswith("=") for key in shared) or JaroWinkler.similarity(a, b) >= _NEAR:
        return True
    return any(
        fuzz.ratio(x, y) >= (_ALIKE_SHORT if len(key) <= _SHORT_KEY else _ALIKE) for key in shared for x in here[key] for y in there[key]
    )


def words_alike(a: Word, b: Word, country: str = "") -> bool:
    """Whether two words may be spellings of one name; a part of a hyphened one may stand for it, but no part for another part."""
    pairs = [(x, y) for x in a.forms for y in b.forms]
    if not name_table().in_syllables & {country}:
        pairs += [(x, y) for x in a.forms for y in b.parts] + [(x, y) for x in a.parts for y in b.forms]
    return any(_forms_alike(x, y, country) for x, y in pairs)


def _initials_agree(a: Word, b: Word) -> bool:
    return bool(a.initial or b.initial) and any(x[0] == y[0] for x in a.forms for y in b.forms)


def _length(words: tuple[Word, ...]) -> tuple[int, tuple[str, ...]]:
    return len(words), tuple(word.forms[0] for word in words)


@lru_cache(maxsize=65536)
def agreement(a: str, b: str, country: str = "") -> Agreement:
    """How two names of a country's people agree; a name without letters agrees with none."""
    short, long = sorted((name_words(a), name_words(b)), key=_length)
    if not short:
        return "clash"
    if len(short) == 1:
        return _of_one_word(short[0], long, country)
    full, initials = _aligned(short, long, country)
    if full + initials < len(short):
        return "same" if _joined_alike(a, b) else "near" if full and (_looks_alike(a, b) or _is_pet_name(short, long, country)) else "clash"
    if not full:
        return "clash"
    return "same" if full >= 2 else "may"


def _of_one_word(word: Word, long: tuple[Word, ...], country: str) -> Agreement:
    """A single word is the family name: the last, the first of an East Asian name, or any but the first of a long one."""
    if word.initial or (len(long) == 1 and long[0].initial):
        return "clash"
    if len(long) == 1:
        return "same" if words_alike(word, long[0], country) else "clash"
    return "may" if any(words_alike(word, other, country) for other in long) else "clash"


def _aligned(short: tuple[Word, ...], long: tuple[Word, ...], country: str) -> tuple[int, int]:
    """How many words of the shorter name find theirs in the longer in the same order, and how many by an initial only."""
    if len(short) == len(long) == 2:
        turned = [_beside(x, y, country) for x, y in zip(short, long[::-1])]
        if all(turned) and "full" in turned:
            return turned.count("full"), turned.count("initial")
    full = initials = at = 0
    for word in short:
        for k in range(at, len(long)):
            given = word is not short[-1] and k < len(long) - 1
            alike = not word.initial and not long[k].initial and words_alike(word, long[k], country)
            alike = alike and not (given and _is_his_and_hers(word, long[k]))
            if alike or _initials_agree(word, long[k]):
                full, initials, at = full + alike, initials + (not alike), k + 1
                break
    return full, initials


def _beside(a: Word, b: Word, country: str) -> Literal["full", "initial", ""]:
    """How two words agree: whole, by an initial, or not."""
    if not a.initial and not b.initial and words_alike(a, b, country):
        return "full"
    return "initial" if _initials_agree(a, b) else ""


def _is_his_and_hers(a: Word, b: Word) -> bool:
    """Whether one given name is the other with the ending of a woman's: `Farid` and `Farida`, `Salim` and `Salma`."""
    one, other = (word.forms[0].endswith("a") for word in (a, b))
    return one != other and not any(f in _known(g) for f in a.forms for g in b.forms)


def _known(form: str) -> tuple[str, ...]:
    return next((row for row in name_table().given_alike if form in row), ())


def _looks_alike(a: str, b: str) -> bool:
    """Whether two names of as many words look alike as a whole: a slip, a way of spelling that no rule tells of."""
    one, other = folded_words(a), folded_words(b)
    return len(one) == len(other) and all(DamerauLevenshtein.normalized_similarity(x, y) >= _SLIP for x, y in zip(one, other))


def _is_pet_name(a: tuple[Word, ...], b: tuple[Word, ...], country: str) -> bool:
    """Whether two names of two words have one family name and given names that begin alike: `Nikos` and `Nikolaos`."""
    if len(a) != 2 or len(b) != 2 or not words_alike(a[1], b[1], country) or _is_his_and_hers(a[0], b[0]):
        return False
    one, other = a[0].forms[0], b[0].forms[0]
    return min(len(one), len(other)) > _BEGINNING and one[:_BEGINNING] == other[:_BEGINNING]


def _joined_alike(a: str, b: str) -> bool:
    """Whether the names are the same once written in one word: `Kuang-yao Hsu`, `Mwinyi Mvua`."""
    one, other = re.sub(r"\W", "", fold(a)), re.sub(r"\W", "", fold(b))
    return len(one) >= _EDIT_LENGTH and spelled(one) == spelled(other)
