"""How long a visit lasts: `une visite de trois jours` that began, or ended, on the day told."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.reading.drafts import DraftDate

LONGEST = 30
"""Stays of more days than this are residences."""

Range = tuple[int, int]


class Durations(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of `lexicon/fr/durations.yaml`; see there for what each list is."""

    numbers: dict[str, int]
    units: dict[str, int]
    before: tuple[str, ...]
    closing: tuple[str, ...]
    opening: tuple[str, ...]

    def pattern(self) -> re.Pattern[str]:
        """A length of stay with its number and its unit."""
        numbers, units = "|".join(self.numbers), "|".join(sorted(self.units, key=len, reverse=True))
        before = "|".join(re.escape(word) for word in self.before)
        return re.compile(rf"\b(?:{before})\s?(?P<number>\d{{1,3}}|{numbers})\s(?P<unit>{units})\b", re.IGNORECASE)


@cache
def _durations(language: str = "fr") -> tuple[Durations, re.Pattern[str]]:
    data = files("dragoman").joinpath(f"lexicon/{language}/durations.yaml").read_bytes()
    found = msgspec.yaml.decode(data, type=Durations)
    return found, found.pattern()


def stay(told: DraftDate, text: str, scope: Range) -> DraftDate:
    """The days of a stay of which one day is told: that day and those about it, by the sentence in `scope`."""
    day = _exact(told.edtf)
    words, pattern = _durations()
    sentence = text[slice(*scope)].lower()
    found = pattern.search(sentence)
    if day is None or found is None:
        return told
    count = words.numbers.get(found["number"]) or (int(found["number"]) if found["number"].isdigit() else 0)
    days = count // words.units[found["unit"]]
    if not 2 <= days <= LONGEST:
        return told
    ends = any(word in sentence for word in words.closing) and not any(word in sentence for word in words.opening)
    other = day + timedelta(days=1 - days if ends else days - 1)
    first, last = sorted((day, other))
    evidence = (scope[0] + found.start(), scope[0] + found.end())
    return DraftDate(f"{first.isoformat()}/{last.isoformat()}", [*told.evidence, evidence], told.basis)


def _exact(edtf: str) -> date | None:
    """The day that an EDTF date is; None where it is no single day."""
    return date.fromisoformat(edtf) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", edtf) else None
