"""Whom a pronoun means by the register's habits: the subject of the sentence, else of the one before, of fitting gender and number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.annotations.mentions import Cast, Mention
from dragoman.grammar.references import Reference
from dragoman.text.segments import SegmentedText

NAMING = frozenset(("person", "country", "organisation", "institution", "group"))
FARTHEST = 3
"""How many segments back an antecedent may stand."""


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Resolves pronouns over one document's segments and cast."""

    text: SegmentedText
    cast: Cast

    def antecedent(self, reference: Reference, exclude: Iterable[str] = ()) -> tuple[str, ...]:
        """The ids of the actors that a pronoun or possessive means; empty where none fits."""
        shut = frozenset(exclude)
        own = self._segment_at(reference.at[0])
        if own is None:
            return ()
        for kinds in (frozenset(("person",)), frozenset(("country", "organisation", "institution"))):
            for back in range(FARTHEST + 1):
                if own - back < 0:
                    break
                found = self._in_segment(own - back, reference, shut, kinds, back == 0)
                if found:
                    return found
        return ()

    def _segment_at(self, offset: int) -> int | None:
        for index, segment in enumerate(self.text.segments):
            if any(start <= offset < end for start, end in segment.pieces):
                return index
        return None

    def _in_segment(self, index: int, reference: Reference, shut: frozenset[str], kinds: frozenset[str], same: bool) -> tuple[str, ...]:
        segment = self.text.segments[index]
        mentions = [m for m in self.cast.mentions if m.kind in NAMING and segment.start <= m.start < segment.end and m.actors]
        if same:
            mentions = [m for m in mentions if m.end <= reference.at[0]]
        if reference.plural:
            return self._several(mentions, shut)
        for mention in mentions:
            if mention.kind in kinds and len(mention.actors) == 1 and mention.actors[0] not in shut and self._fits(mention, reference):
                return mention.actors
        return ()

    @staticmethod
    def _fits(mention: Mention, reference: Reference) -> bool:
        return reference.feminine is None or mention.feminine == reference.feminine

    @staticmethod
    def _several(mentions: list[Mention], shut: frozenset[str]) -> tuple[str, ...]:
        for mention in reversed(mentions):
            if len(mention.actors) > 1:
                return mention.actors
        persons = dict.fromkeys(a for m in mentions if m.kind == "person" for a in m.actors if a not in shut)
        if len(persons) >= 2:
            return tuple(persons)[:2]
        return ()
