"""The dates and places of a predicate: those that stand in its own clause, nearest in the tree first."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.annotations.mentions import DateMention
from dragoman.grammar.clause import Clause
from dragoman.grammar.clause_text import Annotations, Range

BELOW = frozenset(("acl", "acl:relcl", "amod", "ccomp", "xcomp", "advcl"))
"""How the verb of a clause hangs on the one above it."""

OPENING = 4
"""A date so near to the beginning of a sentence (an article may stand before it) is the whole sentence's."""

VERBAL = frozenset(("VERB", "AUX"))


@dataclass(frozen=True, slots=True)
class Circumstantials:
    """Finds the dates and places of predicates in one clause, as indexes into the annotations."""

    clause: Clause
    annotations: Annotations

    def dates(self, predicate: Token, verb: Token) -> tuple[int, ...]:
        """The dates in the predicate's own clause, nearest in the tree first; not those of another noun (`l'attentat du 3 mai`)."""
        found = self._near(predicate, verb, [(i, (d.start, d.end)) for i, d in enumerate(self.annotations.dates)])
        return tuple(i for i in found if not self._of_another(self.annotations.dates[i], (predicate, verb)))

    def _of_another(self, date: DateMention, own: tuple[Token, ...]) -> bool:
        token = self._token_of(date)
        tie = self.clause.complements.get(token.i) if token is not None else None
        return tie is not None and "of" in tie.slots and tie.governor.pos_ in ("NOUN", "PROPN") and tie.governor not in own

    def elsewhere(self, predicate: Token, verb: Token) -> tuple[int, ...]:
        """The dates that belong to another deed: in a clause below (`l'attaque qui a frappé hier X`) or of another noun."""
        parsed = self.clause.parsed
        own = {t.i for t in (predicate, verb, *predicate.ancestors, *verb.ancestors)}
        found = []
        for index, date in enumerate(self.annotations.dates):
            if not (parsed.segment.start <= date.start and date.end <= parsed.segment.end):
                continue
            token = self._token_of(date)
            opens = date.start - parsed.segment.start <= OPENING
            if token is not None and not opens and (self._of_another(date, (predicate, verb)) or self._in_clause_below(token, own)):
                found.append(index)
        return tuple(found)

    def _token_of(self, date: DateMention) -> Token | None:
        parsed = self.clause.parsed
        return next((parsed.doc[i] for i, r in enumerate(parsed.ranges) if date.start <= r[0] < date.end), None)

    def _in_clause_below(self, token: Token, own: set[int]) -> bool:
        """Whether a token hangs below a verb of another clause than the predicate's own and those above it."""
        return any(t.i not in own and t.pos_ in VERBAL and t.dep_ in BELOW for t in (token, *token.ancestors))

    def places(self, predicate: Token, verb: Token) -> tuple[int, ...]:
        """The places in the predicate's own clause, nearest in the tree first."""
        return self._near(predicate, verb, [(i, (p.start, p.end)) for i, p in enumerate(self.annotations.places)])

    def _near(self, predicate: Token, verb: Token, items: list[tuple[int, Range]]) -> tuple[int, ...]:
        parsed = self.clause.parsed
        low, high = parsed.segment.start, parsed.segment.end
        found: list[tuple[int, int, int]] = []
        for index, (start, end) in items:
            if not (low <= start and end <= high):
                continue
            at = next((i for i, r in enumerate(parsed.ranges) if start <= r[0] < end), None)
            token = parsed.doc[at] if at is not None else None
            if token is None or self._is_named(token):
                continue
            steps = self._distance(token, predicate, verb)
            if steps is not None:
                found.append((steps, abs(token.i - predicate.i), index))
        return tuple(index for _, _, index in sorted(found))

    def _is_named(self, token: Token) -> bool:
        """Whether a token is part of somebody's name, so that a place or date in it is not the act's; an institution is also a venue."""
        index = self.clause.parsed.mention_of[token.i]
        return index is not None and self.annotations.mentions[index].kind != "institution"

    def _distance(self, token: Token, predicate: Token, verb: Token) -> int | None:
        """Steps from a token up to the predicate or its verb, not through another clause's verb; None where it stands elsewhere."""
        at, steps = token, 0
        goals = {predicate.i, verb.i}
        for above in self.clause.governors(verb):
            if above[1].dep_ in ("xcomp", "ccomp") and above[0].pos_ == "VERB" and self.clause.control(above[0]) is not None:
                goals.add(above[0].i)
            else:
                break
        while steps < 12:
            if at.i in goals:
                return steps
            if at.head == at or (at.pos_ == "VERB" and at.dep_ in ("acl:relcl", "ccomp", "advcl", "acl", "conj")):
                return None
            at, steps = at.head, steps + 1
        return None
