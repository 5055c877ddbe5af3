"""How far two coders agree on the same documents: alpha for each field of the acts that both found, F1 for what each found."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from dragoman.evaluation.actors import ReadActors
from dragoman.evaluation.dates import plain_edtf
from dragoman.evaluation.evaluation import evaluate
from dragoman.evaluation.figures import f1
from dragoman.evaluation.gold import GoldAct, GoldDocument
from dragoman.evaluation.gold_reading import gold_reading
from dragoman.evaluation.krippendorff import alpha, share
from dragoman.evaluation.matching import agreement as sides_agreement
from dragoman.evaluation.matching import best_pairs, gold_sides

Unit = tuple[str, str]

_NOTHING = "null"
_FIELDS: dict[str, Callable[[GoldAct], str]] = {
    "status": lambda act: act.status,
    "form": lambda act: act.form or _NOTHING,
    "date": lambda act: plain_edtf(act.date) or _NOTHING,
    "place": lambda act: act.place or _NOTHING,
    "core": lambda act: str(act.core).lower(),
}


def agreement(a: Iterable[GoldDocument], b: Iterable[GoldDocument]) -> dict[str, float]:
    """Two coders' gold compared; documents that only one of them coded are left out.

    `NAME_alpha` (Krippendorff's, nominal) and `NAME_agreement` (the plain share) for `status`, `form`, `date`, `place`, `core` over the
    acts that both have, `role` over their participants (a participant that one coder lacks has the role `null` there), `type` over those
    acts and the ones that share sides but not the type; `fact_f1`, `act_f1`, `quotation_f1`, `relation_f1` pairwise, each coder once as
    the gold; `documents`, `acts_both`, `acts_a_only`, `acts_b_only`. Not a number where there is nothing to compare, alpha also where
    nothing varies.
    """
    theirs = {d.id: d for d in b}
    pairs = [(d, theirs[d.id]) for d in a if d.id in theirs]
    units: dict[str, list[Unit]] = defaultdict(list)
    counts = {"acts_both": 0, "acts_a_only": 0, "acts_b_only": 0}
    for one, other in pairs:
        both = aligned(one, other)
        counts["acts_both"] += len(both)
        counts["acts_a_only"] += len(one.acts) - len(both)
        counts["acts_b_only"] += len(other.acts) - len(both)
        _collect(one, other, both, units)
    out: dict[str, float] = {}
    for name in ("type", "role", *_FIELDS):
        out[f"{name}_alpha"], out[f"{name}_agreement"] = alpha(units[name]), share(units[name])
    return out | _pairwise(pairs) | {"documents": float(len(pairs))} | {k: float(v) for k, v in counts.items()}


def aligned(one: GoldDocument, other: GoldDocument) -> dict[int, int]:
    """The acts that both coders have, by the measure's matcher, the better of both directions."""
    there, here = gold_reading(other), gold_reading(one)
    their_actors, our_actors = ReadActors(there), ReadActors(here)
    return best_pairs(
        (max(sides_agreement(g, act, their_actors), sides_agreement(o, here.acts[i], our_actors)), i, j)
        for i, g in enumerate(one.acts)
        for j, (o, act) in enumerate(zip(other.acts, there.acts, strict=True))
    )


def _collect(one: GoldDocument, other: GoldDocument, both: dict[int, int], units: dict[str, list[Unit]]) -> None:
    for i, j in both.items():
        x, y = one.acts[i], other.acts[j]
        units["type"].append((x.type, y.type))
        units["role"] += _role_units(x, y)
        for name, value in _FIELDS.items():
            units[name].append((value(x), value(y)))
    ours = [act for i, act in enumerate(one.acts) if i not in both]
    theirs = [act for j, act in enumerate(other.acts) if j not in both.values()]
    for i, j in best_pairs((_sides_shared(x, y), i, j) for i, x in enumerate(ours) for j, y in enumerate(theirs)).items():
        units["type"].append((ours[i].type, theirs[j].type))


def _sides_shared(x: GoldAct, y: GoldAct) -> float:
    one, other = gold_sides(x), gold_sides(y)
    return len(one & other) / len(one | other) if one & other and x.type != y.type else 0.0


def _role_units(x: GoldAct, y: GoldAct) -> list[Unit]:
    ours, theirs = _roles(x), _roles(y)
    return [(ours.get(key, _NOTHING), theirs.get(key, _NOTHING)) for key in dict.fromkeys([*ours, *theirs])]


def _roles(act: GoldAct) -> dict[str, str]:
    roles: dict[str, set[str]] = defaultdict(set)
    for w in act.who:
        roles[w.key].add(w.role)
    return {key: "+".join(sorted(names)) for key, names in roles.items()}


def _pairwise(pairs: Sequence[tuple[GoldDocument, GoldDocument]]) -> dict[str, float]:
    ones, others = [a for a, _ in pairs], [b for _, b in pairs]
    there = evaluate(ones, [gold_reading(b) for b in others]).figures
    back = evaluate(others, [gold_reading(a) for a in ones]).figures
    out = {name: (there[name] + back[name]) / 2 for name in ("fact_f1", "act_f1")}
    for name, kind in (("quotation_f1", "quote"), ("relation_f1", "relation")):
        precision, recall = there[f"{kind}_precision"], there[f"{kind}_recall"]
        nothing = math.isnan(precision) and math.isnan(recall)
        out[name] = float("nan") if nothing else f1(precision, recall)
    return out
