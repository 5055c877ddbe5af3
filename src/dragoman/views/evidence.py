"""The evidence of a reading as marks over its text: one mark for every span of every field, and which marks a field has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import msgspec

from dragoman.model.act import Act
from dragoman.model.actor import Actor
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.views.highlight import Mark

Owner = tuple[str, str]
"""A fact of a reading and its field: `("a1", "date")`, `("s1", "content")`, `("r0", "told")`, `("DZA", "named")`."""


@dataclass(frozen=True)
class Evidence:
    """The marks of a reading, in the order of its facts, and those of each field with the words as the reading has them."""

    marks: tuple[Mark, ...]
    fields: dict[Owner, tuple[tuple[Mark, str], ...]]

    @cached_property
    def _facts(self) -> dict[str, tuple[Mark, ...]]:
        facts: dict[str, list[Mark]] = {}
        for (fact, _), found in self.fields.items():
            facts.setdefault(fact, []).extend(mark for mark, _ in found)
        return {fact: tuple(marks) for fact, marks in facts.items()}

    def of(self, fact: str, field: str) -> tuple[tuple[Mark, str], ...]:
        """The marks of a field with their words; none where the reading tells none."""
        return self.fields.get((fact, field), ())

    def fact(self, ident: str) -> tuple[Mark, ...]:
        """All marks of a fact."""
        return self._facts.get(ident, ())


def evidence(reading: Reading, prefix: str = "") -> Evidence:
    """The evidence of a reading; marks are `<prefix>m0`, `<prefix>m1`, … Spans that are not in the text give no mark."""
    marks: list[Mark] = []
    fields: dict[Owner, tuple[tuple[Mark, str], ...]] = {}
    length = len(reading.document.text)
    for owner, layer, spans in _told(reading):
        found = []
        for span in spans:
            if span.start < span.end <= length:
                marks.append(Mark(f"{prefix}m{len(marks)}", layer, span.start, span.end))
                found.append((marks[-1], span.text))
        fields[owner] = (*fields.get(owner, ()), *found)
    return Evidence(tuple(marks), fields)


def _told(reading: Reading) -> Iterator[tuple[Owner, str, Sequence[Span]]]:
    for act in reading.acts:
        yield from _act(act)
    for statement in reading.statements:
        yield (statement.id, "content"), "statement", statement.content
        yield (statement.id, "cue"), "source", (statement.cue,) if statement.cue else ()
    for number, relation in enumerate(reading.relations):
        yield (f"r{number}", "told"), "relation", relation.evidence
    for actor in reading.actors:
        yield from _actor(actor)


def _act(act: Act) -> Iterator[tuple[Owner, str, Sequence[Span]]]:
    yield (act.id, "told"), "act", act.evidence
    for field, layer in (("form", "act"), ("status", "act"), ("hedged", "act"), ("topics", "topic"), ("sources", "source")):
        yield (act.id, field), layer, _spans(getattr(act.field_evidence, field))
    for number, participant in enumerate(act.participants):
        yield (act.id, f"participant{number}"), "actor", _spans(participant.evidence)
    if act.date:
        yield (act.id, "date"), "date", _spans(act.date.evidence)
    if act.place:
        yield (act.id, "place"), "place", _spans(act.place.evidence)


def _actor(actor: Actor) -> Iterator[tuple[Owner, str, Sequence[Span]]]:
    yield (actor.id, "named"), "actor", actor.mentions
    for number, office in enumerate(actor.offices):
        yield (actor.id, f"office{number}"), "actor", _spans(office.evidence)


def _spans(spans: tuple[Span, ...] | msgspec.UnsetType) -> tuple[Span, ...]:
    return spans or ()
