"""Ties that the order of words tells where the parse is no help: what stands right before a word, or right behind it."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from dragoman.grammar.complements import Complement
from dragoman.grammar.parsed import Parsed
from dragoman.grammar.syntax import Syntax

FAR = 12
"""How many tokens before a relative adverb its place may stand."""

NEAR = 4
"""Behind a noun, what opens within so many tokens may be its complement."""


def place_before(verb: Token, ties: Mapping[int, Complement], syntax: Syntax) -> Token | None:
    """The place that a relative adverb of a verb stands for, the nearest name before it: `à Riyad, où l'émir est attendu`."""
    relative = next((c for c in verb.children if c.lower_ in syntax.places_only and c.i < verb.i), None)
    before = relative.doc[max(0, relative.i - FAR) : relative.i] if relative is not None else ()
    named = [t for t in before if t.pos_ == "PROPN" and t.i in ties and "at" in ties[t.i].slots]
    return named[-1] if named else None


def behind(noun: Token, name: str, ties: Mapping[int, Complement]) -> Token | None:
    """What fills a slot right behind a noun, wherever the parser hung it: `La Gambie de retour dans le Commonwealth`."""
    for token in noun.doc[noun.i + 1 : noun.i + NEAR]:
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return None
        if token.i in ties and name in ties[token.i].slots:
            return token
    return None


def named_before(verb: Token, time: str, parsed: Parsed, syntax: Syntax) -> Token | None:
    """Whom a participle right behind a name and a comma describes: `a reçu l'ambassadeur, venu lui remettre ses lettres`.

    Of an infinitive too, by what the name is (`X, premier chef de gouvernement à se rendre au Pérou`).
    """
    if time == "participle" and verb.lemma_ in syntax.unaccusative and verb.i > 1 and verb.doc[verb.i - 1].text == ",":
        index = parsed.mention_of[verb.i - 2]
        return verb.doc[parsed.heads.get(index, verb.i - 2)] if index is not None else None
    if time == "infinitive" and verb.dep_ == "acl":
        described = verb.head.head if verb.head.dep_ in ("appos", "nmod") and parsed.mention_of[verb.head.i] is None else verb.head
        return described if parsed.mention_of[described.i] is not None else None
    return None
