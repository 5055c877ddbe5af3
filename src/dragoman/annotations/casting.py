"""Goes through the phrases of a text in order and finds the actors of each."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotations.anaphora import Anaphora
from dragoman.annotations.bodies import Body, body_meant
from dragoman.annotations.draft import Draft
from dragoman.annotations.home import Home
from dragoman.annotations.institutions import COUNTRY, Institution
from dragoman.annotations.items import DocumentItem, Group
from dragoman.annotations.listings import Listing, listed
from dragoman.annotations.mentions import MentionKind
from dragoman.annotations.ordinals import Ordinal, one_of
from dragoman.annotations.page import Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.possession import acting_state, fronted_state
from dragoman.annotations.publishers import find_publisher
from dragoman.annotations.registry import Registry, title_of
from dragoman.annotations.resolution import MINISTERS, OfficeResolver
from dragoman.annotations.roster import Person
from dragoman.annotations.scene import Scene, Target
from dragoman.annotations.states_named import MEDIA, Named, named_at, state_noun_openers
from dragoman.annotations.titles import Title
from dragoman.annotations.walk import Item, Latter, Those
from dragoman.annotations.word_sets import WordSet

_POSSESSIVE = WordSet("possessives_singular")
_ACT_FOR = frozenset({"special_envoy", "spokesperson"})
_REPRESENTS = ("représentant", "haut représentant", "délégué")
_NEAR = 60
_JOINED = 3
_MISSIONS = frozenset({"embassy", "consulate", "permanent_mission"})


class Casting:
    """One pass over the phrases; `author` is the actor who speaks in the document's communiqué, once one is told."""

    def __init__(self, page: Page, registry: Registry, home: Home, publisher: str | None) -> None:
        self.page = page
        self.registry = registry
        self.home = home.state
        self.scene = Scene(page, home)
        self.offices = OfficeResolver(registry, self.scene)
        self.anaphora = Anaphora(self.scene, self.offices)
        self.author: Target | None = None
        source = find_publisher(publisher)
        if source is not None and source.author is not None and source.country is not None and not source.country.startswith("org:"):
            self.author = f"inst:{source.author}@{source.country}"
        elif source is not None and source.country is not None and source.kind == "institution":
            self.author = source.country
        self._last_title: Title | None = None
        self._institutions: dict[str, str] = {}
        self._recent: dict[str, tuple[int, str]] = {}
        self._items: Sequence[Item] = ()
        self._pair: list[Person] = []
        self._together: tuple[int, list[Person]] | None = None

    def drafts(self, items: Sequence[Item]) -> list[Draft]:
        """The drafts of all mentions, in text order."""
        out: list[Draft] = []
        i = 0
        self._items = items
        for item in items:
            out.extend(self._names(i, item.first))
            draft = self._draft(item)
            if draft is not None:
                out.append(draft)
            i = max(i, item.last)
        out.extend(self._names(i, len(self.page)))
        self._speak_for_author(out)
        return out

    def _draft(self, item: Item) -> Draft | None:
        if isinstance(item, Phrase):
            return self._person(item)
        if isinstance(item, Institution):
            return self._institution(item)
        if isinstance(item, Group):
            return self._group(item)
        if isinstance(item, DocumentItem):
            return self._document(item)
        if isinstance(item, Body):
            return self._body(item)
        if isinstance(item, Ordinal):
            return self._ordinal(item)
        if isinstance(item, Listing):
            return self._listing(item)
        return self._those(item) if isinstance(item, Those) else self._latter(item)

    # names between the phrases

    def _names(self, start: int, end: int) -> list[Draft]:
        out: list[Draft] = []
        i = start
        page, openers = self.page, state_noun_openers()
        while i < end:
            if page.name[i] is None and page.place[i] is None and page.folded[i] not in openers and page.at(i - 1) not in MEDIA:
                i += 1
                continue
            named = named_at(page, i)
            if named is None or named.last > end:
                i += 1
                continue
            draft = self._named(named)
            if draft is not None:
                out.append(draft)
            i = named.last
        return out

    def _named(self, named: Named) -> Draft | None:
        ids = self._pointed(named) if named.pointing else named.ids
        if named.ambiguous and len(ids) > 1:
            known = [i for i in ids if i in self.scene.spoken] or ([self.home] if self.home in ids else [])
            ids = (known[-1],) if known and known[-1] else ids[:1]
        if not ids:
            return None
        person = self._compatriot(named)
        if person is not None:
            return person
        for target in ids:
            self.scene.speak_of(named.first, target, _country_of(target))
        draft = self._span(named.first, named.last, named.kind, named.noun)
        draft.actors, draft.plural, draft.feminine, draft.anaphoric = list(ids), named.plural, named.feminine, bool(named.pointing)
        return draft

    def _compatriot(self, named: Named) -> Draft | None:
        """`le Turc a félicité`: a person of the text, called by the nationality."""
        match = self.page.name[named.noun]
        before = self.page.at(named.noun - 1)
        if match is None or match.kind != "people" or match.plural or before not in ("le", "la", "l'", "du", "au"):
            return None
        found = [p for p in self.registry.roster.persons if p.forms and p.country == named.ids[0]]
        if not found:
            return None
        person = self.scene.last_person(named.noun, lambda p: p in found) or found[0]
        draft = self._span(named.noun - 1 if before in ("le", "la", "l'") else named.noun, named.last, "person", named.noun)
        draft.actors, draft.anaphoric, draft.feminine = [person], True, named.feminine
        self.scene.speak_of(named.first, person, person.country, named=False)
        return draft

    def _pointed(self, named: Named) -> tuple[str, ...]:
        """The state that `ce pays`, `le Royaume`, `son pays` means."""
        noun, at, determiner = named.state_noun, named.first, named.pointing
        assert noun is not None
        if len(noun.countries) == 1:
            return noun.countries
        if determiner in ("notre", "nos"):
            return (self.home,) if self.home else ()
        if noun.countries:
            if self.home in noun.countries and noun.capital:
                return (self.home,)
            last = next((e.country for e in self.scene.back(at) if e.country in noun.countries), None)
            return (last,) if last else ()
        start = self.page.sentence_start(at)
        if determiner in _POSSESSIVE:
            return self._own(at, start)
        if determiner in ("ce", "cet", "cette"):
            last = self.scene.last_country(at)
            return (last,) if last else ()
        last = self._country_here(at, start) or self.home or self.scene.last_country(at)
        return (last,) if last else ()

    def _own(self, at: int, start: int) -> tuple[str, ...]:
        """`son pays`: of the person who speaks in the sentence, else of the subject before."""
        events = [e for e in self.scene.between(start, at) if isinstance(e.target, Person) and e.country]
        acts = self.page.at(at - 1) in ("que", "qu'") or at == start
        event = (events[0] if acts else events[-1]) if events else None
        acting = acting_state(self.page, start, at)
        country = event.country if event is not None else acting or self.scene.subject_country(start)
        return (country,) if country else ()

    def _country_here(self, at: int, start: int) -> str | None:
        """`le pays`: the last state told in the sentence, but where an envoy is told to leave, that of the one who tells it."""
        for event in reversed(self.scene.between(start, at)):
            sent = isinstance(event.target, Person) and event.target.offices() & {"ambassador", "charge_d_affaires", "official"}
            if event.country and not sent:
                return event.country
        if any(isinstance(e.target, Person) for e in self.scene.between(start, at)):
            return next((c for c in self.scene.salient_countries(at, 2) if c != self.scene.last_country(at)), None)
        return None

    # persons

    def _person(self, phrase: Phrase, at: int | None = None) -> Draft | None:
        """The draft of a person phrase; a principal is spoken of where the phrase that holds it begins."""
        at = phrase.first if at is None else at
        side = self.offices.side(phrase)
        if side is not None:
            return self._side(phrase, side)
        people = list(self.registry.named.get(id(phrase), []))
        anaphoric = not people
        if not people:
            people = self.anaphora.person(phrase) if phrase.anaphor is not None else self.offices.resolve(phrase)
        self.anaphora.people[id(phrase)] = people
        title = title_of(phrase)
        self._last_title = title or self._last_title
        draft = self._span(phrase.first, phrase.last, "person", phrase.first)
        draft.head = phrase.head(self.page)
        draft.actors = list(people)
        draft.anaphoric = anaphoric and (
            phrase.anaphor is not None or (phrase.determiner != "un" and not (title and (title.states or title.organisation)))
        )
        draft.plural, draft.feminine, draft.titles = phrase.plural, phrase.feminine, phrase.titles
        if len(people) > 1 or (phrase.plural and not phrase.names):
            draft.kind, draft.plural = "group", True
        draft.behalf = self._principal(phrase, draft)
        for person in people:
            self.scene.speak_of(at, person, person.country, named=not anaphoric)
            self._note(person, phrase)
        for state in (state for title in phrase.titles for state in title.abroad if state and not state.startswith("org:")):
            self.scene.speak_of(at, state, state)
        return draft

    def _side(self, phrase: Phrase, side: str) -> Draft:
        """Officials in the plural who stand for their state or organisation."""
        self.scene.speak_of(phrase.first, side, _country_of(side))
        draft = self._span(phrase.first, phrase.last, "organisation" if side.startswith("org:") else "country", phrase.titles[0].first)
        draft.actors, draft.plural, draft.feminine, draft.titles = [side], True, phrase.feminine, phrase.titles
        return draft

    def _note(self, person: Person, phrase: Phrase) -> None:
        if person.feminine is False and phrase.feminine:
            person.feminine = True

    def _principal(self, phrase: Phrase, draft: Draft) -> Target | None:
        """On whose behalf the phrase says that the person acts."""
        acts_for = any(title.office() in _ACT_FOR or title.word.phrase.startswith(_REPRESENTS) for title in phrase.titles)
        if phrase.principal is not None:
            inner = self._person(phrase.principal, phrase.first)
            if inner is not None and inner.actors:
                draft.inner.append(inner)
                return inner.actors[0] if acts_for else None
        for title in phrase.titles:
            if acts_for and title.institution is not None and title.institution.what != COUNTRY and title.word.scope == "aide":
                return self._institution_id(title.institution)
        return None

    def _latter(self, item: Latter) -> Draft | None:
        found: list[Target] = []
        if item.plural:
            found.extend(list(self.scene.persons_back(item.first))[:2][::-1])
        elif (person := self.anaphora.latter(item.first, item.feminine)) is not None:
            found = [person]
        if not found:
            return None
        for target in found:
            self.scene.speak_of(item.first, target, _country_of(target), named=False)
        draft = self._span(item.first, item.last, "group" if item.plural else "person", item.last - 1)
        draft.actors, draft.anaphoric, draft.plural, draft.feminine = found, True, item.plural, item.feminine
        return draft

    def _those(self, item: Those) -> Draft | None:
        title = self._last_title
        if title is None or item.first - title.first > _NEAR or (not item.plural and title.word.scope != "sent"):
            return None
        people = self.offices.of_states(title, item.states)
        draft = self._span(item.first, item.last, "group" if item.plural else "person", item.first)
        draft.actors, draft.anaphoric, draft.plural = list(people), True, item.plural
        for person in people:
            self.scene.speak_of(item.first, person, person.country, named=False)
        return draft if people else None

    def _group(self, group: Group) -> Draft | None:
        draft = self._span(group.first, group.last, "group", group.noun)
        draft.actors, draft.anaphoric, draft.plural = list(self.anaphora.group(group)), True, True
        people = [a for a in draft.actors if isinstance(a, Person)]
        self._pair = people if len(people) == len(draft.actors) > 1 else self._pair
        return draft

    def _ordinal(self, item: Ordinal) -> Draft | None:
        person = one_of(self._listed(item), item)
        if person is None:
            return None
        self.scene.speak_of(item.first, person, person.country, named=False)
        draft = self._span(item.first, item.last, "person", item.noun)
        draft.actors, draft.anaphoric, draft.feminine = [person], True, bool(item.feminine)
        return draft

    def _listing(self, item: Listing) -> Draft | None:
        named = self.registry.named
        after = ((p.first, named.get(id(p), [])) for p in self._items if isinstance(p, Phrase) and p.first >= item.last)
        people = listed(item, after)
        if not people:
            return None
        draft = self._span(item.first, item.last, "group", item.noun)
        draft.actors, draft.anaphoric, draft.plural = list(people), True, True
        return draft

    def _listed(self, item: Ordinal) -> list[Person]:
        """The persons named together last before an ordinal: at the end of the sentence before, or `les deux ministres`."""
        start = self.page.sentence_start(item.first)
        if self._together and (start <= self._together[0] or (item.place and item.first - self._together[0] < _NEAR)):
            return self._together[1]
        before = self.page.sentence_start(max(0, start - 2))
        inside = {id(e.target): e.target for e in self.scene.between(before, start) if isinstance(e.target, Person)}
        people = list(inside.values())[-2:] if len(inside) > 1 else self._pair
        self._together = (item.first, people)
        return people

    def _body(self, body: Body) -> Draft | None:
        found = body_meant(self.page, body.noun, body.word, self.scene.organisations_back(body.first))
        if found is None:
            return None
        self.scene.speak_of(body.first, found, None, named=False)
        draft = self._span(body.first, body.last, "organisation", body.noun)
        draft.actors, draft.anaphoric, draft.plural, draft.feminine = [found], True, body.word.plural, body.word.feminine
        return draft

    # institutions and documents

    def _institution(self, item: Institution) -> Draft | None:
        if item.organisation is not None:
            target: str | None = item.organisation
        else:
            target = self._institution_id(item)
        if target is None:
            return None
        self.scene.speak_of(item.first, target, _country_of(target))
        kind: MentionKind = "institution" if target.startswith("inst:") else ("organisation" if target.startswith("org:") else "country")
        draft = self._span(item.first, item.last, kind, item.noun)
        draft.actors, draft.plural, draft.feminine = [target], item.word.plural, item.word.feminine
        draft.label = item.word.noun if item.what != "foreign_ministry" else None
        draft.anaphoric = not item.states and item.word.country is None
        return draft

    def _institution_id(self, item: Institution) -> str | None:
        country = item.word.country or (item.states[0] if item.states else None)
        if country is not None:
            self._recent["ministry" if item.what.endswith("ministry") else item.word.what] = (item.first, country)
        else:
            country = self._institution_country(item)
        if country is None:
            return None
        if country.startswith("org:"):
            return country
        if item.what == COUNTRY:
            return country
        what = item.what
        if what == "ministry":
            what = self._institutions.get(f"ministry@{country}") or self._ministry(country)
        elif what.endswith("ministry") or what.startswith("ministry"):
            self._institutions[f"ministry@{country}"] = what
        return f"inst:{what}@{country}"

    def _ministry(self, country: str) -> str:
        """Which ministry a bare `le ministère` is: that of the minister of the text, of foreign affairs where there is one."""
        roster = self.registry.roster
        return "foreign_ministry" if roster.holder({"foreign_minister"}, country) is not None else "ministry"

    def _institution_country(self, item: Institution) -> str | None:
        at = item.first
        start = self.page.sentence_start(at)
        if item.determiner in _POSSESSIVE:
            return self.scene.first_country(at, since=start) or self.scene.last_country(at)
        fronted = fronted_state(self.page, at) if item.determiner in ("le", "la", "l'") else None
        if fronted is not None:
            return fronted
        joined = self._joined(item)
        if joined is not None:
            return joined
        recent = self._recent.get("ministry" if item.word.what.endswith("ministry") else item.word.what)
        if recent is not None and (item.word.what in _MISSIONS or at - recent[0] < _NEAR) and item.determiner in ("le", "la", "l'", ""):
            return recent[1]
        if item.word.what in _MISSIONS and item.abroad:
            apart = frozenset(item.abroad)
            return self.scene.first_country(at, apart, start) or self.scene.last_country(at, apart)
        if item.word.what == COUNTRY:
            salient = self.scene.salient_countries(at, 1)
            near = self.scene.salient_countries(at, 2)
            at_home = self.scene.strong or (self.home is not None and self.home in near)
            return None if item.private else (self.home if at_home else next(iter(salient), None))
        if item.what.endswith("ministry") and not self.scene.strong:
            told = self._ministers_country(at) or (recent[1] if recent is not None else None)
            if told is not None:
                return told
        return self.scene.home_at(at) or self.scene.last_country(at)

    def _joined(self, item: Institution) -> str | None:
        """`au gouvernement et au peuple du Malawi`: the state of the people that it is joined to."""
        if item.what != "government" or self.page.at(item.last) != "et":
            return None
        near = (i for i in self._items if isinstance(i, Institution) and 0 < i.first - item.last <= _JOINED and i.word.what == COUNTRY)
        return next((i.states[0] for i in near if i.states), None)

    def _ministers_country(self, at: int) -> str | None:
        """The state of the minister whom the text spoke of last."""
        minister = self.scene.last_person(at, lambda p: p.holds(MINISTERS), within=_NEAR)
        return minister.country if minister is not None else None

    def _document(self, item: DocumentItem) -> Draft | None:
        draft = self._span(item.first, item.last, "document", item.noun)
        draft.feminine, draft.plural, draft.anaphoric = item.word.feminine, item.word.plural, not item.told
        author = self._author_of(item, draft)
        if item.word.joint and not item.told:
            draft.actors = list(self.scene.salient_countries(item.first, 2))
        elif author is not None:
            draft.actors = [author]
            if self.author is None or (item.told and isinstance(self.author, str) and not self.author.startswith("inst:")):
                self.author = author
            self.scene.speak_of(item.first, author, _country_of(author))
        return draft

    def _author_of(self, item: DocumentItem, draft: Draft) -> Target | None:
        if item.institution is not None:
            return item.institution.organisation or self._institution_id(item.institution)
        if item.person is not None:
            inner = self._person(item.person)
            if inner is not None and inner.actors:
                draft.inner.append(inner)
                return inner.actors[0]
            return None
        if item.whose is not None:
            return item.whose.organisation or (item.whose.states[0] if item.whose.states else None)
        return None

    def _speak_for_author(self, drafts: Sequence[Draft]) -> None:
        """Give the author to every document that is told of nobody else."""
        last: Target | None = None
        for draft in drafts:
            if draft.kind != "document":
                continue
            if draft.actors:
                last = draft.actors[0] if len(draft.actors) == 1 else last
            elif (author := last or self.author) is not None:
                draft.actors = [author]

    def _span(self, first: int, last: int, kind: MentionKind, noun: int) -> Draft:
        page = self.page
        return Draft(
            page.starts[first],
            page.ends[last - 1],
            kind,
            head=(page.starts[noun], page.ends[max(noun, last - 1) if noun >= last else noun]),
        )


def _country_of(target: Target) -> str | None:
    if isinstance(target, Person):
        return target.country
    if target.startswith("inst:"):
        return target.rpartition("@")[2]
    return None if target.startswith("org:") else target
