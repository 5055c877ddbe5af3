"""The words around a name that tell whether it is a place: prepositions, nouns of places, titles of persons, nouns of named texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.annotations.name_text import key, plain
from dragoman.annotations.table import rows
from dragoman.annotations.towns import is_large

_BEFORE = re.compile(r"(\w+)(\W{0,4})\Z")
_AFTER = re.compile(r"(\W{0,4})(\w+)")
_WINDOW = 64
_OF = frozenset({"de", "d", "du", "des"})
_HYPHENS = ("-", "‐", "‑")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(plain(row["word"]) for row in rows("place_words") if row["kind"] == kind)


def kind_of_apart(name: str) -> str | None:
    """What a looked-up name of a town is more often than not; None where it is a town.

    `common` is another word (`Sens`), `person` a surname (`Laval`), `never` a spelling that is no town's in French (`Selon`).
    """
    return _apart().get(name)


@cache
def _apart() -> dict[str, str]:
    return {key(row["word"]): row["kind"] for row in rows("towns_apart")}


def is_given_name(name: str) -> bool:
    """Whether a looked-up name is a person's given name (`Charlotte`)."""
    return name in _given_names()


@cache
def _given_names() -> frozenset[str]:
    return frozenset(key(row["name"]) for row in rows("given_names"))


@cache
def _named_text() -> re.Pattern[str]:
    """A noun of a named text with its complement's preposition, at the end of plain text: `accord de paix d'` before `Alger`."""
    nouns = "|".join(sorted({key(r["word"]) for r in rows("named_texts") if r["kind"] == "noun"}, key=lambda n: (-len(n), n)))
    qualifiers = "|".join(sorted({key(r["word"]) for r in rows("named_texts") if r["kind"] == "qualifier"}, key=lambda n: (-len(n), n)))
    return re.compile(rf"\b(?:{nouns})(?: (?:{qualifiers})){{0,2}}(?: de? \w+ et)? (?:de|d|du|des|la|le) ?(?:la |le )?\Z")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words on both sides of a range, as written, and the signs between."""

    before: str
    gap_before: str
    after: str
    gap_after: str
    plain_before: str
    noun: str

    @property
    def at(self) -> bool:
        """Whether a preposition or a bracket before it says that something is there: `à Oran`, `(Oran)`."""
        word = self.plain_before
        return (word in _words("at") and self.before != "a") or "(" in self.gap_before

    @property
    def loosely_at(self) -> bool:
        """Whether what stands before it may be said of a place: `de`, `entre`, a comma, the beginning of a line."""
        return self.at or self.plain_before in _words("of") or "," in self.gap_before or not self.before or "\n" in self.gap_before

    @property
    def of_place_noun(self) -> bool:
        """Whether the noun of a place comes before its preposition: `l'aéroport de Zaventem`."""
        return is_place_noun(self.noun)

    @property
    def dateline(self) -> bool:
        """Whether it begins a line and a bracket, a dash or a comma follows: `ALGER (APS)`, `Rabat, 4 mai`."""
        begins = not self.before or "\n" in self.gap_before
        return begins and any(c in self.gap_after for c in "(,-–—:/")

    @property
    def person(self) -> bool:
        """Whether a title or a capitalised word makes it a person's name or a part of another name: `M. Nancy`, `Paris Saint-Germain`."""
        spaced = self.gap_before in (" ", "\u00a0", "-", ". ", ".\u00a0")
        if spaced and self.plain_before in _words("courtesy") and self.before[0].isupper():
            return True
        if self.gap_before in (" ", "\u00a0"):
            if self.plain_before in _words("title"):
                return True
            if self.before[0].isupper() and len(self.before) > 1 and self.plain_before not in _words("opener"):
                return True
        return False

    @property
    def between_towns(self) -> bool:
        """Whether a hyphen joins it to another large town or capital: `Quito-Mexico`."""
        after = self.gap_after in _HYPHENS and is_large(self.after)
        return after or (self.gap_before in _HYPHENS and is_large(self.before))

    @property
    def inside_word(self) -> bool:
        """Whether a hyphen joins it to a word before it that is no town: `Saint-Paris`."""
        return self.gap_before in _HYPHENS and self.before != "" and not self.between_towns

    @property
    def longer_name(self) -> bool:
        """Whether a capitalised word follows that goes on with the name: `Paris Saint-Germain`, `Washington Post`."""
        if self.gap_after in (" ", "\u00a0") and self.after[:1].isupper():
            return plain(self.after) not in _words("courtesy")
        if self.gap_after in _HYPHENS:
            return plain(self.after) not in _words("suffix") and not self.between_towns
        return self.gap_after in ("'", "’")


def surroundings(text: str, start: int, end: int) -> Surroundings:
    """The surroundings of `text[start:end]`."""
    low = max(0, start - _WINDOW)
    before = _BEFORE.search(text, low, start)
    after = _AFTER.match(text, end, min(len(text), end + _WINDOW))
    word = before.group(1) if before else ""
    return Surroundings(
        before=word,
        gap_before=before.group(2) if before else text[low:start],
        after=after.group(2) if after else "",
        gap_after=after.group(1) if after else text[end : end + 4],
        plain_before=plain(word),
        noun=_noun_of(text, low, before.start()) if before and plain(word) in _OF else "",
    )


def _noun_of(text: str, low: int, end: int) -> str:
    """The plain word before the preposition that begins at an offset."""
    found = _BEFORE.search(text, low, end)
    return plain(found.group(1)) if found else ""


def in_named_text(looked_up: str, start: int) -> bool:
    """Whether a name that begins at an offset ends the name of a text or a body: `accord de` before `Paris`. `looked_up` is plain text."""
    return bool(_named_text().search(looked_up[max(0, start - _WINDOW) : start]))


def is_place_noun(word: str) -> bool:
    """Whether a plain word is a noun that a town's name completes: `ville`, `wilaya`, `port`."""
    return word in _words("place_noun")
