"""Quotations: what stands between quotation marks, across nesting, missing marks and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.text.quotation_marks import Pairing, pair_marks
from dragoman.text.reporting_lexicon import reporting_lexicon
from dragoman.text.segments import Quotation, Range

_LONG_PARAGRAPH = 1500
"""In a paragraph longer than this, a quotation that is never closed ends with its sentence."""

_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


@dataclass(frozen=True, slots=True)
class MarkedQuotation:
    """A quotation with its marks: `outer` is the range that holds both (of what is never closed, up to its last word)."""

    quotation: Quotation
    outer: Range


@dataclass(slots=True)
class _Found:
    """A quotation before its parents are known."""

    opening: int
    end: int
    closed: bool
    continues: int | None = None
    marked: bool = True

    def content(self, text: str) -> Range:
        start, end = self.opening + self.marked, self.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        return start, end


def find_quotations(text: str, paragraphs: Sequence[Range]) -> tuple[list[MarkedQuotation], list[str]]:
    """All quotations in text order, and a warning for each that is never closed."""
    found: list[_Found] = []
    warnings: list[str] = []
    running: _Found | None = None
    pairings = [pair_marks(text, start, end) for start, end in paragraphs]
    for number, (start, end) in enumerate(paragraphs):
        pairing = pairings[number]
        here = [_Found(pair.start, pair.end, pair.closed) for pair in pairing.pairs]
        if running is not None:
            _carry_on(text, (start, end), pairing, here, running)
        running = None
        following = (paragraphs[number + 1], pairings[number + 1]) if number + 1 < len(paragraphs) else None
        for opening, limit in pairing.cut_short:
            here.append(_Found(opening, _unclosed_end(text, opening + 1, limit), False))
            warnings.append(f"a quotation is never closed: {text[opening : opening + 40]!r}")
        for opening in pairing.dangling:
            goes_on = opening == pairing.dangling[0] and following is not None and _goes_on(text, opening, end, *following)
            last = end if goes_on else _unclosed_end(text, opening + 1, end)
            item = _same_opening(here, opening)
            if item is None:
                here.append(item := _Found(opening, last, False))
            item.end = last
            if goes_on:
                running = item
            elif last > opening + 1:
                warnings.append(f"a quotation is never closed: {text[opening : opening + 40]!r}")
        found.extend(here)
    return _nested(text, found), warnings


def _same_opening(here: list[_Found], opening: int) -> _Found | None:
    return next((item for item in here if item.opening == opening and item.marked), None)


def _carry_on(text: str, paragraph: Range, pairing: Pairing, here: list[_Found], running: _Found) -> None:
    """Chain this paragraph's first quotation to the one that the paragraph before left open."""
    start, end = paragraph
    first = _first_letter(text, start, end)
    if pairing.stray and pairing.stray[0] == first:  # a closing mark that says "still quoted"
        closing = pairing.stray[1] if len(pairing.stray) > 1 else end
        here.append(_Found(first, closing, len(pairing.stray) > 1, id(running)))
    elif pairing.dangling and pairing.dangling[0] == first:
        here.append(_Found(first, end, False, id(running)))
    else:
        opened = next((item for item in here if item.opening == first), None)
        if opened is not None:
            opened.continues = id(running)
        elif pairing.stray:
            here.append(_Found(first, pairing.stray[0], True, id(running), marked=False))


def _goes_on(text: str, opening: int, end: int, following: Range, pairing: Pairing) -> bool:
    """Whether a quotation left open goes on in the next paragraph."""
    if reporting_lexicon().unclosed.search(text, max(opening, end - 120), end):
        return False
    first = _first_letter(text, *following)
    if first >= following[1] or not text[opening + 1 : end].strip():
        return False
    if text[first] in '"«“„»”':
        return True
    before_any = min([pair.start for pair in pairing.pairs] + pairing.dangling, default=following[1])
    return bool(pairing.stray) and pairing.stray[0] < before_any


def _first_letter(text: str, start: int, end: int) -> int:
    while start < end and (text[start].isspace() or text[start] in "-–—•*"):
        start += 1
    return start


def _unclosed_end(text: str, start: int, limit: int) -> int:
    """Where a quotation that lacks its closing mark ends: before its reporting clause, else with its sentence or paragraph."""
    reported = reporting_lexicon().unclosed.search(text, start + 1, limit)
    if reported:
        return reported.start()
    if (limit < len(text) and text[limit] in "\"«“„‘'") or limit - start > _LONG_PARAGRAPH:
        ends = _SENTENCE_END.search(text, start, limit)
        if ends:
            return ends.end()
    return limit


def _nested(text: str, found: list[_Found]) -> list[MarkedQuotation]:
    """The quotations in text order with their parents; empty ones are left out."""
    ordered = _apart(sorted((item for item in found if _is_kept(text, item)), key=lambda item: (item.opening, -item.end)))
    ordered = [item for item in ordered if _is_kept(text, item)]
    index = {id(item): i for i, item in enumerate(ordered)}
    marked: list[MarkedQuotation] = []
    around: list[int] = []
    for i, item in enumerate(ordered):
        while around and ordered[around[-1]].end <= item.opening:
            around.pop()
        parent = around[-1] if around else None
        start, end = item.content(text)
        outer = (item.opening, item.end + item.closed)
        quotation = Quotation(start, end, len(around), parent, item.closed, index.get(item.continues or 0))
        marked.append(MarkedQuotation(quotation, outer))
        around.append(i)
    return marked


def _apart(ordered: list[_Found]) -> list[_Found]:
    """End what is never closed before it crosses another quotation."""
    around: list[_Found] = []
    for item in ordered:
        while around and (around[-1].end <= item.opening or around[-1].end < item.end):
            outer = around[-1]
            if outer.end <= item.opening:
                around.pop()
            elif not outer.closed:
                outer.end = item.opening
                around.pop()
            else:
                item.end = outer.end
        around.append(item)
    return ordered


def _is_kept(text: str, item: _Found) -> bool:
    start, end = item.content(text)
    return start < end
