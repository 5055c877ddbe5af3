"""The states of which a noun says only how many they are: `trois pays, A, B et C, ont`, `dix États se sont abstenus, parmi lesquels A`."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Token

from dragoman.annotations.mentions import Mention
from dragoman.grammar.parsed import Parsed
from dragoman.grammar.syntax import Syntax

FEWEST = 2


def states_behind(noun: Token, parsed: Parsed, mentions: Sequence[Mention], syntax: Syntax) -> list[Token]:
    """The tokens of the states that a list spells out: right behind the noun, or at the sentence's end behind a word that opens one."""
    if noun.lower_ not in syntax.uncounted or parsed.mention_of[noun.i] is not None:
        return []
    doc = noun.doc
    for at in range(noun.i + 1, len(doc) - 1):
        opener = _opener(doc[at], syntax)
        if opener is None:
            continue
        found, end = _listed(at + opener, parsed, mentions, syntax)
        closed = all(t.is_punct for t in doc[end:])
        named = opener > 1 or not doc[at].is_punct or doc[at].text in syntax.list_marks
        if len(found) >= (1 if opener > 1 else FEWEST) and (at == noun.i + 1 or (closed and named)):
            return found
    return []


def _opener(token: Token, syntax: Syntax) -> int | None:
    """How many tokens open a list here: a mark (`:`, `(`, a comma), or a word of `list_openers` (`dont`, `parmi lesquels`)."""
    words = [t.lower_ for t in token.doc[token.i : token.i + 4]]
    skipped = 1 if words[0] == "," else 0
    for opener in syntax.list_openers:
        if tuple(words[skipped : skipped + len(opener)]) == opener:
            return skipped + len(opener)
    return 1 if token.text in syntax.list_marks or token.text == "," else None


def _listed(start: int, parsed: Parsed, mentions: Sequence[Mention], syntax: Syntax) -> tuple[list[Token], int]:
    """The states named one beside the other from a token on, and the first token behind them."""
    found: list[Token] = []
    end, at, doc = start, start, parsed.doc
    while at < len(doc):
        index = parsed.mention_of[at]
        if index is not None and mentions[index].kind == "country":
            if parsed.heads.get(index) == at:
                found.append(doc[at])
            end = at + 1
        elif index is not None or not (doc[at].is_punct or doc[at].pos_ in ("DET", "CCONJ") or doc[at].lower_ in syntax.conjunctions):
            break
        at += 1
    return found, end
