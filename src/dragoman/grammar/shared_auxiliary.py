"""Participles that share an auxiliary: `a rappelé son ambassadeur et fermé sa représentation` tells of two deeds of one subject."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.grammar.presents import infinitive_of, make_present
from dragoman.grammar.syntax import Syntax

NOMINAL = ("NOUN", "PROPN")


def share_auxiliaries(doc: Doc, syntax: Syntax) -> None:
    """Join each participle behind `et` and before an object to the verb whose auxiliary it shares, whatever the parser made of it."""
    for conjunction in doc:
        if conjunction.lower_ not in syntax.conjunctions or conjunction.i + 2 >= len(doc):
            continue
        participle = doc[conjunction.i + 1]
        if participle.pos_ == "ADV" and participle.i + 2 < len(doc):
            participle = doc[participle.i + 1]
        verb = _sharing(participle, syntax)
        if verb is not None:
            _join(participle, verb, conjunction, syntax)


def join_presents(doc: Doc, syntax: Syntax) -> None:
    """Make a verb of a bare noun behind `et` that an object or `à` follows: `salue cet effort et demande aux partenaires de`."""
    for conjunction in doc[:-2]:
        word, behind = doc[conjunction.i + 1], doc[conjunction.i + 2] if conjunction.i + 2 < len(doc) else conjunction
        if conjunction.lower_ not in syntax.conjunctions or word.pos_ != "NOUN" or word.text[0].isupper():
            continue
        if any(c.dep_ in ("det", "case", "amod", "nummod") and c.i < word.i for c in word.children):
            continue
        infinitive = infinitive_of(word, syntax)
        follows = behind.pos_ == "DET" or syntax.contractions.get(behind.lower_, behind.lower_) in syntax.slots["to"][:1]
        verb = _present_before(conjunction)
        if infinitive is None or not follows or verb is None:
            continue
        word.lemma_, word.pos_ = infinitive, "VERB"
        make_present(word)
        word.head, word.dep_ = verb, "conj"
        conjunction.head = word
        if behind.pos_ == "DET" and behind.head.i > behind.i and behind.head.pos_ in NOMINAL:
            behind.head.head, behind.head.dep_ = word, "obj"


def _present_before(conjunction: Token) -> Token | None:
    """The finite verb of the clause before a conjunction, where it is in the present."""
    for token in reversed(list(conjunction.doc[: conjunction.i])):
        if token.pos_ in ("VERB", "AUX") and token.morph.get("VerbForm", []) == ["Fin"]:
            return token if token.pos_ == "VERB" and "Pres" in token.morph.get("Tense", []) else None
    return None


def _sharing(participle: Token, syntax: Syntax) -> Token | None:
    """The verb whose auxiliary a participle shares, where the parser has not joined the two."""
    if participle.pos_ not in ("ADJ", "NOUN", "VERB") or any(
        c.dep_.startswith(("aux", "nsubj", "det", "case")) for c in participle.children
    ):
        return None
    if participle.pos_ == "VERB" and (participle.head.pos_ == "VERB" or "Part" not in participle.morph.get("VerbForm", [])):
        return None
    if participle.pos_ != "VERB" and not participle.lower_.endswith(tuple(e for e in syntax.participle_endings if len(e) == 1)):
        return None
    if _object_article(participle) is None:
        return None
    for before in reversed(list(participle.doc[: participle.i])):
        if before.pos_ == "VERB" and any(c.dep_ == "aux:tense" and c.lemma_ == "avoir" for c in before.children):
            return before if not any(c.dep_ == "aux:pass" for c in before.children) else None
        if before.pos_ == "VERB" and before.morph.get("VerbForm", []) == ["Fin"]:
            return None
    return None


def _object_article(participle: Token) -> Token | None:
    """The article of what stands behind a participle, and behind an aside between commas."""
    doc = participle.doc
    at = participle.i + 1
    if at < len(doc) and doc[at].is_punct:
        at = next((t.i + 1 for t in doc[at + 1 : at + 10] if t.is_punct), len(doc))
    while at < len(doc) and doc[at].pos_ == "ADV":
        at += 1
    return doc[at] if at < len(doc) and doc[at].pos_ in ("DET", "NUM") and doc[at].head.i > at else None


def _join(participle: Token, verb: Token, conjunction: Token, syntax: Syntax) -> None:
    article = _object_article(participle)
    if participle.pos_ != "VERB":
        ending = next(e for e in syntax.participle_endings if participle.lower_.endswith(e) and len(e) == 1)
        participle.lemma_ = participle.lower_.removesuffix(ending) + syntax.participle_endings[ending]
        participle.pos_ = "VERB"
        participle.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]
    participle.head, participle.dep_ = verb, "conj"
    conjunction.head = participle
    told = article.head if article is not None else participle
    if told != participle and told.pos_ in NOMINAL and not any(c.dep_ == "case" for c in told.children):
        told.head, told.dep_ = participle, "obj"
