"""Parses mended where the grammar is certain: `entre A et B` is one coordination, whatever the parser made of B."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.grammar.syntax import Syntax

NOMINAL = ("NOUN", "PROPN", "PRON")
FARTHEST = 3
"""How many words may stand between a conjunction and the noun that it joins."""


def join_pairs(doc: Doc, syntax: Syntax) -> None:
    """Join the coordinations after `entre`, and give the verb that had the second noun for its subject the noun that the pair hangs on."""
    for opener in doc:
        if opener.lower_ in syntax.pairing and opener.dep_ == "case" and opener.head.i > opener.i and opener.head.pos_ in NOMINAL:
            _join(doc, opener.head, syntax)
            _raise_pair(opener.head)


def _raise_pair(first: Token) -> None:
    """A pair behind a noun's participle is the noun's: `la rencontre prévue entre A et B`."""
    participle = first.head
    if participle.dep_ == "acl" and participle.pos_ == "VERB" and participle.head.pos_ in NOMINAL and participle.head.i < participle.i:
        first.head, first.dep_ = participle.head, "nmod"


def _join(doc: Doc, first: Token, syntax: Syntax) -> None:
    """Make the noun behind the conjunction a conjunct of the first one, if it is none."""
    if any(c.dep_ == "conj" for c in first.children):
        return
    conjunction = _conjunction(doc, first, syntax)
    second = _noun_after(doc, conjunction) if conjunction is not None else None
    if conjunction is None or second is None or first in second.subtree or (second.dep_ == "conj" and second.head == first):
        return
    verb, label = second.head, second.dep_
    robbed = first.head
    if verb == second or verb.pos_ not in ("VERB", "AUX") or not label.startswith("nsubj") or verb.i < second.i:
        return
    second.head, second.dep_ = first, "conj"
    conjunction.head = second
    if robbed.pos_ in NOMINAL and not any(c.dep_.startswith("nsubj") for c in verb.children):
        _give_subject(verb, robbed, label)


def _conjunction(doc: Doc, first: Token, syntax: Syntax) -> Token | None:
    end = max(t.i for t in first.subtree)
    return next((t for t in doc[first.i + 1 : end + 3] if t.lower_ in syntax.conjunctions and t.i >= first.i + 1), None)


def _noun_after(doc: Doc, conjunction: Token) -> Token | None:
    return next((t for t in doc[conjunction.i + 1 : conjunction.i + 1 + FARTHEST] if t.pos_ in NOMINAL), None)


def _give_subject(verb: Token, noun: Token, label: str) -> None:
    """Hang the noun under its verb; where the verb hung on the noun, the verb takes the noun's place."""
    if verb.head == noun:
        above, how = noun.head, noun.dep_
        if above == noun:
            verb.head, verb.dep_ = verb, "ROOT"
        else:
            verb.head, verb.dep_ = above, how
        noun.head, noun.dep_ = verb, label
    elif noun.head == noun:
        noun.head, noun.dep_ = verb, label
