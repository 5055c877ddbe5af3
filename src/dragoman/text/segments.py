"""The tree of segments: what is parsed, what is quoted, and who reports which.

All offsets are code points of the repaired text, `start` inclusive, `end` exclusive.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from dragoman.text.repaired import RepairedText

Range = tuple[int, int]

SegmentKind = Literal["clause", "reporting", "headline", "item"]
"""A plain clause or sentence; a reporting clause itself; a title or a line without a verb's full stop; an item of a list."""

ReportingKind = Literal["inserted", "trailing", "leading", "colon"]
"""`"A, dit X, B"`; `"A", dit X`; `selon X, A`; `X dit : "A"`."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks: `start` to `end` without the marks and the spaces within them.

    `parent` is the index of the quotation around it, `depth` its level (0 outermost). A quotation that goes on over several paragraphs, or
    behind a reporting clause in the same sentence, is one Quotation a part, chained by `continues` (the index of the one before).
    """

    start: int
    end: int
    depth: int = 0
    parent: int | None = None
    closed: bool = True
    continues: int | None = None


@dataclass(frozen=True, slots=True)
class ReportingClause:
    """`, indique mercredi un communiqué du ministère`: a clause that says who says the words around it.

    `cue` is the reporting verb or preposition (`indique`, `a-t-il ajouté`, `lit-on dans`, `selon`); `quotations` are the indexes of the
    quotations that it reports, empty where it reports plain clauses only.
    """

    start: int
    end: int
    cue: Range
    kind: ReportingKind
    quotations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch that is parsed by itself: usually a sentence, or a clause of one.

    `pieces` are the ranges kept, in order: quotation marks and inserted reporting clauses between them are cut out. `quotation` is
    the index of the outermost quotation that holds the whole segment (of a chain its first part), None where the segment is the
    document's own prose, which may still run through quoted fragments. `reports` are the indexes of the reporting clauses that report
    it, outermost first.
    """

    pieces: tuple[Range, ...]
    paragraph: int
    kind: SegmentKind = "clause"
    quotation: int | None = None
    reports: tuple[int, ...] = ()

    @property
    def start(self) -> int:
        """Where the first piece begins."""
        return self.pieces[0][0]

    @property
    def end(self) -> int:
        """Where the last piece ends."""
        return self.pieces[-1][1]


@dataclass(frozen=True, slots=True)
class SegmentedText:
    """A document's text, cut. `paragraphs` are ranges; what lies in none of the segments (header, byline, boilerplate) is not read."""

    repaired: RepairedText
    paragraphs: tuple[Range, ...]
    quotations: tuple[Quotation, ...]
    reporting: tuple[ReportingClause, ...]
    segments: tuple[Segment, ...]
    warnings: tuple[str, ...] = ()
