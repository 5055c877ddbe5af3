"""Bars drawn on the server, each with its name, its figure and where it leads."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST = 220
MOST_BARS = 12


@dataclass(frozen=True)
class Bar:
    """A row of the chart."""

    label: str
    value: int
    address: str
    length: float


@dataclass(frozen=True)
class Bars:
    """Rows ready for the template, lengths in units of the longest; `more` rows are not drawn."""

    rows: tuple[Bar, ...]
    more: int

    @property
    def longest(self) -> int:
        """How long the longest bar is."""
        return LONGEST


def bars(values: Iterable[tuple[str, int, str]]) -> Bars:
    """Bars of (name, figure, address), in the order given."""
    told = list(values)
    most = max((value for _, value, _ in told), default=0)
    shown = told[:MOST_BARS]
    rows = tuple(Bar(label, value, address, round(max(1.0, LONGEST * value / most), 1) if most else 1.0) for label, value, address in shown)
    return Bars(rows, len(told) - len(shown))
