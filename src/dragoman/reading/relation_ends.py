"""The two ends of a relation: what a pattern's slots name, and what stands for those told before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.annotations.mentions import Mention, PlaceMention
from dragoman.reading.relation_context import Context, is_unnamed
from dragoman.reading.relation_rules import PatternRow
from dragoman.reading.relation_text import Named, SignedText

Range = tuple[int, int]
End = tuple[str, tuple[Range, ...]]
"""One end of a relation: an actor's id or a plain word, and where it is named."""

PERSONAL = frozenset(("presides",))
"""Relations that a person may stand in; in the others the person's state does."""
NEIGHBOURS = 2
"""How many states `ses deux voisins` are."""


@dataclass(frozen=True, slots=True)
class Ends:
    """The ends of one match of one row. `at` is the range of the match in the repaired text."""

    context: Context
    signed: SignedText
    row: PatternRow
    match: re.Match[str]
    at: Range

    def pairs(self) -> Iterator[tuple[End, End]]:
        """Every subject with every object."""
        row = self.row
        if row.subject == "@pair":
            pair = self.context.pair(self.at[0])
            yield from [((pair[0], (self.at,)), (pair[1], (self.at,)))] if pair is not None else []
            return
        if row.subject == "@possessor":
            for subject in self._possessor(None):
                yield from ((subject, o) for o in self._pointed(row.object, subject))
            return
        if row.subject.startswith("@"):
            for object_ in self._ends(row.object, None):
                yield from ((subject, object_) for subject in self._pointed(row.subject, object_))
            return
        for subject in self._ends(row.subject, None):
            yield from ((subject, object_) for object_ in self._ends(row.object, subject))

    def _ends(self, slot: str, other: End | None) -> list[End]:
        if slot.startswith("@"):
            return self._pointed(slot, other)
        groups = self.match.groupdict()
        if groups.get(f"{slot}_said") is not None:
            return self._organisation(self.signed.origin(*self.match.span(f"{slot}_said"))[0])
        said = groups[slot] or ""
        names = list(self.signed.named(said))
        if not names:
            return self._plain(said)
        return [(actor, ((name.start, name.end),)) for name in names if (actor := self._actor(name)) is not None]

    def _actor(self, name: Named) -> str | None:
        if isinstance(name, Mention) and name.kind == "organisation":
            return name.actors[0]
        if self.row.relation in PERSONAL and not self.row.state:
            return holder(self.context, name)
        return self.context.state_of(name)

    def _plain(self, said: str) -> list[End]:
        """The plain words of an event or of commodities."""
        for name, pattern in self.context.rules.nouns.items():
            table = self.context.rules.file.nouns[name]
            words = [table[m.group()] for m in pattern.finditer(said)]
            if words:
                return [(self._event(None) if word.startswith("@") else word, ()) for word in words]
        return []

    def _event(self, segments: int | None) -> str:
        known = self.context.event(self.at[0], segments)
        return known or self.context.rules.file.gathering

    def _pointed(self, what: str, other: End | None) -> list[End]:
        """Who is meant by a word that points at what was told before; nobody where that cannot be told."""
        context, before = self.context, self.at[0]
        state = other[0] if other is not None else ""
        if what == "@organisation":
            return self._organisation(before)
        if what == "@possessor":
            return self._possessor(other)
        if what == "@event":
            return [(self._event(None), ())]
        if what == "@event_near":
            return _plain_word(context.event(before, segments=1))
        if what == "@commodity":
            return _plain_word(context.commodity(before))
        if what == "@seat":
            return self._at_match([s for s in [context.seat(state)] if s is not None])
        if what == "@context":
            own = {s for name in self.signed.named(self.match.group()) if (s := context.state_of(name))}
            return self._at_match([s for s in context.neighbours(state, len(context.text)) if s not in own][:1])
        found = context.neighbours(state, before)
        if what == "@neighbour":
            return self._at_match(found if len(found) == 1 else [])
        return self._at_match(found[:NEIGHBOURS] if len(found) >= NEIGHBOURS else [])

    def _possessor(self, other: End | None) -> list[End]:
        found = self.context.possessor(self.signed.segment, self.at[0], other[0] if other is not None else None)
        return [(found[0], (found[1],))] if found is not None else []

    def _organisation(self, before: int) -> list[End]:
        found = self.context.last_organisation(before)
        return [(found[0], (found[1],))] if found is not None else []

    def _at_match(self, states: list[str]) -> list[End]:
        return [(state, (self.at,)) for state in states]


def holder(context: Context, name: Named) -> str | None:
    """Who holds a position: the person where the text names one, else the state."""
    if isinstance(name, PlaceMention):
        return name.country
    actor = name.actors[0]
    return context.state(actor) if is_unnamed(actor) else actor


def _plain_word(word: str | None) -> list[End]:
    return [(word, ())] if word is not None else []
