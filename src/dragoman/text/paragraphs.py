"""Paragraphs: blank lines part them, and line ends do where the lines are no wrapped ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from dragoman.text.edits import Edit
from dragoman.text.segments import Range

_LINE_END = re.compile(r" *\n\s*")
_LINE = re.compile(r"[^\n]+")
_INNER_BULLET = re.compile(r"(?<=[;:.] )[-–•](?= [A-ZÀ-Þ])")
_FEWEST_BULLETS = 2
_BULLET = re.compile(r"\s*(?:[-–—•*▪►●·]|[a-z]\))\s|\s*\d{1,2}\s?[.)°-]+(?:\s|(?=[A-ZÀ-Þ]))")
_STOPPED = '.!?:;…»”")'
_STOPPED = '.!?:;…»”")'
_NARROWEST_WRAP = 40
_WIDEST_WRAP = 130
_FEWEST_WRAPPED = 4
_MOST = 0.8


def find_paragraphs(text: str) -> tuple[Range, ...]:
    """The ranges of the paragraphs, without the blanks around them."""
    blocks = list(_blocks(text))
    width = _wrap_width(text, blocks)
    return tuple(part for block in blocks for paragraph in _of_block(text, block, width) for part in _at_bullets(text, *paragraph))


def _at_bullets(text: str, start: int, end: int) -> Iterator[Range]:
    """A paragraph cut at the bullets within its lines, where it has several: `Il s'agit de : - M. X ; - Mme Y.`"""
    bullets = [match.start() for match in _INNER_BULLET.finditer(text, start, end)]
    if len(bullets) < _FEWEST_BULLETS:
        bullets = []
    for cut in [*bullets, end]:
        part = _trimmed(text, start, cut)
        if part:
            yield part
        start = cut


def unwrapping_edits(text: str) -> Iterator[Edit]:
    """The edits that write a space for the line ends within a paragraph."""
    if "\n" not in text:
        return
    for start, end in find_paragraphs(text):
        for match in _LINE_END.finditer(text, start, end):
            yield Edit(match.start(), match.end(), " ")


def _blocks(text: str) -> Iterator[list[Range]]:
    """Runs of lines without a blank line between them."""
    block: list[Range] = []
    for match in _LINE.finditer(text):
        line = _trimmed(text, match.start(), match.end())
        if line is None:
            continue
        if block and text.count("\n", block[-1][1], line[0]) > 1:
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _trimmed(text: str, start: int, end: int) -> Range | None:
    while start < end and (text[start].isspace() or text[start] == "|"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] == "|"):
        end -= 1
    return (start, end) if start < end else None


def _wrap_width(text: str, blocks: list[list[Range]]) -> int:
    """The width at which a text's lines were wrapped: that of the widest, where nearly all would not have held one word more; else 0."""
    pairs = [pair for block in blocks for pair in pairwise(block)]
    widths = sorted(end - start for block in blocks for start, end in block)
    widest = widths[(len(widths) - 1) * 98 // 100] if widths else 0
    if len(pairs) < _FEWEST_WRAPPED or not _NARROWEST_WRAP <= widest <= _WIDEST_WRAP:
        return 0
    full = sum(_is_full(text, line, following, widest) for line, following in pairs)
    return widest if full >= _MOST * len(pairs) else 0


def _is_full(text: str, line: Range, following: Range, width: int) -> bool:
    """Whether the next line's first word would not have gone on this line."""
    end = following[0]
    while end < following[1] and not text[end].isspace():
        end += 1
    return (line[1] - line[0]) + 1 + (end - following[0]) > width


def _of_block(text: str, lines: list[Range], width: int) -> Iterator[Range]:
    """The paragraphs of a block; `width` is that of the text's wrapping, 0 where it has none."""
    start = lines[0][0]
    for line, following in pairwise(lines):
        if not _is_wrapped(text, line, following, width):
            yield start, line[1]
            start = following[0]
    yield start, lines[-1][1]


def _is_wrapped(text: str, line: Range, following: Range, width: int) -> bool:
    """Whether the line goes on in the next one."""
    if _BULLET.match(text, following[0], following[1]):
        return False
    last, first, long = text[line[1] - 1], text[following[0]], line[1] - line[0] >= _NARROWEST_WRAP
    if width and (_is_full(text, line, following, width) or (line[1] - line[0] > 0.6 * width and last not in _STOPPED)):
        return True
    return long and ((first.islower() and last not in ".!?…") or last in ",'")
