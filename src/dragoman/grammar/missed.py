"""Predicates between actors that no frame took: where a frame may be missing.

A verb with two actors among its complements, or a noun with two, that is the cue of no telling and that no modal or reporting frame names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from dragoman.grammar.clause import Clause
from dragoman.grammar.clause_text import Annotations, Range
from dragoman.grammar.engine import Engine, Telling
from dragoman.grammar.parsed import Parsed
from dragoman.grammar.references import Reference, References
from dragoman.grammar.standing import lemmas

PREDICATES = {"VERB": "verb", "NOUN": "noun"}
CORE_SLOTS = ("subject", "object", "possessor", "adjective")
"""The slots that are looked for by themselves; all others are told by a preposition."""


@dataclass(frozen=True, slots=True)
class Missed:
    """A predicate that no frame took. `words` is its lemma, of a verb with its object noun's; `slots` are the complements with actors.

    `known` is true where an act frame names the word and did not fit; `at` is its range in the repaired text.
    """

    words: str
    kind: str
    slots: tuple[str, ...]
    known: bool
    at: Range


def missed(parsed: Parsed, annotations: Annotations, tellings: Sequence[Telling], engine: Engine) -> list[Missed]:
    """The predicates of a parsed segment with two actors that none of the segment's tellings took, in text order."""
    clause = Clause(parsed, engine.syntax, engine.control)
    references = References(clause, annotations)
    cues = [cue for t in tellings if t.segment == parsed.index for cue in t.cue]
    found: list[Missed] = []
    for token in parsed.doc:
        start, end = parsed.ranges[token.i]
        if token.pos_ not in PREDICATES or parsed.mention_of[token.i] is not None or any(a < end and start < b for a, b in cues):
            continue
        if any(w in engine.frames.modal_words or w in engine.frames.report_words for w in lemmas(token)):
            continue
        slots = _actors(clause, references, annotations, token)
        if slots:
            known = any(w in index for w in lemmas(token) for index in (engine.frames.act_verbs, engine.frames.act_nouns))
            found.append(Missed(_words(clause, token), PREDICATES[token.pos_], slots, known, (start, end)))
    return found


def _actors(clause: Clause, references: References, annotations: Annotations, token: Token) -> tuple[str, ...]:
    """The slots in which a predicate has actors, empty where they are fewer than two or nobody of them is named."""
    slots: list[str] = []
    named: set[str] = set()
    pointing: set[Range] = set()
    for slot, reference in _references(clause, references, token):
        slots.append(slot)
        if reference.kind == "mention" and reference.index is not None:
            named.update(annotations.mentions[reference.index].actors)
        elif reference.kind == "pronoun":
            pointing.add(reference.at)
    return tuple(dict.fromkeys(slots)) if named and len(named) + len(pointing) > 1 else ()


def _references(clause: Clause, references: References, token: Token) -> Iterator[tuple[str, Reference]]:
    """Whom the complements of a predicate point at, nouns on the way looked through, each with its slot."""
    own = CORE_SLOTS[:2] if token.pos_ == "VERB" else CORE_SLOTS[2:]
    for slot in own:
        for filler in clause.slot(token, slot):
            if filler.token != token:
                yield from ((slot, r) for r in references.of(filler.token))
    for dependent, tie in clause.dependents.get(token.i, ()):
        if tie.preposition is not None:
            yield from ((tie.preposition, r) for r in references.of(dependent))


def _words(clause: Clause, token: Token) -> str:
    """A predicate's lemma; of a verb with the object noun that it may be a phrase with."""
    if token.pos_ != "VERB":
        return token.lemma_.lower()
    nouns = [f.token for f in clause.object(token) if f.token.pos_ == "NOUN" and clause.parsed.mention_of[f.token.i] is None]
    return f"{token.lemma_.lower()} {nouns[0].lemma_.lower()}" if nouns else token.lemma_.lower()
