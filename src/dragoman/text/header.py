"""Front matter: what a page sets before and around its prose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.text.boilerplate import not_prose
from dragoman.text.datelines import Dateline, date_pattern, dateline_at, inner_dateline
from dragoman.text.page_lexicon import page_lexicon
from dragoman.text.paragraphs import find_paragraphs
from dragoman.text.repaired import RepairedText
from dragoman.text.segments import Range
from dragoman.text.sentences import trim

_HEADER = re.compile(r"\s*(?:date\s*:?\s*(\d{4}(?:-\d{2}){0,2})(?![\d-])|(\d{4}-\d{2}-\d{2})(?=\s|$))[\s:,.–—-]*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://[^\s/]+/(?:\S{0,60}?/)?((?:19|20)\d\d)[/-]?(\d\d)[/-]?(\d\d)/")
_LOOKED_AT = 8
_PROSE_LENGTH = 160
_SEEN = 3000


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands before and around the prose; all ranges count in the repaired text.

    `header_date` is the EDTF of a leading `date 2022-08` line, `published` that of a line which says when the page was published; both None
    where there is none. `dateline_place`, `dateline_date` and `agency` are the parts of the dateline, `dateline_day` its date in EDTF
    (`XXXX-03-12` where it leaves the year out). The prose begins at `body_start`;
    `not_prose` are the ranges, in order and apart, that belong to no sentence: the header, the dateline, bylines, buttons, captions, tails.
    """

    header_date: str | None = None
    header: Range | None = None
    published: str | None = None
    published_range: Range | None = None
    dateline_place: Range | None = None
    dateline_date: Range | None = None
    dateline_day: str | None = None
    agency: Range | None = None
    body_start: int = 0
    not_prose: tuple[Range, ...] = ()


def header_end(text: str) -> int:
    """Where a leading `date 2022-08` of a text ends; 0 where there is none."""
    found = _HEADER.match(text)
    return found.end() if found else 0


def front_matter(repaired: RepairedText) -> FrontMatter:
    """What is front matter and what is no prose in a text."""
    text = repaired.text
    header = _HEADER.match(text)
    behind = header.end() if header else 0
    paragraphs = find_paragraphs(text)
    opening = [(max(start, behind), end) for start, end in paragraphs[:_LOOKED_AT] if end > behind]
    line = _dateline(text, opening)
    published, published_range = _published(text, behind)
    ranges = not_prose(text, behind, paragraphs)
    if header:
        ranges.append((0, behind))
    if line:
        ranges.append((line[0], line[1].end))
    return FrontMatter(
        header_date=_valid(header[1] or header[2]) if header else None,
        header=(header.start(), header.end()) if header else None,
        published=published,
        published_range=published_range,
        dateline_place=line[1].place if line else None,
        dateline_date=line[1].date if line else None,
        dateline_day=_day_of(text, line[1].date) if line else None,
        agency=line[1].agency if line else None,
        body_start=trim(text, line[1].end, len(text))[0] if line else _body_start(behind, opening, ranges),
        not_prose=tuple(_apart(ranges)),
    )


def _dateline(text: str, paragraphs: Sequence[Range]) -> tuple[int, Dateline] | None:
    """The first dateline of the first paragraphs, with where it begins."""
    for start, end in paragraphs:
        line = dateline_at(text, start, end)
        if line:
            return start, line
        inner = inner_dateline(text, start, end)
        if inner:
            return inner
        if end - start > _PROSE_LENGTH and text[end - 1] in '.!?»”"':
            return None
    return None


def _day_of(text: str, date: Range | None) -> str | None:
    """The EDTF of a dateline's date."""
    if date is None:
        return None
    words = text[slice(*date)].lower()
    named = re.search(r"(\d{1,2})(?:er)?\s?([^\W\d_]+)", words)
    month = page_lexicon().months.get(named[2]) if named else None
    return edtf_of(words) or (_valid(f"XXXX-{month:02}-{int(named[1]):02}") if named and month else None)


def _body_start(behind: int, opening: Sequence[Range], ranges: Sequence[Range]) -> int:
    """Where the first paragraph begins that is not dropped whole."""
    for start, end in opening:
        if not any(first <= start and end <= last for first, last in ranges):
            return start
    return behind


def _apart(ranges: Sequence[Range]) -> list[Range]:
    merged: list[Range] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


@cache
def _dated_lines() -> tuple[re.Pattern[str], ...]:
    """Lines that say when a page was published, and those that say when it was last changed."""
    lexicon = page_lexicon()
    changed = "|".join(re.escape(word) for word in lexicon.changed)
    behind = rf"(?=[\s,|à-]{{0,4}}(?:\d{{1,2}}\s?[h:]|$|\||(?:{changed})\b)|\s?[,|]\s?[^.!?»\n]{{1,25}}$)"
    published = "|".join(re.escape(word) for word in lexicon.published)
    openings = (rf"(?:(?:{published})\s?:?\s)?", rf"(?:(?:{changed})\s?:?\s)")
    return tuple(
        re.compile(rf"(?im)^\W{{0,4}}(?:[^\n|]{{0,40}}\|\s?)?{opening}\W{{0,3}}({date_pattern()}){behind}") for opening in openings
    )


def _published(text: str, start: int) -> tuple[str | None, Range | None]:
    """What a line near the top says of when the page was published, else of when it was last changed, else its address."""
    top = text[start : start + _SEEN]
    for pattern in _dated_lines():
        for match in pattern.finditer(top):
            date = edtf_of(match[1])
            if date:
                return date, (start + match.start(1), start + match.end(1))
    return _in_address(text[: start + _SEEN])


def _in_address(text: str) -> tuple[str | None, Range | None]:
    """The day in the first address that tells one, and where."""
    for match in _ADDRESS.finditer(text):
        date = _valid("-".join(match.groups()))
        if date:
            return date, (match.start(1), match.end(3))
    return None, None


def dated_address(address: str) -> str | None:
    """The day that the address of a page tells (`.../2021/03/12/...`), in EDTF; None where it tells none."""
    return _in_address(address)[0]


def edtf_of(words: str) -> str | None:
    """The EDTF of a calendar date with its year (`12 mars 2021`, `12/03/2021`, `2021-03-12`); None where the words are none."""
    lower = words.lower()
    iso = re.search(r"(\d{4})-(\d{2})-(\d{2})", lower)
    if iso:
        return _valid(iso[0])
    numeric = re.search(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", lower)
    if numeric:
        return _valid(f"{numeric[3]}-{int(numeric[2]):02}-{int(numeric[1]):02}")
    named = re.search(r"(\d{1,2})(?:er)?\s?([^\W\d_]+)\.?,?\s?(\d{4})", lower)
    month = page_lexicon().months.get(named[2]) if named else None
    return _valid(f"{named[3]}-{month:02}-{int(named[1]):02}") if named and month else None


def _valid(date: str) -> str | None:
    """The date itself where its month and day exist."""
    parts = [int(part) for part in date.split("-")[1:]]
    if parts and not 1 <= parts[0] <= 12:
        return None
    return date if len(parts) < 2 or 1 <= parts[1] <= 31 else None
