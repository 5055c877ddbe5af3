"""Pinned scores: the floors below which no change may push the figures, and how they are moved.

A floor goes up by itself when scores are pinned again. It goes down only for a reason, which is written beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import msgspec

from dragoman.errors import MeasureError
from dragoman.evaluation.corpus import Corpus, load_corpus
from dragoman.evaluation.reading_corpora import spread, varied

FIGURES = ("fact_f1", "act_f1")
"""The figures that have floors."""

MOST_LOST = 0.005
"""How far a figure may fall below its floor: half a point, as much as a change elsewhere may move it by accident."""

VARIANTS = 30
"""Documents of which the gate reads one variant each."""


class Lowered(msgspec.Struct, frozen=True):
    """One time that floors were lowered: which, from where to where, and why."""

    reason: str
    before: dict[str, float]
    after: dict[str, float]


class Pin(msgspec.Struct, frozen=True):
    """The floors of one corpus. `digest` is the corpus's; `lowered` tells every time that a floor was lowered, oldest first."""

    digest: str
    figures: dict[str, float]
    lowered: tuple[Lowered, ...] = ()


Pins = dict[str, Pin]


def gate_corpora(root: Path) -> dict[str, Callable[[], Corpus]]:
    """The corpora of the gate by name, each loaded when called: both French corpora, and variants of the first."""

    def develop() -> Corpus:
        return load_corpus(root / "evaluation/fr/develop")

    def variants() -> Corpus:
        corpus = develop()
        return varied(Corpus(corpus.documents, spread(corpus.gold, VARIANTS)), 1)

    return {"develop": develop, "test": lambda: load_corpus(root / "evaluation/fr/test"), "variants": variants}


def read_pins(path: Path) -> Pins:
    """The pins of a file, none where there is no file; raises `MeasureError` where it cannot be read."""
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=Pins)
    except (msgspec.MsgspecError, OSError) as error:
        raise MeasureError(f"{path}: no pinned scores: {error}") from error


def write_pins(path: Path, pins: Pins) -> None:
    """Write the pins, corpora and figures in order of their names."""
    ordered = msgspec.json.encode(dict(sorted(pins.items())), order="sorted")
    path.write_bytes(msgspec.json.format(ordered, indent=2) + b"\n")


def losses(pin: Pin, figures: Mapping[str, float]) -> dict[str, float]:
    """The figures that have fallen below their floor by more than is allowed, with how far they fell."""
    return {name: round(floor - figures[name], 4) for name, floor in pin.figures.items() if floor - figures[name] > MOST_LOST}


def pinned(name: str, pin: Pin | None, digest: str, figures: Mapping[str, float], lower: str | None = None) -> Pin:
    """The pin of a corpus after a measurement: floors raised to what was measured, lowered only where `lower` gives a reason.

    Raises `MeasureError` where a figure has fallen too far below its floor and no reason is given.
    """
    measured = {figure: round(figures[figure], 4) for figure in FIGURES}
    if pin is None:
        return Pin(digest, measured)
    below = {figure: floor for figure, floor in pin.figures.items() if measured[figure] < floor}
    if lower and below:
        lowered = Lowered(lower, below, {figure: measured[figure] for figure in below})
        return Pin(digest, measured, (*pin.lowered, lowered))
    lost = losses(pin, measured)
    if lost:
        told = ", ".join(f"{figure} by {100 * by:.1f} points" for figure, by in lost.items())
        raise MeasureError(f"{name}: below the floor: {told}; if that is meant, say why with --lower")
    raised = {figure: max(measured[figure], pin.figures.get(figure, 0.0)) for figure in FIGURES}
    return Pin(digest, raised, pin.lowered)
