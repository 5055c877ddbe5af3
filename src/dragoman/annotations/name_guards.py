"""What a name needs around it to be meant: capitals, an article, no personal name beside it."""

from __future__ import annotations

import re
from functools import cache

from dragoman.annotations.lexicon import states
from dragoman.annotations.name_patterns import Pattern, fits_acronym
from dragoman.annotations.name_text import plain
from dragoman.annotations.table import rows

_WINDOW = 48
_BEFORE = re.compile(r"([\w’']+)[\s\u00a0]*\Z")
_AFTER = re.compile(r"[ \u00a0]?([\w’'-]+)")
_PREPOSITIONS = frozenset({"d", "de", "en", "à", "contre", "avec", "pour", "entre", "vers"})
_ARTICLES = frozenset({"le", "la", "l'", "les", "du", "au", "aux", "des", "l’"})


@cache
def _noun_openers() -> frozenset[str]:
    """The words behind which a capitalised nationality is a noun."""
    return frozenset(row["word"] for row in rows("noun_openers"))


def holds(pattern: Pattern, text: str, start: int, end: int) -> bool:
    """Whether the form in the text at a range may be what the pattern means."""
    written = text[start:end]
    if pattern.written.endswith("+") != text.startswith("+", end) or _inside_acronym(pattern, text, start):
        return False
    if pattern.kind in ("nationality", "prefix", "apart"):
        return "\n" not in written
    if pattern.guard == "exact":
        return _without_accents(written) == _without_accents(pattern.written)
    if pattern.guard == "followed" and _given_name(text, start, end):
        return False
    if pattern.acronym:
        return fits_acronym(pattern, text[start : end + pattern.written.endswith("+")])
    if not _case_fits(pattern, written):
        return False
    if pattern.guard == "article":
        return _word_before(text, start) in _ARTICLES
    return pattern.guard != "bare" or not _capital_beside(text, start, end)


def _inside_acronym(pattern: Pattern, text: str, start: int) -> bool:
    """Whether a dotted acronym goes on from letters before it: `U.A.` in `O.U.A.`"""
    return "." in pattern.written and text[start - 1 : start] == "." and text[start - 2 : start - 1].isupper()


def _without_accents(name: str) -> str:
    """A name without accents, its capitals kept: papers write `Etat islamique`."""
    return "".join(p.upper() if c.isupper() else p for c, p in zip(name, plain(name)))


def _case_fits(pattern: Pattern, written: str) -> bool:
    if pattern.guard == "any":
        return True
    if pattern.kind == "country" or pattern.guard in ("cap", "article", "bare"):
        return any(c.isupper() for c in written) if " " in written or "-" in written else written[:1].isupper()
    return written[:1].isupper() or " " in pattern.written


def _word_before(text: str, start: int) -> str:
    found = _BEFORE.search(text, max(0, start - _WINDOW), start)
    if found is None:
        return ""
    word = found.group(1).lower()
    return "l'" if word.endswith(("l'", "l’")) and len(word) == 2 else word


def _capital_beside(text: str, start: int, end: int) -> bool:
    before = _BEFORE.search(text, max(0, start - _WINDOW), start)
    after = _AFTER.match(text, end)
    return bool((before and before.group(1)[:1].isupper() and len(before.group(1)) > 2) or (after and after.group(1)[:1].isupper()))


def _given_name(text: str, start: int, end: int) -> bool:
    """Whether a capitalised word goes on with the name and no preposition ties it to what stands before: `Israël Cohen`; `US $` too."""
    if text[end : end + 2].strip().startswith("$"):
        return True
    after = _AFTER.match(text, end)
    if after is None or not after.group(1)[:1].isupper():
        return False
    return _word_before(text, start).rstrip("'’") not in _PREPOSITIONS


def is_people(text: str, start: int) -> bool:
    """Whether a capitalised nationality is a noun: `les Algériens`, not the adjective of `République Algérienne`."""
    found = _BEFORE.search(text, max(0, start - _WINDOW), start)
    if found is None:
        return True
    word = re.split("[’']", found.group(1).lower().rstrip("’'"))[-1]
    return word in _noun_openers() or word.isdigit()


def is_town_beside(text: str, start: int, ids: tuple[str, ...]) -> bool:
    """Whether `à` before the name makes it the town: `à Luxembourg`, `à Panama`, whose states take `au`."""
    if _word_before(text, start) not in ("à", "a"):
        return False
    return all(alpha3 in states() and states()[alpha3].preposition != "à" for alpha3 in ids)
