"""Whether what a document tells can be an act between states at all: who takes part, and what kind of news it stands in."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.annotations.folding import fold_text
from dragoman.annotations.lexicon import organisations
from dragoman.annotations.mentions import Cast, PlaceMention
from dragoman.reading.drafts import Draft
from dragoman.reading.posts import posted_to

OFFICIAL_KINDS = frozenset(("igo", "court", "movement", "party", "fund"))
"""Kinds of organisation that act as a side in diplomacy; companies and media do so only beside a state."""

TELLING_OFFICES = frozenset(
    (
        "head_of_state", "deputy_head_of_state", "head_of_government", "foreign_minister", "ambassador", "charge_d_affaires",
        "permanent_representative", "special_envoy", "deputy_minister", "minister",
    )
)  # fmt: skip
"""Offices whose holders speak for a state abroad: a document that names two of them is no ordinary news."""

READ = 3000
"""Words further on than this do not count: a long report has words of every field."""

ENOUGH_WORDS = (2, 3, 5, 7)
"""So many different words of one field make a document ordinary news, by how many sides somebody in it speaks for; the last for more."""

HOME = "home"
"""The field of a state's own politics, which other states talk and mediate about."""

ENOUGH_AT_HOME = (4, 4, 7)
"""The same for that field."""


@cache
def ordinary_fields(language: str) -> dict[str, re.Pattern[str]]:
    """The words of ordinary news by field: `lexicon/<language>/ordinary.yaml`."""
    data = files("dragoman").joinpath(f"lexicon/{language}/ordinary.yaml").read_bytes()
    fields = msgspec.yaml.decode(data, type=dict[str, tuple[str, ...]])
    return {field: any_of(words) for field, words in fields.items()}


def any_of(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern for words of a lexicon over folded text: each the beginning of a word, or with a `$` at its end the whole of one."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(re.escape(w.removesuffix("$")) + (r"\b" if w.endswith("$") else "") for w in longest_first) + ")")


def sides_of(cast: Cast) -> set[str]:
    """The states and organisations that appear in a document, themselves or by somebody who holds an office of theirs."""
    sides: set[str] = set()
    for actor in cast.actors.values():
        if actor.kind == "country" or (actor.kind == "organisation" and _acts_as_side(actor.id)):
            sides.add(actor.id)
        elif actor.kind == "institution" and actor.country:
            sides.add(actor.country)
        elif actor.kind == "person" and actor.offices:
            sides.update(s for s in (actor.country, *(o.of for o in actor.offices)) if s)
    return sides


def _acts_as_side(organisation: str) -> bool:
    known = organisations().get(organisation)
    return known is None or known.kind in OFFICIAL_KINDS


def sides_posted_to(text: str, cast: Cast) -> set[str]:
    """The states and organisations where the diplomats and missions that a document names are posted: they stand in no other mention."""
    posts = [m for m in cast.mentions if m.kind == "institution" or any(o.office in TELLING_OFFICES for o in m.offices)]
    return {s for m in posts for s in posted_to(text[m.start : m.end])}


def sides_spoken_for(cast: Cast) -> set[str]:
    """The states and organisations for which somebody in a document speaks abroad, or an institution of theirs does."""
    sides: set[str] = set()
    for actor in cast.actors.values():
        if actor.kind == "institution" and actor.country:
            sides.add(actor.country)
        elif any(o.office in TELLING_OFFICES for o in actor.offices):
            sides.update(s for s in (actor.country, *(o.of for o in actor.offices)) if s)
    return sides


def is_ordinary_news(text: str, cast: Cast, language: str, places: Iterable[PlaceMention] = ()) -> bool:
    """Whether a document is of another field: one side alone, or many words of the field and few sides that somebody speaks for."""
    spoken_for = sides_spoken_for(cast)
    posted = sides_posted_to(text, cast)
    sides = sides_of(cast) | posted
    if len(sides) < 2 and not (_is_told_by_officials(cast) and len(sides | {p.country for p in places if p.country}) >= 2):
        return True
    folded = fold_text(text[:READ])
    voices = len(spoken_for | posted)
    for field, words in ordinary_fields(language).items():
        enough = ENOUGH_AT_HOME if field == HOME else ENOUGH_WORDS
        if len({m.group() for m in words.finditer(folded)}) >= enough[min(voices, len(enough) - 1)]:
            return True
    return False


def _is_told_by_officials(cast: Cast) -> bool:
    """Whether somebody in a document speaks for a state, or a state acts by name."""
    return any(
        (a.kind in ("institution", "country") and (a.country or a.kind == "country")) or any(o.office in TELLING_OFFICES for o in a.offices)
        for a in cast.actors.values()
    )


@dataclass(frozen=True, slots=True)
class Plausibility:
    """Judges the drafts of one document."""

    cast: Cast

    def represents(self, actor: str) -> bool:
        """Whether an actor can act for a state or an organisation: itself one, or a person with an office of one."""
        found = self.cast.actors.get(actor)
        if found is None:
            return True
        if found.kind == "person":
            return bool(found.offices) and bool(found.country or any(o.of for o in found.offices))
        if found.kind == "organisation":
            return _acts_as_side(found.id)
        return True

    def is_plausible(self, draft: Draft) -> bool:
        """Whether somebody in the act represents a state or an organisation; an act still without participants is left to be filled."""
        actors = draft.actors()
        return not actors or any(self.represents(a) for a in actors)
