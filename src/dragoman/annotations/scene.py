"""Who and what has been spoken of so far, in the order of the text: what an anaphor can point at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from dragoman.annotations.page import Page
from dragoman.annotations.roster import Person

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

    def __init__(self, page: Page, home: str | None) -> None:
        self.page = page
        self.home = home
        self.events: list[Event] = []
        self._counted: list[str] | None = None

    def home_at(self, at: int) -> str | None:
        """The home of a line: the state that opens it before a colon (`Gabon : le président se rend ...`), else the document's."""
        start = at
        while start > 0 and self.page.words[start - 1] != "\n":
            start -= 1
        while self.page.words[start] in "-–—•*":
            start += 1
        match, place = self.page.name[start], self.page.place[start]
        if match is not None and match.kind == "country" and self.page.at(self.page.name_end(start)) == ":":
            return match.ids[0]
        if place is not None and self.page.at(self.page.place_end(start)) == ":":
            return place.country
        return self.home

    def speak_of(self, at: int, target: Target, country: str | None, named: bool = True) -> None:
        """Note that the text speaks of somebody."""
        self.events.append(Event(at, target, country, named))

    def last_person(self, before: int, fits: Callable[[Person], bool], within: int = 400) -> Person | None:
        """The person spoken of last before a word who fits, at most `within` words back."""
        for event in reversed(self.events):
            if event.at < before and before - event.at <= within and isinstance(event.target, Person) and fits(event.target):
                return event.target
        return None

    def persons_back(self, before: int) -> Iterable[Person]:
        """The persons spoken of before a word, the latest first, each once."""
        seen: set[int] = set()
        for event in reversed(self.events):
            if event.at < before and isinstance(event.target, Person) and id(event.target) not in seen:
                seen.add(id(event.target))
                yield event.target

    def last_country(self, before: int, apart: frozenset[str] = frozenset(), since: int = 0) -> str | None:
        """The state spoken of last, in whatever way, before a word and not before another."""
        for event in reversed(self.events):
            if since <= event.at < before and event.country and event.country not in apart:
                return event.country
        return None

    def last_side(self, before: int) -> str | None:
        """The state or organisation spoken of last before a word, in its sentence or the one before."""
        start = self.page.sentence_start(max(0, self.page.sentence_start(max(0, before - 1)) - 2))
        for event in reversed(self.events):
            if start <= event.at < before:
                if isinstance(event.target, str) and event.target.startswith("org:"):
                    return event.target
                if event.country:
                    return event.country
        return None

    def first_country(self, before: int, apart: frozenset[str] = frozenset(), since: int = 0) -> str | None:
        """The state spoken of first since a word: the subject's, as a rule, where the sentence begins there."""
        for event in self.events:
            if since <= event.at < before and event.country and event.country not in apart:
                return event.country
        return None

    def salient_countries(self, before: int, count: int) -> list[str]:
        """The states most spoken of so far, recent words counting more; the two sides of what the text is about, as a rule."""
        weights: dict[str, float] = defaultdict(float)
        for event in self.events:
            if event.at < before and event.country and not event.country.startswith("org:"):
                weights[event.country] += 0.5 ** ((before - event.at) / 60)
        if self.home in weights:
            weights[self.home] *= 1.5  # type: ignore[index]
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
