"""Whom the text means where it points instead of naming: `son homologue`, `son hôte`, `ce dernier`, `les deux ministres`."""

from __future__ import annotations

from dragoman.annotations.items import Group
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.possession import possessor_state
from dragoman.annotations.registry import list_behind, list_of_states
from dragoman.annotations.resolution import OfficeResolver
from dragoman.annotations.roster import Holding, Person
from dragoman.annotations.scene import Scene
from dragoman.annotations.word_sets import WordSet

_PAIR = 2
LATTER_OPENERS = frozenset({"celui-ci", "celle-ci", "ceux-ci", "celles-ci", "ce", "cette", "ces"})
"""The words at which `ce dernier` and the like begin."""
_LATTER = WordSet("latter")
_LATTERS = WordSet("latters")


class Anaphora:
    """Resolves pointing phrases against the scene; what cannot be found stays empty."""

    def __init__(self, scene: Scene, offices: OfficeResolver) -> None:
        self.scene = scene
        self.offices = offices
        self.people: dict[int, list[Person]] = {}
        """The persons that each phrase so far was found to mean."""

    def person(self, phrase: Phrase) -> list[Person]:
        """The persons that a pointing phrase without a name means."""
        anaphor = phrase.anaphor
        assert anaphor is not None
        if anaphor.kind == "counterpart":
            return self._counterparts(phrase)
        if anaphor.kind == "guest_or_host":
            found = self._other(phrase)
            return [found] if found is not None else []
        if anaphor.kind == "majesty":
            return self._majesty(phrase)
        if anaphor.kind == "same":
            found = self._same(phrase, frozenset(anaphor.offices))
            return [found] if found is not None else []
        return []

    def _same(self, phrase: Phrase, offices: frozenset[str]) -> Person | None:
        """Who was told last with one of the offices, of the article's gender: `le diplomate` is no minister of whom `la` is said."""

        def fits(person: Person) -> bool:
            there = not phrase.states or person.country in phrase.states
            return there and (not offices or person.holds(offices)) and person.agrees_with(phrase.determiner)

        return self.scene.last_person(phrase.first, fits)

    def _majesty(self, phrase: Phrase) -> list[Person]:
        scene, roster = self.scene, self.offices.roster
        at_home = roster.holder({"head_of_state"}, scene.home) if scene.home is not None else None
        if at_home is not None and at_home.may_be_called("monarch"):
            return [at_home]
        last = scene.last_person(phrase.first, lambda p: p.holds({"head_of_state"}) and p.may_be_called("monarch"))
        return [last] if last is not None else []

    def _counterparts(self, phrase: Phrase) -> list[Person]:
        found = self.offices.registry.antecedents.get(id(phrase))
        if found is None:
            return []
        offices = frozenset(found.offices - {"official"})
        if phrase.states:
            return [self._holder(offices, state, phrase) for state in phrase.states]
        people = self.people.get(id(found.phrase), [])
        own = {p.country for p in people} | set(found.states)
        if phrase.plural:
            sides = self.scene.salient_countries(phrase.first, 3) or self.scene.salient_countries(phrase.first, 2)
            others = [s for s in sides if s not in own]
            return [self._holder(offices, state, phrase) for state in others] if len(others) > 1 else []
        for person in self.scene.persons_back(phrase.first):
            if person not in people and person.holds(offices) and person.country not in own:
                return [person]
        later = [p for p in self.offices.roster.persons if p not in people and p.holds(offices) and p.country not in own]
        return later[:1]

    def _holder(self, offices: frozenset[str], state: str, phrase: Phrase) -> Person:
        roster = self.offices.roster
        found = roster.holder(offices, state)
        if found is None:
            found = roster.add(
                Person(
                    country=state,
                    first=phrase.first,
                    holdings=[Holding(sorted(offices)[0], None, words=(phrase.first, phrase.last))],
                    feminine=phrase.feminine,
                )
            )
        return found

    def _other(self, phrase: Phrase) -> Person | None:
        """The guest of the one who acts, or the host: the last person of another side than the sentence's first, or the text's last but
        one."""
        at, page = phrase.first, self.scene.page
        back = list(self.scene.persons_back(at))
        if phrase.states:
            return next((p for p in back if (p.country in phrase.states) != phrase.of_states), None)
        start = page.sentence_start(at)
        inside = [e.target for e in self.scene.between(start, at) if isinstance(e.target, Person)]
        subject = inside[0] if inside else self._subject_before(start)
        if subject is None:
            return None
        return next((p for p in back if p is not subject and p.country != subject.country), None)

    def _subject_before(self, at: int) -> Person | None:
        """The first person of the nearest sentence before a word that has one."""
        page, end = self.scene.page, at - 1
        while end > 0:
            start = page.sentence_start(end - 1)
            inside = [e.target for e in self.scene.between(start, end) if isinstance(e.target, Person)]
            if inside:
                return inside[0]
            if start >= end - 1 and start == 0:
                return None
            end = start - 1
        return None

    def latter(self, at: int, feminine: bool) -> Person | None:
        """`ce dernier`, `celle-ci`: the person told last, of this gender where it is known."""
        return self.scene.last_person(at, lambda p: p.feminine == feminine, within=120) or self.scene.last_person(
            at, lambda p: True, within=60
        )

    def group(self, group: Group) -> list[Person | str]:
        """The sides that a plural means: states, or the last fitting persons, each of another side."""
        if group.word.of == "country":
            return list(self._states(group))
        if (listed := self._spelled_out(group)) and group.word.offices:
            return [self.offices.roster.holder(frozenset(group.word.offices), s) or self._new(group, s) for s in listed]
        for offices in (*((office,) for office in group.word.offices), group.word.offices):
            chosen = self._of_sides(group, frozenset(offices))
            if chosen:
                return chosen
        return self._by_office(group, frozenset(group.word.offices))

    def _spelled_out(self, group: Group) -> list[str]:
        """The states that a list right behind a plural names, as many as it counts: `les représentants des trois pays, A, B et C`."""
        page = self.scene.page
        return list_behind(page, group.last, group.count) if page.at(group.last) in (",", ":", "(") else []

    def _states(self, group: Group) -> list[str]:
        if behind := self._spelled_out(group):
            return behind
        if group.count > _PAIR:
            listed = list_of_states(self.scene.page, group.first, group.count)
            if listed:
                return listed
        if group.apart:
            possessor = possessor_state(self.scene.page, group.first)
            return [s for s in self.scene.salient_countries(group.first, group.count + 1) if s != possessor][: group.count]
        return self.scene.salient_countries(group.first, group.count)

    def _of_sides(self, group: Group, offices: frozenset[str]) -> list[Person | str]:
        chosen: list[Person | str] = []
        sides: set[str | None] = set()
        for person in self.scene.persons_back(group.first):
            side = person.country or person.organisation
            if side in sides or (offices and not person.holds(offices)) or (not offices and not person.holdings and not person.forms):
                continue
            chosen.append(person)
            sides.add(side)
            if len(chosen) == group.count:
                return list(reversed(chosen))
        return []

    def _by_office(self, group: Group, offices: frozenset[str]) -> list[Person | str]:
        """Nobody named: the holders of the office in the two states most spoken of."""
        states = self.scene.salient_countries(group.first, group.count)
        if len(group.word.offices) < 1 or not states:
            return []
        return [self.offices.roster.holder(offices, s) or self._new(group, s) for s in states]

    def _new(self, group: Group, state: str) -> Person:
        holding = Holding(group.word.offices[0], None, words=(group.noun, group.last))
        return self.offices.roster.add(Person(country=state, first=group.first, holdings=[holding]))


def points_at_latter(words: tuple[str, str]) -> tuple[bool, bool] | None:
    """Whether two folded words are `ce dernier` or the like: (feminine, plural), else None."""
    first, second = words
    if first in ("celui-ci", "celle-ci"):
        return first == "celle-ci", False
    if first in ("ceux-ci", "celles-ci"):
        return first == "celles-ci", True
    if first in ("ce", "cette") and second in _LATTER:
        return second == "derniere", False
    if first == "ces" and second in _LATTERS:
        return second == "dernieres", True
    return None
