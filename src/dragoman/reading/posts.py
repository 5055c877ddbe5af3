"""Where a diplomat or a mission is posted, and whose they are: the sides of an act told only of them (`rappelle son ambassadeur à X`)."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.page import read_page
from dragoman.annotations.places import find_places
from dragoman.annotations.whose import parse_abroad
from dragoman.grammar.references import Reference
from dragoman.model.vocabulary import Role
from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft

Range = tuple[int, int]
LONGEST = 400
"""Phrases of more code points than this are not asked where their holder is posted."""


@lru_cache(maxsize=4096)
def posted_to(phrase: str) -> tuple[str, ...]:
    """The states or the organisation where the diplomat or mission that a phrase names is posted: `son ambassadeur en France` -> `FRA`."""
    if len(phrase) > LONGEST:
        return ()
    names = find_names(phrase)
    page = read_page(phrase, names, find_places(phrase, [(n.start, n.end) for n in names]))
    for i in range(len(page)):
        found = parse_abroad(page, i)
        if found is not None and (found.states or found.organisation):
            return found.states or ((found.organisation,) if found.organisation else ())
    return ()


def complete(
    draft: Draft, text: str, home: str | None, actors: Callable[[Reference], tuple[str, ...]], side: Callable[[str], str | None]
) -> None:
    """Give an act the sides that its subject tells (a diplomat's own state, that of the post), else the one whose voice the text is."""
    rules = act_rules()[draft.type]
    if not rules.of_subject and not rules.of_post:
        return
    at: Range | None = None
    for part in draft.telling.parts:
        if part.role != "subject":
            continue
        at = part.reference.at
        _fill(draft, rules.of_subject, tuple(s for a in actors(part.reference) if (s := side(a))), at, side)
        post = posted_to(text[at[0] : at[1]])
        if post and not set(post) & {side(p.actor) for p in draft.participants}:
            _drop_distant(draft, rules.of_post)
        _fill(draft, rules.of_post, post, at, side)
    if at is not None and home is not None:
        _fill(draft, rules.of_home, (home,), at, side)
    if rules.drops_subject:
        draft.participants = [p for p in draft.participants if p.role != "subject"]


def _drop_distant(draft: Draft, roles: tuple[Role, ...]) -> None:
    """Take back who was only found somewhere in the clause, where the subject's own words tell the post."""
    distant = {p.reference.at for p in draft.telling.parts if p.role in roles and not p.near}
    draft.participants = [p for p in draft.participants if p.role not in roles or not p.evidence or p.evidence[0] not in distant]


def _fill(draft: Draft, roles: tuple[Role, ...], states: tuple[str, ...], at: Range, side: Callable[[str], str | None]) -> None:
    """Put states that are not among the sides into the first of the roles that nobody has."""
    there = {s for p in draft.participants if p.role != "subject" and (s := side(p.actor))}
    new = [s for s in dict.fromkeys(states) if s not in there]
    role = next((r for r in roles if not any(p.role == r for p in draft.participants)), None)
    if role is None or not new or (set(states) & there):
        return
    for state in new:
        draft.add(state, role, [at])
