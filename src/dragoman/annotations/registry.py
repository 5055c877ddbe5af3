"""Enters the named persons of a document in its roster, before anybody unnamed is looked for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.annotations.counterparts import Spoken, antecedent
from dragoman.annotations.known_persons import known_country, known_office
from dragoman.annotations.name_likeness import core_words, same_person
from dragoman.annotations.names import Name
from dragoman.annotations.page import SENTENCE_END, Page
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
        self.antecedents: dict[int, Spoken | None] = {}

    def enter(self) -> None:
        """Enter every named phrase, in order; a counterpart's name takes the office of the one whose counterpart it is."""
        before: list[Spoken] = []
        for phrase in self.phrases:
            for part in (phrase, phrase.principal):
                if part is None:
                    continue
                offices = self._offices(part, before)
                self._enter_names(part, offices)
                if offices:
                    before.append(Spoken(part, frozenset(offices), self._states(part)))

    def _states(self, phrase: Phrase) -> frozenset[str]:
        told = {s for title in phrase.titles for s in title.states} | set(phrase.states)
        return frozenset(told | {s for p in self.named.get(id(phrase), []) for s in p.told})

    def _offices(self, phrase: Phrase, before: list[Spoken]) -> set[str]:
        if phrase.anaphor is not None and phrase.anaphor.kind == "counterpart":
            found = antecedent(self.page, phrase, before)
            self.antecedents[id(phrase)] = found
            known = {o for name in phrase.names if (o := known_office(name.words)) is not None}
            return known or (set(found.offices - {"official"}) if found is not None else set())
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
                person.holdings.append(Holding(office, None, words=(phrase.first, phrase.names[0].first)))

    def settle(self, home: str | None) -> None:
        """Settle everybody's country: told, known, that of the principal, of the list of states that the names go with, or understood."""
        for person in self.roster.persons:
            known = known_country(person.fullest)
            if person.told and (known is None or not self._are_namesakes(known, person)):
                person.country = max(person.told, key=lambda s: person.told[s])
            elif known is not None:
                person.country, person.organisation = (None, known) if known.startswith("org:") else (known, None)
        self._from_principals()
        self._from_lists()
        for phrase in self.phrases:
            for person in self.named.get(id(phrase), []):
                if person.country is None and person.organisation is None:
                    person.country = self._understood(person, phrase, home)

    def _are_namesakes(self, known: str, person: Person) -> bool:
        """Whether the state told is one of several that share a nationality (`congolais`), and the known one another of them."""
        told = set(person.told)
        return any(m is not None and m.ambiguous and known in m.ids and told <= set(m.ids) for m in self.page.name)

    def _from_principals(self) -> None:
        for phrase in self.phrases:
            if phrase.principal is None:
                continue
            principals = self.named.get(id(phrase.principal), [])
            for person in self.named.get(id(phrase), []):
                if person.country is None and principals:
                    person.country = principals[0].country
                    person.organisation = person.organisation or principals[0].organisation

    def _from_lists(self) -> None:
        """`ses homologues, respectivement X, Y et Z`, behind a list of as many states."""
        for phrase in self.phrases:
            people = self.named.get(id(phrase), [])
            if len(people) < 2 or any(p.told for p in people):
                continue
            states = list_of_states(self.page, phrase.first, len(people))
            for person, state in zip(people, states):
                person.country = person.country or state

    def _understood(self, person: Person, phrase: Phrase, home: str | None) -> str | None:
        """The possessor's state, for `son ambassadeur`; for a counterpart another than the one whose counterpart it is; else home."""
        if phrase.anaphor is not None and phrase.anaphor.kind == "counterpart":
            return self._counterpart_state(person, phrase, home)
        if not person.inherits:
            return None
        rivals = self._rival_states(person)
        title = phrase.titles[0] if phrase.titles else None
        if phrase.determiner in ("son", "sa", "leur") or (title is not None and title.word.scope == "sent" and title.abroad):
            apart = rivals | set(title.abroad if title is not None else ())
            return first_state(self.page, person.first, apart) or last_state(self.page, person.first, apart) or (home if home not in apart else None)
        if home in rivals:
            return last_state(self.page, person.first, rivals)
        return home

    def _counterpart_state(self, person: Person, phrase: Phrase, home: str | None) -> str | None:
        found = self.antecedents.get(id(phrase))
        own = {p.country for p in self.named.get(id(found.phrase), [])} | set(found.states) if found is not None else set()
        apart = {c for c in own if c is not None} | self._rival_states(person)
        if not own - {None} and home is not None:
            apart.add(home)
        return last_state(self.page, person.first, apart, in_sentence=True) or last_state(self.page, person.first, apart) or (home if home not in apart else None)

    def _rival_states(self, person: Person) -> set[str]:
        """The states where another named person holds the one-holder office that this one holds."""
        offices = person.offices() & _ONE_HOLDER
        return {
            p.country
            for p in self.roster.persons
            if p is not person and p.forms and p.country is not None and any(h.office in offices and not h.former for h in p.holdings)
        }


def states_of(phrase: Phrase, k: int) -> tuple[str, ...]:
    """The states told of the name number `k` of a phrase."""
    if k in phrase.name_states:
        return (phrase.name_states[k],)
    states = [s for title in phrase.titles for s in title.states] or list(phrase.states)
    if len(phrase.names) > 1:
        return (states[k],) if len(states) == len(phrase.names) else ()
    return tuple(dict.fromkeys(states))[:1]


def last_state(page: Page, i: int, apart: Collection[str], in_sentence: bool = False) -> str | None:
    """The state named last before the word `i` in its paragraph, or in its sentence, other than some."""
    for j in range(i - 1, -1, -1):
        if page.words[j] == "\n" and j < i - 1:
            return None
        if in_sentence and page.words[j] in SENTENCE_END:
            return None
        state = state_at(page, j)
        if state is not None and state not in apart:
            return state
    return None


def first_state(page: Page, i: int, apart: Collection[str]) -> str | None:
    """The state named first in the sentence of the word `i`, before it, other than some."""
    for j in range(page.sentence_start(i), i):
        state = state_at(page, j)
        if state is not None and state not in apart:
            return state
    return None


def state_at(page: Page, j: int) -> str | None:
    """The state that the name or the place over a word tells."""
    match, place = page.name[j], page.place[j]
    if match is not None and match.kind in ("country", "nationality", "people"):
        return match.ids[0]
    return place.country if match is None and place is not None else None


def list_of_states(page: Page, before: int, count: int) -> list[str]:
    """The last list of exactly so many states before a word: `la Guinée, le Mali et le Niger`; empty where there is none."""
    runs: list[list[str]] = [[]]
    for j in range(max(0, before - 150), before):
        match = page.name[j]
        if match is not None and match.kind == "country" and page.name[j - 1 if j else 0] is not match:
            runs[-1].append(match.ids[0])
        elif match is None and page.at(j) in (",", "et", "le", "la", "les", "l'", "ainsi", "que"):
            continue
        elif match is None and runs[-1]:
            runs.append([])
    return next((run for run in reversed(runs) if len(run) == count), [])


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
