"""What the parser is known to mistake, set right in its document before frames are asked."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.grammar.finite import free_verbs
from dragoman.grammar.pairing import join_pairs
from dragoman.grammar.syntax import Syntax


def mend(doc: Doc, syntax: Syntax) -> None:
    """Make verbs of participles that the parser calls nouns (`a téléphoné`), give nouns their participles back, free verbs, join pairs."""
    for token in doc:
        if token.pos_ in ("NOUN", "ADJ", "PROPN") and any(c.dep_ == "aux:tense" for c in token.children):
            _make_participle(token, syntax)
        if token.pos_ == "VERB" and token.lemma_ == token.lower_ and token.morph.get("VerbForm", []) == ["Fin"]:
            _give_infinitive(token, syntax)
        if token.pos_ == "VERB" and token.dep_ == "xcomp":
            _give_back(token)
    free_verbs(doc, syntax)
    join_pairs(doc, syntax)


def _give_back(participle: Token) -> None:
    """A passive participle behind a noun describes it, where the parser made it a complement of the verb: `soutient le processus conduit par`."""
    before = participle.doc[participle.i - 1] if participle.i else participle
    passive = any(c.dep_ == "obl:agent" for c in participle.children) and not any(c.dep_.startswith("aux") for c in participle.children)
    if passive and before.pos_ == "NOUN" and before.head == participle.head and "Part" in participle.morph.get("VerbForm", []):
        participle.head, participle.dep_ = before, "acl"


def _give_infinitive(verb: Token, syntax: Syntax) -> None:
    """Give a finite verb that is its own lemma (`demande`, a noun elsewhere) the infinitive that its ending belongs to."""
    for ending, infinitive in syntax.present_endings.items():
        if verb.lower_.endswith(ending):
            verb.lemma_ = verb.lower_.removesuffix(ending) + infinitive
            return


def _make_participle(token: Token, syntax: Syntax) -> None:
    for ending in sorted(syntax.participle_endings, key=len, reverse=True):
        if token.lower_.endswith(ending):
            token.lemma_ = token.lower_.removesuffix(ending) + syntax.participle_endings[ending]
            token.pos_ = "VERB"
            token.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]
            return
