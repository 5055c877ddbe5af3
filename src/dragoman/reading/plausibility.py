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

MANY_WORDS = 5
"""So many different words of one ordinary field make a document ordinary news."""

FEW_VOICES = ((4, 4), (3, 1), (2, 0))
"""So many words do, where no more than so many in the document speak for a state."""


@cache
def ordinary_fields(language: str) -> dict[str, re.Pattern[str]]:
    """The words of ordinary news by field: `lexicon/<language>/ordinary.yaml`."""
    data = files("dragoman").joinpath(f"lexicon/{language}/ordinary.yaml").read_bytes()
    fields = msgspec.yaml.decode(data, type=dict[str, tuple[str, ...]])
    return {f: re.compile(r"\b(" + "|".join(re.escape(w) for w in sorted(ws, key=len, reverse=True)) + ")") for f, ws in fields.items()}


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


def is_ordinary_news(text: str, cast: Cast, language: str, places: Iterable[PlaceMention] = ()) -> bool:
    """Whether a document is of another field: one side alone, or many words of the field and few who speak for a state."""
    telling = {a.id for a in cast.actors.values() for o in a.offices if o.office in TELLING_OFFICES}
    telling |= {a.id for a in cast.actors.values() if a.kind == "institution" and a.country}
    sides = sides_of(cast) | sides_posted_to(text, cast)
    if len(sides) < 2 and not (telling and len(sides | {p.country for p in places if p.country}) >= 2):
        return True
    folded = fold_text(text)
    most = max((len({m.group() for m in p.finditer(folded)}) for p in ordinary_fields(language).values()), default=0)
    return most >= MANY_WORDS or any(most >= words and len(telling) <= voices for words, voices in FEW_VOICES)


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
