"""The frame engine: from a parsed clause to the acts that it tells, each with its frame, its words, its parts and its standing."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.grammar.circumstantials import Circumstantials
from dragoman.grammar.clause import Clause, Filler
from dragoman.grammar.clause_text import Annotations, Range
from dragoman.grammar.complements import clause_verb, preposition_of
from dragoman.grammar.frames import ANSWERS, ActFrame, AdjunctFrame, Frames
from dragoman.grammar.kinds import is_kind
from dragoman.grammar.mending import mend
from dragoman.grammar.parsed import Parsed
from dragoman.grammar.references import Reference, References
from dragoman.grammar.standing import Climber, Report, Standing, lemmas, words_of
from dragoman.grammar.syntax import Syntax
from dragoman.model.vocabulary import Method, Role, Status


@dataclass(frozen=True, slots=True)
class Part:
    """Whoever fills a role in a telling; `path` is the complement, in the frame's terms, that names them."""

    role: Role
    reference: Reference
    near: bool = True
    path: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """Who says, in the text's own words, that an act is so: the speakers, the cue, whom it is said to, and what is said (`content`)."""

    speakers: tuple[Reference, ...]
    cue: Range
    addressees: tuple[Reference, ...] = ()
    verb: int = -1
    content: Range = (0, 0)


@dataclass(slots=True)
class Telling:
    """One place where a text tells of an act. Ranges are in the repaired text; `dates` and `places` are indexes into the annotations.

    `prior` tells that its verb is in a time before the text's, `present` that it is in the present. `order` is the predicate's offset;
    `noun` tells that a bare noun told it; `definite` that the noun points back (`cette rencontre`). `elsewhere` are the dates of the
    segment that are another deed's. `pointing` tells that its object does (`a salué cette décision`), and whoever did that is its
    counterpart.
    """

    frame: ActFrame | AdjunctFrame
    segment: int
    cue: tuple[Range, ...]
    parts: tuple[Part, ...]
    status: Status
    form: str | None = None
    form_words: tuple[Range, ...] = ()
    status_words: tuple[Range, ...] = ()
    hedged: bool = False
    sources: tuple[Source, ...] = ()
    dates: tuple[int, ...] = ()
    places: tuple[int, ...] = ()
    elsewhere: tuple[int, ...] = ()
    order: int = 0
    noun: bool = False
    definite: bool = False
    presupposed: bool = False
    pointing: bool = False
    method: Method = "parse"
    scope: tuple[int, int] = (0, 0)
    below: tuple[int, int] = (0, 0)
    prior: bool = False
    present: bool = False


class Engine:
    """Applies the frames of a language to parsed clauses."""

    def __init__(self, frames: Frames, syntax: Syntax) -> None:
        self.frames = frames
        self.syntax = syntax

    def control(self, governor: Token) -> str | None:
        """Which complement of a predicate is the subject of its infinitive, by the modal frames."""
        for word in lemmas(governor):
            for frame in self.frames.modal_words.get(word, ()):
                return frame.control
        return None

    def tellings(self, parsed: Parsed, annotations: Annotations) -> list[Telling]:
        """The acts that a parsed segment tells, in text order."""
        mend(parsed.doc, self.syntax)
        clause = Clause(parsed, self.syntax, self.control)
        reading = _ClauseReading(clause, References(clause, annotations), Climber(clause, self.frames), annotations)
        told: list[Telling] = []
        used: set[int] = set()
        for token in parsed.doc:
            if token.pos_ in ("VERB", "AUX", "ADJ") and parsed.mention_of[token.i] is None:
                told.extend(reading.by_verb(token, self._candidates(token), used))
        for token in parsed.doc:
            if token.pos_ in ("NOUN", "PROPN", "ADJ") and token.i not in used and parsed.mention_of[token.i] is None:
                told.extend(reading.by_noun(token, self._nouns(token)))
        return sorted(_without_fallbacks(told), key=lambda t: t.order)

    def _candidates(self, token: Token) -> list[ActFrame]:
        lemma, form = lemmas(token)
        found = self.frames.act_verbs.get(lemma, ())
        if form != lemma:
            found = (*found, *(f for f in self.frames.act_verbs.get(form, ()) if f not in found))
        if token.pos_ == "ADJ":
            found = (*found, *(f for w in (lemma, form) for f in self.frames.act_adjectives.get(w, ()) if f not in found))
        return list(found)

    def _nouns(self, token: Token) -> tuple[ActFrame, ...]:
        for word in lemmas(token):
            if word in self.frames.act_nouns:
                return self.frames.act_nouns[word]
        return ()


def _without_fallbacks(told: list[Telling]) -> list[Telling]:
    """Fallback tellings fall away where another act is told below their predicate."""
    own = [t for t in told if isinstance(t.frame, ActFrame) and not t.frame.fallback]
    return [
        t for t in told if not (isinstance(t.frame, ActFrame) and t.frame.fallback and any(t.below[0] <= o.order < t.below[1] for o in own))
    ]


class _ClauseReading:
    """The matching of frames within one clause."""

    def __init__(self, clause: Clause, references: References, climber: Climber, annotations: Annotations) -> None:
        self.clause = clause
        self.references = references
        self.climber = climber
        self.annotations = annotations
        self.adjuncts = climber.frames.adjuncts
        self.circumstantials = Circumstantials(clause, annotations)

    # -- matching -----------------------------------------------------------------------------------------------------------------------

    def by_verb(self, verb: Token, frames: list[ActFrame], used: set[int]) -> list[Telling]:
        """The acts that a verb tells: the first frame that fits, and one more for each further object noun with its own frame."""
        told: list[Telling] = []
        group = self.clause.group(verb) if frames else None
        nouns: set[int] = set()
        for frame in frames:
            assert group is not None
            if frame.reflexive is not None and frame.reflexive != group.reflexive:
                continue
            if frame.passive is not None and frame.passive != group.passive:
                continue
            noun = self._object_noun(verb, frame)
            if frame.object and (noun is None or (noun.i in nouns and not frame.besides)):
                continue
            if not frame.object and told:
                continue
            telling = self._telling(frame, verb, noun, verb)
            if telling is None:
                continue
            told.append(telling)
            told.extend(self._adjuncts(telling, verb, noun, verb))
            if noun is not None:
                nouns.add(noun.i)
                used.add(noun.i)
        return told

    def by_noun(self, noun: Token, frames: tuple[ActFrame, ...]) -> list[Telling]:
        """The act that a noun tells, with the verb that carries it where there is one."""
        for frame in frames:
            carrier = next(iter(self.clause.carriers(noun)), None)
            telling = self._telling(frame, noun, None, carrier)
            if telling is not None:
                telling.noun = True
                telling.definite = any(c.dep_ == "det" and c.morph.get("PronType", []) == ["Dem"] for c in noun.children)
                return [telling, *self._adjuncts(telling, noun, None, carrier)]
        return []

    def _adjuncts(self, main: Telling, predicate: Token, noun: Token | None, carrier: Token | None) -> list[Telling]:
        """The acts that the complements of an act tell (`à l'invitation de`), with that act's participants in their other role."""
        out: list[Telling] = []
        for frame in self.adjuncts:
            if frame.only and main.frame.act not in frame.only:
                continue
            fillers = self._fillers(predicate, noun, carrier, frame.slot) or self._loose(predicate, noun, frame.slot)
            parts = [Part(frame.filler, r) for f in fillers for r in self.references.of(f.token, False) if r.kind != "place"]
            if not parts:
                continue
            parts.extend(Part(frame.other, p.reference) for p in main.parts if p.role in frame.others)
            first = min(p.reference.at[0] for p in parts[:1])
            start = max(main.scope[0], first - 1)
            out.append(
                Telling(
                    frame=frame,
                    segment=main.segment,
                    cue=(self._opening(fillers[0].token),),
                    parts=tuple(parts),
                    status="done",
                    form=frame.form,
                    sources=main.sources,
                    order=start,
                    noun=True,
                    scope=(first, first),
                )
            )
        return out

    def _opening(self, token: Token) -> Range:
        """The preposition that opens a complement, as words to cite."""
        found = preposition_of(token, self.clause.syntax)
        ranges = self.clause.parsed.ranges
        return (ranges[found[1]][0], ranges[max(found[1], token.i - 1)][1]) if found is not None else ranges[token.i]

    def _object_noun(self, verb: Token, frame: ActFrame) -> Token | None:
        if not frame.object:
            return None
        objects = self.clause.object(verb) or self.clause.slot(verb, "bare")
        for filler in objects:
            if self._is_word(filler.token, frame.object):
                return filler.token
        if self.clause.group(verb).passive:
            return None
        return self.clause.next_noun(verb, frame.object) or self.clause.displaced_noun(verb, frame.object)

    def _telling(self, frame: ActFrame, predicate: Token, noun: Token | None, carrier: Token | None) -> Telling | None:
        if not self._fits(frame, predicate, noun):
            return None
        verb = predicate if carrier == predicate else carrier
        standing = self.climber.standing(predicate, verb, frame.act, frame.status)
        if not standing.told or standing.status is None:
            return None
        parts = self._parts(frame, predicate, noun, carrier)
        pointing = self._points_back(frame, predicate, noun, carrier, parts)
        missing = [role for role in frame.needs if all(p.role != role for p in parts)]
        if any(role not in frame.open and (role != "counterpart" or not pointing) for role in missing):
            return None
        told = self._told(frame, predicate, noun, carrier, standing, parts)
        told.pointing = pointing
        return told

    def _points_back(self, frame: ActFrame, predicate: Token, noun: Token | None, carrier: Token | None, parts: list[Part]) -> bool:
        """Whether nobody is named for the counterpart, but a deed that the text told before (`cette décision`)."""
        if frame.act not in ANSWERS or any(p.role == "counterpart" for p in parts) or not any(p.role == "agent" for p in parts):
            return False
        deeds = [f.token for path in frame.roles.get("counterpart", ()) for f in self._fillers(predicate, noun, carrier, path)]
        return any(
            self._is_word(t, tuple(self.clause.syntax.deeds))
            and any(c.dep_ == "det" and c.morph.get("PronType", []) == ["Dem"] for c in t.children)
            for t in deeds
        )

    def _told(
        self, frame: ActFrame, predicate: Token, noun: Token | None, carrier: Token | None, standing: Standing, parts: list[Part]
    ) -> Telling:
        parsed = self.clause.parsed
        cue = words_of(t for t in (predicate, noun) if t is not None)
        form, form_words = self._form(frame, predicate, noun, carrier)
        verb = carrier or predicate
        dates, places = self.circumstantials.dates(predicate, verb), self.circumstantials.places(predicate, verb)
        return Telling(
            frame=frame,
            segment=parsed.index,
            cue=tuple(self._cue_range(t) for t in cue),
            parts=tuple(parts),
            status=standing.status or "done",
            form=form,
            form_words=form_words,
            status_words=tuple(parsed.ranges[t.i] for t in words_of(standing.words)),
            hedged=standing.hedged,
            sources=tuple(self._source(r) for r in reversed(standing.reports)),
            dates=dates,
            places=places,
            elsewhere=self.circumstantials.elsewhere(predicate, verb),
            order=parsed.ranges[predicate.i][0],
            presupposed=standing.presupposed,
            scope=(parsed.segment.start, parsed.segment.end),
            prior=self.clause.group(verb).prior,
            present=self.clause.group(verb).time == "present",
            below=(parsed.ranges[predicate.i][1], max(parsed.ranges[t.i][1] for t in predicate.subtree)),
        )

    def _cue_range(self, token: Token) -> Range:
        """The words of a predicate: of a verb its whole group where the group stands together."""
        ranges = self.clause.parsed.ranges
        if token.pos_ not in ("VERB", "AUX"):
            return ranges[token.i]
        words = [t for t in self.clause.group(token).words if 0 <= token.i - t.i <= 4]
        return ranges[min(w.i for w in words)][0], ranges[token.i][1]

    def _source(self, report: Report) -> Source:
        def refs(paths: tuple[str, ...]) -> tuple[Reference, ...]:
            return tuple(r for path in paths for f in self.clause.slot(report.verb, path) for r in self.references.of(f.token))

        ranges = self.clause.parsed.ranges
        said = [ranges[t.i] for t in report.content.subtree if not t.is_punct]
        content = (min(s for s, _ in said), max(e for _, e in said)) if said else (0, 0)
        frame = report.frame
        return Source(refs(frame.speaker), self._cue_range(report.verb), refs(frame.addressee), ranges[report.verb.i][0], content)

    def _fits(self, frame: ActFrame, predicate: Token, noun: Token | None) -> bool:
        if frame.opened and (preposition_of(predicate, self.clause.syntax) or ("", 0))[0] not in frame.opened:
            return False
        return all(self._has(predicate, noun, slot, words) for slot, words in frame.where.items()) and not any(
            self._has(predicate, noun, slot, words) for slot, words in frame.unless.items()
        )

    def _has(self, predicate: Token, noun: Token | None, slot: str, words: tuple[str, ...]) -> bool:
        """Whether one of the words stands in a slot of the predicate or of its object noun; `*` is any word, `any` anywhere below."""
        if slot == "any":
            below = [t for p in (predicate, noun) if p is not None for t in p.subtree if t != p]
        elif slot == "modifier":
            below = [t for p in (predicate, noun) if p is not None for t in p.children]
        elif slot == "infinitives":
            below = [t for t in predicate.subtree if t != predicate and "Inf" in t.morph.get("VerbForm", [])]
        elif slot == "governor":
            below = [predicate.head]
        else:
            below = [f.token for f in self._fillers(predicate, noun, None, slot)]
        return bool(below) if words == ("*",) else any(self._is_word(t, words) for t in below)

    def _is_word(self, token: Token, words: tuple[str, ...]) -> bool:
        """Whether a token is one of some words, by lemma or form; `@diplomat` is any mention of this kind."""
        index = self.clause.parsed.mention_of[token.i]
        if index is None or any(w in words for w in lemmas(token)):
            return any(w in words for w in lemmas(token))
        return any(w[0] == "@" and is_kind(r, w[1:], self.annotations.mentions) for w in words for r in self.references.direct(token))

    # -- roles --------------------------------------------------------------------------------------------------------------------------

    def _parts(self, frame: ActFrame, predicate: Token, noun: Token | None, carrier: Token | None) -> list[Part]:
        parts: list[Part] = []
        taken: set[int] = set()
        for loose in (False, True):
            for role, paths in frame.roles.items():
                if any(p.role == role for p in parts):
                    continue
                found = self._role(frame, role, paths, predicate, noun, carrier, taken, loose)
                parts.extend(found)
                taken.update(p.reference.at[0] for p in found)
        return parts

    def _role(
        self,
        frame: ActFrame,
        role: Role,
        paths: tuple[str, ...],
        predicate: Token,
        noun: Token | None,
        carrier: Token | None,
        taken: set[int],
        loose: bool,
    ) -> list[Part]:
        kind = frame.kinds.get(role, "side")
        fewest = frame.sides if len(frame.roles) == 1 else 1
        best: list[Part] = []
        for through in (False, True) if frame.through and not loose else (False,):
            for alternative in paths:
                found = self._alternative(role, kind, alternative, predicate, noun, carrier, taken, loose, through)
                if len(found) >= fewest or any(self._is_group(p.reference) for p in found):
                    return found
                best = max(best, found, key=len)
        return best

    def _is_group(self, reference: Reference) -> bool:
        if reference.kind == "pronoun":
            return reference.plural
        return reference.kind == "mention" and reference.index is not None and len(self.annotations.mentions[reference.index].actors) > 1

    def _alternative(
        self,
        role: Role,
        kind: str,
        alternative: str,
        predicate: Token,
        noun: Token | None,
        carrier: Token | None,
        taken: set[int],
        loose: bool,
        through: bool,
    ) -> list[Part]:
        found: list[Part] = []
        for path in alternative.split("+"):
            fillers = self._loose(predicate, noun, path) if loose else self._fillers(predicate, noun, carrier, path)
            if not loose and not through and "+" in alternative and not any(self.references.of(f.token, False) for f in fillers):
                fillers = self._loose(predicate, noun, path)
            for filler in fillers:
                if noun is not None and self.clause.is_of_earlier_object(predicate, noun, filler.token):
                    continue
                for reference in self.references.there(filler.token) if path == "there" else self.references.of(filler.token, through):
                    known = any(p.reference.at == reference.at for p in found)
                    if is_kind(reference, kind, self.annotations.mentions) and reference.at[0] not in taken and not known:
                        found.append(Part(role, reference, filler.near, path))
        return found

    def _fillers(self, predicate: Token, noun: Token | None, carrier: Token | None, path: str) -> list[Filler]:
        """The fillers of a path: `subject`, `to`, `object.of` (of the object noun), `carrier.to` (of the verb that carries a noun)."""
        base, _, rest = path.partition(".")
        clause = self.clause
        if base == "object" and rest and noun is not None:
            first, _, more = rest.partition(".")
            if more and first != "participle":
                return [g for f in clause.slot(noun, first) for g in self._fillers(f.token, None, None, more)]
            own = clause.slot(noun, rest)
            return (clause.named_subject(predicate) or own) if own and rest == "possessor" else own
        if base == "participle":
            first, _, more = rest.partition(".")
            found = clause.slot(predicate, f"participle.{first}")
            return [g for f in found for g in self._fillers(f.token, None, None, more)] if more else found
        if base == "clause":
            return [f for c in predicate.children if self._is_content(c) for f in self._fillers(c, None, None, rest)]
        if base == "carrier":
            return clause.slot(carrier, rest) if carrier is not None else []
        if base == "main":
            verb = clause_verb(predicate) or next((t for t in predicate.doc[predicate.i :] if t.dep_ == "ROOT" and t.pos_ == "VERB"), None)
            return clause.slot(verb, self._slot_of_main(verb, rest)) if verb is not None else []
        if rest:
            return [g for f in self._fillers(predicate, noun, carrier, base) for g in self._fillers(f.token, None, None, rest)]
        if base == "upon":
            return clause.upon(predicate if noun is None else noun)
        if base == "holder":
            return clause.carried_subject(predicate if noun is None else noun)
        found = clause.slot(predicate, base)
        if found or base in ("subject", "object", "of", "possessor", "adjective"):
            return found
        if noun is not None:
            found = clause.slot(noun, base)
        elif carrier is not None and carrier != predicate:
            found = clause.slot(carrier, base)
        return found

    def _slot_of_main(self, verb: Token, rest: str) -> str:
        """The slot of a clause's verb; `topic` is whom the clause is about, whatever the voice: `lors de sa visite, X a été reçu par Y`."""
        if rest == "topic":
            return "object" if self.clause.group(verb).passive else "subject"
        return rest or "subject"

    def _is_content(self, below: Token) -> bool:
        """Whether a clause below a predicate is what it says or wants: `demande que`, `plaide pour que`."""
        if below.dep_ in ("ccomp", "xcomp"):
            return True
        marks = [c.lower_ for c in below.children if c.dep_ == "mark"]
        return below.dep_ == "advcl" and len(marks) > 1 and marks[-1] in self.clause.syntax.relative_objects

    def _loose(self, predicate: Token, noun: Token | None, path: str) -> list[Filler]:
        base = path.rpartition(".")[2]
        if path == "of" and predicate.pos_ in ("NOUN", "PROPN") and clause_verb(predicate) is None:
            return self.clause.below(predicate, path)
        if base in ("subject", "object", "of", "possessor", "adjective", "holder", "bare", "main", "carrier", "clause", "upon"):
            return []
        return self.clause.loose_slot(predicate, base)

    # -- form --------------------------------------------------------------------------------------------------------------

    def _form(self, frame: ActFrame, predicate: Token, noun: Token | None, carrier: Token | None) -> tuple[str | None, tuple[Range, ...]]:
        ranges = self.clause.parsed.ranges
        heads = [t for t in (noun, predicate, carrier) if t is not None]
        below = {t.i: t for h in heads for t in h.subtree if self._steps(t, h) <= 3 or h is not carrier}
        for form, words in frame.forms.items():
            for token in below.values():
                if any(w in words for w in lemmas(token)):
                    return form, (ranges[token.i],)
        return frame.form, ()

    @staticmethod
    def _steps(token: Token, head: Token) -> int:
        steps = 0
        while token != head and steps < 20 and token.head != token:
            token, steps = token.head, steps + 1
        return steps
