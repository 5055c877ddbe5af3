"""A sentence in which every name is one sign, so that a pattern may speak of names by what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.annotations.mentions import Cast, Mention, PlaceMention
from dragoman.reading.folded import folded_text
from dragoman.text.segments import Segment

Range = tuple[int, int]
Named = Mention | PlaceMention

LETTERS = {"person": "p", "country": "c", "organisation": "o", "adjective": "a"}
"""The letter of a mention's kind in the signs; towns are `t`. Mentions of other kinds, and those that mean nobody, keep their words."""

SIGN = re.compile(r"<([a-z])(\d+)>")


@dataclass(slots=True)
class SignedText:
    """A segment, folded, with `<c0>` in the place of its first name: a country; `names[0]` is that name.

    `origins` holds for every code point of `signed` the range of the repaired text that it stands for.
    """

    segment: int
    signed: str = ""
    names: list[Named] = field(default_factory=list)
    origins: list[Range] = field(default_factory=list)

    def origin(self, start: int, end: int) -> Range:
        """The range of the repaired text behind a non-empty range of `signed`."""
        return self.origins[start][0], self.origins[end - 1][1]

    def named(self, signs: str) -> Iterator[Named]:
        """The names that a stretch of `signed` holds, in order."""
        for match in SIGN.finditer(signs):
            yield self.names[int(match[2])]


def signed_texts(text: str, segments: Sequence[Segment], cast: Cast, places: Sequence[PlaceMention]) -> list[SignedText]:
    """Every segment of a text with its names as signs; what a segment leaves out (reporting clauses, quotation marks) is left out."""
    named = sorted(_named(text, cast, places), key=lambda n: (n.start, -n.end))
    return [_signed(text, index, segment.pieces, named) for index, segment in enumerate(segments)]


def _named(text: str, cast: Cast, places: Sequence[PlaceMention]) -> Iterator[Named]:
    mentions = [m for m in cast.mentions if m.kind in LETTERS and m.actors]
    yield from mentions
    for place in places:
        if text[place.start].isupper() and not any(m.start < place.end and place.start < m.end for m in mentions):
            yield place


def _signed(text: str, index: int, pieces: Sequence[Range], named: Sequence[Named]) -> SignedText:
    out = SignedText(index)
    parts: list[str] = []
    for start, end in pieces:
        at = start
        for name in named:
            if at <= name.start and name.end <= end:
                _words(out, parts, text, at, name.start)
                _sign(out, parts, name)
                at = name.end
        _words(out, parts, text, at, end)
        parts.append(" ")
        out.origins.append((end, end))
    out.signed = "".join(parts)
    return out


def _words(out: SignedText, parts: list[str], text: str, start: int, end: int) -> None:
    view = folded_text(text[start:end])
    parts.append(view.folded.replace("<", " ").replace(">", " "))
    out.origins.extend((start + o, start + o + 1) for o in view.origins[:-1])


def _sign(out: SignedText, parts: list[str], name: Named) -> None:
    letter = "t" if isinstance(name, PlaceMention) else LETTERS[name.kind]
    sign = f"<{letter}{len(out.names)}>"
    out.names.append(name)
    parts.append(sign)
    out.origins.extend([(name.start, name.end)] * len(sign))
