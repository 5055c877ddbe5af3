"""Evidence over the text that it stands in, as HTML: cut at every edge of every mark, so that marks may cross and never mis-nest.

The HTML without its tags is the text, code point for code point (but for U+0000 and lone surrogates, which HTML cannot hold). Whatever
the text holds stays text: what HTML would take for markup is escaped, and a character that turns the direction of writing is shut in an
element of its own, where it turns nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

LAYERS = ("statement", "relation", "act", "actor", "date", "place", "source", "topic")
"""The layers of evidence, from what lies below to what lies on top."""

_SPECIAL = re.compile("[&<>\"'\r\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_STEERING = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_NO_TEXT = re.compile("[\x00\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text with its layer and an ident of letters and digits that is its own on the page."""

    ident: str
    layer: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch with the marks that cover all of it, and those of them that begin here."""

    text: str
    marks: tuple[Mark, ...]
    opening: tuple[Mark, ...]


def pieces(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> Iterator[Piece]:
    """The text from `start` to `end` in pieces that no mark's edge divides; put together they are that text.

    A mark is cut to what is asked for; one that is empty, or lies outside, is left out.
    """
    last = len(text) if end is None else min(end, len(text))
    edges: dict[int, list[Mark]] = {}
    for mark in marks:
        first = max(mark.start, start)
        if first < min(mark.end, last):
            edges.setdefault(first, []).append(mark)
            edges.setdefault(min(mark.end, last), [])
    active: list[Mark] = []
    at = start
    for edge in (*sorted(edges), last):
        if at < edge:
            yield Piece(text[at:edge], tuple(active), tuple(m for m in active if max(m.start, start) == at))
        active = [m for m in active if m.end > edge] + edges.get(edge, [])
        at = edge


def highlighted(text: str, marks: Iterable[Mark], start: int = 0, end: int | None = None) -> str:
    """The text as HTML, each marked piece a `mark` element with a class for every layer and its marks' idents in `data-m`.

    The first piece of each mark carries the mark's ident as `id`, so that a link leads there.
    """
    return "".join(_piece(piece) for piece in pieces(text, marks, start, end))


def text_html(text: str) -> str:
    """A text as HTML that is that text: escaped, with controls shut in elements that name them."""
    return _SPECIAL.sub(_shown, text)


def steady(value: object) -> object:
    """A value to be put on a page: in plain text U+FFFD stands for what turns the direction of writing and for other controls.

    Made for jinja2's `finalize`, so that a name or a title cannot reorder what stands around it; HTML made already stays as it is.
    """
    if type(value) is str:
        return value if value.isprintable() else _STEERING.sub("\ufffd", value)
    return _STEERING.sub("\ufffd", value) if isinstance(value, str) and not hasattr(value, "__html__") else value


def stretches(text: str, longest: int) -> tuple[tuple[int, int], ...]:
    """A text in parts of at most `longest` characters, cut at an end of paragraph, line or word where there is one; at least one part."""
    cuts = [0]
    while len(text) - cuts[-1] > longest:
        cuts.append(_cut(text, cuts[-1], cuts[-1] + longest))
    return tuple(zip(cuts, (*cuts[1:], len(text)), strict=True))


def _cut(text: str, start: int, end: int) -> int:
    middle = start + (end - start) // 2
    for boundary in ("\n\n", "\n", " "):
        found = text.rfind(boundary, middle, end)
        if found >= 0:
            return found + len(boundary)
    return end


def _piece(piece: Piece) -> str:
    if not piece.marks:
        return text_html(piece.text)
    layers = " ".join(f"l-{layer}" for layer in dict.fromkeys(mark.layer for mark in piece.marks))
    idents = " ".join(mark.ident for mark in piece.marks)
    own = f' id="{piece.opening[0].ident}"' if piece.opening else ""
    others = "".join(f'<a id="{mark.ident}"></a>' for mark in piece.opening[1:])
    return f'{others}<mark class="m {layers}" data-m="{idents}"{own}>{text_html(piece.text)}</mark>'


def _shown(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\r":
        return "&#13;"
    if character in "&<>\"'":
        return escape(character)
    shown = "\ufffd" if _NO_TEXT.match(character) else character
    return f'<bdi class="control" data-character="U+{ord(character):04X}">{shown}</bdi>'
