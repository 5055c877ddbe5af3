"""A parsed clause: spaCy's tokens, and for each of them the words and the mention that it stands for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from dragoman.annotations.mentions import Mention
from dragoman.grammar.clause_text import ClauseText, Range
from dragoman.text.segments import Segment


@dataclass(frozen=True, slots=True)
class Parsed:
    """A segment with its parse.

    `ranges[i]` is token i's range in the repaired text, `mention_of[i]` the index of the mention it belongs to.
    `heads` maps a mention's index to its syntactic head token.
    """

    segment: Segment
    index: int
    doc: Doc
    ranges: tuple[Range, ...]
    mention_of: tuple[int | None, ...]
    heads: dict[int, int]

    def mention_at(self, token: Token) -> int | None:
        """The mention that a token is the head of, by index."""
        index = self.mention_of[token.i]
        return index if index is not None and self.heads.get(index) == token.i else None


def parsed(segment: Segment, index: int, clause: ClauseText, doc: Doc, mentions: Sequence[Mention], indexes: Sequence[int]) -> Parsed:
    """Lay the mentions of a segment over its parse."""
    ranges = tuple(clause.origin(t.idx, t.idx + len(t)) for t in doc)
    mention_of: list[int | None] = [clause.mention(t.idx) for t in doc]
    queue = list(indexes)
    at = 0
    for i, (start, end) in enumerate(ranges):
        while at < len(queue) and mentions[queue[at]].end <= start:
            at += 1
        if mention_of[i] is None and at < len(queue):
            mention = mentions[queue[at]]
            if mention.start <= start and end <= mention.end and start < end:
                mention_of[i] = queue[at]
    return Parsed(segment, index, doc, ranges, tuple(mention_of), _heads(doc, mention_of, ranges, mentions))


def _heads(doc: Doc, mention_of: Sequence[int | None], ranges: Sequence[Range], mentions: Sequence[Mention]) -> dict[int, int]:
    """For each mention the token whose governor lies outside it; among several, the one over its head word, else the first noun."""
    candidates: dict[int, list[Token]] = {}
    for token in doc:
        index = mention_of[token.i]
        if index is not None and (mention_of[token.head.i] != index or token.head == token):
            candidates.setdefault(index, []).append(token)
    heads: dict[int, int] = {}
    for index, tokens in candidates.items():
        low, high = mentions[index].head
        over = [t for t in tokens if low <= ranges[t.i][0] < high]
        nouns = [t for t in tokens if t.pos_ in ("NOUN", "PROPN")]
        content = [t for t in tokens if t.pos_ not in ("DET", "ADP", "PUNCT")]
        heads[index] = (over or nouns or content or tokens)[0].i
    return heads
