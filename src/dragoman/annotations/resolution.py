"""Finds whom the text means by an office without a name."""

from __future__ import annotations

from functools import cache

from dragoman.annotations.bodies import gathers, is_igo
from dragoman.annotations.folding import fold
from dragoman.annotations.phrases import QUALITY, Phrase
from dragoman.annotations.possession import acting_organisation, acting_state, fronted_state, possessor_state, where_state
from dragoman.annotations.registry import Registry, list_behind, list_of_states, title_of
from dragoman.annotations.roster import Holding, Person, Roster
from dragoman.annotations.scene import Scene
from dragoman.annotations.table import rows
from dragoman.annotations.titles import Title
from dragoman.annotations.word_sets import WordSet
from dragoman.model.vocabulary import OFFICES

ANY = frozenset(OFFICES)
MINISTERS = frozenset({"foreign_minister", "minister", "deputy_minister"})
DIPLOMATS = frozenset({"ambassador", "charge_d_affaires", "permanent_representative", "special_envoy", "foreign_minister"})
SENT = frozenset({"ambassador", "charge_d_affaires", "permanent_representative", "special_envoy"})
CARRIERS = MINISTERS | {"official", "ambassador", "head_of_government", "parliament_speaker"}
"""Offices whose holders are sent with messages."""

_NEAR_ENVOY = 80
_PAIR = 2
_HOME_OFFICES = frozenset(
    {"head_of_state", "head_of_government", "foreign_minister", "minister", "parliament_speaker", "deputy_head_of_state"}
)
_POSSESSIVE = WordSet("possessives")
_OUR = WordSet("our")
_COME = WordSet("come_in_a_quality")
_NAME_SPAN = 7


class OfficeResolver:
    """Resolves titles without a name against the roster and the scene."""

    def __init__(self, registry: Registry, scene: Scene) -> None:
        self.registry = registry
        self.roster: Roster = registry.roster
        self.scene = scene

    def side(self, phrase: Phrase) -> str | None:
        """The state or organisation that a plural of officials stands for: `les dirigeants maliens`, `les chefs d'État de la Cédéao`."""
        title = title_of(phrase)
        if title is None or not phrase.plural or phrase.names:
            return None
        if title.organisation is not None and title.word.scope != "post":
            return title.organisation
        if title.word.scope == "noun" and len(title.states) == 1 and phrase.determiner in ("les", "ces"):
            return title.states[0]
        if not title.states and not title.group and not title.private and phrase.determiner in ("les", "ces", "des", "aux"):
            return self._gathered(phrase, title)
        return None

    def _gathered(self, phrase: Phrase, title: Title) -> str | None:
        """The organisation whose gathering the text told of, for `les chefs d'État` and `les ministres` who sit in it."""
        if phrase.principal is not None or (title.word.scope != "noun" and title.office() not in _HOME_OFFICES):
            return None
        spoken = list(self.scene.organisations_back(phrase.first))
        if not spoken or not is_igo(spoken[0][1]):
            return None
        last = spoken[0][1]
        return last if any(target == last and gathers(self.scene.page, at) for at, target in spoken) else None

    def resolve(self, phrase: Phrase) -> list[Person]:
        """The persons that an unnamed phrase with a title means, none where nobody can be meant."""
        title = title_of(phrase)
        if title is None:
            return []
        if phrase.determiner == QUALITY:
            return self._in_quality(phrase, title)
        if phrase.plural:
            return self._several(phrase, title)
        states = title.states or ((self._principal_country(phrase),) if phrase.principal else ())
        envoy = self._known_envoy(phrase, title, states)
        if envoy is not None:
            return [envoy]
        if phrase.determiner in ("un", "une"):
            return self._anybody(title, states[0] if states else "")
        person: Person | None
        if states and states[0]:
            person = self._of_state(title, states[0])
        elif title.organisation:
            person = self._of_organisation(title)
        else:
            person = self._untold(phrase, title)
        return [person] if person is not None else []

    def _in_quality(self, phrase: Phrase, title: Title) -> list[Person]:
        """The sentence's first person, who acts in this quality; the last one behind `X, venu en qualité de`, `X, qui`."""
        page = self.scene.page
        told = self.scene.between(page.sentence_start(phrase.first), phrase.first)
        persons = [(e.target, e.at) for e in told if isinstance(e.target, Person) and e.target.forms]
        if not persons:
            return []
        came = any(page.at(j) in _COME for j in range(phrase.first - 5, phrase.first))
        behind = range(persons[-1][1], min(persons[-1][1] + _NAME_SPAN, phrase.first))
        subject, _ = persons[-1 if came or any(page.at(j) == "qui" for j in behind) else 0]
        if subject.country is None and subject.organisation is None and len(title.states) == 1:
            subject.country = title.states[0]
        for principal in self.registry.named.get(id(phrase.principal), []) if phrase.principal is not None else ():
            if principal.country is None and principal.organisation is None:
                principal.country = subject.country
        subject.hold(Holding(title.office(subject.country), title, title.organisation, False, title.domain))
        return [subject]

    def _known_envoy(self, phrase: Phrase, title: Title, states: tuple[str, ...]) -> Person | None:
        """`l'envoyé spécial du président` where nobody is called so by name: the last person of that state who holds another office."""
        if title.office() != "special_envoy" or phrase.determiner not in ("le", "la", "l'") or title.organisation or title.institution:
            return None
        if any(p.holds({"special_envoy"}) and p.forms and (not states or p.country == states[0]) for p in self.roster.persons):
            return None
        principals = {id(p) for p in (self.registry.named.get(id(phrase.principal)) or [])} if phrase.principal else set()
        return self.scene.last_person(
            phrase.first,
            lambda p: bool(p.forms) and (not states or p.country == states[0]) and id(p) not in principals and p.holds(CARRIERS),
        )

    def _anybody(self, title: Title, state: str) -> list[Person]:
        """`un responsable du ministère`: somebody not told of elsewhere, whose side is all that is known."""
        country = state or (title.institution.word.country if title.institution is not None else None)
        if country is None and title.institution is not None:
            country = self.scene.last_country(title.first) or self.scene.home_at(title.first)
        if country is None and title.organisation is None:
            return []
        if title.office(country) == "special_envoy" and country is not None:
            revealed = self.roster.holder({"special_envoy"}, country)
            if revealed is not None and revealed.forms:
                return [revealed]
            named = [p for p in self.roster.persons if p.forms and p.country == country and p.holds(CARRIERS)]
            if len(named) == 1 and abs(named[0].first - title.first) < _NEAR_ENVOY:
                return named
        same = [
            p
            for p in self.roster.persons
            if not p.forms and p.country == country and p.holds({title.office(country)}) and p.organisation == title.organisation
        ]
        return same[:1] or [self._unnamed(title, country, title.organisation if country is None else None)]

    def of_states(self, title: Title, states: tuple[str, ...]) -> list[Person]:
        """Who holds this office for other states: `ceux du Chili`."""
        return [self._of_state(title, state) for state in states] if title.word.scope in ("sent", "state", "head", "minister") else []

    def _principal_country(self, phrase: Phrase) -> str:
        principal = phrase.principal
        if principal is None:
            return ""
        people = self.registry.named.get(id(principal)) or self.resolve(principal)
        return (people[0].country or "") if people else ""

    def _several(self, phrase: Phrase, title: Title) -> list[Person]:
        states = title.states
        if title.group and not states:
            states = tuple(self._counted(phrase, title))
        if not states and phrase.determiner == "leurs" and title.office() in _HOME_OFFICES | {"ambassador"}:
            states = self._in_sentence(phrase.first)
        if not states and phrase.determiner == "les" and title.office() in _HOME_OFFICES and not title.private and not phrase.names:
            states = self._both_sides(phrase.first)
        if len(states) < 2 and phrase.determiner not in ("les", "ses"):
            return []
        if states and title.word.scope not in ("post", "noun", "rank"):
            return [self._of_state(title, state) for state in states]
        return []

    def _counted(self, phrase: Phrase, title: Title) -> list[str]:
        """The states of `les représentants des trois pays`: of the list right behind, of the last list of so many, else those spoken of."""
        page = self.scene.page
        if page.at(phrase.last) in (",", ":", "(") and (behind := list_behind(page, phrase.last, title.group)):
            return behind
        listed = list_of_states(page, phrase.first, title.group) if title.group > _PAIR else []
        return listed or self.scene.salient_countries(phrase.first, title.group)

    def _both_sides(self, at: int) -> tuple[str, ...]:
        """`les ministres` of a text about two states; none where an organisation is at work, whose ministers they may be."""
        if any(isinstance(e.target, str) and e.target.startswith("org:") for e in self.scene.back(at)):
            return ()
        return tuple(self.scene.salient_countries(at, 2))

    def _in_sentence(self, at: int) -> tuple[str, ...]:
        """The states of the sentence before a word, for `leurs ministres`: two at least."""
        start = self.scene.page.sentence_start(at)
        states = tuple(dict.fromkeys(e.country for e in self.scene.between(start, at) if e.country))
        return states if len(states) > 1 else ()

    def _of_state(self, title: Title, state: str) -> Person:
        offices = _fitting(title, state)
        found = self.roster.holder(offices, state, domain=title.domain)
        if found is None and title.word.scope == "noun":
            found = self.roster.holder(pointed_offices(title.word.phrase) or ANY, state)
        if found is None and (title.word.scope in ("state", "head", "minister", "sent") or pointed_offices(title.word.phrase)):
            found = self.scene.last_person(title.first, lambda p: bool(p.forms) and p.country == state and not p.holdings, within=60)
            if found is not None:
                found.hold(Holding(title.office(state), title, None, title.former, title.domain))
        return found or self._unnamed(title, state, None)

    def _of_organisation(self, title: Title) -> Person:
        found = self.roster.holder({title.office()}, None, title.organisation)
        return found or self._unnamed(title, None, title.organisation)

    def _unnamed(self, title: Title, country: str | None, organisation: str | None) -> Person:
        person = Person(country=country, organisation=organisation, first=title.first)
        office = title.office(country)
        person.hold(Holding(office, title, organisation, title.former, title.domain))
        if title.word.feminine is not None:
            person.feminine = title.word.feminine
        return self.roster.add(person)

    def _untold(self, phrase: Phrase, title: Title) -> Person | None:
        """An office whose state is to be understood: of the possessor, of home, of whom the text spoke last."""
        scope, at = title.word.scope, phrase.first
        if title.private:
            return None
        if title.institution is not None:
            country = title.institution.word.country or self.scene.last_country(at) or self.scene.home_at(at)
            return self._of_state(title, country) if country else None
        if phrase.determiner in _OUR and self.scene.home:
            return self._of_state(title, self.scene.home)
        if scope in ("sent", "state", "head", "minister") and (
            phrase.determiner in _POSSESSIVE or (scope == "sent" and title.abroad) or self.scene.page.at(phrase.first - 1) == "dont"
        ):
            return self._of_possessor(phrase, title)
        if scope == "aide" and phrase.determiner in _POSSESSIVE:
            return self._of_body(phrase, title)
        if scope in ("post", "rank"):
            return self.scene.last_person(
                at, lambda p: any(h.title is not None and h.title.word.phrase == title.word.phrase for h in p.holdings)
            )
        return self._bare(phrase, title)

    def _of_possessor(self, phrase: Phrase, title: Title) -> Person | None:
        """`son ambassadeur à X`: of the state that acts in the sentence, else of home."""
        body = acting_organisation(self.scene.page, phrase.first) if title.word.scope == "sent" else None
        if body is not None:
            return self.roster.holder({title.office()}, None, body) or self._unnamed(title, None, body)
        apart = frozenset(title.abroad)
        country = self._acting(phrase.first, apart) or possessor_state(self.scene.page, phrase.first, apart)
        country = country or (self.scene.home if self.scene.home not in apart else None)
        return self._of_state(title, country) if country else None

    def _acting(self, at: int, apart: frozenset[str]) -> str | None:
        """The state of the person who acts in the sentence, where no state does."""
        page = self.scene.page
        start = page.sentence_start(at)
        if acting_state(page, start, at, apart) is not None or page.at(at - 1) == "dont":
            return None
        inside = self.scene.first_country(at, apart, start)
        if inside is not None:
            return inside
        return self.scene.subject_country(start, apart)

    def _of_body(self, phrase: Phrase, title: Title) -> Person | None:
        """`son secrétaire général`, `son porte-parole`: of the organisation or the state that the sentence speaks of first."""
        if title.abroad:
            return self._of_possessor(phrase, title)
        last = self._last_holder(title, phrase.first)
        side = self.scene.first_side(phrase.first)
        if side is None:
            return last
        if side.startswith("org:"):
            return self.roster.holder({title.office()}, None, side) or last or self._unnamed(title, None, side)
        if title.office() in ("secretary_general", "official"):
            return last
        return self._of_state(title, side)

    def _last_holder(self, title: Title, at: int) -> Person | None:
        offices, style = _fitting(title, None), title.word.style
        if title.word.scope == "noun" and offices & SENT:
            sent = self.scene.last_person(at, lambda p: p.holds(SENT) and self._may_be(p, title), within=_NEAR_ENVOY)
            if sent is not None:
                return sent
        same = offices == {"official"} and title.word.scope in ("aide", "post")
        return self.scene.last_person(
            at,
            lambda p: (
                p.holds(offices, title.domain)
                and p.may_be_called(style)
                and (title.word.scope != "noun" or self._may_be(p, title))
                and (not same or _is_called(p, title))
            ),
        )

    def _may_be(self, person: Person, title: Title) -> bool:
        """Whether a person, where named, is of the gender that the article before a title tells."""
        return not person.forms or person.agrees_with(self.scene.page.at(title.first - 1))

    def _called_so(self, title: Title, at: int, at_home: Person) -> Person | None:
        """Another sovereign whom the text calls by this very title (`le roi`), where home's is called by another (`le sultan`)."""
        if title.word.style != "monarch" or _is_called(at_home, title):
            return None
        return self.scene.last_person(at, lambda p: _is_called(p, title))

    def _in_paragraph(self, person: Person, at: int) -> bool:
        start = self.scene.page.paragraph_start(at)
        return any(e.target is person for e in self.scene.between(start, at))

    def _protagonist(self, last: Person, offices: frozenset[str], title: Title, at: int) -> Person | None:
        """Whom the text names, of home: a bare office means him rather than an unnamed counterpart of his (`son homologue jordanien`)."""
        if last.forms or last.country == self.scene.home or self._in_sentence_of(last, at):
            return None
        return self.scene.last_person(
            at,
            lambda p: (
                bool(p.forms) and p.country == self.scene.home and p.holds(offices, title.domain) and p.may_be_called(title.word.style)
            ),
        )

    def _in_sentence_of(self, person: Person, at: int) -> bool:
        start = self.scene.page.sentence_start(at)
        return any(e.target is person for e in self.scene.between(start, at))

    def _bare(self, phrase: Phrase, title: Title) -> Person | None:
        at, home = phrase.first, self.scene.home_at(phrase.first)
        office = title.office(home)
        offices = _fitting(title, home)
        fronted = (where_state(self.scene.page, at) or fronted_state(self.scene.page, at)) if office in _HOME_OFFICES else None
        if (
            fronted is None
            and not self.scene.strong
            and title.word.scope in ("state", "minister")
            and office in _HOME_OFFICES
            and title.domain
        ):
            fronted = acting_state(self.scene.page, self.scene.page.sentence_start(at), at)
        if fronted is not None and self._may_be(found := self._of_state(title, fronted), title):
            return found
        full = title.republic or title.word.scope == "state" or (title.word.scope == "minister" and bool(title.domain))
        if full and home is not None and office in _HOME_OFFICES:
            at_home = self.roster.holder(offices, home, domain=title.domain)
            if at_home is not None and at_home.may_be_called(title.word.style):
                return self._called_so(title, at, at_home) or at_home
        last = self._last_holder(title, at)
        if last is not None and self.scene.strong and last.country != home and not self._in_paragraph(last, at):
            last = self.roster.holder(offices, home, domain=title.domain) or last
        if last is not None:
            return self._protagonist(last, offices, title, at) or last
        if full and home is not None and office in _HOME_OFFICES:
            return self._unnamed(title, home, None)
        generic = offices == {"official"} and title.word.scope in ("aide", "post")
        later = [
            p
            for p in self.roster.persons
            if p.forms and p.holds(offices, title.domain) and p.may_be_called(title.word.style) and (not generic or _is_called(p, title))
        ]
        if later:
            return next((p for p in later if p.country == home), later[0])
        if home is not None and office in _HOME_OFFICES and (title.word.scope == "minister" or self.scene.page.starts_upper(title.first)):
            return self._unnamed(title, home, None)
        return None


def _is_called(person: Person, title: Title) -> bool:
    return any(h.title is not None and h.title.word.phrase == title.word.phrase for h in person.holdings)


def _fitting(title: Title, country: str | None) -> frozenset[str]:
    """The offices that a title may mean: a bare `ministre` is any minister, a `diplomate` any envoy."""
    office = title.office(country)
    if title.word.scope == "minister" and office == "minister" and not title.domain:
        return MINISTERS
    if title.word.scope == "noun":
        pointed = pointed_offices(title.word.phrase)
        return frozenset(pointed) if pointed else ANY
    return frozenset({office})


@cache
def _pointed() -> dict[str, frozenset[str]]:
    return {fold(r["noun"]): frozenset(r["offices"].split()) for r in rows("anaphors")}


def pointed_offices(noun: str) -> frozenset[str]:
    """The offices that a noun like `diplomate` may mean, empty for any."""
    return _pointed().get(fold(noun), frozenset())
