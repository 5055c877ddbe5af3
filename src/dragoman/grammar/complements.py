"""What a word is to its governor: subject, object, or the complement that a preposition opens.

Works on Universal Dependencies labels and the prepositions of `syntax.yaml`; mends what the parser is known to mislabel: the agent of a
passive (`par X` as a plain oblique), the inverted subject of a reporting verb (called an object), the impersonal `il` of a passive
(called its subject).
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.grammar.syntax import Syntax

NOMINAL = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X", "SYM"))
SUBJECT_LABELS = frozenset(("nsubj", "nsubj:caus", "csubj"))
PASSIVE_SUBJECT_LABELS = frozenset(("nsubj:pass", "csubj:pass"))
OBJECT_LABELS = frozenset(("obj", "obj:agent", "obj:lvc"))
CLAUSE_LABELS = frozenset(("ccomp", "xcomp", "advcl", "acl", "acl:relcl", "advcl:cleft", "parataxis", "csubj"))
CHAIN = frozenset(("conj",))


@dataclass(frozen=True, slots=True)
class Complement:
    """A nominal's tie to its governor: the slots it may fill there, and the preposition that opens it, if any."""

    governor: Token
    slots: frozenset[str]
    preposition: str | None


_SUBJECT, _OBJECT, _TO = frozenset(("subject",)), frozenset(("object",)), frozenset(("to", "recipient"))
_APPOSED = frozenset(("apposition",))


def preposition_of(token: Token, syntax: Syntax) -> tuple[str, int] | None:
    """The preposition that opens a nominal, contractions undone, several words as one, and the index of its first token."""
    cases = [c for c in token.children if c.dep_ in ("case", "mark") and c.i < token.i and c.pos_ in ("ADP", "SCONJ", "DET")]
    if not cases:
        fused = syntax.fused_relatives.get(token.lower_)
        return (fused, token.i) if fused is not None and token.pos_ == "PRON" else None
    first = min(cases, key=lambda c: c.i)
    word = _word(first, syntax)
    last = max((d.i for d in first.subtree if d.dep_ == "fixed"), default=first.i)
    if last > first.i:
        word = " ".join([first.lower_, *(t.lower_ for t in first.doc[first.i + 1 : last]), _word(first.doc[last], syntax)])
    nearest = max(cases, key=lambda c: c.i)
    long = _long_preposition(nearest, syntax)
    return long or (word, first.i)


def _word(token: Token, syntax: Syntax) -> str:
    return syntax.contractions.get(token.lower_, token.lower_) or token.lower_


def _long_preposition(last: Token, syntax: Syntax) -> tuple[str, int] | None:
    """The longest preposition of several words that ends at a token."""
    doc = last.doc
    for length in range(6, 1, -1):
        start = last.i - length + 1
        if start < 0:
            continue
        words = (*(t.lower_ for t in doc[start : last.i]), _word(last, syntax))
        if words in syntax.long_prepositions:
            return " ".join(words).replace("' ", "'"), start
    return None


def is_passive(verb: Token, syntax: Syntax) -> bool:
    """Whether a verb form is passive: an auxiliary or a subject says so, or it is a participle that modifies a noun."""
    if verb.lemma_ in syntax.unaccusative and not any(c.lower_ in syntax.passive_mark for c in verb.children):
        return False
    labels = {c.dep_ for c in verb.children}
    if "expl:pass" not in labels and any(c.lower_ in syntax.reflexive and c.i < verb.i and c.pos_ == "PRON" for c in verb.children):
        return False
    if "aux:pass" in labels or "nsubj:pass" in labels:
        return not ("aux:tense" in labels and "aux:pass" not in labels and "expl:pass" not in labels) or "expl:pass" in labels
    if "aux:tense" in labels or "aux:caus" in labels:
        return False
    if verb.dep_ in CHAIN and _shares_active(conjunct_head(verb)):
        return False
    return _is_past_participle(verb) and verb.pos_ in ("VERB", "ADJ") and not labels & {"obj", "aux"}


def _shares_active(verb: Token) -> bool:
    """Whether a verb's auxiliary makes a participle joined to it active too: `a condamné l'attaque et appelé à la retenue`."""
    labels = {c.dep_ for c in verb.children}
    return verb.pos_ == "VERB" and "aux:tense" in labels and not labels & {"aux:pass", "nsubj:pass", "expl:pass"}


def _is_past_participle(verb: Token) -> bool:
    return "Part" in verb.morph.get("VerbForm", []) and "Past" in verb.morph.get("Tense", [])


def conjunct_head(token: Token) -> Token:
    """The first member of the coordination that a token belongs to."""
    while token.dep_ in CHAIN and token.head != token:
        token = token.head
    return token


def complement_of(token: Token, syntax: Syntax) -> Complement | None:
    """How a nominal is tied to its governor; None for a root or a word that governs nothing of it."""
    label = token.dep_
    if label in CHAIN:
        own = preposition_of(token, syntax)
        first = complement_of(conjunct_head(token), syntax)
        if own is None or first is None:
            return first
        slots = syntax.slots_of(own[0])
        if "by" in slots and "by" in first.slots and "subject" in first.slots:
            slots = slots | {"subject"}
        return Complement(first.governor, slots, own[0])
    if label in ("flat:name", "flat:foreign", "flat", "fixed", "punct", "case", "det", "cc", "ROOT", "aux:tense", "aux:pass", "cop"):
        return None
    governor = token.head
    if label in ("appos", "nmod:appos"):
        return Complement(governor, _APPOSED, None)
    preposition = preposition_of(token, syntax)
    if preposition is not None:
        return _oblique(token, governor, preposition, syntax)
    return _core(token, governor, label, syntax)


def _oblique(token: Token, governor: Token, preposition: tuple[str, int], syntax: Syntax) -> Complement:
    word, start = preposition
    doc = token.doc
    inside = governor.i >= start and governor.i < token.i
    while inside and governor.head != governor and start <= governor.i < token.i:
        governor = governor.head
    slots = syntax.slots_of(word)
    if "by" in slots and governor.pos_ in ("VERB", "ADJ", "AUX") and is_passive(governor, syntax):
        slots = slots | {"subject"}
    if doc[start].dep_ == "mark":
        slots = slots - {"subject"}
    return Complement(governor, slots, word)


def _core(token: Token, governor: Token, label: str, syntax: Syntax) -> Complement | None:
    if label in PASSIVE_SUBJECT_LABELS:
        return Complement(governor, _OBJECT if is_passive(governor, syntax) else _SUBJECT, None)
    if label == "expl:subj":
        return Complement(governor, _SUBJECT, None)
    if label in SUBJECT_LABELS:
        passive = governor.pos_ in ("VERB", "ADJ") and is_passive(governor, syntax)
        return Complement(governor, _OBJECT if passive else _SUBJECT, None)
    if label in OBJECT_LABELS:
        return Complement(governor, _SUBJECT if _is_inverted_subject(token, governor, syntax) else _OBJECT, None)
    if label.startswith("iobj"):
        return Complement(governor, _TO, None)
    if label == "obl:agent":
        return Complement(governor, _SUBJECT | {"by"}, None)
    if label in CLAUSE_LABELS and token.pos_ in ("PROPN", "NOUN") and governor.pos_ == "VERB":
        return Complement(governor, _OBJECT if token.i > governor.i else _SUBJECT, None)
    if label in ("obl", "obl:arg", "obl:mod", "nmod", "dep", "dislocated", "vocative"):
        return Complement(governor, frozenset(("bare",)), None)
    return None


def _is_inverted_subject(token: Token, verb: Token, syntax: Syntax) -> bool:
    """A noun after its verb, called an object, that is its subject: `que lui a accordée X`, `a indiqué X` at a clause's head."""
    if token.i < verb.i or token.pos_ == "PRON" or is_passive(verb, syntax):
        return False
    labels = [(c, c.dep_) for c in verb.children]
    if any(d in SUBJECT_LABELS | PASSIVE_SUBJECT_LABELS and c.i < verb.i for c, d in labels):
        return False
    if any(d in OBJECT_LABELS and c.morph.get("PronType", []) == ["Rel"] for c, d in labels):
        return True
    finite = any(t.morph.get("VerbForm", []) == ["Fin"] for t in (verb, *(c for c, _ in labels)))
    first = min((t.i for t in verb.subtree if not t.is_punct), default=verb.i)
    return finite and verb.dep_ == "ROOT" and verb.doc[first].pos_ in ("AUX", "VERB", "PRON") and first >= verb.i - 3


def clause_verb(token: Token) -> Token | None:
    """The nearest verb above a nominal, through the nouns between: the clause that it stands in."""
    at = token
    for _ in range(25):
        if at.head == at:
            return at if at.pos_ in ("VERB", "AUX") else None
        at = at.head
        if at.pos_ in ("VERB", "AUX") and at.dep_ not in ("aux:tense", "aux:pass", "cop"):
            return at
    return None
