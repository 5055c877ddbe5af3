"""What the parser is known to mistake, set right in its document before frames are asked."""

from __future__ import annotations

from typing import Any

from spacy.tokens import Doc, Token

from dragoman.grammar.complements import clause_verb, is_passive
from dragoman.grammar.finite import free_verbs
from dragoman.grammar.pairing import join_pairs
from dragoman.grammar.presents import infinitive_of, is_present, make_present
from dragoman.grammar.shared_auxiliary import join_presents, share_auxiliaries
from dragoman.grammar.syntax import Syntax

_TREE = ("HEAD", "DEP")


def mend(doc: Doc, syntax: Syntax) -> None:
    """Set right what the parser mistakes; where that leaves words that hang on themselves, its tree is kept as it was."""
    parse: Any = doc.to_array(list(_TREE))
    _mend(doc, syntax)
    if _is_circular(doc):
        doc.from_array(list(_TREE), parse)


def _is_circular(doc: Doc) -> bool:
    """Whether some word is above itself, so that whoever climbs the tree never arrives."""
    heads = [token.head.i for token in doc]
    rooted: set[int] = set()
    for start in range(len(heads)):
        at, path = start, set[int]()
        while at not in rooted and heads[at] != at:
            if at in path:
                return True
            path.add(at)
            at = heads[at]
        rooted |= path
    return False


def _mend(doc: Doc, syntax: Syntax) -> None:
    """Make verbs of participles that the parser calls nouns (`a téléphoné`), give nouns back theirs, free verbs, join pairs."""
    share_auxiliaries(doc, syntax)
    join_presents(doc, syntax)
    for token in doc:
        if token.pos_ in ("SCONJ", "PRON") and token.dep_ in ("obj", "mark") and token.lower_ in syntax.relative_objects:
            _make_relative(token, syntax)
        if token.pos_ == "VERB" and token.lemma_ == token.lower_ and not token.lower_.endswith(syntax.infinitive_endings):
            _make_adjective(token)
        if token.pos_ == "NOUN" and token.dep_.startswith(("obj", "nsubj")) and token.lemma_.lower() in syntax.measures:
            _count_through(token, syntax)
        if token.lower_ in syntax.describing and token.dep_ == "acl":
            _lend_complement(token, syntax)
        if token.pos_ in ("NOUN", "ADJ", "PROPN") and any(c.dep_ == "aux:tense" for c in token.children):
            _make_participle(token, syntax)
        if token.pos_ == "VERB" and token.lemma_ == token.lower_ and token.morph.get("VerbForm", []) == ["Fin"]:
            _give_infinitive(token, syntax)
        if token.pos_ == "VERB" and token.dep_ in ("ROOT", "acl:relcl") and "Sub" in token.morph.get("Mood", []):
            _make_indicative(token, syntax)
        if token.pos_ == "ADV" and token.text[0].isupper() and token.i and any(c.dep_ == "case" for c in token.children):
            token.pos_ = "PROPN"  # `une escale à Praia`
        if token.pos_ == "ADV" and token.lower_ in syntax.misread:
            _make_finite(token, syntax)
        if token.pos_ == "NOUN" and token.dep_ == "acl" and any(c.dep_ == "obl:agent" for c in token.children):
            _make_participle(token, syntax)  # `une délégation, conduite par X`
        if token.pos_ == "VERB" and token.dep_ == "xcomp":
            _give_back(token)
        if token.pos_ == "VERB" and token.dep_ in ("obl:mod", "obl:arg", "nmod"):
            _make_gerund(token)
        if token.pos_ == "VERB" and token.dep_ in ("obj", "nsubj") and any(c.dep_ == "det" and c.i == token.i - 1 for c in token.children):
            token.pos_, token.lemma_ = "NOUN", token.lower_  # `un démenti`
        if token.pos_ == "VERB" and token.i and token.text[0].isupper() and token.text[1:].islower():
            _make_name(token)
        if token.pos_ == "VERB" and token.dep_ == "conj":
            _make_apposed(token, syntax)
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("conj", "appos"):
            _free_object(token)
        if token.pos_ in ("NOUN", "PROPN") and token.dep_.startswith("obl"):
            _list_again(token)
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ in ("nmod", "obl:mod", "obl:arg"):
            _lower_sides(token, syntax)
        if token.pos_ == "NOUN" and token.dep_ == "ROOT":
            _give_verb(token, syntax)
        if token.pos_ == "NOUN" and token.dep_ == "xcomp":
            _make_infinitive(token, syntax)
        if token.pos_ in ("NOUN", "PROPN") and token.dep_ == "conj" and token.head.pos_ == "VERB":
            _join_complement(token)
        if token.pos_ == "VERB" and token.dep_ == "conj" and token.head.pos_ == "VERB":
            _raise_conjunct(token)
        if token.pos_ == "ADJ" and token.dep_ == "obj":
            _give_noun(token)
        if token.pos_ == "ADP" and token.dep_ == "case" and "-" in token.text and token.lower_ not in syntax.single_prepositions:
            token.pos_, token.dep_ = "NUM", "nummod"  # `dix-neuf avions`
        if token.pos_ == "VERB" and token.dep_ == "xcomp" and token.head.lemma_ in syntax.seeing:
            _befall(token, syntax)
        if token.dep_ == "obl:agent" and token.head.pos_ == "VERB":
            _give_doer(token, syntax)
        if token.pos_ == "VERB" and token.dep_ in ("advcl", "acl"):
            _free_infinitive(token, syntax)
    join_pairs(doc, syntax)
    free_verbs(doc, syntax)


def _make_relative(token: Token, syntax: Syntax) -> None:
    """`l'audience que le roi a accordée`: a `que` that is its verb's object, or with which it agrees, stands for the noun before it."""
    verb, before = token.head, token.doc[token.i - 1] if token.i else token
    if verb.pos_ != "VERB" or before.pos_ != "NOUN":
        return
    agreeing = verb.morph.get("Gender", []) == ["Fem"] and any(c.dep_ == "aux:tense" for c in verb.children)
    given = token.dep_ == "obj" and verb.dep_.startswith("acl") and verb.head == before
    agreeing = agreeing and verb.lemma_ not in syntax.unaccusative
    if (token.pos_ == "SCONJ" or token.dep_ == "mark") and (given or _is_free(verb, agreeing)):
        token.pos_, token.dep_ = "PRON", "obj"
        verb.head, verb.dep_ = before, "acl:relcl"
        token.set_morph("PronType=Rel")  # type: ignore[attr-defined]
    for child in verb.children if token.pos_ == "PRON" and agreeing else ():
        if child.dep_ == "nsubj" and child.lower_ in syntax.third_person["dative"]:
            child.dep_ = "iobj"


def _is_free(verb: Token, agreeing: bool) -> bool:
    """Whether a participle agrees with an object that stands before it and that the parser did not give it."""
    return (
        agreeing
        and verb.dep_ == "advcl"
        and not any(c.dep_.startswith(("obj", "aux:pass", "expl")) and c.i < verb.i for c in verb.children)
    )


def _make_adjective(token: Token) -> None:
    """`a été porteur d'un message`: no participle is its own lemma, so that what the parser calls a passive only describes."""
    auxiliaries = [c for c in token.children if c.dep_ == "aux:pass"]
    if auxiliaries:
        token.pos_ = "ADJ"
        for child in token.children:
            child.dep_ = {"aux:pass": "cop", "nsubj:pass": "nsubj"}.get(child.dep_, child.dep_)


def _count_through(measure: Token, syntax: Syntax) -> None:
    """`a accordé une série d'audiences à`: the noun that is counted stands in the place of the one that counts it."""
    counted = next((c for c in measure.children if c.i > measure.i and c.pos_ == "NOUN"), None)
    opening = next((c for c in counted.children if c.dep_ == "case"), None) if counted is not None else None
    if counted is None or opening is None or counted.dep_ != "nmod" or opening.i != measure.i + 1:
        return
    if "of" not in syntax.slots_of(syntax.contractions.get(opening.lower_, opening.lower_)):
        return
    opening.dep_ = "det"
    counted.head, counted.dep_ = measure.head, measure.dep_
    for child in [c for c in measure.children if c.i > counted.i]:
        child.head = counted
    measure.head, measure.dep_ = counted, "det"


def _lend_complement(participle: Token, syntax: Syntax) -> None:
    """`a adressé un message écrit au roi`: what stands behind a participle that only describes the object goes with the verb."""
    noun = participle.head
    if noun.pos_ != "NOUN" or noun.dep_ != "obj" or noun.head.pos_ != "VERB" or participle.i != noun.i + 1:
        return
    for child in list(participle.children):
        if any(c.dep_ == "case" and c.lower_ in syntax.addressing for c in child.children):
            child.head = noun.head


def _give_noun(adjective: Token) -> None:
    """`a transmis ses plus sincères condoléances`, the noun read as an adjective of its adjective: it is the object."""
    noun = adjective.doc[adjective.i + 1] if adjective.i + 1 < len(adjective.doc) else adjective
    if noun.pos_ != "NOUN" or noun.head != adjective or noun.dep_ != "amod":
        return
    noun.head, noun.dep_ = adjective.head, "obj"
    for child in [c for c in adjective.children if c.dep_ != "advmod"]:
        child.head = noun
    adjective.head, adjective.dep_ = noun, "amod"


def _befall(verb: Token, syntax: Syntax) -> None:
    """`s'est vu remettre une note`, `s'est vu convoquer`: what one sees oneself done befalls one."""
    seeing = verb.head
    if verb.morph.get("VerbForm", []) != ["Inf"] or not any(c.lower_ in syntax.reflexive and c.i < seeing.i for c in seeing.children):
        return
    given = any(c.dep_ == "obj" and c.i > verb.i for c in verb.children)
    for child in [c for c in seeing.children if c.dep_.startswith("nsubj")]:
        child.head, child.dep_ = verb, "iobj" if given else "obj"
    for child in [c for c in seeing.children if c.dep_.startswith("obl") and c.i > verb.i]:
        child.head = verb


def _give_doer(doer: Token, syntax: Syntax) -> None:
    """`condamne le survol par X`: what an active verb's object is done by hangs on that object."""
    verb = doer.head
    case = next((c for c in doer.children if c.dep_ == "case"), None)
    before = doer.doc[case.i - 1] if case is not None and case.i > 0 else None
    active = any(c.dep_ == "aux:tense" for c in verb.children) or verb.morph.get("VerbForm", []) == ["Fin"]
    if before is None or not active or is_passive(verb, syntax) or any(c.dep_ == "aux:caus" for c in verb.children):
        return
    if before.pos_ == "NOUN" and before.dep_ == "obj" and before.head == verb:
        doer.head, doer.dep_ = before, "nmod"


def _free_infinitive(verb: Token, syntax: Syntax) -> None:
    """`s'est rendu à Oslo avant d'adresser`: such an infinitive hangs on the verb, not on the complement before it."""
    marks = {c.lower_ for c in verb.children if c.dep_ in ("mark", "case")}
    if verb.morph.get("VerbForm", []) != ["Inf"] or not marks & syntax.prior_words or verb.head.pos_ not in ("NOUN", "PROPN"):
        return
    above = clause_verb(verb.head)
    if above is not None and above.pos_ == "VERB" and above.i < verb.i:
        verb.head, verb.dep_ = above, "advcl"


def _raise_conjunct(verb: Token) -> None:
    """A finite conjunct goes on no infinitive, no relative of another number, but the verb above: `a reçu X, qui ont .., et a salué`."""
    number = _number(verb)
    if number is None or any(c.dep_.startswith("nsubj") for c in verb.children):
        return
    head = verb.head
    while head.head != head and (head.pos_ not in ("VERB", "AUX") or _number(head) not in (None, number)):
        head = head.head
    if head != verb.head and head.pos_ == "VERB" and head.i < verb.i and _number(head) == number:
        verb.head = head


def _number(verb: Token) -> str | None:
    """Singular or plural, of a finite verb by itself or by its auxiliary; the empty string of an infinitive; else None."""
    if verb.morph.get("VerbForm", []) == ["Inf"]:
        return ""
    for token in (verb, *(c for c in verb.children if c.dep_.startswith("aux"))):
        if token.morph.get("VerbForm", []) == ["Fin"] and (found := token.morph.get("Number", [])):
            return str(found[0])
    return None


def _give_verb(noun: Token, syntax: Syntax) -> None:
    """A finite verb that the parser hung on its subject, the object called the root: `Le ministre condamne avec force cette attaque`."""
    subject = next((c for c in noun.children if c.dep_ == "nsubj" and c.i < noun.i), None)
    verbs = [c for c in subject.children if _may_be_present(c, syntax)] if subject is not None else []
    if subject is None or len(verbs) != 1 or not subject.i < verbs[0].i < noun.i or any(c.dep_ in ("cop", "case") for c in noun.children):
        return
    verb = verbs[0]
    verb.head, verb.dep_ = verb, "ROOT"
    verb.pos_, verb.lemma_ = "VERB", syntax.misread.get(verb.lower_, verb.lemma_)
    make_present(verb)
    subject.head = verb
    noun.head, noun.dep_ = verb, "obj"


def _may_be_present(token: Token, syntax: Syntax) -> bool:
    """Whether what the parser hung on a noun may be its verb: a present form, or a word that is an adjective elsewhere (`ferme`)."""
    return (token.dep_ == "acl" and token.pos_ == "VERB" and is_present(token, syntax)) or (
        token.dep_ == "amod" and token.lower_ in syntax.misread
    )


def _make_infinitive(token: Token, syntax: Syntax) -> None:
    """A verb's bare complement that ends like an infinitive and has no article is one: `pourrait téléphoner`."""
    bare = not any(c.dep_ in ("det", "case", "amod") for c in token.children)
    if bare and token.head.pos_ == "VERB" and token.head.i < token.i and token.lower_.endswith(syntax.infinitive_endings):
        token.pos_, token.lemma_ = "VERB", token.lower_
        token.set_morph("VerbForm=Inf")  # type: ignore[attr-defined]


def _join_complement(noun: Token) -> None:
    """A noun joined to a verb stands beside the verb's complement of the same preposition: `a rencontré A, puis B`."""
    case = next((c.lower_ for c in noun.children if c.dep_ == "case"), None)
    if any(c.pos_ in ("VERB", "AUX") for c in noun.children) or any(c.dep_.startswith("nsubj") for c in noun.children):
        return
    for other in reversed(list(noun.head.lefts) + [c for c in noun.head.rights if c.i < noun.i]):
        own = next((c.lower_ for c in other.children if c.dep_ == "case"), None)
        same = own == case and (case is not None or other.dep_ == "obj")
        listed = case is None and other.dep_ == "obl:agent" and any(c.dep_ == "cc" for c in noun.children)
        if other.pos_ in ("NOUN", "PROPN") and (same or listed) and other.i > noun.head.i:
            noun.head = other
            return


def _make_indicative(verb: Token, syntax: Syntax) -> None:
    """A main or relative verb of the first conjugation, whose moods are alike (`qui condamne`), is no subjunctive."""
    if is_present(verb, syntax):
        make_present(verb)


def _give_back(participle: Token) -> None:
    """A passive participle behind a noun describes it, where the parser hung it on the verb: `soutient le processus conduit par`."""
    before = participle.doc[participle.i - 1] if participle.i else participle
    passive = any(c.dep_ == "obl:agent" for c in participle.children) and not any(c.dep_.startswith("aux") for c in participle.children)
    if passive and before.pos_ == "NOUN" and before.head == participle.head and "Part" in participle.morph.get("VerbForm", []):
        participle.head, participle.dep_ = before, "acl"


def _make_name(token: Token) -> None:
    """A capital behind a preposition is a name, and what the parser made its object is that of the verb above: `a reçu à Accra le roi`."""
    if not any(c.dep_ == "case" for c in token.children):
        return
    token.pos_ = "PROPN"
    for child in list(token.children):
        if child.dep_ == "obj" and token.head.pos_ == "VERB" and not any(c.dep_ == "obj" for c in token.head.children):
            child.head = token.head


def _make_finite(token: Token, syntax: Syntax) -> None:
    """`X dément avoir expulsé Y`, read as an adverb of the infinitive: it is the verb above it, and has its subject."""
    below = token.head
    token.pos_, token.lemma_ = "VERB", syntax.misread[token.lower_]
    make_present(token)
    if below.pos_ == "NOUN" and below.dep_ == "ROOT" and below.i < token.i:
        _give_root(token, below)
        return
    if below == token or below.pos_ != "VERB":
        return
    token.head, token.dep_ = (below.head, below.dep_) if below.head != below else (token, "ROOT")
    for child in [c for c in below.children if c.i < token.i]:
        child.head = token
    below.head, below.dep_ = token, "xcomp"


def _give_root(verb: Token, subject: Token) -> None:
    """`Le ministère dément que X ait parlé`: the noun that the parser made the root is the verb's subject, the clause what it says."""
    clause = next((c for c in subject.children if c.pos_ == "VERB" and c.dep_ in ("acl:relcl", "acl", "ccomp") and c.i > verb.i), None)
    if clause is None or not any(c.dep_ == "mark" and c.i > verb.i for c in clause.children):
        return
    verb.head, verb.dep_ = verb, "ROOT"
    subject.head, subject.dep_ = verb, "nsubj"
    clause.head, clause.dep_ = verb, "ccomp"


def _make_gerund(verb: Token) -> None:
    """A verb that the parser makes a plain complement of another (`a répliqué en expulsant`) is a clause beside it."""
    above = verb.head
    if "Part" in verb.morph.get("VerbForm", []) and "Pres" in verb.morph.get("Tense", []) and above.pos_ == "VERB":
        verb.dep_ = "advcl"


def _make_apposed(participle: Token, syntax: Syntax) -> None:
    """`a reçu la ministre, venue à Dakar`: a participle that cannot share the verb's auxiliary describes the noun before its comma."""
    comma = participle.doc[participle.i - 1] if participle.i > 1 else participle
    before = participle.doc[participle.i - 2] if participle.i > 1 else participle
    if participle.lemma_ not in syntax.unaccusative or "Part" not in participle.morph.get("VerbForm", []) or not comma.is_punct:
        return
    alone = not any(c.dep_.startswith(("aux", "cc", "nsubj")) for c in participle.children)
    shared = any(c.dep_ == "aux:pass" or c.lemma_ == "être" for c in participle.head.children)
    if alone and not shared and before.pos_ in ("NOUN", "PROPN"):
        participle.head, participle.dep_ = before, "acl"


def _free_object(noun: Token) -> None:
    """`a reçu, au palais, le ministre`: without the preposition of what it is joined to, and no conjunction, it is the verb's object."""
    first = noun.head
    verb = first.head
    article = next((c for c in noun.children if c.dep_ == "det"), None)
    if verb.pos_ != "VERB" or not verb.i < first.i < noun.i or article is None or not noun.doc[article.i - 1].is_punct:
        return
    if any(c.dep_ in ("case", "cc") for c in noun.children) or not any(c.dep_ == "case" for c in first.children):
        return
    if noun.dep_ == "appos" and not noun.doc[min(t.i for t in first.subtree) - 1].is_punct:
        return
    if _goes_on(first, noun) or any(c.dep_.startswith(("obj", "aux:pass", "expl")) for c in verb.children):
        return
    noun.head, noun.dep_ = verb, "obj"
    for child in [c for c in first.children if c.i > noun.i and c.dep_.startswith("acl")]:
        child.head = noun


def _list_again(noun: Token) -> None:
    """`avec A, B et C`: B, without a preposition of its own between A and a conjunct of its own, is a conjunct of A."""
    article = next((c for c in noun.children if c.dep_ == "det"), None)
    if article is None or article.i < 2 or noun.doc[article.i - 1].text != "," or any(c.dep_ == "case" for c in noun.children):
        return
    ending = [t for t in noun.head.subtree if t.i < noun.i and t.pos_ == noun.pos_ and max(d.i for d in t.subtree) == article.i - 2]
    alike = [t for t in ending if t.head == noun.head and t.dep_ == noun.dep_]
    first = next(iter(alike or reversed(ending)), None)
    listed = any(c.dep_ == "conj" and any(g.dep_ == "cc" for g in c.children) for c in noun.children)
    if first is not None and noun.is_ancestor(first):
        return
    if first is not None and listed and first.pos_ == noun.pos_ and any(c.dep_ == "case" for c in first.children):
        noun.head, noun.dep_ = first, "conj"


def _lower_sides(noun: Token, syntax: Syntax) -> None:
    """`à l'issue d'un entretien hier entre A et B`: what is between sides is told of the noun before it."""
    case = next((c for c in noun.children if c.dep_ == "case"), None)
    if case is None or case.lower_ not in syntax.slots["between"]:
        return
    before = case.i - 1
    while before > 0 and noun.doc[before].pos_ in ("ADV", "ADJ"):
        before -= 1
    nearer, above = noun.doc[before], noun.head
    below = nearer.head == above and any(c.lower_ in syntax.slots["of"] for c in nearer.children if c.dep_ == "case")
    if nearer.pos_ == "NOUN" and nearer != above and not noun.is_ancestor(nearer) and (above.pos_ == "VERB" or below):
        noun.head, noun.dep_ = nearer, "nmod"


def _goes_on(first: Token, second: Token) -> bool:
    """Whether two nouns begin a list (`avec A, B et C`); a phrase between commas (`a reçu, au palais, B et C`) begins none."""
    case = next(c for c in first.children if c.dep_ == "case")
    if case.i > 0 and case.nbor(-1).is_punct:
        return False
    return any(c.dep_ == "conj" and c.i > second.i for c in (*first.children, *second.children))


def _give_infinitive(verb: Token, syntax: Syntax) -> None:
    """Give a finite verb that is its own lemma (`demande`, a noun elsewhere) the infinitive that its ending belongs to."""
    verb.lemma_ = infinitive_of(verb, syntax) or verb.lemma_


def _make_participle(token: Token, syntax: Syntax) -> None:
    for ending in sorted(syntax.participle_endings, key=len, reverse=True):
        if token.lower_.endswith(ending):
            token.lemma_ = token.lower_.removesuffix(ending) + syntax.participle_endings[ending]
            token.pos_ = "VERB"
            token.set_morph("Tense=Past|VerbForm=Part")  # type: ignore[attr-defined]
            return
