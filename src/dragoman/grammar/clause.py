"""One parsed segment, asked in the terms of frames: who is the subject, what stands in a slot, which verb carries a noun.

Voice, control, coordination, relatives, light verbs and nominalisations are undone here, so that a frame only says `subject` or `of`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from dragoman.grammar.by_position import behind, named_before, place_before
from dragoman.grammar.complements import CLAUSE_LABELS, Complement, clause_verb, complement_of, conjunct_head, is_passive, preposition_of
from dragoman.grammar.parsed import Parsed
from dragoman.grammar.syntax import Syntax
from dragoman.grammar.verb_group import VerbGroup, verb_group

Control = Callable[[Token], str | None]
"""Of a governing predicate, the complement that controls its infinitive (`subject`, `object`, `to`), or None where it has no say."""

MOST_STEPS = 12
OPENING = 4
"""A noun within so many tokens opens a clause."""

BARE = frozenset(("bare",))


@dataclass(frozen=True, slots=True)
class Filler:
    """A token that fills a slot. `near` is false where it was found in the clause, not on the predicate itself."""

    token: Token
    near: bool = True


class Clause:
    """A parsed segment and its ties."""

    def __init__(self, parsed: Parsed, syntax: Syntax, control: Control) -> None:
        self.parsed = parsed
        self.syntax = syntax
        self.control = control
        self._groups: dict[int, VerbGroup] = {}
        self._objects: dict[int, list[Filler]] = {}

    @cached_property
    def complements(self) -> dict[int, Complement]:
        """The tie of every nominal, by token index."""
        found: dict[int, Complement] = {}
        for token in self.parsed.doc:
            if token.pos_ in ("PUNCT", "CCONJ", "SPACE", "DET", "ADP", "SCONJ", "AUX"):
                continue
            if token.pos_ in ("VERB", "ADV") and self.parsed.mention_of[token.i] is None:
                continue
            tie = complement_of(token, self.syntax)
            if tie is not None:
                found[token.i] = tie
        return found

    @cached_property
    def dependents(self) -> dict[int, list[tuple[Token, Complement]]]:
        """Of every governor, by token index, the nominals tied to it, in text order."""
        out: dict[int, list[tuple[Token, Complement]]] = defaultdict(list)
        for i, tie in self.complements.items():
            out[tie.governor.i].append((self.parsed.doc[i], tie))
        return out

    @cached_property
    def in_clause(self) -> dict[int, list[tuple[Token, Complement]]]:
        """Of every verb, by token index, the nominals that stand in its clause without hanging on it."""
        out: dict[int, list[tuple[Token, Complement]]] = defaultdict(list)
        for i, tie in self.complements.items():
            verb = clause_verb(self.parsed.doc[i])
            if verb is not None and tie.governor.i != verb.i:
                out[verb.i].append((self.parsed.doc[i], tie))
        return out

    def group(self, verb: Token) -> VerbGroup:
        """The verb group of a verb."""
        if verb.i not in self._groups:
            self._groups[verb.i] = verb_group(verb, self.syntax)
        return self._groups[verb.i]

    # -- what stands in a slot ----------------------------------------------------------------------------------------------------------

    def slot(self, predicate: Token, name: str) -> list[Filler]:
        """The fillers of a slot of a predicate (a verb, a noun or an adjective)."""
        if name == "subject":
            return self.subject(predicate)
        if name == "object":
            return self.object(predicate)
        if name in ("possessor", "adjective"):
            return self.modifiers(predicate, name)
        if name.startswith("participle."):
            slot = name.partition(".")[2]
            return [
                f
                for c in predicate.children
                if c.dep_ in ("acl", "amod", "acl:relcl") and c.pos_ in ("VERB", "ADJ")
                for f in (self.slot(c, slot) or [g for x in self._under_modal(c) for g in self.slot(x, slot)])
            ]
        if name == "there":
            return [Filler(c) for c in predicate.children if c.lower_ in self.syntax.there and c.i < predicate.i]
        if name == "infinitive":
            return [Filler(c) for c in predicate.children if "Inf" in c.morph.get("VerbForm", [])]
        found = [t for t, tie in self.dependents.get(predicate.i, ()) if name in tie.slots]
        if not found and name == "at":
            place = place_before(predicate, self.complements, self.syntax)
            return [Filler(place, False)] if place is not None else []
        return [Filler(self.antecedent(t)) for t in self._listed(found, name)]

    def _under_modal(self, verb: Token) -> list[Token]:
        """The infinitive of a verb that only lends it its time: `la réunion qui devait se tenir`."""
        return [c for c in verb.children if c.dep_ == "xcomp"] if verb.lemma_ in self.syntax.modals else []

    def _listed(self, found: list[Token], name: str) -> list[Token]:
        """With what fills a slot, the rest of its list, each with its own preposition (`à Oslo, puis en Suède, au Danemark`)."""
        out = list(found)
        for token in out:
            for t, tie in self.dependents.get(token.i, ()):
                if name in tie.slots and tie.preposition is not None and t.i > token.i and t not in out and self._opens_item(t):
                    out.append(t)
        return out

    def _opens_item(self, token: Token) -> bool:
        """Whether a nominal's preposition stands behind a comma or a conjunction."""
        opened = preposition_of(token, self.syntax)
        before = token.doc[opened[1] - 1] if opened is not None and opened[1] > 0 else None
        return before is not None and (before.is_punct or before.pos_ in ("CCONJ", "ADV"))

    def loose_slot(self, predicate: Token, name: str) -> list[Filler]:
        """The fillers of a slot anywhere in the predicate's clause, for complements that the parser hung on a neighbour."""
        verb = predicate if predicate.pos_ == "VERB" else clause_verb(predicate)
        if verb is None:
            near_by = behind(predicate, name, self.complements)
            return self.below(predicate, name) or ([Filler(near_by, False)] if near_by is not None else [])
        near = [] if verb == predicate else [(t, tie) for t, tie in self.dependents.get(verb.i, ()) if t != predicate]
        far = [*self.in_clause.get(verb.i, ()), *self._beside_infinitive(verb)]
        return [Filler(t, False) for t, tie in [*near, *far] if name in tie.slots and t.i > predicate.i]

    def _beside_infinitive(self, verb: Token) -> list[tuple[Token, Complement]]:
        """What the parser gave to the verb above an infinitive: `pourrait téléphoner dimanche au ministre`."""
        if verb.dep_ != "xcomp" or verb.head == verb or self.group(verb).time != "infinitive" or self.control(verb.head) is None:
            return []
        return self.dependents.get(verb.head.i, [])

    def below(self, noun: Token, name: str) -> list[Filler]:
        """The fillers of a slot anywhere below a noun that no verb governs: the complements of a headline's nouns hang one on the other."""
        ties = ((t, self.complements.get(t.i)) for t in noun.subtree if t != noun)
        return [Filler(t, False) for t, tie in ties if tie is not None and name in tie.slots]

    def subject(self, verb: Token, steps: int = 0) -> list[Filler]:
        """The deep subject: of a passive its agent; of an infinitive its controller; of a conjunct the first's; through relatives."""
        if verb.pos_ not in ("VERB", "AUX", "ADJ"):
            return self.carried_subject(verb)
        own = [
            Filler(self.antecedent(t)) for t, tie in self.dependents.get(verb.i, ()) if "subject" in tie.slots and not self._impersonal(t)
        ]
        if own or steps > MOST_STEPS:
            return own
        if self.group(verb).passive:
            agents = [t for t, tie in self.in_clause.get(verb.i, ()) if "by" in tie.slots and t.i > verb.i]
            return [Filler(t, False) for t in agents if conjunct_head(t) == agents[0]]
        return self._inherited_subject(verb, steps) or self._opening_subject(verb)

    def _opening_subject(self, verb: Token) -> list[Filler]:
        """The noun that opens the clause, before an aside to which the parser gave it: `L'Assemblée, réunie à Lima, a élu`."""
        group = self.group(verb)
        start = min((c.i for c in verb.children if c.i < verb.i and c.dep_.startswith(("aux", "expl", "advmod", "iobj"))), default=verb.i)
        if group.time in ("infinitive", "participle", "none", "subjunctive") or verb.dep_ not in ("ROOT", "advcl", "parataxis", "acl"):
            return []
        first = next((t for t in verb.doc[: min(start, OPENING)] if t.pos_ in ("NOUN", "PROPN")), None)
        if first is None or any(t.pos_ not in ("DET", "ADJ", "NUM") for t in verb.doc[: first.i]) or not verb.doc[start - 1].is_punct:
            return []
        listed = first.dep_ == "obl:mod" and first.head == verb and first.lower_ in self.syntax.uncounted
        freed = first.dep_ == "ROOT" or listed or (first.dep_.startswith("nsubj") and first.head != verb and first.head.i < start)
        return [Filler(first, False)] if freed else []

    def _inherited_subject(self, verb: Token, steps: int) -> list[Filler]:
        head = self.governor_of(verb)
        listed = verb.dep_ == "parataxis" and head.pos_ == "VERB" and head.i < verb.i and self.group(verb).time == self.group(head).time
        if (verb.dep_ == "conj" or listed) and head != verb:
            return self.subject(head, steps + 1) if not self._has_subject_label(verb) else []
        if verb.dep_ in ("acl", "amod") and head.pos_ in ("NOUN", "PROPN", "PRON") and self.group(verb).time == "participle":
            return [Filler(head)]
        named = named_before(verb, self.group(verb).time, self.parsed, self.syntax)
        if named is not None:
            return [Filler(named, False)]
        if verb.dep_ == "advcl" and self.group(verb).time == "participle" and head.pos_ == "VERB" and self.group(head).passive:
            return self.object(head)
        bare = self.group(verb).time in ("infinitive", "participle") or (verb.pos_ == "ADJ" and verb.dep_ == "xcomp")
        if verb.dep_ in CLAUSE_LABELS and bare and head != verb:
            if any(c.dep_ == "mark" and c.lower_ in self.syntax.purpose for c in verb.children):
                if not self.group(head).passive:
                    return self.subject(verb.head, steps + 1)
                if any(c.lower_ in self.syntax.third_person["dative"] for c in verb.children):
                    return self.object(head)
            return self.controller(head, steps + 1) or (self.controller(verb.head, steps + 1) if head != verb.head else [])
        return []

    def _has_subject_label(self, verb: Token) -> bool:
        return any(c.dep_.startswith(("nsubj", "csubj")) and not self._impersonal(c) for c in verb.children)

    def controller(self, governor: Token, steps: int = 0) -> list[Filler]:
        """Who does what an infinitive says: the complement of its governor that controls it."""
        which = self.control(governor) or "subject"
        if which == "subject":
            return self.subject(governor, steps) or (self.object(governor) if self.group(governor).passive else [])
        found = self.slot(governor, which) or (self.slot(governor, "object") if which == "to" else self.slot(governor, "to"))
        return found or (self.subject(governor, steps) if which == "object" and not self.group(governor).passive else [])

    def carried_subject(self, noun: Token, steps: int = 0) -> list[Filler]:
        """Of a noun predicate: the subject of the verb that carries it (`effectue une visite`), or whoever has it (`sa volonté de`)."""
        if steps > MOST_STEPS:
            return []
        own = [
            Filler(self.antecedent(t)) for t, tie in self.dependents.get(noun.i, ()) if "subject" in tie.slots and not self._impersonal(t)
        ]
        if own:
            return own
        for verb in self.carriers(noun):
            found = self.subject(verb, steps + 1)
            if found:
                return found
        return self.modifiers(noun, "possessor") or self.slot(noun, "of") or self.modifiers(noun, "adjective")

    def object(self, verb: Token) -> list[Filler]:
        """The deep object: of a passive its subject, of a participle the noun that it modifies."""
        if verb.i not in self._objects:
            self._objects[verb.i] = self._object(verb)
        return self._objects[verb.i]

    def _object(self, verb: Token) -> list[Filler]:
        own = [
            Filler(self.antecedent(t)) for t, tie in self.dependents.get(verb.i, ()) if "object" in tie.slots and not self._impersonal(t)
        ]
        if own:
            return self._behind_light_object(verb, own)
        group = self.group(verb)
        if group.passive and verb.dep_ in ("acl", "amod", "acl:relcl") and verb.head.pos_ in ("NOUN", "PROPN", "PRON"):
            return [Filler(verb.head)]
        if group.passive and verb.dep_ == "advcl" and group.time == "participle" and verb.head.pos_ in ("VERB", "AUX", "ADJ", "NOUN"):
            return self.object(verb.head) if verb.head.pos_ == "VERB" and self.group(verb.head).passive else self.subject(verb.head)
        if group.passive and verb.dep_ == "conj":
            return self.object(verb.head) if verb.head.pos_ in ("VERB", "ADJ") and not self._has_subject_label(verb) else []
        if group.passive and group.time == "infinitive" and verb.dep_ in CLAUSE_LABELS:
            return self.controller(verb.head)
        return [] if group.passive or group.reflexive else self._relative_object(verb) or self._displaced_object(verb)

    def _relative_object(self, verb: Token) -> list[Filler]:
        """The noun before a relative clause whose `que` the parser called a conjunction: `le déplacement qu'il devait faire`."""
        at = verb
        while at.dep_ == "xcomp" and at.head.pos_ == "VERB":
            at = at.head
        opened = any(c.dep_ == "mark" and c.lower_ in self.syntax.relative_objects for c in at.children)
        return [Filler(at.head)] if at.dep_ == "acl:relcl" and opened and at.head.pos_ in ("NOUN", "PROPN") else []

    def _displaced_object(self, verb: Token) -> list[Filler]:
        """Whom a verb has behind it without a preposition, hung on a word between: `a reçu à Dakar le ministre`."""
        for token in verb.subtree:
            tie = self.complements.get(token.i)
            if token.i < verb.i or tie is None or self.parsed.mention_at(token) is None:
                continue
            if tie.preposition is None and tie.slots == BARE and token.dep_ in ("nmod", "obl:mod", "dep") and clause_verb(token) == verb:
                return [Filler(token, False)]
        return []

    def _behind_light_object(self, verb: Token, own: list[Filler]) -> list[Filler]:
        """`faire part de sa volonté`: what is told is behind the object that only makes a phrase with its verb."""
        light = own[0].token
        if light.lemma_ not in self.syntax.light_objects.get(verb.lemma_, ()):
            return own
        return self.slot(verb, "of") or self.slot(light, "of") or own

    def next_noun(self, verb: Token, words: tuple[str, ...]) -> Token | None:
        """The first noun behind a verb, where it is one of the words: an object that the parser hung elsewhere."""
        for token in self.parsed.doc[verb.i + 1 : verb.i + 6]:
            if token.i == verb.i + 1 and self._is_partitive(token):
                continue
            if token.pos_ in ("ADP", "VERB", "PUNCT", "CCONJ", "SCONJ", "AUX", "PRON"):
                return None
            if token.lemma_.lower() in words or token.lower_ in words:
                return token
            following = self.parsed.doc[token.i + 1] if token.i + 1 < len(self.parsed.doc) else token
            if following.head == token and following.dep_ == "amod" and (following.lemma_.lower() in words or following.lower_ in words):
                return following
            if token.pos_ in ("NOUN", "PROPN") or self.parsed.mention_of[token.i] is not None:
                return None
        return None

    def _is_partitive(self, token: Token) -> bool:
        """Whether what reads as a preposition with its article only says that some of a thing is meant: `remet du matériel`."""
        following = self.parsed.doc[token.i + 1] if token.i + 1 < len(self.parsed.doc) else token
        fused = token.lower_ in self.syntax.contractions and following.pos_ == "NOUN"
        word = self.syntax.contractions.get(token.lower_, token.lower_)
        return token.pos_ == "ADP" and "of" in self.syntax.slots_of(word) and (fused or following.pos_ == "DET")

    def displaced_noun(self, verb: Token, words: tuple[str, ...]) -> Token | None:
        """A noun of the words, without a preposition, that the parser hung on a complement between: `a présenté au ministre ses vœux`.

        Beside a complement with a preposition too (`ses saluts au président et sa gratitude`): a conjunct of it would have its own.
        """
        for token in verb.subtree:
            tie = self.complements.get(token.i)
            coordinated = token.dep_ == "conj" and self._is_of_no_phrase(token)
            bare = tie is not None and tie.preposition is None and tie.slots == BARE
            if token.i < verb.i or not (bare or coordinated) or clause_verb(token) != verb:
                continue
            if (token.lemma_.lower() in words or token.lower_ in words) and self.parsed.mention_of[token.i] is None:
                return token
        return None

    def _is_of_no_phrase(self, conjunct: Token) -> bool:
        """Whether a conjunct lacks the preposition that one like its first conjunct would have again."""
        first = preposition_of(conjunct_head(conjunct), self.syntax)
        return preposition_of(conjunct, self.syntax) is None and (first is None or first[0] in self.syntax.repeated_prepositions)

    def is_of_earlier_object(self, verb: Token, noun: Token, filler: Token) -> bool:
        """Whether a complement stands between an object and a noun joined to that: it is the other's (`ses saluts à X et ses vœux`)."""
        if noun.dep_ != "conj" or not verb.i < filler.i < noun.i or noun.is_ancestor(filler):
            return False
        opening = preposition_of(filler, self.syntax)
        between = self.parsed.doc[verb.i + 1 : opening[1] if opening is not None else filler.i]
        return any(t.pos_ == "NOUN" and self.parsed.mention_of[t.i] is None and preposition_of(t, self.syntax) is None for t in between)

    def upon(self, noun: Token) -> list[Filler]:
        """Of a noun that describes somebody's state (`en visite à`): whom it stands behind or hangs on, else its clause's subject."""
        opening = preposition_of(noun, self.syntax)
        at = opening[1] - 1 if opening is not None else noun.i - 1
        while at >= 0 and (self.parsed.doc[at].is_punct or self.parsed.doc[at].pos_ == "ADV"):
            at -= 1
        index = self.parsed.mention_of[at] if at >= 0 else None
        if index is not None:
            return [Filler(self.parsed.doc[self.parsed.heads.get(index, at)])]
        verb = clause_verb(noun) or self.following_verb(noun)
        return self.surface_subject(verb) if verb is not None else []

    def following_verb(self, noun: Token) -> Token | None:
        """The main verb behind a noun that the parser took for a sentence of its own: `De passage à Lomé, la ministre a été reçue`."""
        return next((t for t in noun.doc[noun.i :] if t.dep_ == "ROOT" and t.pos_ == "VERB"), None) if noun.dep_ == "ROOT" else None

    def named_subject(self, verb: Token) -> list[Filler]:
        """The subject of a finite verb where the text names it: its object's possessive most often means it (`exprime ses vœux`)."""
        time = self.group(verb).time
        if time in ("infinitive", "none") or (time == "participle" and verb.dep_ != "conj"):
            return []
        return [f for f in self.surface_subject(verb) if self.parsed.mention_of[f.token.i] is not None or f.token.pos_ == "PRON"]

    def surface_subject(self, verb: Token) -> list[Filler]:
        """The subject as it stands: of a passive whom the act befalls."""
        return self.object(verb) if self.group(verb).passive else self.subject(verb)

    def modifiers(self, noun: Token, kind: str) -> list[Filler]:
        """The possessive determiner, or the nationality adjectives, of a noun."""
        if kind == "possessor":
            return self._possessor(noun)
        return [
            Filler(c)
            for c in noun.subtree
            if c.head == noun
            and c.pos_ in ("ADJ", "NOUN", "VERB", "PROPN")
            and c.dep_ in ("amod", "nmod", "acl", "flat", "appos")
            and not any(x.dep_ == "case" for x in c.children)
            and self._is_adjective(c)
        ]

    def _possessor(self, noun: Token) -> list[Filler]:
        words = self.syntax.possessives | self.syntax.our
        own = [Filler(c) for c in noun.children if c.dep_ in ("det", "nmod:poss", "amod") and c.lower_ in words]
        at = noun.i - 1
        while not own and noun.i - at < 3 and at >= 0 and self.parsed.doc[at].pos_ in ("ADJ", "ADV", "VERB", "NOUN"):
            at -= 1
        found = own or ([Filler(self.parsed.doc[at])] if at >= 0 and self.parsed.doc[at].lower_ in words else [])
        return (self._subject_behind(noun, found[0].token) or found) if found else []

    def _subject_behind(self, noun: Token, possessive: Token) -> list[Filler]:
        """Before its clause's subject a possessive points forward to it: `lors de sa visite, le ministre a`."""
        verb = clause_verb(noun)
        if verb is None or verb.i < possessive.i:
            return []
        return [f for f in self.surface_subject(verb) if f.token.i > possessive.i and self.parsed.mention_of[f.token.i] is not None][:1]

    def _is_adjective(self, token: Token) -> bool:
        index = self.parsed.mention_of[token.i]
        return index is not None and self.parsed.heads.get(index) == token.i

    # -- relatives, impersonals, carriers -----------------------------------------------------------------------------------------------

    def antecedent(self, token: Token) -> Token:
        """What a relative pronoun stands for, the noun before it where the parse has no better; the token itself where it is none."""
        if token.lower_ in self.syntax.third_person["dative"] and token.pos_ == "PRON":
            return self._pointed_forward(token) or token
        if token.morph.get("PronType", []) != ["Rel"] or token.lower_ in self.syntax.places_only:
            return token
        verb = token.head
        for _ in range(MOST_STEPS):
            if verb.dep_ == "acl:relcl" or verb.head == verb:
                break
            verb = verb.head
        head = verb.head
        beside = self._mention_beside(token)
        if beside is not None and self.parsed.mention_of[head.i] is None:
            return beside
        if (
            verb.dep_ == "acl:relcl"
            and head.i < token.i
            and head.pos_ in ("NOUN", "PROPN", "PRON")
            and head.lower_ not in self.syntax.prepositional_nouns
        ):
            return head
        before = [t for t in token.doc[max(0, token.i - 6) : token.i] if t.pos_ in ("NOUN", "PROPN")]
        return before[-1] if before else token

    def _pointed_forward(self, dative: Token) -> Token | None:
        """Who follows a relative clause before which nobody is named: `à l'issue de l'audience que lui a accordée le roi, le ministre`."""
        verb = dative.head
        named = [t for t in self.parsed.doc if self.parsed.heads.get(self.parsed.mention_of[t.i] or 0) == t.i]
        relative = any(c.morph.get("PronType", []) == ["Rel"] and c.i < verb.i for c in verb.children)
        if not relative or any(self.parsed.mention_of[t.i] is not None for t in self.parsed.doc[: dative.i]):
            return None
        for token in named:
            opening = min(t.i for t in token.subtree if t.i <= token.i)
            before = self.parsed.doc[opening - 1] if opening > verb.i else verb
            if token.i > verb.i and before.text == "," and token.dep_.startswith("nsubj") and token.head.i > token.i:
                return token
        return None

    def _mention_beside(self, pronoun: Token) -> Token | None:
        """The mention right before a relative pronoun with a preposition (`le président, à qui`): it stands beside what it means."""
        opening = preposition_of(pronoun, self.syntax)
        at = opening[1] - 1 if opening is not None else -1
        while at >= 0 and self.parsed.doc[at].is_punct:
            at -= 1
        index = self.parsed.mention_of[at] if at >= 0 else None
        return self.parsed.doc[self.parsed.heads.get(index, at)] if index is not None else None

    @cached_property
    def relative_verbs(self) -> dict[int, list[Token]]:
        """Of every noun, by token index, the verbs of the relative clauses in which it is the object."""
        out: dict[int, list[Token]] = defaultdict(list)
        for i, tie in self.complements.items():
            token = self.parsed.doc[i]
            if "object" in tie.slots and token.morph.get("PronType", []) == ["Rel"]:
                out[self.antecedent(token).i].append(tie.governor)
        return out

    def _impersonal(self, token: Token) -> bool:
        """Whether a token is the `il` of `il a été convenu de`: over a passive that has a clause or a `de` for its true subject."""
        if token.pos_ != "PRON" or token.dep_ not in ("nsubj:pass", "expl:subj", "nsubj") or token.lower_ not in self.syntax.impersonal:
            return token.dep_ == "expl:subj" and not self._governs_object(token.head)
        if token.dep_ == "expl:subj" and not self._governs_object(token.head):
            return True
        verb = token.head
        return is_passive(verb, self.syntax) and any(
            c.dep_ in ("ccomp", "xcomp", "advcl", "csubj", "csubj:pass", "obj") for c in verb.children
        )

    def _governs_object(self, verb: Token) -> bool:
        """Whether a verb has an object noun, so that its `il` is somebody: `il a fait parvenir un message`, not `il y a un accord`."""
        existential = any(c.lower_ in self.syntax.existential for c in verb.children)
        if verb.pos_ == "VERB" and verb.lemma_ not in self.syntax.impersonal_verbs and not is_passive(verb, self.syntax):
            return True
        return not existential and any(c.dep_ == "obj" and c.pos_ == "NOUN" for c in verb.children)

    def carriers(self, noun: Token) -> Iterator[Token]:
        """The verbs that carry a noun: it is their object or subject, in their own clause, in a relative, or as a participle."""
        head = noun
        while head.dep_ == "conj" and head.head != head:
            head = head.head
        tie = self.complements.get(head.i)
        if tie is not None and tie.governor.pos_ == "VERB" and ("object" in tie.slots or "subject" in tie.slots):
            yield tie.governor
        yield from self.relative_verbs.get(noun.i, ())
        for child in noun.children:
            if (
                child.dep_ in ("acl", "amod")
                and child.pos_ in ("VERB", "ADJ")
                and self.group(child).time == "participle"
                and is_passive(child, self.syntax)
            ):
                yield child

    def governors(self, token: Token) -> Iterator[tuple[Token, Token]]:
        """The words above a predicate, each with the word below it, up to the root."""
        at = token
        for _ in range(MOST_STEPS):
            above = self.governor_of(at)
            if above == at:
                return
            yield above, at
            at = above

    def governor_of(self, token: Token) -> Token:
        """The word above a token; of an infinitive behind a noun that takes one (`fait part de sa volonté d'effectuer`), that noun."""
        marks = [c for c in token.children if c.dep_ == "mark" and c.i < token.i] if token.pos_ == "VERB" else []
        if not marks or marks[0].i == 0:
            return token.head
        before = self.parsed.doc[marks[0].i - 1]
        taken = before.pos_ == "NOUN" and before != token.head and before.head != token and self.control(before) is not None
        return before if taken and self.group(token).time == "infinitive" else token.head
