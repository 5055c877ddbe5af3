"""Finite verbs that the parser takes for something else: a headline's verb hung on its subject, a noun with an object, a future."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from dragoman.grammar.presents import infinitive_of, is_present, make_present
from dragoman.grammar.syntax import Syntax

NOMINAL = ("NOUN", "PROPN")
FUTURE, CONDITIONAL = "Mood=Ind|Tense=Fut|VerbForm=Fin", "Mood=Cnd|Tense=Pres|VerbForm=Fin"


def free_verbs(doc: Doc, syntax: Syntax) -> None:
    """Set tense and lemma of verbs by their endings, and make them the heads of the subjects that they hang on."""
    for token in doc:
        if token.pos_ in ("ADJ", "NOUN") and _has_subject_and_object(token):
            _present(token, syntax)
        elif token.pos_ == "VERB" and not any(c.dep_.startswith("aux") for c in token.children):
            _tense(token, syntax)
    if not any(t.pos_ in ("VERB", "AUX") for t in doc):
        _headline(doc, syntax)
    for token in doc:
        _strayed(token)
        first = _first_subject(token)
        if first is not None:
            _joined(token, first)
    for token in doc:
        if token.pos_ == "VERB" and token.dep_ in ("acl", "nmod") and _is_finite(token, syntax):
            _free(token)


def _headline(doc: Doc, syntax: Syntax) -> None:
    """`X ferme son ciel`, read as an adjective: behind its noun, before an article, in a clause without a verb, it is the verb."""
    for token in doc[:-2]:
        article, noun = doc[token.i + 1], token.head
        if token.pos_ != "ADJ" or token.dep_ != "amod" or noun.i >= token.i or article.pos_ != "DET" or noun.pos_ not in NOMINAL:
            continue
        _present(token, syntax)
        if token.pos_ == "VERB" and article.head.i > article.i:
            told = article.head
            behind = [c for c in noun.children if c.i > told.i]
            token.head, token.dep_ = token, "ROOT"
            told.head, told.dep_ = token, "obj"
            noun.head, noun.dep_ = token, "nsubj"
            for other in behind:
                other.head = token
        return


def _first_subject(verb: Token) -> Token | None:
    """The noun that stands alone before `et` and a verb's subject."""
    if verb.pos_ != "VERB" or verb.dep_ not in ("conj", "ROOT"):
        return None
    conjunction = next((c for c in verb.children if c.dep_ == "cc" and 0 < c.i < verb.i), None)
    before = verb.doc[conjunction.i - 1] if conjunction is not None else None
    first = verb.head if verb.dep_ == "conj" else before
    return first if first is not None and first != verb and first.dep_ == "ROOT" and first.pos_ in NOMINAL else None


def _joined(verb: Token, first: Token) -> None:
    """`A et B ont échangé`, read as A, and B that exchanged: both are the verb's subjects."""
    second = next((c for c in verb.children if c.dep_.startswith("nsubj") and first.i < c.i < verb.i), None)
    conjunction = next((c for c in verb.children if c.dep_ == "cc" and second is not None and first.i < c.i < second.i), None)
    if second is None or conjunction is None or any(t.pos_ in ("VERB", "AUX") for t in verb.doc[first.i : second.i]):
        return
    label = second.dep_
    verb.head, verb.dep_ = verb, "ROOT"
    first.head, first.dep_ = verb, label
    second.head, second.dep_ = first, "conj"
    conjunction.head = second


def _strayed(token: Token) -> None:
    """A noun with an article and no preposition, hung on an adverbial or an adjective of a verb without an object, is its object."""
    if token.pos_ not in NOMINAL or token.dep_ not in ("nmod", "obj"):
        return
    above = token.head
    if above.head.pos_ != "VERB" or token.i < above.i < above.head.i:
        return
    labels = {c.dep_ for c in token.children}
    if "det" not in labels or "case" in labels:
        return
    adverbial = token.dep_ == "nmod" and above.dep_ in ("obl:mod", "obl:arg") and any(c.dep_ == "case" for c in above.children)
    predicative = token.dep_ == "obj" and above.pos_ == "ADJ" and above.dep_ == "xcomp"
    if (adverbial or predicative) and not any(c.dep_ == "obj" for c in above.head.children):
        token.head, token.dep_ = above.head, "obj"


def _has_subject_and_object(token: Token) -> bool:
    labels = {c.dep_ for c in token.children}
    return "nsubj" in labels and "obj" in labels and "cop" not in labels


def _present(token: Token, syntax: Syntax) -> None:
    infinitive = infinitive_of(token, syntax)
    if infinitive is not None:
        token.lemma_, token.pos_ = infinitive, "VERB"
        make_present(token)


def _tense(token: Token, syntax: Syntax) -> None:
    """`votera` is a future, whatever the parser says: an infinitive and an ending of `avoir`."""
    if token.morph.get("VerbForm", []) != ["Fin"] and is_present(token, syntax):
        make_present(token)
        return
    stem = token.lemma_.lower()
    stem = stem if stem.endswith("r") else stem[:-1]
    if len(stem) < 4 or not token.lower_.startswith(stem):
        return
    ending = token.lower_.removeprefix(stem)
    if ending in syntax.future_endings:
        token.set_morph(FUTURE)  # type: ignore[attr-defined]
    elif ending in syntax.conditional_endings:
        token.set_morph(CONDITIONAL)  # type: ignore[attr-defined]


def _is_finite(token: Token, syntax: Syntax) -> bool:
    if token.morph.get("VerbForm", []) == ["Fin"]:
        return True
    return is_present(token, syntax)


def _free(verb: Token) -> None:
    """Make a verb the root and the noun that it hung on its subject; what stood behind the verb on that noun is the verb's.

    It may hang on the last noun of its subject's aside: `Une délégation conduite par le ministre séjourne à Skopje`.
    """
    passed = [verb.head]
    while passed[-1].head != passed[-1]:
        passed.append(passed[-1].head)
    subject = passed[-1]
    if subject.dep_ != "ROOT" or subject.pos_ not in NOMINAL or (len(passed) > 1 and verb.morph.get("VerbForm", []) != ["Fin"]):
        return
    if any(n.i > verb.i or n.dep_ in ("conj", "parataxis", "ccomp", "acl:relcl") for n in passed):
        return
    if any(c.dep_.startswith("nsubj") for c in verb.children) or any(t.dep_ in ("mark", "case") for t in verb.children):
        return
    if verb.morph.get("VerbForm", []) != ["Fin"]:
        make_present(verb)
    behind = [c for noun in passed for c in noun.children if c.i > verb.i and c.dep_ not in ("conj", "cc")]
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    for token in behind:
        opened = any(c.dep_ == "case" for c in token.children)
        token.head = verb
        if token.pos_ in NOMINAL:
            token.dep_ = "obl:mod" if opened else "obj"
