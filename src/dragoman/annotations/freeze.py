"""Turns drafts into the cast: ids for the actors, mentions that do not overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from dragoman.annotations.draft import Draft
from dragoman.annotations.lexicon import organisations, states
from dragoman.annotations.mentions import Cast, DocumentActor, Mention, OfficeHeld
from dragoman.annotations.naming import institution_name, person_ids, person_name
from dragoman.annotations.page import Page
from dragoman.annotations.roster import Person, Roster
from dragoman.annotations.scene import Target
from dragoman.annotations.titles import Title
from dragoman.model.vocabulary import OfficeName


def freeze(page: Page, drafts: Sequence[Draft], roster: Roster, home: str | None, author: Target | None) -> Cast:
    """The cast of a page from its drafts, in text order."""
    used = _used(drafts)
    persons = [p for p in roster.persons if id(p) in used]
    ids = person_ids(persons)
    freezer = _Freezer(page, ids, {str(d.actors[0]): d.label for d in reversed(drafts) if d.label is not None and d.actors})
    mentions = tuple(freezer.mention(d) for d in sorted(drafts, key=lambda d: d.start))
    actors = {ids[id(p)]: freezer.person(p) for p in persons}
    for mention in mentions:
        freezer.others(mention, actors)
    for side in sorted({side for p in persons for side in (p.country, p.organisation) if side is not None} - actors.keys()):
        actors[side] = unmentioned(side, None)
    name = ids.get(id(author)) if isinstance(author, Person) else author
    if name is not None and name not in actors:
        actors[name] = unmentioned(name, None)
    return Cast(actors=actors, mentions=mentions, home=home, author=name)


def _used(drafts: Sequence[Draft]) -> set[int]:
    used: set[int] = set()
    for draft in drafts:
        used.update(id(a) for a in (*draft.actors, draft.behalf) if isinstance(a, Person))
        used |= _used(draft.inner)
    return used


class _Freezer:
    def __init__(self, page: Page, ids: dict[int, str], labels: dict[str, str]) -> None:
        self.page = page
        self.labels = labels
        self.ids = ids

    def id(self, target: Target) -> str:
        return self.ids[id(target)] if isinstance(target, Person) else target

    def mention(self, draft: Draft) -> Mention:
        return Mention(
            start=draft.start,
            end=draft.end,
            kind=draft.kind,
            actors=tuple(dict.fromkeys(self.id(a) for a in draft.actors)),
            head=draft.head,
            anaphoric=draft.anaphoric,
            plural=draft.plural,
            feminine=draft.feminine,
            offices=self._offices(draft),
            on_behalf_of=self.id(draft.behalf) if draft.behalf is not None else None,
            inner=tuple(self.mention(inner) for inner in draft.inner),
        )

    def _offices(self, draft: Draft) -> tuple[OfficeHeld, ...]:
        person = draft.actors[0] if draft.actors and isinstance(draft.actors[0], Person) else None
        country = person.country if person is not None else None
        return tuple(
            OfficeHeld(
                _word(t.office(country)),
                self.page.starts[t.first],
                self.page.ends[t.last - 1],
                _of(t, country),
                t.former,
            )
            for t in draft.titles
        )

    def person(self, person: Person) -> DocumentActor:
        held: dict[tuple[str, bool], OfficeHeld] = {}
        for h in person.holdings:
            if h.title is None:
                continue
            of = _of(h.title, person.country)
            office = h.title.office(person.country)
            start, end = self.page.starts[h.title.first], self.page.ends[h.title.last - 1]
            known = held.get((office, h.former))
            if known is None or end - start > known.end - known.start:
                held[office, h.former] = OfficeHeld(_word(office), start, end, of, h.former)
        for h in person.holdings:
            if h.title is None and (h.office, h.former) not in held:
                first, last = h.words
                held[h.office, h.former] = OfficeHeld(
                    _word(h.office), self.page.starts[first], self.page.ends[last - 1], person.country, h.former
                )
        if any(office == "foreign_minister" for office, _ in held):
            held.pop(("minister", False), None)
        return DocumentActor(self.ids[id(person)], "person", person_name(person), person.country, tuple(held.values()))

    def others(self, mention: Mention, actors: dict[str, DocumentActor]) -> None:
        """Enter the actors that are no persons."""
        for name in (*mention.actors, *((mention.on_behalf_of,) if mention.on_behalf_of else ())):
            if name not in actors:
                actors[name] = unmentioned(name, self.labels.get(name))
        for inner in mention.inner:
            self.others(inner, actors)


def _word(office: str) -> OfficeName:
    """The office as the vocabulary's type has it; a test holds the table of offices to the vocabulary."""
    return cast(OfficeName, office)


def _of(title: Title, country: str | None) -> str | None:
    """Whose office a title is: told by the title, of a plural the holder's own, else the holder's."""
    if title.organisation is not None and not title.states:
        return title.organisation
    return country if len(title.states) != 1 else title.states[0]


def unmentioned(name: str, written: str | None = None) -> DocumentActor:
    """The organisation, institution or country of an id; `written` is the noun by which the text calls it, where it does."""
    if name.startswith("org:"):
        organisation = organisations().get(name)
        return DocumentActor(name, "organisation", organisation.name if organisation is not None else name[4:])
    if name.startswith("inst:"):
        what, _, country = name[5:].rpartition("@")
        return DocumentActor(name, "institution", institution_name(what, written), country)
    state = states().get(name)
    return DocumentActor(name, "country", state.name if state is not None else name, name)
