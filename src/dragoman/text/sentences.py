"""Sentences, by rule: full stops that end one, and those of abbreviations, initials, numbers and quotations that do not."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from dragoman.text.lexicons import sentence_lexicon
from dragoman.text.segments import Range

_STOP = re.compile(r"[.!?…]+[)\]]*")
_LAST_WORD = re.compile(r"[^\W_][\w.'-]{0,20}$")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?)*[^\W\d_]$")
_FIRST_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*'?")
_LAST_LETTERS = re.compile(r"[^\W\d_]+$")
_SHORTEST_LAST_WORD = 3
_FEWEST_IN_TITLE = 2
_TITLE_ZONE = 300
"""Within so many characters of a text's top a title may end in a name."""
_OPENING = "\"«“„‘'([‹"
_FEWEST_WORDS = 6


def find_sentences(text: str, start: int, end: int, quoted: Sequence[Range] = ()) -> list[Range]:
    """The ranges of the sentences of a stretch; `quoted` are the ranges within it, marks included, that no cut may fall into, in order."""
    cuts = sorted(set(_cuts(text, start, end, quoted)))
    ranges, at = [], start
    for cut in [*cuts, end]:
        trimmed = trim(text, at, cut)
        if trimmed[0] < trimmed[1]:
            ranges.append(trimmed)
        at = max(at, cut)
    return ranges


def trim(text: str, start: int, end: int) -> Range:
    """The range without the blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cuts(text: str, start: int, end: int, quoted: Sequence[Range]) -> list[int]:
    openings = {outer[0] for outer in quoted}
    cuts = [outer[1] for outer in quoted if outer[1] < end and _ends_behind(text, outer, end)]
    upcoming = iter([*quoted, (end, end)])
    first, last = next(upcoming)
    for match in _STOP.finditer(text, start, end):
        while last <= match.start() and last < end:
            first, last = next(upcoming)
        if first <= match.start() < last:
            continue
        if match.end() < end and (_is_end(text, match.start(), match.end(), end, start) or trim(text, match.end(), end)[0] in openings):
            cuts.append(match.end())
    return [*cuts, *_unmarked_cuts(text, start, end, quoted)]


def _unmarked_cuts(text: str, start: int, end: int, quoted: Sequence[Range]) -> list[int]:
    """Where a sentence begins although the stop before it was lost: a title before its text, a line joined to the next."""
    lexicon = sentence_lexicon()
    cuts: list[int] = []
    for match in lexicon.unmarked.finditer(text, start, end):
        at = match.start()
        word = _LAST_LETTERS.search(text, max(start, at - 30), at)
        if word is None or word[0] in lexicon.honorifics or len(word[0]) < _SHORTEST_LAST_WORD:
            continue
        opening = match[1] or match[2]
        if not word[0].islower() and (at > _TITLE_ZONE or opening not in lexicon.unmarked_titles):
            continue
        if text.count(" ", start, at) >= _FEWEST_IN_TITLE and not _falls_into(quoted, at):
            cuts.append(at)
    return cuts


def _falls_into(quoted: Sequence[Range], at: int) -> bool:
    number = bisect_right(quoted, (at, at)) - 1
    return number >= 0 and quoted[number][0] < at < quoted[number][1]


def _ends_behind(text: str, outer: Range, end: int) -> bool:
    """Whether a sentence ends with the quotation's closing mark."""
    at = outer[1]
    following = trim(text, at, end)[0]
    if following >= end or not (text[at].isspace() or text[at] in _OPENING):
        return False
    inner = text[outer[0] : at].rstrip("\"»”’'›“« ")
    first = text[following]
    if inner.endswith((".", "!", "?", "…")):
        return first.isupper() or first in _OPENING or first.isdigit()
    word = _FIRST_WORD.match(text, following, end)
    long = inner.count(" ") + 1 >= _FEWEST_WORDS and inner.lstrip("\"«“„‘' ")[:1].isupper()
    return long and word is not None and word[0] in sentence_lexicon().starters and word[0] not in ("M", "Mme", "MM")


def _is_end(text: str, stop: int, behind: int, end: int, start: int) -> bool:
    """Whether the stop at `stop`, with what closes behind it up to `behind`, ends a sentence."""
    following = trim(text, behind, end)[0]
    if following >= end:
        return False
    first = text[following]
    if following == behind and first not in _OPENING:
        return False
    if not (first.isupper() or first.isdigit() or first in _OPENING or first in "-–—•" or _is_caseless_letter(first)):
        return False
    if text[stop] != "." or text[stop : stop + 2] == "..":
        return text[stop - 1 : stop] != "("
    return not _is_abbreviated(text, stop, following, end, start)


def _is_caseless_letter(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


def _is_abbreviated(text: str, stop: int, following: int, end: int, start: int) -> bool:
    word = _LAST_WORD.search(text, max(start, stop - 22), stop)
    if not word:
        return False
    lexicon = sentence_lexicon()
    if word[0] in lexicon.abbreviations or word[0].rpartition("'")[2] in lexicon.abbreviations:
        return True
    first = _FIRST_WORD.match(text, following, end)
    starts = first is not None and first[0] in lexicon.starters
    if _INITIALS.fullmatch(word[0]) and (len(word[0]) > 1 or word[0].isupper()):
        return not starts
    # the number of an item
    return word[0].isdigit() and len(word[0]) <= 2 and (stop - len(word[0]) <= start or text[stop - len(word[0]) - 1] == "\n")
