"""What is counted in one document: acts, their fields, facts, quotations, relations, evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import msgspec

from dragoman.evaluation.actors import ReadActors
from dragoman.evaluation.fields import Outcome, Participants, behalf_right
from dragoman.evaluation.gold import GoldAct, GoldDocument, GoldRelation, GoldStatement
from dragoman.evaluation.names import fold
from dragoman.model.act import Act
from dragoman.model.reading import Reading
from dragoman.model.statement import Relation, Statement

Counts = Counter[str]

_FACTS = ("who", "for", "status", "date", "place")
_COUNTED_WHEN_TOLD = frozenset({"date", "place"})
_QUOTE_WORDS = 5


def count_fields(outcomes: list[Outcome]) -> Counts:
    """`status.gold`, `status.read`, `status.right` and so on for each field of a matched act."""
    n: Counts = Counter()
    for outcome in outcomes:
        n[f"{outcome.name}.gold"] += 1
        n[f"{outcome.name}.read"] += outcome.told or outcome.name not in _COUNTED_WHEN_TOLD
        n[f"{outcome.name}.right"] += outcome.right
    return n


def count_topics(gold: GoldAct, act: Act) -> Counts:
    """Single topics of a matched act, where the gold tells any."""
    if isinstance(gold.topics, msgspec.UnsetType):
        return Counter()
    wanted, read = set(gold.topics), set(act.topics)
    return Counter({"topic.gold": len(wanted), "topic.read": len(read), "topic.right": len(wanted & read)})


def count_participants(who: Participants, act: Act, actors: ReadActors) -> Counts:
    """Participants with their roles, and principals; attendees read beyond the gold do not count."""
    n: Counts = Counter()
    wanted = [w for w, _ in who.found] + who.missed
    n["who.gold"] = len(wanted)
    n["who.right"] = len(who.found)
    n["who.read"] = len(who.found) + sum(p.role != "attendee" for p in who.extra)
    n["for.gold"] = sum(bool(w.on_behalf_of) for w in wanted)
    n["for.right"] = sum(behalf_right(w, p, actors) for w, p in who.found)
    n["for.read"] = sum(bool(p.on_behalf_of) for p in act.participants)
    return n


def matched_facts(n: Counts) -> Counts:
    """The facts of one matched act: its type with its sides, and its fields."""
    return Counter({f"facts.{c}": 1 + sum(n[f"{name}.{c}"] for name in _FACTS) for c in ("gold", "read", "right")})


def facts_missed(act: GoldAct) -> int:
    """How many facts a gold act would have told."""
    return 2 + len(act.who) + sum(bool(w.on_behalf_of) for w in act.who) + bool(act.date) + bool(act.place)


def facts_false(act: Act) -> int:
    """How many facts a read act tells."""
    return 2 + sum(1 + bool(p.on_behalf_of) for p in act.participants) + (act.date is not None) + (act.place is not None)


def quotations(reading: Reading) -> list[tuple[str, Statement]]:
    """The statements in quotation marks of five words or more, with their folded words."""
    said = [(fold(" ".join(s.text for s in st.content)), st) for st in reading.statements if st.mode != "indirect"]
    return [(text, st) for text, st in said if len(text.split()) >= _QUOTE_WORDS]


def match_statements(gold: GoldDocument, reading: Reading) -> tuple[list[tuple[GoldStatement, Statement | None]], list[Statement]]:
    """Each gold quotation with the read one that begins with its first words (or nearly), and the read ones left over."""
    left = quotations(reading)
    pairs: list[tuple[GoldStatement, Statement | None]] = []
    for wanted in gold.statements:
        start = fold(wanted.starts)
        at = next((k for k, (text, _) in enumerate(left) if text.startswith(start)), None)
        if at is None:
            at = next((k for k, (text, _) in enumerate(left) if start in text[: len(start) + 30]), None)
        pairs.append((wanted, None if at is None else left.pop(at)[1]))
    return pairs, [st for _, st in left]


def speakers_right(gold: GoldStatement, statement: Statement, actors: ReadActors) -> bool:
    """Whether every gold speaker was read as a speaker."""
    return all(any(actors.is_key(s, key) for s in statement.speakers) for key in gold.speakers)


def count_statements(pairs: list[tuple[GoldStatement, Statement | None]], false: list[Statement], actors: ReadActors) -> Counts:
    """Quotations read, wanted, found, and those of told speakers with the right ones."""
    n: Counts = Counter()
    found = [(g, st) for g, st in pairs if st is not None]
    n["quotes.read"] = len(found) + len(false)
    n["quotes.gold"] = len(pairs)
    n["quotes.found"] = len(found)
    n["quotes.told"] = sum(bool(g.speakers) for g, _ in found)
    n["quotes.speaker"] = sum(bool(g.speakers) and speakers_right(g, st, actors) for g, st in found)
    return n


def match_relations(gold: GoldDocument, reading: Reading, actors: ReadActors) -> tuple[list[GoldRelation], list[Relation]]:
    """The gold relations missed, and the read ones that are false; one to one."""
    left, false = list(gold.relations), []
    for read in reading.relations:
        hit = next((g for g in left if _same_relation(g, read, actors)), None)
        if hit is None:
            false.append(read)
        else:
            left.remove(hit)
    return left, false


def _same_relation(gold: GoldRelation, read: Relation, actors: ReadActors) -> bool:
    if gold.type != read.type or not actors.is_key(read.subject, gold.subject):
        return False
    return fold(read.object) == fold(gold.object) or actors.is_key(read.object, gold.object)


def count_relations(gold: GoldDocument, reading: Reading, missed: list[GoldRelation]) -> Counts:
    """Relations wanted, read, right."""
    wanted, read = len(gold.relations), len(reading.relations)
    return Counter({"relations.gold": wanted, "relations.read": read, "relations.right": wanted - len(missed)})


def _spans(node: Any) -> Iterator[dict[str, Any]]:
    if isinstance(node, dict):
        if {"start", "end", "text"} <= node.keys() and isinstance(node["start"], int):
            yield node
        else:
            for value in node.values():
                yield from _spans(value)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from _spans(value)


def count_evidence(reading: Reading) -> Counts:
    """Spans, those whose text is exactly the document's, and the acts' filled parts, those that cite any."""
    n: Counts = Counter()
    text = reading.document.text
    for part in (reading.actors, reading.acts, reading.statements, reading.relations):
        for span in _spans(msgspec.to_builtins(part)):
            n["spans"] += 1
            n["spans.exact"] += bool(span["text"]) and text[span["start"] : span["end"]] == span["text"]
    for act in reading.acts:
        for filled in (act, *act.participants, act.date, act.place):
            if filled is not None:
                n["fields"] += 1
                n["fields.cited"] += not isinstance(filled.evidence, msgspec.UnsetType) and bool(filled.evidence)
    return n
