"""Bars drawn on the server, each with its name, its figure and where it leads; the template shows a table of the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ROW, LABELS, LONGEST, FIGURES = 24, 170, 220, 50
MOST_BARS = 12


@dataclass(frozen=True)
class Bar:
    """A row of the chart."""

    label: str
    value: int
    address: str
    y: float
    length: float


@dataclass(frozen=True)
class Bars:
    """Rows ready for the template, lengths in units of the view box."""

    rows: tuple[Bar, ...]
    width: float
    height: float
    more: int

    @property
    def labels(self) -> int:
        """How wide the names are."""
        return LABELS


def bars(values: Iterable[tuple[str, int, str]]) -> Bars:
    """Bars of (name, figure, address), in the order given."""
    told = list(values)
    most = max((value for _, value, _ in told), default=0)
    shown = told[:MOST_BARS]
    rows = tuple(
        Bar(label, value, address, n * ROW, round(max(1.0, LONGEST * value / most), 1) if most else 1.0)
        for n, (label, value, address) in enumerate(shown)
    )
    return Bars(rows, LABELS + LONGEST + FIGURES, ROW * len(rows), len(told) - len(shown))
