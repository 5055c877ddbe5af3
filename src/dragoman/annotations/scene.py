"""Who and what has been spoken of so far, in the order of the text: what an anaphor can point at."""

from __future__ import annotations

from bisect import bisect_left, insort_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import attrgetter

from dragoman.annotations.home import Home
from dragoman.annotations.page import Page
from dragoman.annotations.roster import Person

_MOST_BACK = 250
_LONGEST_LINE = 250
_HALF = 60
_OPENING, _OPENING_WEIGHT = 30, 0.3
_HOME_WEIGHT = 1.5

Target = Person | str
"""A person, or the id of a country, an organisation, an institution."""


@dataclass(frozen=True, slots=True)
class Event:
    """Somebody or something spoken of at a word's index; `country` is the state of it."""

    at: int
    target: Target
    country: str | None
    named: bool = True


class Scene:
    """The events of the text up to a point."""

    def __init__(self, page: Page, home: Home) -> None:
        self.page = page
        self.home = home.state
        self.strong = home.strong
        self.sections = home.sections
        self.events: list[Event] = []
        self.spoken: set[str] = set()
        self._counted: list[str] | None = None

    def home_at(self, at: int) -> str | None:
        """The home of a line: the state that opens it before a colon (`Gabon : le président se rend ...`), or that the part of a digest
        is about, else the document's."""
        start = at
        while start > max(0, at - _LONGEST_LINE) and self.page.words[start - 1] != "\n":
            start -= 1
        while self.page.words[start] in "-–—•*":
            start += 1
        match, place = self.page.name[start], self.page.place[start]
        if match is not None and match.kind == "country" and self.page.at(self.page.name_end(start)) == ":":
            return match.ids[0]
        if place is not None and self.page.at(self.page.place_end(start)) == ":":
            return place.country
        return self.sections.state_at(self.page.starts[at]) or self.home if at < len(self.page) else self.home

    def speak_of(self, at: int, target: Target, country: str | None, named: bool = True) -> None:
        """Note that the text speaks of somebody."""
        insort_right(self.events, Event(at, target, country, named), key=attrgetter("at"))
        if country is not None:
            self.spoken.add(country)

    def back(self, before: int) -> list[Event]:
        """The events before a word, the latest first, no more than can matter."""
        end = bisect_left(self.events, before, key=attrgetter("at"))
        return self.events[max(0, end - _MOST_BACK) : end][::-1]

    def between(self, since: int, before: int) -> list[Event]:
        """The events between two words, in order."""
        key = attrgetter("at")
        return self.events[bisect_left(self.events, since, key=key) : bisect_left(self.events, before, key=key)]

    def last_person(self, before: int, fits: Callable[[Person], bool], within: int = 400) -> Person | None:
        """The person spoken of last before a word who fits, at most `within` words back."""
        for event in self.back(before):
            if before - event.at > within:
                return None
            if isinstance(event.target, Person) and fits(event.target):
                return event.target
        return None

    def organisations_back(self, before: int) -> Iterator[tuple[int, str]]:
        """The organisations spoken of before a word, the latest first, with the words' indexes."""
        return ((e.at, e.target) for e in self.back(before) if isinstance(e.target, str) and e.target.startswith("org:"))

    def persons_back(self, before: int) -> Iterable[Person]:
        """The persons spoken of before a word, the latest first, each once."""
        seen: set[int] = set()
        for event in self.back(before):
            if isinstance(event.target, Person) and id(event.target) not in seen:
                seen.add(id(event.target))
                yield event.target

    def last_country(self, before: int, apart: frozenset[str] = frozenset(), since: int = 0) -> str | None:
        """The state spoken of last, in whatever way, before a word and not before another."""
        for event in self.back(before):
            if event.at < since:
                return None
            if event.country and event.country not in apart:
                return event.country
        return None

    def first_side(self, before: int) -> str | None:
        """The state or organisation that speaks or is spoken of first in a sentence or the one before."""
        start = self.page.sentence_start(before)
        for since, until in ((start, before), (self.page.sentence_start(max(0, start - 2)), start)):
            for event in self.between(since, until):
                target = event.target
                side = target.organisation if isinstance(target, Person) else (target if target.startswith("org:") else None)
                if side or event.country:
                    return side or event.country
        return None

    def subject_country(self, before: int, apart: frozenset[str] = frozenset()) -> str | None:
        """The state told first in the nearest sentence before a word that tells one: its subject's, as a rule."""
        last = next((e for e in self.back(before) if e.country and e.country not in apart), None)
        return self.first_country(before, apart, self.page.sentence_start(last.at)) if last is not None else None

    def first_country(self, before: int, apart: frozenset[str] = frozenset(), since: int = 0) -> str | None:
        """The state spoken of first since a word: the subject's, as a rule, where the sentence begins there."""
        for event in self.between(since, before):
            if event.country and event.country not in apart:
                return event.country
        return None

    def salient_countries(self, before: int, count: int) -> list[str]:
        """The states most spoken of so far, recent words counting more; the two sides of what the text is about, as a rule."""
        weights: dict[str, float] = defaultdict(float)
        opening = self.between(0, min(before, _OPENING))
        for event in {id(e): e for e in (*opening, *self.back(before))}.values():
            if event.country and not event.country.startswith("org:"):
                weights[event.country] += 0.5 ** ((before - event.at) / _HALF) + (_OPENING_WEIGHT if event.at < _OPENING else 0)
        if self.strong and self.home in weights:
            weights[self.home] *= _HOME_WEIGHT
        ranked = sorted(weights, key=lambda c: -weights[c])
        if len(ranked) < count:
            ranked.extend(c for c in self._on_page() if c not in weights)
        return ranked[:count] if len(ranked) >= count else []

    def _on_page(self) -> list[str]:
        """The states of the whole page, those named most first."""
        if self._counted is None:
            counts: Counter[str] = Counter()
            for i, match in enumerate(self.page.name):
                if match is not None and match.kind in ("country", "nationality") and self.page.name[i - 1] is not match:
                    counts[match.ids[0]] += 1
            self._counted = [country for country, _ in counts.most_common()]
        return self._counted
