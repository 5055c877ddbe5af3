"""States whose head is no president: `lexicon/fr/monarchies.csv`."""

from __future__ import annotations

from functools import cache

from dragoman.annotations.table import rows


@cache
def monarchies() -> frozenset[str]:
    """The alpha-3 codes of the states where `le président` is not the head of state."""
    return frozenset(row["country"] for row in rows("monarchies"))
