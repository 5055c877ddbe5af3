"""Whom words in a relation point at that do not name: the organisation told last, whose neighbour, which gathering."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dragoman.annotations.lexicon import organisations
from dragoman.annotations.mentions import Cast, Mention, PlaceMention
from dragoman.model.vocabulary import OFFICES
from dragoman.reading.folded import folded_text
from dragoman.reading.relation_rules import Rules
from dragoman.reading.relation_text import Named, SignedText

Range = tuple[int, int]
INTERSTATE = frozenset(("igo", "court"))
FARTHEST = 2
"""How many segments back the one whom `son` points at may stand."""


@cache
def borders() -> dict[str, frozenset[str]]:
    """The states that share a land border with a state: `tables/borders.csv`."""
    text = files("dragoman").joinpath("tables/borders.csv").read_text(encoding="utf-8")
    return {row["state"]: frozenset(row["neighbours"].split()) for row in csv.DictReader(text.splitlines())}


def is_border(a: str, b: str) -> bool:
    """Whether two states have a common land border."""
    return b in borders().get(a, ())


def is_interstate(actor: str) -> bool:
    """Whether an id is that of an organisation of states, or of a court between them."""
    known = organisations().get(actor)
    return known is not None and known.kind in INTERSTATE


@dataclass(frozen=True, slots=True)
class Context:
    """What a document has told, for the words that point back."""

    text: str
    cast: Cast
    signed: list[SignedText]
    rules: Rules

    def state(self, actor: str) -> str | None:
        """The country that an actor is or stands for."""
        if len(actor) == 3 and actor.isupper():
            return actor
        found = self.cast.actors.get(actor)
        return found.country if found is not None else None

    def state_of(self, name: Named) -> str | None:
        """The country that a name means or stands for; of several the first."""
        return name.country if isinstance(name, PlaceMention) else self.state(name.actors[0])

    def holder(self, name: Named, as_state: bool) -> str | None:
        """Who holds a position: the person where the text names one, else the state."""
        if isinstance(name, PlaceMention) or as_state:
            return self.state_of(name)
        actor = name.actors[0]
        return self.state(actor) if _is_unnamed(actor) else actor

    def last_organisation(self, before: int) -> tuple[str, Range] | None:
        """The organisation of states told last before an offset, with where it stands."""
        for mention in reversed(self.cast.mentions):
            if mention.kind == "organisation" and mention.end <= before and is_interstate(mention.actors[0]):
                return mention.actors[0], (mention.start, mention.end)
        return None

    def possessor(self, segment: int, before: int, other: str | None) -> tuple[str, Range] | None:
        """Whom `son` points at: the first state or person of the sentence, or of one just before, that borders on the other state."""
        for back in range(FARTHEST + 1):
            for name in self.signed[segment - back].names if segment >= back else ():
                state = self.state_of(name) if name.end <= before and _may_own(name) else None
                if state is not None and state != other and (other is None or is_border(state, other)):
                    return state, (name.start, name.end)
        return None

    def only_neighbour(self, state: str, before: int) -> str | None:
        """The only state told before an offset that borders on a state."""
        found = {s for name, s in self._states() if name.end <= before and is_border(state, s)}
        return found.pop() if len(found) == 1 else None

    def context(self, state: str) -> str | None:
        """Of the states that border on a state the one that the document tells most often."""
        counted = Counter(s for _, s in self._states() if is_border(state, s))
        return counted.most_common(1)[0][0] if counted else None

    def _states(self) -> Iterator[tuple[Mention, str]]:
        for mention in self.cast.mentions:
            for actor in mention.actors[:1]:
                state = self.state(actor)
                if state is not None:
                    yield mention, state

    def event(self, before: int) -> str:
        """The gathering that a document speaks of, as a plain word: the one told last before an offset, else the first one behind it."""
        words = self.rules.file.nouns["event"]
        found = [(m.start(), words[m.group()]) for m in self.rules.nouns["event"].finditer(folded_text(self.text).folded)]
        told = [(at, word) for at, word in found if not word.startswith("@")]
        earlier = [word for at, word in told if at < before]
        return earlier[-1] if earlier else told[0][1] if told else self.rules.file.nouns["event_unresolved"]["word"]


def _may_own(name: Named) -> bool:
    return not isinstance(name, PlaceMention) and name.kind in ("country", "person") and len(name.actors) == 1


def _is_unnamed(actor: str) -> bool:
    """Whether an id is that of a person known by the office only (`per:head_of_state@SEN`)."""
    return actor.startswith("per:") and actor[4:].partition("@")[0].rstrip("0123456789-") in OFFICES
