"""The words of a report that are shown, and the quotations that belong to an act."""

from __future__ import annotations

import re

from dragoman.model.act import Act
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.model.statement import Statement
from dragoman.record.folding import folded_words
from dragoman.text.header import header_end

_LONGEST = 300
_END = re.compile(r"[.!?…]+[»”\")\]]*\s|\n")
_STARTS = 4


def sentence_around(text: str, span: Span) -> str:
    """The sentence in which a span stands, at most 300 characters, without the header of the text; '' for a span without words."""
    if span.start == span.end:
        return ""
    before = text[max(0, span.start - _LONGEST) : span.start]
    behind = text[span.end : span.end + _LONGEST]
    start = max((m.end() for m in _END.finditer(before) if not _is_short(before, m.start())), default=0)
    stop = next((m.end() for m in _END.finditer(behind) if not _is_short(behind, m.start())), len(behind))
    first, last = span.start - len(before) + start, span.end + stop
    if last - first > _LONGEST:
        first = max(first, min(span.start - _LONGEST // 3, last - _LONGEST))
        last = min(last, first + _LONGEST)
    if first < _LONGEST:
        first = max(first, min(header_end(text), span.start))
    return " ".join(text[first:last].split())


def _is_short(text: str, stop: int) -> bool:
    """Whether what ends here is an abbreviation or an initial (`M. X`, `nov.`), no sentence."""
    if text[stop : stop + 1] != ".":
        return False
    word = re.search(r"(\w+)\Z", text[max(0, stop - 8) : stop])
    return word is not None and (len(word[1]) == 1 or word[1] in _ABBREVIATIONS)


_ABBREVIATIONS = frozenset({"MM", "Mme", "Mmes", "Mlle", "Dr", "Pr", "St", "Ste", "S", "E"})


class Quotations:
    """The direct statements of a reading, asked by the act that they go with."""

    def __init__(self, reading: Reading) -> None:
        self._statements = {s.id: s for s in reading.statements if s.mode != "indirect"}

    def of(self, act: Act) -> tuple[str, ...]:
        """The first four words, folded, of each quotation by one of the act's participants or that reports the act."""
        actors = {p.actor for p in act.participants}
        tied = [s for s in self._statements.values() if s.id == act.statement or actors & set(s.speakers)]
        return tuple(sorted({start for s in tied if (start := _start(s))}))


def _start(statement: Statement) -> str:
    words = folded_words(" ".join(span.text for span in statement.content)[:200])
    return " ".join(words[:_STARTS]) if len(words) >= _STARTS else ""
