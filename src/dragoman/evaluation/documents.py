"""One document scored: what was found, what was missed, what is false, and the counts of it all."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from dragoman.evaluation.actors import ReadActors
from dragoman.evaluation.counts import (
    Counts,
    count_evidence,
    count_fields,
    count_participants,
    count_relations,
    count_statements,
    count_topics,
    facts_false,
    facts_missed,
    match_relations,
    match_statements,
    matched_facts,
)
from dragoman.evaluation.fields import Outcome, Participants, compare_fields, compare_participants
from dragoman.evaluation.figures import field_figures
from dragoman.evaluation.gold import GoldAct, GoldDocument, GoldRelation, GoldStatement
from dragoman.evaluation.matching import match
from dragoman.model.act import Act
from dragoman.model.document import Document
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.statement import Relation, Statement


@dataclass(frozen=True, slots=True)
class FoundAct:
    """A gold act with the read act that is it, and how their participants and fields compare."""

    gold: GoldAct
    act: Act
    who: Participants
    outcomes: list[Outcome]

    @property
    def wrong(self) -> list[Outcome]:
        """The fields that are not as the gold has them."""
        return [o for o in self.outcomes if not o.right]


@dataclass(slots=True)
class DocumentScore:
    """One gold document against its reading; `reading` is None where there is none, which counts as an empty one."""

    gold: GoldDocument
    reading: Reading | None
    actors: ReadActors
    found: list[FoundAct] = field(default_factory=list)
    missed: list[GoldAct] = field(default_factory=list)
    false: list[Act] = field(default_factory=list)
    statements: list[tuple[GoldStatement, Statement | None]] = field(default_factory=list)
    false_statements: list[Statement] = field(default_factory=list)
    missed_relations: list[GoldRelation] = field(default_factory=list)
    false_relations: list[Relation] = field(default_factory=list)
    counts: Counts = field(default_factory=Counter)
    by_type: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))
    by_status: dict[str, Counts] = field(default_factory=lambda: defaultdict(Counter))

    @property
    def fact_f1(self) -> float:
        """The document's fact F1; not a number where there is no act on either side."""
        return field_figures(self.counts, "facts")[0]


def _empty(gold: GoldDocument) -> Reading:
    document = Document(id="", language=gold.lang, text="")
    return Reading(
        reader=ReaderVersion(name="", version=""), document=document, actors=(), acts=(), statements=(), relations=(), warnings=()
    )


def score_document(gold: GoldDocument, reading: Reading | None) -> DocumentScore:
    """One document's gold against its reading, `None` where it was not read."""
    read = reading or _empty(gold)
    score = DocumentScore(gold, reading, ReadActors(read))
    score.counts.update({"documents": 1, "unread": int(reading is None)})
    if not gold.acts:
        score.counts.update({"negatives": 1, "negatives.acts": len(read.acts)})
    _score_acts(score, read)
    _score_rest(score, read)
    return score


def _score_acts(score: DocumentScore, reading: Reading) -> None:
    gold_acts, acts = score.gold.acts, reading.acts
    matched = match(gold_acts, acts, score.actors)
    ids = {act.id: j for j, act in enumerate(acts)}
    for i, gold in enumerate(gold_acts):
        n: Counts = Counter({"acts.core": gold.core, "acts.core.found": gold.core and i in matched, "acts.right": i in matched})
        if i in matched:
            act = acts[matched[i]]
            found = FoundAct(
                gold, act, compare_participants(gold, act, score.actors), compare_fields(gold, act, score.actors, matched, ids)
            )
            score.found.append(found)
            n += _count_found(found, score.actors)
        else:
            score.missed.append(gold)
            n["facts.gold"] += facts_missed(gold) if gold.core else 0
        _add(score, gold.type, gold.status, n)
    taken = set(matched.values())
    for j, act in enumerate(acts):
        n = Counter({"acts.read": 1, "acts.read.right": j in taken})
        if j not in taken:
            score.false.append(act)
            n["facts.read"] = facts_false(act)
        _add(score, act.type, act.status, n)


def _count_found(found: FoundAct, actors: ReadActors) -> Counts:
    n = count_participants(found.who, found.act, actors) + count_fields(found.outcomes) + count_topics(found.gold, found.act)
    return n + matched_facts(n)


def _add(score: DocumentScore, kind: str, status: str, n: Counts) -> None:
    for counts in (score.counts, score.by_type[kind], score.by_status[status]):
        counts.update(n)


def _score_rest(score: DocumentScore, reading: Reading) -> None:
    score.statements, score.false_statements = match_statements(score.gold, reading)
    score.missed_relations, score.false_relations = match_relations(score.gold, reading, score.actors)
    score.counts.update(count_statements(score.statements, score.false_statements, score.actors))
    score.counts.update(count_relations(score.gold, reading, score.missed_relations))
    score.counts.update(count_evidence(reading))
