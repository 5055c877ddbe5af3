"""To whom words were said: `a-t-il dit à son hôte`, `lui a confié le ministre`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.annotations.mentions import Mention
from dragoman.grammar.engine import Source
from dragoman.grammar.references import Reference
from dragoman.grammar.syntax import Syntax
from dragoman.reading.resolution import Resolution
from dragoman.text.segments import ReportingClause

ADDRESSED = ("person", "country", "organisation", "institution")


@dataclass(frozen=True, slots=True)
class Addressees:
    """Finds whom statements address in one document; nobody where the text does not say, or says several."""

    resolution: Resolution
    syntax: Syntax

    def of_source(self, source: Source, speakers: tuple[str, ...]) -> str | None:
        """Whom a reporting predicate addresses."""
        return _other((a for r in source.addressees for a in self.resolution.actors(r, speakers)), speakers)

    def of_clause(self, clause: ReportingClause, speakers: tuple[str, ...]) -> str | None:
        """Whom a reporting clause names behind `à`, or means by a pronoun before its verb."""
        inside = [m for m in self.resolution.cast.mentions if m.kind in ADDRESSED and clause.start <= m.start < clause.end]
        named = _other((a for m in inside if self._is_addressed(m) for a in m.actors), speakers)
        return named or self._by_pronoun(clause, speakers)

    def _is_addressed(self, mention: Mention) -> bool:
        """Whether a preposition of those that address stands before a mention, or opens it (`au ministre`)."""
        words = self.resolution.pronouns.text.repaired.text
        before = words[max(0, mention.start - 24) : mention.start].lower().split()[-1:]
        opening = words[mention.start : mention.end].lower().split()[:1]
        return any(self.syntax.contractions.get(w, w) in self.syntax.slots["to"] for w in (*before, *opening))

    def _by_pronoun(self, clause: ReportingClause, speakers: tuple[str, ...]) -> str | None:
        words = self.resolution.pronouns.text.repaired.text[clause.start : clause.end].lower().split()[:1]
        if not words or words[0] not in self.syntax.third_person["dative"]:
            return None
        reference = Reference("pronoun", None, (clause.start, clause.end), plural=False)
        return _other(self.resolution.pronouns.antecedent(reference, speakers), speakers)


def _other(actors: Iterable[str], speakers: tuple[str, ...]) -> str | None:
    """The one actor who does not speak; none where there are several."""
    others = [a for a in dict.fromkeys(actors) if a not in speakers]
    return others[0] if len(others) == 1 else None
