"""Whom words in a relation point at that do not name: the organisation told last, whose neighbour, which gathering."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

from dragoman.annotations.lexicon import organisations, states
from dragoman.annotations.mentions import Cast, PlaceMention
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


def is_unnamed(actor: str) -> bool:
    """Whether an id is that of a person known by the office only (`per:head_of_state@SEN`)."""
    return actor.startswith("per:") and actor[4:].partition("@")[0].rstrip("0123456789-") in OFFICES


@dataclass(frozen=True, slots=True)
class Context:
    """What a document has told, for the words that point back. Offsets count in the repaired text."""

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

    def told_before(self, before: int) -> Counter[str]:
        """How often each state was told before an offset, the first told first."""
        return Counter(state for name, state in self._states() if name.end <= before)

    def neighbours(self, state: str, before: int) -> list[str]:
        """The states told before an offset that border on a state, the one told most often first."""
        return [other for other, _ in self.told_before(before).most_common() if is_border(state, other)]

    def pair(self, before: int) -> tuple[str, str] | None:
        """The two states with a common border that were told most often before an offset, in the order of their first telling."""
        told = self.told_before(before)
        pairs = [pair for pair in combinations(told, 2) if is_border(*pair)]
        return max(pairs, key=lambda p: told[p[0]] + told[p[1]], default=None)

    def seat(self, organisation: str) -> str | None:
        """The state in which an organisation has its seat, where the text names the town."""
        known = organisations().get(organisation)
        if known is None or known.seat is None:
            return None
        town, country = known.seat
        named = any(isinstance(n, PlaceMention) and (n.name, n.country) == (town, country) for s in self.signed for n in s.names)
        state = states().get(country)
        capitals = state.capitals if state is not None and state.capital_geonames == town else ()
        return country if named or any(capital in self.text for capital in capitals) else None

    def event(self, at: int, segments: int | None = None) -> str | None:
        """The gathering that a document speaks of, as a plain word: the one told last before an offset, else the first one behind it.

        With `segments`, only those many segments before the one at the offset are looked at. None where there is none.
        """
        low = 0 if segments is None else self._start(at, segments)
        words = self.rules.file.nouns["event"]
        found = [(m.start(), words[m.group()]) for m in self.rules.nouns["event"].finditer(folded_text(self.text).folded)]
        told = [(start, word) for start, word in found if not word.startswith("@") and start >= low]
        earlier = [word for start, word in told if start < at]
        return earlier[-1] if earlier else told[0][1] if told and segments is None else None

    def _start(self, at: int, segments: int) -> int:
        starts = [s.origins[0][0] for s in self.signed if s.origins and s.origins[0][0] <= at]
        return starts[max(0, len(starts) - 1 - segments)] if starts else at

    def commodity(self, before: int) -> str | None:
        """The commodity told last before an offset, as a plain word."""
        words = self.rules.file.nouns["commodity"]
        found = [words[m.group()] for m in self.rules.nouns["commodity"].finditer(folded_text(self.text[:before]).folded)]
        return found[-1] if found else None

    def _states(self) -> Iterator[tuple[Named, str]]:
        for signed in self.signed:
            for name in signed.names:
                state = self.state_of(name)
                if state is not None:
                    yield name, state


def _may_own(name: Named) -> bool:
    return not isinstance(name, PlaceMention) and name.kind in ("country", "person") and len(name.actors) == 1
