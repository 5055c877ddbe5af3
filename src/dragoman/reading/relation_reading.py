"""The relations that a document tells, as often as it tells them: patterns matched, ends filled in, what is undone left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from dragoman.annotations.lexicon import organisations
from dragoman.annotations.mentions import Mention, OfficeHeld
from dragoman.reading.annotated import Annotated
from dragoman.reading.folded import folded_text
from dragoman.reading.relation_context import Context, is_border, is_interstate
from dragoman.reading.relation_ends import End, Ends, Range, holder
from dragoman.reading.relation_rules import OfficeRow, PatternRow, relation_rules
from dragoman.reading.relation_text import SignedText, signed_texts

WORDS_BEFORE = 2
"""How many words before a match may undo it (`l'ancienne présidence`)."""
DATE_CHARACTERS = 40
"""How far from a match, in its own sentence, a date of a former year undoes it."""


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
                    yield from self._matched(signed, rule.row, match)
        for mention in self.item.cast.mentions:
            for office in mention.offices if mention.kind == "person" and len(mention.actors) == 1 else ():
                for row, pattern in self.context.rules.offices:
                    yield from self._titled(mention, office, row, pattern)

    def _matched(self, signed: SignedText, row: PatternRow, match: re.Match[str]) -> Iterator[Told]:
        at = signed.origin(*match.span())
        before = " ".join(signed.signed[: match.start()].split()[-WORDS_BEFORE:])
        if self.context.rules.barred.search(f"{before} {match.group()}") or self._bygone(at, (signed.origins[0][0], signed.origins[-1][1])):
            return
        for subject, object_ in Ends(self.context, signed, row, match, at).pairs():
            if _holds(row.check, subject[0], object_[0]):
                yield Told(row.relation, subject, object_, at)

    def _bygone(self, at: Range, sentence: Range) -> bool:
        """Whether a date of a former year stands in or beside a match, unless the fact is told since then."""
        published = (self.item.document.published or "")[:4]
        if not published.isdigit():
            return False
        low, high = max(sentence[0], at[0] - DATE_CHARACTERS), min(sentence[1], at[1] + DATE_CHARACTERS)
        for date in self.item.annotations.dates:
            year = (date.past or "")[:4]
            if low <= date.start and date.end <= high and year.isdigit() and int(year) < int(published) - 1 and not self._since(date.start):
                return True
        return False

    def _since(self, offset: int) -> bool:
        words = folded_text(self.context.text[max(0, offset - 20) : offset + 8]).folded
        return any(word in words for word in self.context.rules.file.since)

    def _titled(self, mention: Mention, office: OfficeHeld, row: OfficeRow, pattern: re.Pattern[str]) -> Iterator[Told]:
        """The relation that a title tells (`président en exercice de l'UA`), of the person where the text names one."""
        at = (mention.start, mention.end)
        title = pattern.match(folded_text(self.context.text[office.start : office.end]).folded)
        who = holder(self.context, mention)
        if title is None or office.former or who is None or self._bygone(at, at):
            return
        body = self._body(mention, office, office.start + title.end() == office.end)
        if body is not None and is_interstate(body[0]):
            yield Told(row.relation, (who, (at,)), body, at)

    def _body(self, mention: Mention, office: OfficeHeld, bare: bool) -> End | None:
        """What an office is of: a title that does not say so is of the organisation told last."""
        if office.of is not None and office.of.startswith("org:"):
            return office.of, ((office.start, office.end),)
        found = self.context.last_organisation(mention.start) if bare else None
        return (found[0], (found[1],)) if found is not None else None


def _holds(check: str | None, subject: str, object_: str) -> bool:
    """Whether a relation passes the check that its row asks for."""
    if check == "border":
        return is_border(subject, object_)
    if check == "igo":
        return is_interstate(object_)
    if check == "seat":
        known = organisations().get(object_)
        return known is not None and known.seat is not None and known.seat[1] == subject
    return True
