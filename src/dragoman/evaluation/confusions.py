"""What was read instead of what."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dragoman.evaluation.documents import DocumentScore
from dragoman.evaluation.gold import GoldAct
from dragoman.evaluation.matching import best_pairs, gold_sides, read_sides
from dragoman.model.act import Act


@dataclass(frozen=True, slots=True)
class Confusion:
    """In `documents` (one entry a case), `field` was `gold` and was read as `read`."""

    field: str
    gold: str
    read: str
    documents: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The confusion as JSON has it."""
        return {"field": self.field, "gold": self.gold, "read": self.read, "count": len(self.documents), "documents": list(self.documents)}


def nearest(score: DocumentScore) -> list[tuple[GoldAct, Act]]:
    """Missed acts each with a false act that shares a side with it, one to one: of the same type first, then the most alike in sides."""
    scored = []
    for i, gold in enumerate(score.missed):
        wanted = gold_sides(gold)
        for j, act in enumerate(score.false):
            found = read_sides(act, score.actors)
            if wanted & found:
                alike = len(wanted & found) / len(wanted | found)
                scored.append((2 * (gold.type == act.type) + alike + 0.1 * (gold.status == act.status), i, j))
    return [(score.missed[i], score.false[j]) for i, j in best_pairs(scored).items()]


def confusions(documents: Iterable[DocumentScore]) -> tuple[Confusion, ...]:
    """The confusions of types, statuses, forms and roles, most frequent first."""
    cases: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    for score in documents:
        name = score.gold.id
        for gold, act in nearest(score):
            if gold.type != act.type:
                cases["type", gold.type, act.type].append(name)
        for found in score.found:
            for outcome in found.wrong:
                if outcome.name in ("status", "form"):
                    cases[outcome.name, f"{found.gold.type}/{outcome.gold}", outcome.read].append(name)
            for wanted in found.who.missed:
                other = next((p for p in found.who.extra if score.actors.is_key(p.actor, wanted.key)), None)
                if other is not None:
                    cases["role", f"{found.gold.type}/{wanted.role}", other.role].append(name)
    made = [Confusion(*key, tuple(names)) for key, names in cases.items()]
    return tuple(sorted(made, key=lambda c: (-len(c.documents), c.field, c.gold, c.read)))
