"""Krippendorff's alpha for nominal values: how far coders agree beyond chance.

Source: K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011).
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence


def alpha(units: Iterable[Sequence[Hashable | None]]) -> float:
    """Alpha of units, each the values that the coders gave it; None is a missing value.

    1 is perfect agreement, 0 what chance would give, below 0 systematic disagreement. Not a number where fewer than two values can be
    compared, or where all of them are the same: without variation there is nothing to agree on.
    """
    weights: dict[tuple[Hashable, Hashable], float] = {}
    for unit in units:
        values = [v for v in unit if v is not None]
        if len(values) < 2:
            continue
        for i, one in enumerate(values):
            for j, other in enumerate(values):
                if i != j:
                    weights[one, other] = weights.get((one, other), 0.0) + 1 / (len(values) - 1)
    return _alpha(weights)


def _alpha(weights: dict[tuple[Hashable, Hashable], float]) -> float:
    totals: dict[Hashable, float] = {}
    for (one, _), weight in weights.items():
        totals[one] = totals.get(one, 0.0) + weight
    n = sum(totals.values())
    observed = sum(w for (one, other), w in weights.items() if one != other)
    expected = n * n - sum(t * t for t in totals.values())
    if n <= 1 or expected == 0:
        return float("nan")
    return 1 - (n - 1) * observed / expected


def share(units: Iterable[Sequence[Hashable | None]]) -> float:
    """The share of units with two values or more on which all coders agree; not a number where there are none."""
    compared = [values for unit in units if len(values := [v for v in unit if v is not None]) > 1]
    return sum(len(set(values)) == 1 for values in compared) / len(compared) if compared else float("nan")
