"""Datelines: `ALGER, 12 mars (APS) -`, `Paris, le 3 mai 2019 –`, `Hanoï (VNA) -`, `(Agence Ecofin) -`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.text.page_lexicon import page_lexicon
from dragoman.text.segments import Range

_END = r"\s*(?:\.?\s?(?:-{1,3}|–|—|/)\s*|[.:](?=\s)\s*|$)"
_DASH = r"\s*\.?\s?(?:-{1,3}|–|—|:)\s*"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a text was filed from, when, and by whom, as far as told; `end` is where the prose begins."""

    end: int
    place: Range | None = None
    date: Range | None = None
    agency: Range | None = None


@cache
def date_pattern() -> str:
    """A calendar date as datelines write it, with or without the weekday and the year."""
    lexicon = page_lexicon()
    months = "|".join(sorted(map(re.escape, lexicon.months), key=len, reverse=True))
    days = "|".join(lexicon.weekdays)
    return (
        rf"(?:(?:le|ce|du)\s)?(?:(?:{days})\b[.,]?\s)?(?:le\s)?"
        rf"(?:\d{{1,2}}(?:er)?\s?(?:{months})\b\.?(?:,?\s?\d{{4}})?|\d{{1,2}}[/.-]\d{{1,2}}[/.-]\d{{2,4}}|\d{{4}}-\d{{2}}-\d{{2}})"
    )


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    particles = "|".join(re.escape(p) for p in page_lexicon().particles)
    word = r"[A-ZÀ-Þ][\w'.-]{0,24}"
    place = rf"(?P<place>(?:{word})(?:[ -](?:(?:{particles}) ?){{0,2}}{word}){{0,4}})"
    country = r"(?:\s?\((?P<country>[^()\n]{2,40})\))?"
    agency = r"\(\s?(?P<agency>[^()\n]{2,40})\)"
    date = rf"(?P<date>(?i:{date_pattern()}))"
    upper = r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'.-]{2,24}(?:[ -][A-ZÀ-Þ][A-ZÀ-Þ'.-]{1,24}){0,3})"
    agencies = "|".join(re.escape(name) for name in sorted(page_lexicon().agencies, key=len, reverse=True))
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{place}{country}\s?,?\s{date}\s?(?:,?\s?{agency})(?:{_END}|\s+)",
            rf"{place}{country}\s?,\s{date}{_END}",
            rf"{place}{country}\s?[-–—]\s?{date}{_DASH}",
            rf"{place}\s?,?\s{agency}{_DASH}",
            rf"{agency}(?:{_DASH}|\s+)(?=[A-ZÀ-Þ«\"“(])",
            rf"(?P<agency>{agencies})\s?(?:-{{1,2}}|–|—|/)\s*(?=[A-ZÀ-Þ«\"“])",
            rf"{upper}{country}\s?(?:\.?\s?-{{1,2}}|–|—)\s*(?=[A-ZÀ-Þ«\"“])",
            rf"{date}\s[–—-]\s{place}{country}(?:\s[–—-]\s|$)",
        )
    )


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that opens a paragraph, None where it has none."""
    window = text[start : min(end, start + 200)].split("\n", 1)[0]
    for pattern in _patterns():
        match = pattern.match(window)
        if match and _is_dateline(window, match):
            groups = match.groupdict()
            ranges = {name: (start + match.start(name), start + match.end(name)) for name, value in groups.items() if value}
            place, agency = ranges.get("place"), ranges.get("agency")
            return Dateline(start + match.end(), place, ranges.get("date"), agency or _agency_in(text, ranges.get("country")))
    return None


def _agency_in(text: str, country: Range | None) -> Range | None:
    """The range in brackets behind the place, where it names an agency instead of a country."""
    if country and text[country[0] : country[1]] in page_lexicon().agencies:
        return country
    return None


def _is_dateline(window: str, match: re.Match[str]) -> bool:
    groups = match.groupdict()
    agency, place = groups.get("agency"), groups.get("place")
    if agency and not groups.get("date") and not place:
        known = agency.strip() in page_lexicon().agencies or agency.strip().lower().startswith("agence")
        return known or (
            match.start("agency") > 0 and agency[:1].isupper() and agency.count(" ") <= 2 and not any(c.isdigit() for c in agency)
        )
    if agency and not groups.get("date"):
        return agency[:1].isupper() and agency.count(" ") <= 3
    return True
