"""Whom a pronoun means by the register's habits: the subject of the sentence, else of the one before, of fitting gender and number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from dragoman.annotations.mentions import Cast, Mention
from dragoman.grammar.references import Reference
from dragoman.text.segments import SegmentedText

NAMING = frozenset(("person", "country", "organisation", "institution", "group"))
FARTHEST = 3
"""How many segments back an antecedent may stand."""

DEEPEST = 4
"""So many pronouns are taken up one after the other at most (`Il a reçu X. Il a ensuite reçu Y. Il`)."""

WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Resolves pronouns over one document's segments and cast."""

    text: SegmentedText
    cast: Cast
    subjects: Mapping[str, bool] = field(default_factory=dict)
    """The singular subject pronouns, each with whether it is feminine."""

    def antecedent(self, reference: Reference, exclude: Iterable[str] = (), depth: int = 0) -> tuple[str, ...]:
        """The ids of the actors that a pronoun or possessive means; empty where none fits. `depth` pronouns were taken up on the way."""
        shut = frozenset(exclude)
        own = self._segment_at(reference.at[0])
        if own is None:
            return ()
        for kinds in (frozenset(("person",)), frozenset(("country", "organisation", "institution"))):
            for back in range(FARTHEST + 1):
                if own - back < 0:
                    break
                found = self._taken_up(own - back, reference, shut, depth) if back and "person" in kinds else ()
                found = found or self._in_segment(own - back, reference, shut, kinds, back == 0)
                found = found or (self._opening(own - 1, reference, shut) if back == 1 and not reference.possessive else ())
                if found:
                    return found
        return self._told_together(own, reference, shut) if reference.plural else ()

    def _told_together(self, own: int, reference: Reference, shut: frozenset[str]) -> tuple[str, ...]:
        """The two persons, else the two states, told last in the segments before a plural, nobody else being among them."""
        first = self.text.segments[max(0, own - FARTHEST)].start
        told = [m for m in self.cast.mentions if first <= m.start and m.end <= reference.at[0] and len(m.actors) == 1]
        for kinds in (("person",), ("country", "organisation")):
            found = tuple(dict.fromkeys(m.actors[0] for m in told if m.kind in kinds and m.actors[0] not in shut))
            if len(found) == 2:
                return found
        return ()

    def _taken_up(self, index: int, reference: Reference, shut: frozenset[str], depth: int) -> tuple[str, ...]:
        """Whom the pronoun means that an earlier segment has for its subject: who acts there comes before who is named (`Il a reçu X`)."""
        if depth >= DEEPEST or reference.plural or not self.subjects:
            return ()
        segment = self.text.segments[index]
        first = next((m.start for m in self.cast.mentions if segment.start <= m.start < segment.end and m.kind in NAMING), segment.end)
        found = next((w for w in WORD.finditer(self.text.repaired.text, segment.start, first) if w.group().lower() in self.subjects), None)
        if found is None:
            return ()
        feminine = self.subjects[found.group().lower()]
        if reference.feminine is not None and reference.feminine != feminine:
            return ()
        meant = self.antecedent(Reference("pronoun", None, found.span(), False, feminine), (), depth + 1)
        return () if shut & set(meant) else meant

    def _opening(self, index: int, reference: Reference, shut: frozenset[str]) -> tuple[str, ...]:
        """The state or organisation with which an earlier segment begins: its subject, nearer than a person farther back."""
        segment = self.text.segments[index]
        first = next((m for m in self.cast.mentions if segment.start <= m.start < segment.end), None)
        if first is None or first.start > segment.start or reference.plural or first.kind not in NAMING or len(first.actors) != 1:
            return ()
        return first.actors if first.actors[0] not in shut and self._fits(first, reference) else ()

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
        gathered = next((m for m in mentions if m.plural and m.kind in ("organisation", "group", "institution") and m.actors), None)
        return gathered.actors if gathered is not None and not shut & set(gathered.actors) else ()
