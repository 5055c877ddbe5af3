"""Tense, mood, voice and polarity of a predicate, read from its verb group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from dragoman.grammar.complements import is_passive
from dragoman.grammar.syntax import Syntax

Time = Literal["past", "present", "future", "conditional", "subjunctive", "infinitive", "participle", "none"]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """What a verb's form says: its time, whether it is negated, passive, reflexive; `words` are the tokens that say so.

    `prior` tells that it goes back before what is told around it (`avait reçu`).
    """

    time: Time
    negated: bool
    passive: bool
    reflexive: bool
    words: tuple[Token, ...]
    prior: bool = False


def verb_group(verb: Token, syntax: Syntax) -> VerbGroup:
    """Read a verb's group: the verb with its auxiliaries, negation and reflexive pronoun."""
    auxiliaries = [c for c in verb.children if c.dep_ in ("aux:tense", "aux:pass", "aux:caus", "aux", "cop")]
    negations = [c for c in verb.children if c.lower_ in syntax.negations and c.dep_ in ("advmod", "neg", "advmod:neg", "det", "expl:neg")]
    reflexive = any(c.lower_ in syntax.reflexive and c.i < verb.i for c in verb.children)
    restricted = any(c.lower_ in syntax.restrictive for c in verb.children if c.dep_ == "advmod") and len(negations) == 1
    words = tuple(sorted([*auxiliaries, *negations, verb], key=lambda t: t.i))
    return VerbGroup(
        _time(verb, auxiliaries),
        bool(negations) and not restricted,
        is_passive(verb, syntax),
        reflexive,
        words,
        any(a.dep_ in ("aux:tense", "aux:pass") and "Imp" in a.morph.get("Tense", []) for a in auxiliaries)
        and any(a.dep_ == "aux:tense" for a in auxiliaries),
    )


def _time(verb: Token, auxiliaries: list[Token]) -> Time:
    finite = next((t for t in [*auxiliaries, verb] if t.morph.get("VerbForm", []) == ["Fin"]), None)
    if finite is not None:
        mood, tense = finite.morph.get("Mood", []), finite.morph.get("Tense", [])
        if "Cnd" in mood:
            return "conditional"
        if "Sub" in mood:
            return "subjunctive"
        if "Fut" in tense:
            return "future"
        compound = any(a.dep_ == "aux:tense" for a in auxiliaries)
        return "past" if compound or "Past" in tense or "Imp" in tense else "present"
    form = verb.morph.get("VerbForm", [])
    if "Inf" in form or any(a.morph.get("VerbForm", []) == ["Inf"] for a in auxiliaries):
        return "infinitive"
    if "Part" in form:
        return "participle"
    return "none"
