"""Enters the named persons of a document in its roster, before anybody unnamed is looked for."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotations.counterpart_state import Settled, state_before, state_visited
from dragoman.annotations.counterparts import Spoken, antecedent
from dragoman.annotations.described import describe
from dragoman.annotations.home import Home
from dragoman.annotations.known_persons import known_country, known_office
from dragoman.annotations.monarchies import monarchies
from dragoman.annotations.name_likeness import core_words, same_person
from dragoman.annotations.names import Name
from dragoman.annotations.page import Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.possession import (
    acting_state,
    fronted_state,
    last_mission,
    last_state,
    possessing_organisation,
    possessor_state,
    receiving_state,
    relative_state,
    states_by_weight,
    where_state,
)
from dragoman.annotations.roster import Holding, Person, Roster
from dragoman.annotations.titles import Title, parse_title
from dragoman.annotations.whose import parse_of
from dragoman.annotations.word_sets import WordSet

_INHERIT = frozenset({"state", "head", "minister", "sent", "aide"})
_ELECTIONS = WordSet("elections")
_MOST_FIRM = 200
_SHORTEST_SURNAME = 4
_LIST_SPAN = 1500
_JOINING = (",", "et", "le", "la", "les", "l'", "ainsi", "que")
"""What stands between the states of a list."""
_ELECTION_SPAN = 14
_BEFORE_NEW = WordSet("before_new_title")
_PRESIDENCIES = WordSet("presidencies")
_POSSESSIVES = WordSet("possessives_singular")
_APPOINTED = WordSet("appointed")
_APPOINTMENT_SPAN = 10
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
        self._posts: dict[str, str] | None = None
        self.antecedents: dict[int, Spoken | None] = {}

    def enter(self) -> None:
        """Enter every named phrase, in order; a counterpart's name takes the office of the one whose counterpart it is."""
        parts = [part for phrase in self.phrases for part in (phrase, phrase.principal) if part is not None]
        for part in parts:
            if part.anaphor is None or part.anaphor.kind != "counterpart":
                self._enter_names(part, self._told(part))
        before: list[Spoken] = []
        for part in parts:
            if part.anaphor is not None and part.anaphor.kind == "counterpart":
                offices = self._of_counterpart(part, before)
                self._enter_names(part, offices)
            else:
                offices = (
                    self._as_before(part, before) or self._told(part) or {o for p in self.named.get(id(part), []) for o in p.offices()}
                )
            if offices:
                before.append(Spoken(part, frozenset(offices), self._states(part)))

    def surnames(self) -> dict[str, Person]:
        """The family names by which persons with more than one word are known, those of several persons apart."""
        found: dict[str, Person] = {}
        doubled: set[str] = set()
        for person in self.roster.persons:
            core = core_words(person.fullest)
            if len(core) < 2:
                continue
            doubled.update({core[-1]} & found.keys())
            found[core[-1]] = person
        return {name: person for name, person in found.items() if name not in doubled and len(name) >= _SHORTEST_SURNAME}

    def enter_surnames(self, phrases: Sequence[Phrase]) -> None:
        """Enter phrases that are a family name alone."""
        self.phrases = sorted([*self.phrases, *phrases], key=lambda p: p.first)
        for phrase in phrases:
            self._enter_names(phrase, set())

    def _states(self, phrase: Phrase) -> frozenset[str]:
        told = {s for title in phrase.titles for s in title.states} | set(phrase.states)
        return frozenset(told | {s for p in self.named.get(id(phrase), []) for s in p.told})

    @staticmethod
    def _as_before(phrase: Phrase, before: list[Spoken]) -> set[str]:
        """`la ministre` alone is the minister told before."""
        title = phrase.titles[0] if phrase.titles else None
        if title is None or phrase.names or title.word.scope != "minister" or title.domain or title.states:
            return set()
        earlier = next((s for s in reversed(before) if s.offices & {"foreign_minister", "minister", "deputy_minister"}), None)
        return set(earlier.offices) if earlier is not None else set()

    @staticmethod
    def _told(phrase: Phrase) -> set[str]:
        return {title.office() for title in phrase.titles if title.word.scope != "rank"}

    def _of_counterpart(self, phrase: Phrase, before: list[Spoken]) -> set[str]:
        found = antecedent(self.page, phrase, before)
        self.antecedents[id(phrase)] = found
        known = {o for name in phrase.names if (o := known_office(name.words)) is not None}
        return known or (set(found.offices - {"official"}) if found is not None else set())

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
        person.add_form(name.words)
        if phrase.courtesy is not None or phrase.titles:
            person.call(name.words)
        won = appointed(self.page, name.last) if not states else None
        if won is not None and won.states:
            states = won.states[:1]
            person.hold(Holding(won.office(), won, won.organisation, False, won.domain))
        elif won is not None and won.word.scope == "sent":
            person.hold(Holding(won.office(), won, None, False, won.domain))
            person.inherits = True
        elif not states and (state := elected(self.page, name.last)) is not None:
            states = (state,)
            person.hold(Holding("head_of_state", None, words=(name.first, name.last)))
        person.told.update(states)
        person.feminine = person.feminine or phrase.feminine
        for title in phrase.titles:
            if title.word.scope == "rank" and len(phrase.titles) > 1:
                continue
            person.hold(Holding(title.office(), title, title.organisation, title.former, title.domain))
            person.organisation = person.organisation or (title.organisation if not title.states else None)
            person.inherits = person.inherits or (
                title.word.scope in _INHERIT and not title.private and not title.states and not title.organisation
            )
        if phrase.anaphor is not None and phrase.anaphor.kind == "counterpart":
            for office in sorted(offices):
                person.hold(Holding(office, None, words=(phrase.first, phrase.names[0].first)))

    def settle(self, home: Home) -> None:
        """Settle everybody's country: told, known, that of the principal, of the list of states that the names go with, or understood."""
        for person in self.roster.persons:
            known = known_country(person.fullest)
            if person.told and (known is None or not self._are_namesakes(known, person)):
                person.country = max(person.told, key=lambda s: person.told[s])
            elif known is not None:
                person.country, person.organisation = (None, known) if known.startswith("org:") else (known, None)
        self._from_principals()
        self._from_lists()
        self._from_following()
        self._from_unnamed()
        describe(self.page, self.phrases, self.named, self.roster, home.state)
        for phrase in self.phrases:
            for person in self.named.get(id(phrase), []):
                seated = home.organisation is not None and phrase.titles and phrase.titles[0].office() not in _ONE_HOLDER
                if person.country is None and person.organisation is None and seated:
                    person.organisation = home.organisation if not phrase.titles[0].private else None
                if person.country is None and person.organisation is None:
                    person.country = self._understood(person, phrase, home)
        for principal in (phrase.principal for phrase in self.phrases if phrase.principal is not None):
            for person in self.named.get(id(principal), []):
                if person.country is None and person.organisation is None:
                    person.country = self._understood(person, principal, home)

    def _are_namesakes(self, known: str, person: Person) -> bool:
        """Whether the state told is one of several that share a nationality (`congolais`), and the known one another of them."""
        told = set(person.told)
        return any(m is not None and m.ambiguous and known in m.ids and told <= set(m.ids) for m in self.page.name)

    def _from_principals(self) -> None:
        for phrase in self.phrases:
            if phrase.principal is None:
                continue
            bodies = [t.organisation for t in phrase.principal.titles if t.organisation is not None and not t.states]
            for person in self.named.get(id(phrase), []):
                if person.country is None and bodies:
                    person.organisation = person.organisation or bodies[0]
            principals = self.named.get(id(phrase.principal), [])
            for person in self.named.get(id(phrase), []):
                if person.country is not None and principals and principals[0].country is None and principals[0].inherits:
                    principals[0].country = person.country
                if person.country is None and principals:
                    person.country = principals[0].country
                    person.organisation = person.organisation or principals[0].organisation

    def _from_following(self) -> None:
        """`les ambassadeurs du Nigeria et du Botswana. X et Y étaient venus ...`: as many bare names behind a list of states."""
        for k, phrase in enumerate(self.phrases):
            title = phrase.titles[0] if phrase.titles else None
            if title is None or phrase.names or len(title.states) < 2:
                continue
            bare = self._bare_names(k + 1)
            if len(bare) == len(title.states) and all(p.country is None and not p.holdings for p in bare):
                for person, state in zip(bare, title.states):
                    person.country = state
                    person.hold(Holding(title.office(state), title, None, title.former, title.domain))

    def _bare_names(self, k: int) -> list[Person]:
        """The persons of the phrases from number `k` on that are names alone, joined by commas and `et`."""
        found: list[Person] = []
        end = -1
        for phrase in self.phrases[k : k + 8]:
            if phrase.titles or phrase.anaphor is not None or not phrase.names:
                break
            if end >= 0 and not all(self.page.at(j) in (",", "et", "ainsi", "que") for j in range(end, phrase.first)):
                break
            found.extend(self.named.get(id(phrase), []))
            end = phrase.last
        return found

    def _from_unnamed(self) -> None:
        """A person told only by the nationality (`le Tchadien X`) holds the office that the text gives to that state's envoy without a
        name."""
        unnamed = [t for p in self.phrases if not p.names for t in p.titles if t.word.scope == "sent" and len(t.states) > 1]
        if not unnamed:
            return
        for person in self.roster.persons:
            title = next((t for t in unnamed if person.country in t.states), None)
            if title is not None and not person.holdings:
                person.hold(Holding(title.office(person.country), title, None, title.former, title.domain))

    def _from_lists(self) -> None:
        """`ses homologues, respectivement X, Y et Z`, behind a list of as many states."""
        for phrase in self.phrases:
            people = self.named.get(id(phrase), [])
            if len(people) < 2 or any(p.told for p in people):
                continue
            states = list_of_states(self.page, phrase.first, len(people))
            for person, state in zip(people, states):
                person.country = person.country or state

    def _understood(self, person: Person, phrase: Phrase, home: Home) -> str | None:
        """The possessor's state, for `son ambassadeur`; for a counterpart another than the one whose counterpart it is; else home."""
        if phrase.unknown_state:
            return None
        home = home.at(self.page.starts[phrase.first])
        if phrase.anaphor is not None and phrase.anaphor.kind == "counterpart":
            return self._counterpart_state(person, phrase, home)
        title = phrase.titles[0] if phrase.titles else None
        if title is None and person.inherits:
            return home.state
        if title is None or not (person.inherits or (title.word.scope == "post" and not title.private)) or title.organisation:
            return None
        rivals = self._rival_states(person) | (monarchies() if title.word.style == "republic" else frozenset())
        if title.word.style == "monarch" and home.state is not None and home.state not in monarchies():
            rivals.add(home.state)
        if phrase.determiner in _POSSESSIVES and title.word.scope in ("aide", "post", "head") and title.institution is None:
            person.organisation = possessing_organisation(self.page, phrase.first)
            if person.organisation is not None:
                return None
        if phrase.determiner in _POSSESSIVES or (title.word.scope == "sent" and title.abroad) or self._behind_dont(phrase):
            apart = rivals | set(title.abroad)
            return possessor_state(self.page, phrase.first, apart) or (home.state if home.state not in apart else None)
        if title.word.scope == "sent":
            posted = (
                self._same_post(title)
                or state_before(self.page, phrase, title, rivals, home.strong)
                or last_mission(self.page, phrase.first)
                or last_state(self.page, phrase.first, in_sentence=True)
            )
            return posted or home.state
        received = receiving_state(self.page, phrase.first) if title.word.scope in ("state", "head", "minister") else None
        if received is not None and received not in rivals:
            return received
        settled = Settled(self.page, self.phrases, self.named)
        fronted = (
            where_state(self.page, phrase.first)
            or fronted_state(self.page, phrase.first)
            or state_visited(settled, phrase, title, home.state)
            or state_before(self.page, phrase, title, rivals, home.strong)
        )
        if fronted is not None and fronted not in rivals:
            return fronted
        if not home.strong and title.word.scope != "head" and phrase.determiner != "":
            acting = acting_state(self.page, self.page.sentence_start(phrase.first), phrase.first, rivals)
            if acting is not None:
                return acting
        relative = relative_state(self.page, phrase.first)
        if relative is not None and relative not in rivals:
            return relative
        if home.state in rivals:
            return last_state(self.page, phrase.first, rivals) or next(iter(states_by_weight(self.page, rivals)), None)
        return home.state if home.strong or title.word.scope not in ("aide", "post") or title.institution is not None else None

    def _behind_dont(self, phrase: Phrase) -> bool:
        return self.page.at(phrase.first - 1) == "dont"

    def _same_post(self, title: Title) -> str | None:
        """The state of an envoy told elsewhere by the same title without a name."""
        if self._posts is None:
            unnamed = [t for phrase in self.phrases if not phrase.names for t in phrase.titles if len(t.states) == 1]
            self._posts = {t.word.phrase: t.states[0] for t in reversed(unnamed)}
        return self._posts.get(title.word.phrase)

    def _counterpart_state(self, person: Person, phrase: Phrase, home: Home) -> str | None:
        found = self.antecedents.get(id(phrase))
        own = {p.country for p in self.named.get(id(found.phrase), [])} | set(found.states) if found is not None else set()
        apart = {c for c in own if c is not None} | self._rival_states(person)
        if not own - {None} and home.strong and home.state is not None:
            apart.add(home.state)
        others = states_by_weight(self.page, apart)
        return (
            last_state(self.page, phrase.first, apart, in_sentence=True)
            or last_state(self.page, phrase.first, apart)
            or (home.state if home.state not in apart else None)
            or (others[0] if len(others) == 1 else None)
        )

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


def list_of_states(page: Page, before: int, count: int) -> list[str]:
    """The last list of exactly so many states before a word: `la Guinée, le Mali et le Niger`; empty where there is none."""
    runs: list[list[str]] = [[]]
    for j in range(max(0, before - _LIST_SPAN), before):
        match = page.name[j]
        if match is not None and match.kind == "country" and page.name[j - 1 if j else 0] is not match:
            runs[-1].append(match.ids[0])
        elif match is None and page.at(j) in _JOINING:
            continue
        elif match is None and runs[-1]:
            runs.append([])
    return next((run for run in reversed(runs) if len(run) == count), [])


def list_behind(page: Page, start: int, count: int) -> list[str]:
    """The states of a list that begins at a word, where they are exactly so many; else empty."""
    found: list[str] = []
    j = start
    while j < len(page):
        match = page.name[j]
        if match is not None and match.kind == "country":
            if page.name[j - 1] is not match:
                found.append(match.ids[0])
        elif match is not None or page.at(j) not in (*_JOINING, ":", "("):
            break
        j += 1
    return found if len(found) == count else []


def split_loose(phrases: Sequence[Phrase]) -> list[Phrase]:
    """Part a title from the name behind its comma, where the name is told elsewhere as another's or the office as another person's."""
    firm = [(p, n) for p in phrases if not p.loose_name for n in p.names][:_MOST_FIRM]
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


def join_counterparts(page: Page, phrases: Sequence[Phrase]) -> list[Phrase]:
    """Make one phrase of a bare name and the counterpart in apposition to it: `X, son homologue togolais`."""
    out: list[Phrase] = []
    for phrase in phrases:
        before = out[-1] if out else None
        counterpart = phrase.anaphor is not None and phrase.anaphor.kind == "counterpart" and not phrase.names and not phrase.plural
        if counterpart and before is not None and _is_name(before) and page.at(before.last) == "," and phrase.first == before.last + 1:
            phrase.names, phrase.first, phrase.courtesy = before.names, before.first, before.courtesy
            out[-1] = phrase
        else:
            out.append(phrase)
    return out


def _is_name(phrase: Phrase) -> bool:
    return len(phrase.names) == 1 and not phrase.titles and phrase.anaphor is None


def title_of(phrase: Phrase) -> Title | None:
    """The first title of a phrase that is no mere rank."""
    return next((t for t in phrase.titles if t.word.scope != "rank"), phrase.titles[0] if phrase.titles else None)


def appointed(page: Page, i: int) -> Title | None:
    """The title that the words behind a name say that the person gets: `a été nommée ambassadrice de Tunisie`, `en qualité
    d'ambassadrice`."""
    end = min(page.sentence_end(i), i + _APPOINTMENT_SPAN)
    beside = parse_title(page, i) if i < len(page) and page.words[i].isalpha() else None
    if beside is not None and beside.word.scope == "sent":
        return beside
    for j in range(i, end):
        if page.at(j) in _APPOINTED:
            for k in range(j + 1, min(j + 5, end)):
                if page.at(k) in _BEFORE_NEW:
                    continue
                return parse_title(page, k)
    return None


def elected(page: Page, i: int) -> str | None:
    """The state whose presidency the words behind a name say that the person has won: `pour son élection à la présidence du Botswana`."""
    end = min(page.sentence_end(i), i + _ELECTION_SPAN)
    won = next((j for j in range(i, end) if page.at(j) in _ELECTIONS), None)
    if won is None:
        return None
    for j in range(won + 1, end):
        if page.at(j) in _PRESIDENCIES:
            whose = parse_of(page, j + 2 if page.at(j + 1) == "supreme" else j + 1, many=False)
            return whose.states[0] if whose is not None and whose.states else None
    return None
