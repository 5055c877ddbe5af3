"""Paragraphs: blank lines part them, and line ends do where the lines are no wrapped ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.text.segments import Range

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(r"\s*(?:[-–—•*▪►●·]|[a-z]\))\s|\s*\d{1,2}\s?[.)°-]+(?:\s|(?=[A-ZÀ-Þ]))")
_STOPPED = '.!?:;…»”")'
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 130


def find_paragraphs(text: str) -> tuple[Range, ...]:
    """The ranges of the paragraphs, without the blanks around them."""
    return tuple(_paragraphs(text))


def _paragraphs(text: str) -> Iterator[Range]:
    block: list[Range] = []
    for match in _LINE.finditer(text):
        line = _trimmed(text, match.start(), match.end())
        if line is None:
            continue
        if block and text.count("\n", block[-1][1], line[0]) > 1:
            yield from _of_block(text, block)
            block = []
        block.append(line)
    yield from _of_block(text, block)


def _trimmed(text: str, start: int, end: int) -> Range | None:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _of_block(text: str, lines: list[Range]) -> Iterator[Range]:
    """The paragraphs of lines without a blank line between them."""
    if not lines:
        return
    full = _full_width(lines)
    start = lines[0][0]
    for line, following in pairwise(lines):
        if not _is_wrapped(text, line, following, full):
            yield start, line[1]
            start = following[0]
    yield start, lines[-1][1]


def _full_width(lines: list[Range]) -> int:
    """The width at which the lines of a block are wrapped; 0 where they are not all about as wide."""
    widths = sorted(end - start for start, end in lines[:-1])
    if len(widths) < 2:
        return 0
    widest, middle = widths[-1], widths[len(widths) // 2]
    return widest if middle >= _NARROWEST_WRAP and widest <= _WIDEST_WRAP and middle > 0.8 * widest else 0


def _is_wrapped(text: str, line: Range, following: Range, full: int) -> bool:
    """Whether the line goes on in the next one."""
    if _BULLET.match(text, following[0], following[1]):
        return False
    last, first, width = text[line[1] - 1], text[following[0]], line[1] - line[0]
    if first.islower() and last not in ".!?…" and width >= _NARROWEST_WRAP:
        return True
    if full and width > 0.75 * full:
        return last not in _STOPPED or (width > 0.9 * full and not text[following[0]].isupper())
    return last in ",'" and width >= _NARROWEST_WRAP
