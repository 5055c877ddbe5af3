"""Which read act is which gold act: one to one, by the sides they have, best agreement first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.evaluation.actors import ReadActors
from dragoman.evaluation.gold import GoldAct
from dragoman.evaluation.names import side_of_key
from dragoman.model.act import Act
from dragoman.model.vocabulary import Role

MAIN_ROLES: frozenset[str] = frozenset({"agent", "counterpart", "party"})
"""The roles of an act's sides."""

ALIKE: frozenset[str] = frozenset({"meeting", "call", "agreement", "cooperation", "restoration", "conference"})
"""Types whose sides are alike: there the three main roles count as one, and there is no direction."""


def same_role(kind: str, one: Role, other: Role) -> bool:
    """Whether two roles are the same in an act of this type."""
    return one == other or (kind in ALIKE and one in MAIN_ROLES and other in MAIN_ROLES)


def gold_sides(act: GoldAct, role: Role | None = None) -> set[str]:
    """The sides of a gold act's participants, attendees apart; those of one role where it is given."""
    return {side_of_key(w.key) for w in act.who if w.role != "attendee" and role in (None, w.role)} - {""}


def read_sides(act: Act, actors: ReadActors, role: Role | None = None) -> set[str]:
    """The sides of a read act's participants, attendees apart; those of one role where it is given."""
    return {actors.side(p.actor) for p in act.participants if p.role != "attendee" and role in (None, p.role)} - {""}


def agreement(gold: GoldAct, act: Act, actors: ReadActors) -> float:
    """How well a read act agrees with a gold act, 0 to 1; 0 is no match.

    The types are the same, and the read sides are the gold's, or some of them, or at least half of both together; in acts with a direction
    the agent's side must not be the gold's other side.
    """
    if gold.type != act.type:
        return 0.0
    named = sum(any(actors.is_key(p.actor, w.key) for p in act.participants) for w in gold.who)
    wanted, found = gold_sides(gold), read_sides(act, actors)
    if not wanted:
        return 0.5 if named else 0.0
    jaccard = len(wanted & found) / len(wanted | found)
    if not wanted & found or not (found <= wanted or jaccard >= 0.5):
        return 0.0
    if len(wanted) > 1 and len(found) == 1 and not named:
        return 0.0
    if gold.type not in ALIKE and _turned_round(gold, act, actors):
        return 0.0
    return 0.2 + 0.4 * jaccard + 0.3 * named / max(1, len(gold.who)) + 0.1 * (gold.status == act.status)


def _turned_round(gold: GoldAct, act: Act, actors: ReadActors) -> bool:
    here, there = read_sides(act, actors, "agent"), gold_sides(gold, "agent")
    other = gold_sides(gold, "counterpart") - there
    return bool(here and there and not here & there and here & other)


def best_pairs(scored: Iterable[tuple[float, int, int]]) -> dict[int, int]:
    """One to one pairs from (score, left, right), best first; ties go to what is told first, a score of 0 is no pair."""
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for score, i, j in sorted(scored, key=lambda s: (-s[0], s[1], s[2])):
        if score > 0 and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def match(gold_acts: Sequence[GoldAct], acts: Sequence[Act], actors: ReadActors) -> dict[int, int]:
    """Gold index to read index, one to one, best agreement first; ties go to what is told first."""
    return best_pairs((agreement(g, a, actors), i, j) for i, g in enumerate(gold_acts) for j, a in enumerate(acts))
