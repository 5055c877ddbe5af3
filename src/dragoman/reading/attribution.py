"""Who says what: the speakers of reporting clauses and of quotations, and the chain of sources of every segment."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.annotations.mentions import Cast, Mention
from dragoman.grammar.engine import Source
from dragoman.grammar.references import Reference
from dragoman.reading.clause_names import in_relative, is_text, named_behind, opens_with
from dragoman.reading.joint_speakers import joint_speakers
from dragoman.reading.pronouns import Pronouns
from dragoman.text.segments import Quotation, ReportingClause, Segment, SegmentedText

SPEAKING = frozenset(("person", "country", "organisation", "institution", "document", "group"))
Range = tuple[int, int]
VOICES = ("person", "institution", "document", "organisation")
AUTHORS = ("person", "institution", "organisation", "country")
OPENING = 3
"""So many code points (a mark, a dash) may stand before a quotation that opens a paragraph."""

ADDRESS = 6
"""Within so many words behind `a confié à la presse` somebody unnamed stands."""

DATELINE = 4
"""So many words at most stand before a quotation that opens a page (`Luxembourg. « ...`), the mark counted."""

FARTHEST_SPEAKER = 1200
"""So many code points back a sentence may name whom `a-t-il dit` means."""


@dataclass(slots=True)
class Attribution:
    """Finds speakers in one document. `spoken` maps a quotation's index to its speakers once they are known."""

    text: SegmentedText
    cast: Cast
    pronouns: Pronouns
    pronoun_words: frozenset[str]
    impersonal: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    definite: dict[str, bool | None] = field(default_factory=dict)
    indefinite: frozenset[str] = frozenset()
    possessives: frozenset[str] = frozenset()
    addressing: frozenset[str] = frozenset()
    conjunctions: tuple[str, ...] = ()
    generic: frozenset[str] = frozenset()
    labels: Mapping[str, frozenset[str]] = field(default_factory=dict)
    coordinators: frozenset[str] = frozenset()
    plural_pronouns: frozenset[str] = frozenset()
    datives: frozenset[str] = frozenset()
    spoken: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def clause_speakers(self, clause: ReportingClause) -> tuple[str, ...]:
        """Who speaks in a reporting clause: whom its verb's pronoun means, else whom it names after its cue, else before the cue."""
        label = self.text.repaired.text[clause.start : clause.end].strip(" .:-–—").lower()
        if label in self.labels.get("question", ()):
            return ()
        if label in self.labels.get("answer", ()):
            return self._interviewed()
        if self._pronoun_in(*clause.cue) is not None:
            found = self._by_pronoun(clause)
            if found:
                return found
        inside = [m for m in self.cast.mentions if m.kind in SPEAKING and clause.start <= m.start < clause.end]
        after = [m for m in inside if m.start >= clause.cue[0]]
        before = self._innermost([m for m in inside if m.start < clause.cue[0]], clause.cue[0])
        comma = self.text.repaired.text.find(",", clause.cue[1] + 1, clause.end)
        words = self.text.repaired.text
        told_of = [m for m in after if in_relative(words, clause.cue[1], m, after, self.conjunctions)]
        near = [m for m in after if (comma < 0 or m.start < comma or told_of) and m not in told_of]
        pool = before if clause.kind == "colon" and before else near or before
        apposed = named_behind(self.text.repaired.text, clause.cue[1], after) if clause.kind != "colon" else None
        if apposed is not None and not any(self.is_free(m) and m.actors and not m.anaphoric for m in near if m is not apposed):
            return apposed.actors
        generic = self._is_generic(clause)
        for mention in sorted((m for m in pool if generic or not self._is_addressed(m)), key=lambda m: not self.is_free(m)):
            if mention.actors:
                return joint_speakers(words, mention, pool, self.coordinators) if self.is_free(mention) else mention.actors
            if mention.kind == "document" and (author := self._author_before(clause.start)):
                return author
        found = self._by_pronoun(clause) or self._by_words(clause, near)
        if found or self.is_unnamed(clause):
            return found
        return (after[0].actors if after and not near else ()) or self._by_description(clause)

    def _innermost(self, before: list[Mention], cue: int) -> list[Mention]:
        """Of the mentions before a cue those of its own clause: behind the last `que` (`X indique que Y a déclaré`)."""
        if not before:
            return before
        words = self.text.repaired.text[before[0].start : cue].lower().replace("’", "'")
        at = before[0].start + max(words.rfind(f" {c}") for c in self.conjunctions) if self.conjunctions else -1
        return [m for m in before if m.start > at and self.is_free(m)] or before

    def _is_generic(self, clause: ReportingClause) -> bool:
        """Whether nobody told is the subject (`dit-on`)."""
        cue = self.text.repaired.text[clause.cue[0] : clause.cue[1]].lower().split()
        return any("-" in word and word.rpartition("-")[2] in self.generic for word in cue)

    def _interviewed(self) -> tuple[str, ...]:
        """Who answers in an interview: the person whom the text names first."""
        return next((m.actors for m in self.cast.mentions if m.kind == "person" and not m.anaphoric and len(m.actors) == 1), ())

    def _is_addressed(self, mention: Mention) -> bool:
        """Whether `à` stands before a mention: one who is spoken to."""
        words = self.text.repaired.text[max(0, mention.start - 24) : mention.start].lower().split()
        own = self.text.repaired.text[mention.start : mention.start + 4].lower().split()
        return bool((words and words[-1] in self.addressing) or (own and own[0] in self.addressing))

    def _by_words(self, clause: ReportingClause, near: list[Mention]) -> tuple[str, ...]:
        """Who speaks in a clause that names nobody beside its cue: the author of the text that it means, the subject of `ses mots`."""
        words, (_, cue) = self.text.repaired.text, clause.cue
        if not near and is_text(words, cue, clause.end, self.prepositions):
            return self._author_before(clause.start)
        if not near and opens_with(words, cue, clause.end, self.possessives):
            return self._subject_before(clause.start)
        return ()

    def is_unnamed(self, clause: ReportingClause) -> bool:
        """Whether a clause is told of somebody whom the text names nowhere (`a glissé un diplomate`)."""
        words, (_, cue) = self.text.repaired.text, clause.cue
        if self._is_generic(clause):
            return not is_text(words, cue, clause.end, self.prepositions) and not any(
                m.kind == "document" and clause.start <= m.start < clause.end for m in self.cast.mentions
            )
        if opens_with(words, cue, clause.end, self.addressing):
            return any(w in self.indefinite for w in words[cue : clause.end].lower().split()[:ADDRESS])
        return opens_with(words, cue, clause.end, self.indefinite) and not is_text(words, cue, clause.end)

    def _author_before(self, at: int) -> tuple[str, ...]:
        """Whose text the one told last before an offset is, or who said something in it (`a annoncé le ministère dans un communiqué`)."""
        text = next((m for m in reversed(self.cast.mentions) if m.kind == "document" and m.start < at), None)
        clause = next((c for c in self.text.reporting if text is not None and c.start <= text.start < c.end <= at), None)
        if text is not None and len(text.actors) == 1:
            return text.actors
        held = clause or next((s for s in self.text.segments if text is not None and s.start <= text.start < s.end <= at), None)
        told = [m for m in self.cast.mentions if held is not None and m.kind in AUTHORS and held.start <= m.start < held.end]
        found = next((m.actors for m in told if m.actors and self.is_free(m)), ())
        return found or ((self.cast.author,) if self.cast.author else ())

    def _subject_before(self, at: int) -> tuple[str, ...]:
        """The subject of the sentence that an offset stands in, else of one before."""
        segment = next((s for s in self.text.segments if s.start <= at <= s.end and s.kind == "clause"), None)
        inside = [m for m in self.cast.mentions if segment is not None and _may_speak(m) and segment.start <= m.start < at]
        free = [m for m in inside if self.is_free(m)]
        return free[0].actors if free else self.latest(at)

    def _by_description(self, clause: ReportingClause) -> tuple[str, ...]:
        """Who speaks where the clause only describes somebody (`a lancé le diplomate`): the subject of what the text told last."""
        behind = self.text.repaired.text[clause.cue[1] : clause.end].replace("’", "'").replace("'", "' ").lower().split()
        if not behind or behind[0] not in self.definite:
            return ()
        return self.latest(clause.start, self.definite[behind[0]])

    def latest(self, before: int, feminine: bool | None = None) -> tuple[str, ...]:
        """Who spoke last before an offset, or was the subject of a sentence since."""
        told, spoke = self._last_subject(before, feminine), self._last_speech(before, feminine)
        found = max((t for t in (told, spoke) if t is not None), key=lambda t: t[0], default=None)
        return found[1] if found is not None else ()

    def next_subject(self, quotation: Quotation) -> tuple[str, ...]:
        """Whom the sentences behind a quotation that opens a paragraph name first, as far as the paragraph goes."""
        paragraph = next((p for p in self.text.paragraphs if p[0] <= quotation.start < p[1]), None)
        if paragraph is None:
            return ()
        if quotation.start - paragraph[0] > OPENING and not _is_dateline(self.text.repaired.text[paragraph[0] : quotation.start].split()):
            return ()
        inside = [m for m in self.cast.mentions if m.kind == "person" and m.actors and quotation.end <= m.start < paragraph[1]]
        free = [m for m in inside if self.is_free(m)]
        return free[0].actors if free else ()

    def _pronoun_in(self, start: int, end: int) -> str | None:
        """The subject pronoun of a reporting verb; none where it is impersonal (`est-il écrit dans le communiqué`)."""
        opening = self.text.repaired.text[start:end].lower()
        if opening.split()[:1] and opening.split()[0] in self.impersonal:
            return None
        words = opening.replace("-", " ").split()
        if words[:1] and words[0] in self.datives:  # `lui a répondu X`: who is spoken to
            words = words[1:]
        return next((w for w in words if w in self.pronoun_words), None)

    def _by_pronoun(self, clause: ReportingClause) -> tuple[str, ...]:
        word = self._pronoun_in(clause.start, clause.end)
        if word is None:
            return ()
        if word in self.plural_pronouns:
            together = self.pronouns.antecedent(Reference("pronoun", None, (clause.start, clause.end), True))
            if together:
                return together
        found = self.latest(clause.start, word.startswith("elle"))
        return found or self.pronouns.antecedent(Reference("pronoun", None, (clause.start, clause.end), False))

    def _last_subject(self, before: int, feminine: bool | None = None) -> tuple[int, tuple[str, ...]] | None:
        """Who is the subject of the nearest sentence of the text's own before an offset, with the place.

        Persons and institutions of fitting gender before persons of whom that is not known, those before states.
        """
        sentences = list(self._sentences(before))
        for kinds, fits in ((VOICES, True), (("person",), False), (("country",), True)):
            for inside in sentences:
                fitting = [m for m in inside if m.kind in kinds and (not fits or feminine is None or m.feminine == feminine)]
                chosen = [m for m in fitting if self.is_free(m)] or fitting
                if chosen:
                    return chosen[0].start, chosen[0].actors
        return None

    def _sentences(self, before: int) -> Iterator[list[Mention]]:
        """The text's own sentences before an offset, nearest first, with who is named; not those that only go on (`Il a ajouté que`)."""
        for segment in reversed(self.text.segments):
            if segment.start >= before or segment.quotation is not None or segment.kind == "reporting":
                continue
            if before - segment.start > FARTHEST_SPEAKER:
                return
            if not self._goes_on(segment):
                yield [m for m in self.cast.mentions if _may_speak(m) and segment.start <= m.start < min(segment.end, before)]

    def _goes_on(self, segment: Segment) -> bool:
        """Whether a sentence opens with a pronoun, so that its subject is that of one before."""
        opening = self.text.repaired.text[segment.start : segment.start + 40].split()[:1]
        return bool(opening) and opening[0].lower() in self.pronoun_words

    def is_free(self, mention: Mention) -> bool:
        """Whether no preposition governs a name, so that it may be a subject."""
        words = self.text.repaired.text[max(0, mention.start - 24) : mention.start].replace("’", "'").replace("'", "' ").lower().split()
        own = self.text.repaired.text[mention.start : mention.start + 4].lower().split()
        return not (words and words[-1] in self.prepositions) and not (own and own[0] in self.prepositions)

    def previous_speakers(self, before: int) -> tuple[str, ...]:
        """The speakers of the quotation or the reporting clause before an offset: a text stays with its speaker until it names another."""
        found = self._last_speech(before)
        return found[1] if found is not None else ()

    def _last_speech(self, before: int, feminine: bool | None = None) -> tuple[int, tuple[str, ...]] | None:
        found: tuple[int, tuple[str, ...]] | None = None
        for clause in self.text.reporting:
            if clause.start < before and (found is None or clause.start > found[0]):
                named = [m for m in self.cast.mentions if m.kind == "person" and clause.start <= m.start < clause.end and m.actors]
                if named and self._may_be(named[0].actors, feminine):
                    found = clause.start, named[0].actors
        for index, speakers in self.spoken.items():
            start = self.text.quotations[index].start
            if start < before and (found is None or start > found[0]) and any(s.startswith("per:") for s in speakers):
                if not self._may_be(speakers, feminine):
                    continue
                found = start, speakers
        return found

    def _may_be(self, speakers: tuple[str, ...], feminine: bool | None) -> bool:
        """Whether nothing that the text says of persons is at odds with the gender of the word that means them."""
        if feminine is None:
            return True
        told = [m for m in self.cast.mentions if m.kind == "person" and not m.plural and m.actors == speakers[:1]]
        if any(m.feminine for m in told):
            return feminine
        openings = (self.text.repaired.text[m.start : m.end].split()[:1] for m in told if m.offices)
        return not feminine or not any(o and self.definite.get(o[0].lower()) is False for o in openings)

    def segment_chain(self, index: int) -> tuple[tuple[str, ...], tuple[Range, ...]]:
        """The sources of a segment that its reporting clauses tell, outermost first, and the words that say so."""
        segment = self.text.segments[index]
        chain: list[str] = []
        words: list[Range] = []
        for number in segment.reports:
            clause = self.text.reporting[number]
            for speaker in self.clause_speakers(clause):
                if speaker not in chain:
                    chain.append(speaker)
            words.append(clause.cue)
        if segment.quotation is not None and not segment.reports:
            chain.extend(s for s in self.quotation_speakers(segment.quotation) if s not in chain)
        return tuple(chain), tuple(words)

    def quotation_speakers(self, index: int) -> tuple[str, ...]:
        """Who speaks in a quotation, as far as known; the quotation that it continues, or that holds it, speaks for it."""
        if index in self.spoken:
            return self.spoken[index]
        quotation = self.text.quotations[index]
        for clause in self.text.reporting:
            if index in clause.quotations:
                return self._remember(index, self.clause_speakers(clause))
        turn = next((s.reports[0] for s in self.text.segments if s.quotation == index and s.reports), None)
        if turn is not None and (found := self.clause_speakers(self.text.reporting[turn])):
            return self._remember(index, found)
        if quotation.continues is not None and quotation.continues != index:
            return self._remember(index, self.quotation_speakers(quotation.continues))
        return ()

    def _remember(self, index: int, speakers: tuple[str, ...]) -> tuple[str, ...]:
        if speakers:
            self.spoken[index] = speakers
        return speakers

    def with_institution(self, speakers: tuple[str, ...]) -> tuple[str, ...]:
        """A spokesperson speaks for an institution: both are speakers."""
        out = list(speakers)
        for speaker in speakers:
            known = self.cast.actors.get(speaker)
            if known is None or not any(o.office == "spokesperson" for o in known.offices):
                continue
            behind = next((m.on_behalf_of for m in self.cast.mentions if speaker in m.actors and m.on_behalf_of), None)
            behind = behind or self._claimed_by(speaker)
            behind = behind or next((o.of for o in known.offices if o.office == "spokesperson" and o.of and o.of.startswith("org:")), None)
            if behind is not None and known.country is not None and behind.startswith("inst:"):
                behind = f"{behind.partition('@')[0]}@{known.country}"
            if behind is not None and behind not in out:
                out.append(behind)
        return tuple(out)

    def _claimed_by(self, speaker: str) -> str | None:
        """Whose spokesperson a possessive tells (`a ajouté son porte-parole`): the institution or organisation that is the last subject."""
        for mention in self.cast.mentions:
            if (
                speaker in mention.actors
                and self.text.repaired.text[mention.start : mention.end].lower().split()[:1][0] in self.possessives
            ):
                before = [m for m in self.cast.mentions if m.end <= mention.start and m.kind in VOICES and m.actors and self.is_free(m)]
                return before[-1].actors[0] if before and before[-1].kind in ("institution", "organisation") else None
        return None

    def by_sources(self, quotation: Quotation, sources: list[tuple[Source, tuple[str, ...]]]) -> tuple[str, ...]:
        """The speakers of a quotation that goes on a sentence: the reporting verb nearest before it."""
        near = [(quotation.start - s.cue[0], actors) for s, actors in sources if s.cue[0] <= quotation.start and actors]
        return min(near, key=lambda n: n[0])[1] if near else ()

    def sentence_subject(self, quotation: Quotation) -> tuple[str, ...]:
        """Who is named nearest before a quotation in its sentence, persons first; else who reports the sentence."""
        number = next((i for i, s in enumerate(self.text.segments) if s.start <= quotation.start <= s.end and s.quotation is None), None)
        if number is None:
            return ()
        segment = self.text.segments[number]
        if segment.reports:
            chain, _ = self.segment_chain(number)
            if chain:
                return chain[-1:]
        opening = self.text.repaired.text[segment.start : quotation.start].split()
        if opening and opening[0].lower() in self.pronoun_words:
            told = self._last_subject(segment.start)
            if told is not None:
                return told[1]
        if _is_dateline(opening):
            return ()
        found = [m for m in self.cast.mentions if _may_speak(m) and segment.start <= m.start < quotation.start]
        if (
            not any(self.is_free(m) for m in found)
            and (word := next((w for w in opening if w.lower() in self.pronouns.subjects), None)) is not None
        ):
            meant = self.latest(segment.start, self.pronouns.subjects[word.lower()])
            if meant:
                return meant
        after = [m for m in self.cast.mentions if _may_speak(m) and quotation.end <= m.start < segment.end and m.kind == "person"]
        if free := [m for m in found if self.is_free(m)]:
            return joint_speakers(self.text.repaired.text, free[0], free, self.coordinators)
        first = found[:1] or after[:1]
        return first[0].actors if first else self._meant(segment.start, quotation.start)

    def _meant(self, start: int, end: int) -> tuple[str, ...]:
        """Whom the words before a quotation mean that name nobody: whose text they tell of, or whom a possessive means (`à ses yeux`)."""
        words = self.text.repaired.text
        if is_text(words, start, end, self.prepositions):
            return self._author_before(start)
        opening = words[start:end].lower().split()[:2]
        return self.latest(start) if any(w in self.possessives for w in opening) else ()


def _may_speak(mention: Mention) -> bool:
    return mention.kind in ("person", "institution", "document", "organisation", "country") and bool(mention.actors)


def _is_dateline(words: list[str]) -> bool:
    """Whether the words before a quotation are a place, a full stop or a dash behind it, and no more."""
    full = [w for w in words if any(c.isalnum() for c in w)]
    closed = bool(full) and (full[-1].endswith((".", ":")) or (len(words) > len(full) and words[-1][0] in "-–—"))
    return closed and len(words) <= DATELINE and full[0][0].isupper()
