"""Datelines: `ALGER, 12 mars (APS) -`, `Paris, le 3 mai 2019 –`, `Hanoï (VNA) -`, `(Agence Ecofin) -`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.text.lexicons import sentence_lexicon
from dragoman.text.page_lexicon import page_lexicon
from dragoman.text.segments import Range

_END = r"\s*(?:\.?\s?(?:-{1,3}|–|—|/)\s*|[.:](?=\s)\s*|$)"
_INNER = re.compile(r" (?=[A-ZÀ-Þ(])")
_SHORTEST_TITLE, _LONGEST_TITLE = 15, 220
_PROSE = 60
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
    """The forms of a dateline, the most telling first."""
    particles = "|".join(re.escape(p) for p in page_lexicon().particles)
    agencies = "|".join(re.escape(name) for name in sorted(page_lexicon().agencies, key=len, reverse=True))
    word = r"[A-ZÀ-Þ][\w'.-]{0,24}"
    place = rf"(?P<place>{word}(?:[ /-](?:(?:{particles}) ?){{0,2}}{word}){{0,4}})"
    country = r"(?:\s?\((?P<country>[^()\n]{2,40})\))?"
    agency = r"(?:\(\s?(?P<agency>[^()\n]{2,40})\)|/(?P<slashed>[A-Z][\w ]{1,14})/)"
    named = rf"(?P<agency>(?:{agencies})(?:/[A-Z][\w-]{{1,10}})?)"
    date = rf"(?P<date>(?i:{date_pattern()}))(?:,?\s(?:à\s)?\d{{1,2}}\s?[hH:]\s?\d{{0,2}})?"
    upper = r"(?P<place>[A-ZÀ-Þ][A-ZÀ-Þ'.-]{2,24}(?:[ /-][A-ZÀ-Þ][A-ZÀ-Þ'.-]{1,24}){0,3})"
    forms = (
        rf"{place}{country}\s?,?\s{date}\s?[.,]?\s?{agency}(?:{_END}|\s+)",
        rf"{place}{country}\s?,\s{date}\s?[,.–-]?\s{named}{_END}",
        rf"{place}{country}\s?,\s{date}(?:{_END}|\s?(?=[A-ZÀ-Þ][a-zà-ÿ]))",
        rf"{place}{country}\s?[-–—]\s?{date}{_DASH}",
        rf"(?P<agency>[A-Z]{{2,12}})/{place}\s?,?\s{date}{_END}",
        rf"{place}\s?,?\s{agency}{_DASH}",
        rf"{place}\s[-–—]\s{named}\s?:\s*",
        rf"{agency}(?:{_DASH}|\s+)(?=[A-ZÀ-Þ«\"“„‘»(])",
        rf"{named}\s?(?:-{{1,2}}|–|—|/)\s*(?=[A-ZÀ-Þ«\"“„‘»])",
        rf"{upper}{country}\s?(?:\.?\s?-{{1,2}}|–|—)\s*(?=[A-ZÀ-Þ«\"“„‘»])",
        rf"{date}\s[–—-]\s{place}{country}(?:\s[–—-]\s[^\n.]{{0,60}})?$",
        rf"{date}\s?[–—-]\s(?=[A-ZÀ-Þ«\"“„‘»])",
        rf"(?P<weak>{word}(?:[ /-]{word}){{0,2}})\s?(?:-|–|—)\s(?=[A-ZÀ-Þ«\"“„‘»])",
    )
    return tuple(re.compile(form) for form in forms)


def dateline_at(text: str, start: int, end: int) -> Dateline | None:
    """The dateline that opens a paragraph, None where it has none."""
    window = text[start : min(end, start + 200)].split("\n", 1)[0]
    prose = text[end - 1] in '.!?»”"' and end - start > _PROSE
    for pattern in _patterns():
        match = pattern.match(window)
        if match and _is_dateline(window, match, prose):
            groups = {name: value for name, value in match.groupdict().items() if value}
            ranges = {name: (start + match.start(name), start + match.end(name)) for name in groups}
            place = ranges.get("place") or ranges.get("weak")
            agency = ranges.get("agency") or ranges.get("slashed") or _agency_in(text, ranges.get("country"))
            return Dateline(start + match.end(), _undotted(text, place), _undotted(text, ranges.get("date")), agency)
    return None


def inner_dateline(text: str, start: int, end: int) -> tuple[int, Dateline] | None:
    """A dateline behind a title in the same paragraph, with where it begins: only one that tells its date or its agency."""
    if end - start < _LONGEST_TITLE:
        return None
    found: tuple[int, Dateline] | None = None
    for match in _INNER.finditer(text, start + _SHORTEST_TITLE, min(end, start + _LONGEST_TITLE)):
        if text.find(". ", start, match.start()) >= 0:
            break
        line = dateline_at(text, match.end(), end)
        if line is None or not (line.agency or (line.date and line.place)):
            continue
        marked = text[match.end() : line.end].rstrip()[-1:] in "-–—.:/" or (
            line.date is not None and text[line.date[1] - 4 : line.date[1]].isdigit()
        )
        if (line.agency or marked) and (found is None or (found[1].end == line.end and not _is_upper(text, found[1]))):
            found = match.end(), line  # the last name before the date is the town: `... de Colombie Berne, 22.06.2021`
    return found


def _is_upper(text: str, line: Dateline) -> bool:
    return line.place is not None and text[slice(*line.place)].isupper()


def _undotted(text: str, place: Range | None) -> Range | None:
    """A place or a date without the stop behind it: `SAINT-DOMINGUE.-`."""
    if place and text[place[1] - 1] in ".-" and place[1] - place[0] > 5:
        return place[0], place[1] - 1
    return place


def _agency_in(text: str, country: Range | None) -> Range | None:
    """The range in brackets behind the place, where it names an agency instead of a country."""
    if country and text[country[0] : country[1]] in page_lexicon().agencies:
        return country
    return None


def _is_dateline(window: str, match: re.Match[str], prose: bool) -> bool:
    groups = match.groupdict()
    agency, place, weak = groups.get("agency"), groups.get("place"), groups.get("weak")
    starters = sentence_lexicon().starters
    if (place or weak or "").split(" ")[0] in starters - {"Le", "La", "Les"} or place in starters:
        return False
    if weak:  # a town and a dash may be half a headline: only before a sentence of prose
        following = re.match(r"[\w]+'?", window[match.end() :])
        return prose and following is not None and following[0] in starters
    if agency and not groups.get("date"):
        known = agency.split("/")[0].strip() in page_lexicon().agencies or agency.strip().lower().startswith("agence")
        short = agency[:1].isupper() and agency.count(" ") <= 3 and not any(c.isdigit() for c in agency)
        return known or (short and (place is not None or match.end() < len(window)))
    return True
