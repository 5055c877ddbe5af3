"""The evaluation as plain text for a terminal."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from dragoman.evaluation.counts import Counts
from dragoman.evaluation.figures import act_figures, field_figures
from dragoman.evaluation.listing import Line, LineKind, document_lines

if TYPE_CHECKING:
    from dragoman.evaluation.evaluation import Evaluation

_COLOURS: dict[LineKind, str] = {"head": "1", "missed": "31", "optional": "2;31", "false": "35", "wrong": "33", "right": "2"}
_CONFUSIONS_SHOWN = 25


def evaluation_text(evaluation: Evaluation, worst: int, colour: bool) -> str:
    """Figures, tables by type, status and phenomenon, fields, confusions, and the worst documents."""
    parts = [*_figure_lines(evaluation), "", *_field_lines(evaluation.counts)]
    groups = (("type", evaluation.by_type), ("status", evaluation.by_status), ("phenomenon", evaluation.by_phenomenon))
    for title, by in groups:
        if by:
            parts += ["", *table_lines(title, by)]
    parts += ["", *_confusion_lines(evaluation)]
    for score in evaluation.worst(worst):
        parts += ["", *painted(document_lines(score), colour)]
    return "\n".join(parts) + "\n"


def number(value: float) -> str:
    """A figure with three places, a dash where there is nothing to measure by."""
    return "-" if math.isnan(value) else f"{value:.3f}"


def painted(lines: Iterable[Line], colour: bool) -> Iterator[str]:
    """Lines as a terminal shows them."""
    for line in lines:
        indent = "" if line.kind == "head" else "  "
        yield f"\x1b[{_COLOURS[line.kind]}m{indent}{line.text}\x1b[0m" if colour else f"{indent}{line.text}"


def _figure_lines(evaluation: Evaluation) -> Iterator[str]:
    for name, value in evaluation.figures.items():
        yield f"{name:26} {value:8.0f}" if name in ("documents", "unread") else f"{name:26} {number(value):>8}"
    for name, value in evaluation.beyond.items():
        if not math.isnan(value):
            yield f"{name:26} {number(value):>8}"


def _field_lines(n: Counts) -> Iterator[str]:
    yield f"{'fields of matched acts':26} {'right':>6} {'read':>6} {'gold':>6} {'P':>7} {'R':>7}"
    for name in ("who", "for", "status", "form", "date", "place", "town", "sources", "topic", "within", "hedged", "plover", "cameo"):
        if n[f"{name}.gold"] or n[f"{name}.read"]:
            _, precision, recall = field_figures(n, name)
            counts = " ".join(f"{n[f'{name}.{c}']:6}" for c in ("right", "read", "gold"))
            yield f"  {name:24} {counts} {number(precision):>7} {number(recall):>7}"


def table_lines(title: str, by: dict[str, Counts]) -> Iterator[str]:
    """Acts and facts of each group; `lost` is how many facts the group costs: false ones and missed ones."""
    yield f"{'by ' + title:26} {'core':>5} {'found':>5} {'read':>5} {'actP':>7} {'actR':>7} {'factP':>7} {'factR':>7} {'lost':>6}"
    for name, n in by.items():
        act, fact = act_figures(n), field_figures(n, "facts")
        counts = f"{n['acts.core']:5} {n['acts.core.found']:5} {n['acts.read']:5}"
        lost = n["facts.read"] + n["facts.gold"] - 2 * n["facts.right"]
        yield f"  {name:24} {counts} " + " ".join(f"{number(v):>7}" for v in (*act[1:], *fact[1:])) + f" {lost:6}"


def _confusion_lines(evaluation: Evaluation) -> Iterator[str]:
    yield "confusions (gold -> read)"
    for case in evaluation.confusions[:_CONFUSIONS_SHOWN]:
        names = " ".join(dict.fromkeys(case.documents))
        yield f"  {len(case.documents):3} {case.field:6} {case.gold} -> {case.read}   {names if len(names) < 70 else names[:69] + '…'}"
