"""The persons of a document: which names are one person, and who holds which office."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from dragoman.annotations.folding import fold
from dragoman.annotations.name_likeness import core_words, same_person
from dragoman.annotations.titles import Title
from dragoman.annotations.word_sets import WordSet

_MOST_COMPARISONS = 20_000
_MOST = 150
"""How many persons a name is compared with: more are on no real page."""


_MASCULINE, _FEMININE = WordSet("masculine_articles"), WordSet("feminine_articles")


@dataclass(slots=True)
class Holding:
    """An office told of a person: the vocabulary's word, the title it was read from, where it is told (the index of the title's first
    word)."""

    office: str
    title: Title | None
    organisation: str | None = None
    former: bool = False
    domain: str = ""
    words: tuple[int, int] = (0, 1)
    """The words that tell it where there is no title: `homologue tunisien`."""


@dataclass(eq=False, slots=True)
class Person:
    """A person of the document, by every form of the name in it; without a form, the unnamed holder of an office.

    `told` counts the states that the text itself tells of the person; `country` is what was settled from them and the rest.
    """

    forms: list[tuple[str, ...]] = field(default_factory=list)
    told: Counter[str] = field(default_factory=Counter)
    country: str | None = None
    holdings: list[Holding] = field(default_factory=list)
    organisation: str | None = None
    feminine: bool = False
    first: int = 0
    short_forms: list[tuple[str, ...]] = field(default_factory=list)
    inherits: bool = False

    @property
    def fullest(self) -> tuple[str, ...]:
        """The form with the most words; of two, the longer, of two as long, the first."""
        return max(self.forms, key=lambda form: (len(form), sum(map(len, form)))) if self.forms else ()

    def add_form(self, words: tuple[str, ...]) -> None:
        """Note a form of the name."""
        if words not in self.forms:
            self.forms.append(words)

    def call(self, words: tuple[str, ...]) -> None:
        """Note by what name the text calls the person, the latest last."""
        if words in self.short_forms:
            self.short_forms.remove(words)
        self.short_forms.append(words)

    def hold(self, holding: Holding) -> None:
        """Note an office; of one told more than once, the title with the most words is kept."""
        key = (holding.office, holding.organisation, holding.former, holding.domain)
        for k, known in enumerate(self.holdings):
            if (known.office, known.organisation, known.former, known.domain) == key:
                if known.title is None or (holding.title is not None and holding.title.length > known.title.length):
                    self.holdings[k] = holding
                return
        self.holdings.append(holding)

    def offices(self) -> set[str]:
        """The offices told of the person, former ones apart where there are others."""
        present = {h.office for h in self.holdings if not h.former}
        return present or {h.office for h in self.holdings}

    def agrees_with(self, article: str) -> bool:
        """Whether the person is of the gender that an article tells: no minister of whom `la` is said is `le diplomate`."""
        if article in _FEMININE:
            return self.feminine
        return not self.feminine if article in _MASCULINE else True

    def may_be_called(self, style: str) -> bool:
        """Whether a head of state may be called by a title of this style: no president is `le Souverain`."""
        styles = {h.title.word.style for h in self.holdings if h.title is not None and h.title.word.style}
        return not style or not styles or style in styles

    def holds(self, offices: set[str] | frozenset[str], domain: str = "") -> bool:
        """Whether one of these offices is told of the person, in this domain where one is given."""
        return any(h.office in offices and (not domain or not h.domain or h.domain == domain) for h in self.holdings)


class Roster:
    """The persons found so far, in the order of their first mention."""

    def __init__(self) -> None:
        self.persons: list[Person] = []
        self._comparisons = 0

    def by_name(self, words: tuple[str, ...], states: tuple[str, ...], offices: set[str]) -> Person | None:
        """The person that a name means: of several who fit, one with the office told, else the latest."""
        fitting = [p for p in self.persons[-_MOST:] if p.forms and self._agrees(p, states) and self._same(words, p)]
        if len(core_words(words)) > 1 and offices:
            return fitting[-1] if fitting else self._by_office(words, states, offices)
        with_office = [p for p in fitting if offices & p.offices()]
        chosen = with_office or fitting
        return chosen[-1] if chosen else None

    def _same(self, words: tuple[str, ...], person: Person, loosely: bool = False) -> bool:
        """Whether the words may name the person; on a page with endless names only the same words do."""
        self._comparisons += len(person.forms)
        if self._comparisons > _MOST_COMPARISONS:
            return words in person.forms
        return any(same_person(words, form, loosely=loosely) for form in person.forms)

    @staticmethod
    def _agrees(person: Person, states: tuple[str, ...]) -> bool:
        return not states or not person.told or any(s in person.told for s in states)

    def _by_office(self, words: tuple[str, ...], states: tuple[str, ...], offices: set[str]) -> Person | None:
        """One whose office and state are the same, and whose name is spelled a little otherwise: `Djeyhoun`, `Jeyhun`."""
        for person in self.persons[-_MOST:]:
            told = bool(states) and states[0] in person.told and bool(offices & person.offices())
            if told and self._same(words, person, loosely=True):
                return person
        return None

    def add(self, person: Person) -> Person:
        """Enter a person."""
        self.persons.append(person)
        return person

    def holder(
        self, offices: set[str] | frozenset[str], country: str | None, organisation: str | None = None, domain: str = ""
    ) -> Person | None:
        """Who holds one of these offices for this country or organisation: a named person before an unnamed one, the first told."""
        fitting = [
            p
            for p in self.persons[:_MOST]
            if p.holds(offices, domain)
            and ((country is not None and p.country == country) or (organisation is not None and p.organisation == organisation))
        ]
        present = [p for p in fitting if not all(h.former for h in p.holdings if h.office in offices)]
        named = [p for p in present if p.forms]
        return next(iter(named or present), None)


def folded(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words as they are compared."""
    return tuple(fold(word) for word in words)
