"""The predicates that no frame took, as a table under what was read: what to write a frame for."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.reading.missed import MissedPredicate
from dragoman.views.terminal import visible

MOST = 30
"""How many predicates are shown."""
_LONGEST = 90


def missed_table(rows: Sequence[MissedPredicate]) -> RenderableType:
    """The predicates, most frequent first; nothing where there are none."""
    if not rows:
        return Text("No predicate between two actors was left over.", "dim")
    grid = Table.grid(padding=(0, 2))
    for row in rows[:MOST]:
        words = visible(row.example)
        example = words if len(words) <= _LONGEST else words[: _LONGEST - 1].rstrip() + "…"
        why = "a frame did not fit" if row.known else "no frame"
        grid.add_row(f"{row.count:>4}", Text(visible(row.words), "bold"), row.kind, why, Text(f"« {example} »", "dim italic"))
    more = len(rows) - MOST
    head = Text("Between two actors, and not read as an act (how often, what, why, where):", "bold")
    return Group(head, grid, Text(f"  and {more} more", "dim") if more > 0 else Text(""))
