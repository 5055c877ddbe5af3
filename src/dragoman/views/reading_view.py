"""A reading as pages show it: its text with the evidence marked, its facts in the order of the text, and where each value leads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType

from markupsafe import Markup

from dragoman.model.act import Act
from dragoman.model.actor import Actor
from dragoman.model.reading import Reading
from dragoman.model.statement import Relation, Statement
from dragoman.views.evidence import Evidence, evidence
from dragoman.views.highlight import LAYERS, Mark, highlighted, stretches, text_html

LONGEST = 120_000
"""Characters of a document that a page shows at once; what is longer is shown in parts."""
LEGEND = ("act", *(layer for layer in LAYERS if layer != "act"))
"""The layers in the order in which they are named."""
_NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class ReadingView:
    """A reading to show. `prefix` keeps two readings on one page apart; `part` is the part of a long text to show, from 0,
    where parts have at most `longest` characters.

    `at` is a stretch of the text that was asked for; `acts` and `actors` lead from the reading's ids to the idents of a record.
    """

    reading: Reading
    prefix: str = ""
    at: tuple[int, int] | None = None
    part: int = 0
    longest: int = LONGEST
    acts: Mapping[str, str] = field(default_factory=lambda: _NOTHING)
    actors: Mapping[str, str] = field(default_factory=lambda: _NOTHING)

    @cached_property
    def evidence(self) -> Evidence:
        """The marks of all facts."""
        return evidence(self.reading, self.prefix)

    @cached_property
    def stretches(self) -> tuple[tuple[int, int], ...]:
        """The parts of the text."""
        return stretches(self.reading.document.text, self.longest)

    @property
    def number(self) -> int:
        """The part that is shown, counted from 1."""
        return min(max(self.part, 0), len(self.stretches) - 1) + 1

    @cached_property
    def shown(self) -> tuple[int, int]:
        """The part that is shown."""
        return self.stretches[self.number - 1]

    @cached_property
    def text(self) -> Markup:
        """The text, or the part of it that is shown, with the evidence marked."""
        asked = (Mark(f"{self.prefix}at", "at", *self.at),) if self.at else ()
        return Markup(highlighted(self.reading.document.text, (*asked, *self.evidence.marks), *self.shown))

    @cached_property
    def layers(self) -> tuple[str, ...]:
        """The layers that the evidence has, acts first."""
        found = {mark.layer for mark in self.evidence.marks}
        return tuple(layer for layer in LEGEND if layer in found)

    @cached_property
    def facts(self) -> tuple[Act, ...]:
        """The acts that the shown part tells of, in the order of the text."""
        return tuple(sorted((act for act in self.reading.acts if self.is_shown(act.id)), key=lambda act: self._first(act.id)))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements in the shown part, in the order of the text."""
        return tuple(sorted((s for s in self.reading.statements if self.is_shown(s.id)), key=lambda s: self._first(s.id)))

    @cached_property
    def people(self) -> tuple[Actor, ...]:
        """The actors that the shown part names, in the order of the text."""
        return tuple(sorted((a for a in self.reading.actors if self.is_shown(a.id)), key=lambda a: self._first(a.id)))

    @cached_property
    def relations(self) -> tuple[tuple[str, Relation], ...]:
        """The standing facts in the shown part, each with what its evidence is filed under."""
        numbered = [(f"r{number}", relation) for number, relation in enumerate(self.reading.relations)]
        return tuple((fact, relation) for fact, relation in numbered if self.is_shown(fact))

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """The actors by their ids."""
        return {actor.id: actor for actor in self.reading.actors}

    def marks(self, fact: str) -> str:
        """The idents of all marks of a fact, by blanks."""
        return " ".join(mark.ident for mark in self.evidence.fact(fact))

    def words(self, fact: str, name: str) -> tuple[tuple[Mark, str], ...]:
        """The marks of a field with their words."""
        return self.evidence.of(fact, name)

    def address(self, mark: Mark) -> str:
        """Where a mark is: on this page, or on that of the part that holds it."""
        return f"#{mark.ident}" if self.is_here(mark) else f"?at={mark.start}-{mark.end}#at"

    def is_here(self, mark: Mark) -> bool:
        """Whether a mark has something of the part that is shown."""
        start, end = self.shown
        return mark.start < end and mark.end > start

    def is_shown(self, fact: str) -> bool:
        """Whether a fact has words in the part that is shown; one without any words belongs to the first part."""
        marks = self.evidence.fact(fact)
        return any(map(self.is_here, marks)) if marks else self.shown[0] == 0

    def _first(self, fact: str) -> tuple[int, int]:
        marks = self.evidence.fact(fact)
        return (marks[0].start, marks[0].end) if marks else (len(self.reading.document.text), 0)


def part_of(text: str, start: int) -> int:
    """The part of a text in which an offset lies."""
    return next((n for n, (_, end) in enumerate(stretches(text, LONGEST)) if start < end), 0)


def excerpt(text: str, longest: int = 120) -> Markup:
    """Words on one line, cut in the middle where they are long, as HTML."""
    line = " ".join(text.split())
    if len(line) > longest:
        half = (longest - 3) // 2
        line = f"{line[:half].rstrip()} … {line[-half:].lstrip()}"
    return Markup(text_html(line))
