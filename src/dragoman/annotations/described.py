"""Names told without an office, and offices told without a name: a newspaper names a guest and calls him by his office a sentence later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dragoman.annotations.folding import fold
from dragoman.annotations.known_persons import known_country
from dragoman.annotations.names import given_names
from dragoman.annotations.page import Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.roster import Holding, Person, Roster
from dragoman.annotations.titles import Title
from dragoman.annotations.word_sets import WordSet

_SCOPES = frozenset({"state", "head", "minister", "sent"})
_DEFINITE = ("le", "la", "l'")
_DETERMINERS = WordSet("determiners")
_FARTHEST = 90
"""How many words may stand between the name and the office."""


def describe(page: Page, phrases: Sequence[Phrase], named: Mapping[int, list[Person]], roster: Roster, home: str | None) -> None:
    """Give an office of a state that the text gives to nobody to the person named alone in the sentences before it.

    The office is definite and singular (`le président ghanéen`), without a name anywhere; the name has no office and no state, agrees in
    gender as far as a given name tells, and stands in an earlier sentence, the nearest such.
    """
    bare: list[tuple[int, Person]] = []
    taken: set[tuple[str, str | None]] = set()
    for phrase in phrases:
        people = named.get(id(phrase), [])
        if people:
            if _is_bare(page, phrase) and len(people) == 1:
                bare.append((phrase.first, people[0]))
            continue
        title = _office_alone(phrase)
        if title is None:
            continue
        state = title.states[0] if title.states else (None if title.organisation else home)
        key = (title.office(state), state or title.organisation)
        if key in taken or key[1] is None or roster_has(roster, title, state) or (not title.states and _is_held(roster, title, state)):
            continue
        person = _named_before(page, phrase, bare, state)
        if person is not None:
            taken.add(key)
            person.country, person.organisation = state, None if state else title.organisation
            person.hold(Holding(title.office(state), title, title.organisation, False, title.domain))


def roster_has(roster: Roster, title: Title, state: str | None) -> bool:
    """Whether somebody named is told to hold the office."""
    holder = roster.holder({title.office(state)}, state, title.organisation, title.domain)
    return holder is not None and bool(holder.forms)


def _is_held(roster: Roster, title: Title, state: str | None) -> bool:
    """Whether somebody named holds the office of a state that is left to be understood."""
    return any(p.forms and p.country is None and p.organisation is None and p.holds({title.office(state)}) for p in roster.persons)


def _office_alone(phrase: Phrase) -> Title | None:
    title = phrase.titles[0] if phrase.titles else None
    if title is None or phrase.names or phrase.anaphor is not None or phrase.plural or phrase.former or phrase.determiner not in _DEFINITE:
        return None
    alone = title.word.scope in _SCOPES and not title.former and not title.private and len(title.states) < 2
    return title if alone else None


def _is_bare(page: Page, phrase: Phrase) -> bool:
    """Whether a phrase is a name and nothing else, and no noun before it says what its bearer is (`l'opposant X`)."""
    if phrase.titles or phrase.anaphor is not None or len(phrase.names) != 1 or phrase.states:
        return False
    before = page.words[phrase.first - 1] if phrase.first else ""
    return not (before.isalpha() and before.islower() and page.at(phrase.first - 2) in _DETERMINERS)


def _named_before(page: Page, phrase: Phrase, bare: Sequence[tuple[int, Person]], state: str | None) -> Person | None:
    start = page.sentence_start(phrase.first)
    for first, person in reversed(bare):
        if first >= start:
            continue
        if phrase.first - first > _FARTHEST:
            return None
        if person.holdings or person.organisation or person.country not in (None, state) or (person.told and state not in person.told):
            continue
        known = known_country(person.fullest)
        if (known is None or known == state) and _agrees(person, phrase):
            return person
    return None


def _agrees(person: Person, phrase: Phrase) -> bool:
    """Whether name and office may be of one gender: a given name that tells one, the article of the office the other."""
    words = person.fullest
    gender = given_names().get(fold(words[0])) if len(words) > 1 else None
    if phrase.determiner == "l'" or gender not in ("m", "f"):
        return not (person.feminine and phrase.determiner == "le")
    return (gender == "f") == (phrase.determiner == "la")
