"""The segmenter: a repaired text as a tree of clauses, quotations and reporting clauses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dragoman.text.clauses import has_finite_verb
from dragoman.text.continuing import attribute, dialogue_label
from dragoman.text.header import FrontMatter, front_matter
from dragoman.text.paragraphs import find_paragraphs
from dragoman.text.quotations import MarkedQuotation, find_quotations
from dragoman.text.repaired import RepairedText
from dragoman.text.reporting_lexicon import reporting_lexicon
from dragoman.text.segments import Range, ReportingClause, Segment, SegmentedText
from dragoman.text.sentences import find_sentences, trim
from dragoman.text.units import Marks, Unit, cut_unit, last_saying

_ITEM = re.compile(r"(?:[-–—•*▪►●·]|\(?[a-z]\))\s+|\d{1,2}\s?[.)°-]+(?:\s+|(?=[A-ZÀ-Þ]))")
_STOPPED = re.compile(r"[.!?…:;»”\"](?:\s*[)»”\"])?$")
_LONGEST_HEADLINE = 30
_LONGEST_SUBHEAD = 14


def segment(repaired: RepairedText, front: FrontMatter | None = None) -> SegmentedText:
    """Cut a repaired text into segments; `front` is computed where it is not given."""
    return _Segmenter(repaired, front if front is not None else front_matter(repaired)).run()


class _Segmenter:
    def __init__(self, repaired: RepairedText, front: FrontMatter) -> None:
        self.repaired, self.text, self.front = repaired, repaired.text, front
        self.paragraphs = find_paragraphs(self.text)
        self.segments: list[Segment] = []
        self.reporting: list[ReportingClause] = []
        self.prose_seen = False

    def run(self) -> SegmentedText:
        kept = [(number, stretch) for number, paragraph in enumerate(self.paragraphs) for stretch in self._kept(paragraph)]
        marked, warnings = find_quotations(self.text, [stretch for _, stretch in kept])
        self.marks = Marks(self.text, marked)
        for number, stretch in kept:
            self._stretch(number, stretch)
        self.segments.sort(key=lambda s: s.pieces[0])
        self._announce(marked)
        attribute(self.text, self.paragraphs, [m.quotation for m in marked], self.segments, self.reporting)
        return SegmentedText(
            self.repaired, self.paragraphs, tuple(m.quotation for m in marked), tuple(self.reporting), tuple(self.segments), tuple(warnings)
        )

    def _announce(self, marked: Sequence[MarkedQuotation]) -> None:
        """A paragraph that ends in a colon reports the quotation that is the next paragraph."""
        for i in range(len(self.segments) - 1):
            segment, following = self.segments[i], self.segments[i + 1]
            if following.quotation is None or following.paragraph != segment.paragraph + 1 or segment.quotation is not None:
                continue
            stop = self.text.find(":", segment.end, segment.end + 3)
            if segment.kind == "reporting" or stop < 0 or self.text[marked[following.quotation].outer[0] - 1 : following.start].isalnum():
                continue
            cue = last_saying(self.text, segment.start, segment.end) or (stop, stop + 1)
            number = len(self.reporting)
            self.reporting.append(ReportingClause(segment.start, stop + 1, cue, "colon", (following.quotation,)))
            self.segments[i] = replace(segment, kind="reporting")
            for j in range(i + 1, len(self.segments)):
                if self.segments[j].quotation != following.quotation:
                    break
                self.segments[j] = replace(self.segments[j], reports=(*self.segments[j].reports, number))

    def _kept(self, paragraph: Range) -> Iterator[Range]:
        """The stretches of a paragraph that are prose."""
        at, end = paragraph
        for start, last in self.front.not_prose:
            if last <= at or start >= end:
                continue
            if start > at:
                yield from self._nonempty(at, start)
            at = max(at, last)
        yield from self._nonempty(at, end)

    def _nonempty(self, start: int, end: int) -> Iterator[Range]:
        start, end = trim(self.text, start, end)
        if any(character.isalnum() for character in self.text[start:end]):
            yield start, end

    def _stretch(self, number: int, stretch: Range) -> None:
        start, end = stretch
        if self._is_headline(start, end):
            self._add_whole(number, start, end, "headline")
            return
        label = dialogue_label(self.text, start, end)
        if label is not None:
            self._speak(number, start, label, end)
            return
        item = _ITEM.match(self.text, start, end)
        if item and self._is_item(item.end(), end):
            self._add_whole(number, item.end(), end, "item")
            return
        if item:
            start = item.end()
        self._prose(number, start, end)

    def _prose(self, number: int, start: int, end: int) -> None:
        self.prose_seen = True
        inside = self.marks.within(start, end)
        for first, last in find_sentences(self.text, start, end, self.marks.outer(inside)):
            self._add_unit(number, cut_unit(self.text, first, last, self.marks))

    def _speak(self, number: int, start: int, label: Range, end: int) -> None:
        """A turn of a dialogue: the label reports all that stands behind it."""
        first = len(self.reporting)
        self.reporting.append(ReportingClause(start, label[1], label, "colon"))
        name = tuple(self.marks.pieces(start, label[0]))
        if name:
            self.segments.append(Segment(name, number, "reporting"))
        begun = len(self.segments)
        self._prose(number, label[1], end)
        for i in range(begun, len(self.segments)):
            self.segments[i] = replace(self.segments[i], reports=(first, *self.segments[i].reports))

    def _is_headline(self, start: int, end: int) -> bool:
        words = self.text.count(" ", start, end) + 1
        if _STOPPED.search(self.text[max(start, end - 3) : end]) or _ITEM.match(self.text, start, end):
            return False
        if self.marks.within(start, end) and self.text[start] in '"«“':
            return False
        return words <= (_LONGEST_SUBHEAD if self.prose_seen else _LONGEST_HEADLINE)

    def _is_item(self, start: int, end: int) -> bool:
        """Whether a line behind a bullet or a number is an item of a list, and no paragraph of prose."""
        words = self.text[start:end]
        person = words.split(".")[0].split(" ")[0].lower() in reporting_lexicon().titles
        return words[-1:] not in ".!?" or not (has_finite_verb(words) or (words.count(" ") >= 7 and not person))

    def _add_whole(self, number: int, start: int, end: int, kind: str) -> None:
        pieces = tuple(self.marks.pieces(start, end))
        if pieces:
            self.segments.append(Segment(pieces, number, "headline" if kind == "headline" else "item"))

    def _add_unit(self, number: int, unit: Unit) -> None:
        first = len(self.reporting)
        for clause, quoting in zip(unit.clauses, unit.quoting):
            self.reporting.append(ReportingClause(clause.start, clause.end, clause.cue, clause.kind, tuple(quoting)))
        for part in unit.parts:
            reports = tuple(first + said for said in part.said)
            self.segments.append(Segment(tuple(part.pieces), number, part.kind, part.quotation, reports))
