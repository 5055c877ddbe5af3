"""The relations that a document tells, as often as it tells them: patterns matched, ends filled in, what is undone left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from dragoman.annotations.lexicon import organisations
from dragoman.annotations.mentions import Mention, PlaceMention
from dragoman.reading.annotated import Annotated
from dragoman.reading.folded import folded_text
from dragoman.reading.relation_context import Context, is_border, is_interstate
from dragoman.reading.relation_rules import PatternRow, Rule, relation_rules
from dragoman.reading.relation_text import SignedText, signed_texts

Range = tuple[int, int]
End = tuple[str, tuple[Range, ...]]
"""One end of a relation: an actor's id or a plain word, and where it is named."""

NOBODY: list[End | None] = [None]
WORDS_BEFORE = 2
"""How many words before a match may undo it (`l'ancienne présidence`)."""
DATE_CHARACTERS = 40
"""How far from a match a date of a former year undoes it."""


class Told(NamedTuple):
    """A relation as it was read; ranges in the repaired text."""

    relation: str
    subject: End
    object: End
    at: Range


@dataclass(frozen=True, slots=True)
class RelationReading:
    """The reading of one document's relations."""

    item: Annotated
    context: Context

    @classmethod
    def of(cls, item: Annotated) -> RelationReading:
        """The reading of an annotated document."""
        text = item.text.repaired.text
        signed = signed_texts(text, item.text.segments, item.cast, item.annotations.places)
        return cls(item, Context(text, item.cast, signed, relation_rules()))

    def told(self) -> Iterator[Told]:
        """Every relation that a pattern or a title tells, as often as it is told."""
        for signed in self.context.signed:
            for rule in self.context.rules.patterns:
                for match in rule.expression.finditer(signed.signed):
                    if not self._barred(signed, match):
                        yield from self._matched(signed, rule, match)
        yield from self._offices()

    def _barred(self, signed: SignedText, match: re.Match[str]) -> bool:
        before = " ".join(signed.signed[: match.start()].split()[-WORDS_BEFORE:])
        return bool(self.context.rules.barred.search(f"{before} {match.group()}")) or self._bygone(signed.origin(*match.span()))

    def _bygone(self, at: Range) -> bool:
        """Whether a date of a former year stands in or beside a match, unless the fact is told since then."""
        published = (self.item.document.published or "")[:4]
        if not published.isdigit():
            return False
        for date in self.item.annotations.dates:
            year = (date.past or "")[:4]
            near = at[0] - DATE_CHARACTERS <= date.start and date.end <= at[1] + DATE_CHARACTERS
            if near and year.isdigit() and int(year) < int(published) - 1 and not self._since(date.start):
                return True
        return False

    def _since(self, offset: int) -> bool:
        words = folded_text(self.context.text[max(0, offset - 20) : offset + 8]).folded
        return any(word in words for word in self.context.rules.file.since)

    def _matched(self, signed: SignedText, rule: Rule, match: re.Match[str]) -> Iterator[Told]:
        row = rule.row
        at = signed.origin(*match.span())
        if row.words is not None:
            yield from self._pair(signed, row, match)
            return
        subjects, objects = self._ends(signed, row, match, row.subject), self._ends(signed, row, match, row.object)
        for subject, object_ in product([*subjects] or NOBODY, [*objects] or NOBODY):
            told = self._completed(signed, row, at, subject, object_)
            if told is not None and self._holds(row, told):
                yield told

    def _ends(self, signed: SignedText, row: PatternRow, match: re.Match[str], slot: str) -> list[End]:
        """What a slot of the pattern names; nothing where it stands for what was told before."""
        if slot.startswith("@"):
            return []
        groups = match.groupdict()
        if groups.get(f"{slot}_said") is not None:
            return self._listed(self.context.last_organisation(signed.origin(*match.span(f"{slot}_said"))[0]))
        said = groups[slot] or ""
        names = list(signed.named(said))
        if not names:
            return [(word, ()) for word in self._plain(said, signed.origin(*match.span(slot))[0])]
        ends = [(self.context.holder(n, row.state or row.relation not in ("presides", "member_of")), n) for n in names]
        return [(actor, ((n.start, n.end),)) for n, actor in ((n, self._organisation(n) or a) for a, n in ends) if actor is not None]

    @staticmethod
    def _organisation(name: Mention | PlaceMention) -> str | None:
        return name.actors[0] if isinstance(name, Mention) and name.kind == "organisation" else None

    @staticmethod
    def _listed(found: tuple[str, Range] | None) -> list[End]:
        return [(found[0], (found[1],))] if found is not None else []

    def _plain(self, said: str, at: int) -> list[str]:
        """The plain words of an event or of commodities."""
        for name in ("commodity", "event"):
            table = self.context.rules.file.nouns[name]
            words = [table[m.group()] for m in self.context.rules.nouns[name].finditer(said)]
            if words:
                return [self.context.event(at) if w.startswith("@") else w for w in words]
        return []

    def _completed(self, signed: SignedText, row: PatternRow, at: Range, subject: End | None, object_: End | None) -> Told | None:
        """The relation with the ends filled in that point at what was told before."""
        if object_ is None and row.object.startswith("@"):
            object_ = self._pointed(signed, row.object, at, subject)
        if subject is None and row.subject == "@neighbour" and object_ is not None:
            state = self.context.only_neighbour(object_[0], at[0])
            subject = (state, (at,)) if state is not None else None
        return Told(row.relation, subject, object_, at) if subject is not None and object_ is not None else None

    def _pointed(self, signed: SignedText, what: str, at: Range, subject: End | None) -> End | None:
        other = subject[0] if subject is not None else None
        if what == "@event":
            return self.context.event(at[0]), ()
        if what == "@context":
            state = self.context.context(other) if other is not None else None
            return (state, (at,)) if state is not None else None
        if what == "@possessor":
            return next(iter(self._listed(self.context.possessor(signed.segment, at[0], other))), None)
        return next(iter(self._listed(self.context.last_organisation(at[0]))), None)

    def _pair(self, signed: SignedText, row: PatternRow, match: re.Match[str]) -> Iterator[Told]:
        """`les deux voisins`: the two states that the group means, the first told first."""
        for name in signed.named(match.group()):
            states = [s for a in name.actors if (s := self.context.state(a))] if isinstance(name, Mention) else []
            words = folded_text(self.context.text[name.start : name.end]).folded
            if len(states) == 2 and re.search(row.words or "", words) and is_border(*states):
                at = (name.start, name.end)
                yield Told(row.relation, (states[0], (at,)), (states[1], (at,)), at)

    @staticmethod
    def _holds(row: PatternRow, told: Told) -> bool:
        subject, object_ = told.subject[0], told.object[0]
        if row.check == "border":
            return is_border(subject, object_)
        if row.check == "igo":
            return is_interstate(object_)
        if row.check == "seat":
            known = organisations().get(object_)
            return known is not None and known.seat is not None and known.seat[1] == subject
        return True

    def _offices(self) -> Iterator[Told]:
        """The presidencies that titles tell (`président en exercice de l'UA`), of the person where the text names one."""
        for mention in self.item.cast.mentions:
            for office in mention.offices if mention.kind == "person" and len(mention.actors) == 1 else ():
                at = (office.start, office.end)
                title = folded_text(self.context.text[office.start : office.end]).folded
                for row, pattern in self.context.rules.offices:
                    body = self._listed(self.context.last_organisation(mention.start)) if office.of is None else [(office.of, (at,))]
                    holder = self.context.holder(mention, False)
                    if office.former or not pattern.match(title) or holder is None or not body or self._bygone(at):
                        continue
                    if is_interstate(body[0][0]):
                        yield Told(row.relation, (holder, ((mention.start, mention.end),)), body[0], (mention.start, mention.end))
