"""Finds whom the text means by an office without a name."""

from __future__ import annotations

from dragoman.annotations.phrases import Phrase
from dragoman.annotations.registry import Registry, title_of
from dragoman.annotations.roster import Holding, Person, Roster
from dragoman.annotations.scene import Scene
from dragoman.annotations.titles import Title

MINISTERS = frozenset({"foreign_minister", "minister", "deputy_minister"})
DIPLOMATS = frozenset({"ambassador", "charge_d_affaires", "permanent_representative", "special_envoy", "foreign_minister"})
_HOME_OFFICES = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "minister", "parliament_speaker", "deputy_head_of_state"}
)
_POSSESSIVE = frozenset({"son", "sa", "ses", "leur", "leurs"})
_OUR = frozenset({"notre", "nos"})


class OfficeResolver:
    """Resolves titles without a name against the roster and the scene."""

    def __init__(self, registry: Registry, scene: Scene) -> None:
        self.registry = registry
        self.roster: Roster = registry.roster
        self.scene = scene

    def resolve(self, phrase: Phrase) -> list[Person]:
        """The persons that an unnamed phrase with a title means, none where nobody can be meant."""
        title = title_of(phrase)
        if title is None:
            return []
        if phrase.plural:
            return self._several(phrase, title)
        states = title.states or ((self._principal_country(phrase),) if phrase.principal else ())
        if states and states[0]:
            person = self._of_state(title, states[0])
        elif title.organisation:
            person = self._of_organisation(title)
        else:
            person = self._untold(phrase, title)
        return [person] if person is not None else []

    def _principal_country(self, phrase: Phrase) -> str:
        principal = phrase.principal
        if principal is None:
            return ""
        people = self.registry.named.get(id(principal)) or self.resolve(principal)
        return (people[0].country or "") if people else ""

    def _several(self, phrase: Phrase, title: Title) -> list[Person]:
        states = title.states
        if title.group and not states:
            states = tuple(self.scene.salient_countries(phrase.first, title.group))
        if len(states) < 2 and phrase.determiner not in ("les", "ses"):
            return []
        if states and title.word.scope not in ("post", "noun", "rank"):
            return [self._of_state(title, state) for state in states]
        return []

    def _of_state(self, title: Title, state: str) -> Person:
        offices = _fitting(title, state)
        found = self.roster.holder(offices, state, domain=title.domain)
        if found is None and title.word.scope == "noun":
            found = self.roster.holder(DIPLOMATS | MINISTERS, state)
        return found or self._unnamed(title, state, None)

    def _of_organisation(self, title: Title) -> Person:
        found = self.roster.holder({title.office()}, None, title.organisation)
        return found or self._unnamed(title, None, title.organisation)

    def _unnamed(self, title: Title, country: str | None, organisation: str | None) -> Person:
        person = Person(country=country, organisation=organisation, first=title.first)
        office = title.office(country)
        person.holdings.append(Holding(office, title, organisation, title.former, title.domain))
        if title.word.feminine is not None:
            person.feminine = title.word.feminine
        return self.roster.add(person)

    def _untold(self, phrase: Phrase, title: Title) -> Person | None:
        """An office whose state is to be understood: of the possessor, of home, of whom the text spoke last."""
        scope, at = title.word.scope, phrase.first
        if title.private:
            return None
        if title.institution is not None:
            country = title.institution.word.country or self.scene.last_country(at) or self.scene.home
            return self._of_state(title, country) if country else None
        if phrase.determiner in _OUR and self.scene.home:
            return self._of_state(title, self.scene.home)
        if phrase.determiner in _POSSESSIVE or (scope == "sent" and title.abroad):
            return self._of_possessor(phrase, title)
        if scope in ("post", "rank"):
            return self._last_holder(title, at)
        return self._bare(phrase, title)

    def _of_possessor(self, phrase: Phrase, title: Title) -> Person | None:
        """`son ambassadeur à X`: of the state that the sentence speaks of first, else of the last one, else of home."""
        page, at = self.scene.page, phrase.first
        start = page.sentence_start(at)
        apart = frozenset(title.abroad)
        country = (
            self.scene.first_country(at, apart, start)
            or self.scene.last_country(at, apart)
            or (self.scene.home if self.scene.home not in apart else None)
        )
        return self._of_state(title, country) if country else None

    def _last_holder(self, title: Title, at: int) -> Person | None:
        offices = _fitting(title, None)
        return self.scene.last_person(at, lambda p: p.holds(offices, title.domain))

    def _bare(self, phrase: Phrase, title: Title) -> Person | None:
        at, home, office = phrase.first, self.scene.home, title.office(self.scene.home)
        offices = _fitting(title, home)
        full = title.republic or title.word.scope == "state" or (title.word.scope == "minister" and bool(title.domain))
        if full and home is not None and office in _HOME_OFFICES:
            at_home = self.roster.holder(offices, home, domain=title.domain)
            if at_home is not None:
                return at_home
        last = self._last_holder(title, at)
        if last is not None:
            return last
        if full and home is not None and office in _HOME_OFFICES:
            return self._unnamed(title, home, None)
        later = [p for p in self.roster.persons if p.forms and p.holds(offices, title.domain)]
        if later:
            return next((p for p in later if p.country == home), later[0])
        if home is not None and office in _HOME_OFFICES and (title.word.scope == "minister" or self.scene.page.starts_upper(title.first)):
            return self._unnamed(title, home, None)
        return None


def _fitting(title: Title, country: str | None) -> frozenset[str]:
    """The offices that a title may mean: a bare `ministre` is any minister, a `diplomate` any envoy."""
    office = title.office(country)
    if title.word.scope == "minister" and office == "minister" and not title.domain:
        return MINISTERS
    if title.word.scope == "noun":
        return DIPLOMATS if title.word.phrase.startswith("diplomate") else frozenset({office, *DIPLOMATS, *MINISTERS})
    return frozenset({office})
