"""How far an act has come by the words above it: time, negation, modals, and who reports it.

A predicate's status starts from its own verb's time. Then the words that govern it are climbed, innermost first: a modal frame sets the
status that nothing further in has set, unless it overrides (`a annulé`); a reporting frame adds a source; an infinitive that no frame
explains tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from spacy.tokens import Token

from dragoman.grammar.clause import Clause
from dragoman.grammar.complements import CLAUSE_LABELS, clause_verb
from dragoman.grammar.frames import Frames, ModalFrame, ReportingFrame
from dragoman.grammar.verb_group import VerbGroup
from dragoman.model.vocabulary import Status

PAST_TIMES = frozenset(("past", "present"))


@dataclass(frozen=True, slots=True)
class Report:
    """A reporting predicate above an act: who speaks is the speaker slots' fillers; `content` heads what is said."""

    frame: ReportingFrame
    verb: Token
    content: Token


@dataclass(slots=True)
class Standing:
    """What the words above a predicate make of it. `status` None: nothing is told (a goal, a hypothesis, a topic)."""

    status: Status | None = None
    hedged: bool = False
    told: bool = True
    words: list[Token] = field(default_factory=list)
    reports: list[Report] = field(default_factory=list)
    modals: list[str] = field(default_factory=list)
    presupposed: bool = False
    tentative: bool = False
    subject: Token | None = None


def lemmas(token: Token) -> tuple[str, ...]:
    """The words by which frames may know a token: its lemma, its form."""
    return (token.lemma_.lower(), token.lower_)


def matching(token: Token, index: dict[str, tuple[ModalFrame, ...]] | dict[str, tuple[ReportingFrame, ...]]) -> tuple[object, ...]:
    """The frames that a token triggers, by lemma or else by form."""
    for word in lemmas(token):
        if word in index:
            return index[word]
    return ()


class Climber:
    """Climbs from a predicate to the root of its clause."""

    def __init__(self, clause: Clause, frames: Frames) -> None:
        self.clause = clause
        self.frames = frames

    def standing(self, predicate: Token, carrier: Token | None, act: str, status: Status | None) -> Standing:
        """The standing of an act told by `predicate`, carried by the verb `carrier` where the predicate is a noun."""
        out = Standing()
        verb = predicate if predicate.pos_ in ("VERB", "AUX") or (carrier is None and self.clause.group(predicate).passive) else carrier
        if verb is not None and verb != predicate:
            self._modal(out, verb, predicate, act)
        if verb is not None and verb.pos_ in ("VERB", "AUX", "ADJ"):
            self._own_time(out, verb)
        elif predicate.pos_ in ("NOUN", "PROPN"):
            out.presupposed = True
            self._prospective_noun(out, predicate)
        self._climb(out, verb or predicate, act)
        self._settle(out, verb or predicate, status)
        return out

    def _own_time(self, out: Standing, verb: Token) -> None:
        group = self.clause.group(verb)
        self._time(out, group, verb)

    def _time(self, out: Standing, group: VerbGroup, verb: Token) -> None:
        if group.negated:
            out.status = "called_off" if group.time == "future" else "denied"
            out.words.extend(group.words)
            return
        if out.status is not None:
            return
        if group.time in PAST_TIMES:
            out.status = "done"
        elif group.time == "future":
            out.status = "announced"
            out.words.extend(group.words)
        elif group.time == "conditional":
            compound = any(a.dep_ == "aux:tense" for a in verb.children)
            out.status, out.hedged = ("done" if compound else "announced"), True
            out.words.extend(group.words)
        elif group.time == "participle" and (group.passive or verb.dep_ in ("acl", "amod", "ROOT", "advcl", "appos")):
            out.status = "done"

    def _prospective_noun(self, out: Standing, noun: Token) -> None:
        for child in noun.children:
            if child.lower_ in self.clause.syntax.prospective_adjectives:
                out.status = "announced"
                out.words.append(child)

    def _climb(self, out: Standing, start: Token, act: str) -> None:
        asserted = False
        for above, below in self.clause.governors(start):
            asserted = asserted or (below.dep_ == "acl:relcl" and self.clause.group(below).time not in ("infinitive", "participle"))
            if below.dep_ == "conj":
                if above.pos_ in ("VERB", "AUX") and below.pos_ in ("VERB", "AUX") and out.status is None:
                    self._conjunct_time(out, above, below)
                continue
            if below.dep_ == "advcl" and self._is_conditional(below):
                out.told = False
                return
            if out.status is None and self._reaches(above, below):
                self._main_time(out, above)
                continue
            if self._modal(out, above, below, act, asserted):
                if not out.told:
                    return
                continue
            if below.dep_ == "xcomp" and (below.pos_ == "ADJ" or self.clause.group(below).time == "participle"):
                self._main_time(out, above)
                continue
            if self._report(out, above, below):
                continue
            if out.status is None and below.pos_ == "VERB" and self.clause.group(below).time == "infinitive":
                self._bare_infinitive(out, above, below)
                if not out.told:
                    return

    def _conjunct_time(self, out: Standing, above: Token, below: Token) -> None:
        """`a reçu X et remis Y`: a conjunct without an auxiliary shares the first one's time."""
        if self.clause.group(below).time == "participle":
            self._time(out, self.clause.group(above), above)

    def _is_conditional(self, verb: Token) -> bool:
        return any(c.lower_ in self.clause.syntax.hypothetical and c.dep_ == "mark" for c in verb.children)

    def _modal(self, out: Standing, above: Token, below: Token, act: str, asserted: bool = False) -> bool:
        for frame in matching(above, self.frames.modal_words):
            assert isinstance(frame, ModalFrame)
            if (asserted and not frame.overrides) or not self._takes(frame, above, below, act):
                continue
            if self._is_planned(frame, above, below) and out.status == "done":
                out.status = None
            self._apply(out, frame, above)
            return True
        return False

    def _is_planned(self, frame: ModalFrame, above: Token, below: Token) -> bool:
        """`il est prévu que X effectue`: a present below such a passive is a subjunctive, whatever its form may be elsewhere."""
        if frame.status != "announced" or below.dep_ != "ccomp" or above.pos_ != "VERB":
            return False
        return self.clause.group(above).passive and self.clause.group(below).time == "present"

    def _takes(self, frame: ModalFrame, above: Token, below: Token, act: str) -> bool:
        if frame.only and act not in frame.only:
            return False
        if frame.object and not any(w in frame.object for w in lemmas(below)):
            return False
        if not all(self._stands(above, slot, words) for slot, words in frame.where.items()):
            return False
        if above.pos_ in ("VERB", "AUX"):
            if not frame.verb:
                return False
            if frame.reflexive is not None and self.clause.group(above).reflexive != frame.reflexive:
                return False
        relation = self._relation(above, below)
        return bool(relation & set(frame.complement))

    def _stands(self, above: Token, slot: str, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands in a complement of a modal."""
        return any(w in words for f in self.clause.slot(above, slot) for t in f.token.subtree for w in lemmas(t))

    def _relation(self, above: Token, below: Token) -> set[str]:
        """How what is below hangs on what is above, in a modal frame's terms."""
        if below.dep_ in CLAUSE_LABELS and below.dep_ not in ("acl:relcl", "parataxis") and below.pos_ in ("VERB", "AUX"):
            finite = self.clause.group(below).time not in ("infinitive", "participle")
            if finite and below.dep_ == "advcl" and not any(c.dep_ == "mark" for c in below.children):
                return set()
            return {"clause", "that" if finite else "infinitive"}
        tie = self.clause.complements.get(below.i)
        if tie is not None and tie.governor == above:
            return set(tie.slots)
        if below.dep_ in ("acl", "amod", "acl:relcl") and self.clause.group(below).passive:
            return {"object"}
        return set()

    def _apply(self, out: Standing, frame: ModalFrame, above: Token) -> None:
        out.modals.append(frame.id)
        if frame.silent:
            out.told = False
            return
        verbal = above.pos_ in ("VERB", "AUX")
        group = self.clause.group(above) if verbal else None
        status = frame.status
        negated = group is not None and group.negated
        if negated:
            status = frame.negated
        yields = out.status is None or out.presupposed or out.tentative
        if status is not None and (yields or frame.overrides or negated):
            out.status = status
            out.presupposed = False
            out.words.append(above)
        elif status is None and out.status is None and group is not None:
            self._time(out, group, above)
        if frame.hedges or (group is not None and group.time == "conditional" and frame.status not in ("intended",)):
            out.hedged = True
            out.words.append(above)

    def _report(self, out: Standing, above: Token, below: Token) -> bool:
        reporting = below.dep_ in ("ccomp", "xcomp", "parataxis") or (below.dep_ in ("obj", "obl:arg") and below.pos_ == "NOUN")
        if not reporting:
            return False
        for frame in matching(above, self.frames.report_words):
            assert isinstance(frame, ReportingFrame)
            if frame.reflexive is not None and self.clause.group(above).reflexive != frame.reflexive:
                continue
            out.reports.append(Report(frame, above, below))
            if frame.denies:
                out.status = "denied"
                out.words.append(above)
            elif out.status is None and below.pos_ == "VERB" and self.clause.group(below).time in ("infinitive", "subjunctive"):
                out.status = "done"  # what is said so has no subjunctive: the parser misread a present
            time = self.clause.group(above).time
            if time == "conditional":
                out.hedged = True
            elif time == "past" and out.status == "announced" and self.clause.group(below).time == "conditional":
                out.hedged = False
            return True
        return False

    def _reaches(self, above: Token, below: Token) -> bool:
        """Whether somebody is reached for what an infinitive says, and it is done thereby (`a appelé X pour le féliciter`)."""
        marks = {c.lower_ for c in below.children if c.dep_ in ("mark", "case")}
        syntax = self.clause.syntax
        infinitive = below.pos_ == "VERB" and self.clause.group(below).time == "infinitive"
        return infinitive and bool(marks & syntax.purpose) and above.lemma_ in syntax.reaching

    def _bare_infinitive(self, out: Standing, above: Token, below: Token) -> None:
        """An infinitive no modal explains: `avant de quitter` is as sure as the main verb, `venu pour remettre` announced, else a goal."""
        marks = {c.lower_ for c in below.children if c.dep_ in ("mark", "case")}
        syntax = self.clause.syntax
        passed = any(a.dep_ == "aux:tense" for a in below.children)
        if passed or marks & syntax.prior_words:
            self._main_time(out, above)
        elif marks & syntax.purpose and above.lemma_ in syntax.motion:
            out.status, out.tentative = "announced", True
        elif above.pos_ in ("VERB", "NOUN", "ADJ"):
            out.told = self._by_adjective(out, above)

    def _by_adjective(self, out: Standing, noun: Token) -> bool:
        """Whether an adjective of the noun that an infinitive hangs on takes the infinitive: `le premier président à se rendre à`."""
        for child in (*noun.children, *(t for c in noun.children if c.dep_ == "appos" for t in c.children)):
            for frame in matching(child, self.frames.modal_words) if child.pos_ == "ADJ" else ():
                if isinstance(frame, ModalFrame) and frame.adjective and "clause" in frame.complement and not frame.silent:
                    self._apply(out, frame, child)
                    return out.told
        return False

    def _main_time(self, out: Standing, verb: Token) -> None:
        if verb.pos_ in ("VERB", "AUX"):
            self._time(out, self.clause.group(verb), verb)

    def _settle(self, out: Standing, start: Token, status: Status | None) -> None:
        if out.status is None and out.told and out.presupposed:
            verb = clause_verb(start)
            group = self.clause.group(verb) if verb is not None else None
            out.status = "announced" if group is not None and group.time == "future" and not group.negated else "done"
        if out.status is None and out.told and start.dep_ == "ROOT":
            out.status = "done"
        if out.status in ("done", "announced") and status is not None:
            out.status = status
        if out.status is None:
            out.told = False


def words_of(tokens: Iterable[Token]) -> list[Token]:
    """Tokens in text order, each once."""
    return sorted({t.i: t for t in tokens}.values(), key=lambda t: t.i)
