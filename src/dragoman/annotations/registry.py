"""Enters the named persons of a document in its roster, before anybody unnamed is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotations.known_persons import known_country
from dragoman.annotations.name_likeness import core_words, same_person
from dragoman.annotations.names import Name
from dragoman.annotations.page import Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.roster import Holding, Person, Roster
from dragoman.annotations.titles import Title

_INHERIT = frozenset({"state", "head", "minister", "sent", "aide"})
_ONE_HOLDER = frozenset({"head_of_state", "head_of_government", "foreign_minister"})


class Registry:
    """The roster of a document, and which persons each phrase names.

    Made in three steps: `enter` every phrase, then `settle` the countries, then ask `named`.
    """

    def __init__(self, page: Page, phrases: Sequence[Phrase]) -> None:
        self.page = page
        self.roster = Roster()
        self.phrases = list(phrases)
        self.named: dict[int, list[Person]] = {}

    def enter(self) -> None:
        """Enter every named phrase, in order; a counterpart's name takes the office of the one whose counterpart it is."""
        before: list[tuple[Phrase, set[str]]] = []
        for phrase in self.phrases:
            for part in (phrase, phrase.principal):
                if part is None:
                    continue
                offices = self._offices(part, before)
                self._enter_names(part, offices)
                if offices:
                    before.append((part, offices))

    def _offices(self, phrase: Phrase, before: list[tuple[Phrase, set[str]]]) -> set[str]:
        if phrase.anaphor is not None and phrase.anaphor.kind == "counterpart":
            return antecedent_offices(phrase, before, self)
        told = {title.office() for title in phrase.titles if title.word.scope != "rank"}
        if not told and phrase.names and id(phrase) not in self.named:
            person = self.roster.by_name(phrase.names[0].words, (), set())
            return person.offices() if person is not None else set()
        return told

    def _enter_names(self, phrase: Phrase, offices: set[str]) -> None:
        people: list[Person] = []
        for k, name in enumerate(phrase.names):
            states = states_of(phrase, k)
            person = self.roster.by_name(name.words, states, offices)
            if person is None:
                person = self.roster.add(Person(first=name.first))
            self._tell(person, phrase, name, states, offices)
            people.append(person)
        self.named[id(phrase)] = people

    def _tell(self, person: Person, phrase: Phrase, name: Name, states: tuple[str, ...], offices: set[str]) -> None:
        person.forms.append(name.words)
        if phrase.courtesy is not None or phrase.titles:
            person.short_forms.append(name.words)
        person.told.update(states)
        person.feminine = person.feminine or phrase.feminine
        for title in phrase.titles:
            if title.word.scope == "rank" and len(phrase.titles) > 1:
                continue
            person.holdings.append(Holding(title.office(), title, title.organisation, title.former, title.domain))
            person.organisation = person.organisation or (title.organisation if not title.states else None)
            person.inherits = person.inherits or (
                title.word.scope in _INHERIT and not title.private and not title.states and not title.organisation
            )
        if phrase.anaphor is not None and phrase.anaphor.kind == "counterpart":
            for office in sorted(offices):
                person.holdings.append(Holding(office, None))

    def settle(self, home: str | None) -> None:
        """Settle everybody's country: told, known, that of the principal, or understood to be home."""
        for person in self.roster.persons:
            if person.told:
                person.country = max(person.told, key=lambda s: person.told[s])
            elif (known := known_country(person.fullest)) is not None:
                person.country, person.organisation = (None, known) if known.startswith("org:") else (known, None)
        self._from_principals()
        for person in self.roster.persons:
            if person.country is None and person.organisation is None and person.inherits:
                person.country = self._understood(person, home)

    def _from_principals(self) -> None:
        for phrase in self.phrases:
            if phrase.principal is None:
                continue
            principals = self.named.get(id(phrase.principal), [])
            for person in self.named.get(id(phrase), []):
                if person.country is None and principals:
                    person.country = principals[0].country
                    person.organisation = person.organisation or principals[0].organisation

    def _understood(self, person: Person, home: str | None) -> str | None:
        """Home, unless somebody else holds the same office there; then the state last told before the person."""
        for office in sorted(person.offices() & _ONE_HOLDER):
            rival = self.roster.holder({office}, home)
            if rival is not None and rival is not person and rival.forms:
                return last_state(self.page, person.first, home)
        return home


def states_of(phrase: Phrase, k: int) -> tuple[str, ...]:
    """The states told of the name number `k` of a phrase."""
    if k in phrase.name_states:
        return (phrase.name_states[k],)
    states = [s for title in phrase.titles for s in title.states] or list(phrase.states)
    if len(phrase.names) > 1:
        return (states[k],) if len(states) == len(phrase.names) else ()
    return tuple(dict.fromkeys(states))[:1]


def antecedent_offices(phrase: Phrase, before: list[tuple[Phrase, set[str]]], registry: Registry) -> set[str]:
    """The offices of the one whose counterpart a phrase means: the nearest before it who is not of the counterpart's own state."""
    for part, offices in reversed(before[-8:]):
        states = {s for title in part.titles for s in title.states} | {p.country or "" for p in registry.named.get(id(part), [])}
        told = {s for p in registry.named.get(id(part), []) for s in p.told}
        if phrase.states and set(phrase.states) & (states | told):
            continue
        kept = {o for o in offices if o != "official"}
        if kept:
            return kept
    return set()


def last_state(page: Page, i: int, apart: str | None) -> str | None:
    """The state named last before the word `i` in its paragraph, other than one."""
    for j in range(i - 1, -1, -1):
        if page.words[j] == "\n" and j < i - 1:
            return None
        match, place = page.name[j], page.place[j]
        if match is not None and match.kind in ("country", "nationality") and match.ids[0] != apart:
            return match.ids[0]
        if match is None and place is not None and place.country != apart:
            return place.country
    return None


def split_loose(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Part a title from the name behind its comma, where the name is told elsewhere as another's or the office as another person's."""
    firm = [(p, n) for p in phrases if not p.loose_name for n in p.names]
    out: list[Phrase] = []
    for phrase in phrases:
        out.append(phrase)
        if phrase.loose_name and len(phrase.names) == 1 and _is_other(phrase, firm):
            out.append(_part(phrase))
    return out


def _is_other(phrase: Phrase, firm: list[tuple[Phrase, Name]]) -> bool:
    name, title = phrase.names[0], phrase.titles[0] if phrase.titles else None
    states = set(title.states) if title is not None else set(phrase.states)
    for other, known in firm:
        same_name = same_person(name.words, known.words)
        their = {s for t in other.titles for s in t.states} | set(other.states)
        if same_name and states and their and not states & their:
            return True
        if title is not None and not same_name and other.titles and len(core_words(known.words)) > 1:
            holds_same = any(t.office() == title.office() and t.states == title.states and t.domain == title.domain for t in other.titles)
            if holds_same and title.office() in _ONE_HOLDER and title.states:
                return True
    return False


def _part(phrase: Phrase) -> Phrase:
    """Leave the title to the phrase, and give the name to a new one."""
    name = phrase.names.pop()
    title = phrase.titles[0] if phrase.titles else None
    new = Phrase(name.first, phrase.last, names=[name])
    if title is not None:
        new.titles = phrase.titles[1:]
        phrase.titles = [title]
        phrase.last = title.last
    else:
        phrase.last = name.first - 1
    phrase.loose_name = False
    return new


def title_of(phrase: Phrase) -> Title | None:
    """The first title of a phrase that is no mere rank."""
    return next((t for t in phrase.titles if t.word.scope != "rank"), phrase.titles[0] if phrase.titles else None)
