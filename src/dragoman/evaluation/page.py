"""The evaluation as one self-contained page: everything escaped, no script, no link out."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING

from dragoman.evaluation.counts import Counts
from dragoman.evaluation.figures import act_figures, field_figures
from dragoman.evaluation.listing import document_lines
from dragoman.evaluation.report import number

if TYPE_CHECKING:
    from dragoman.evaluation.evaluation import Evaluation

_STYLE = """body{font:15px/1.45 system-ui,sans-serif;max-width:75rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c;background:#fff}
table{border-collapse:collapse;margin:1rem 0}td,th{padding:.15rem .7rem;text-align:right;border-bottom:1px solid #ddd}
td:first-child,th:first-child{text-align:left}section{margin:1.5rem 0}p{margin:.15rem 0;font-family:ui-monospace,monospace;font-size:13px}
.missed{color:#a01515}.optional{color:#8a5a5a}.false{color:#7a1a7a}.wrong{color:#7a5200}.right{color:#555}"""


def evaluation_page(evaluation: Evaluation, worst: int) -> str:
    """The report as HTML."""
    return "\n".join(_page(evaluation, worst)) + "\n"


def _page(evaluation: Evaluation, worst: int) -> Iterator[str]:
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><title>Evaluation</title>'
    yield f"<style>{_STYLE}</style></head><body><h1>Evaluation</h1>"
    yield from _table(("figure", ""), [(name, number(v)) for name, v in evaluation.figures.items()])
    for title, by in (("type", evaluation.by_type), ("status", evaluation.by_status), ("phenomenon", evaluation.by_phenomenon)):
        if by:
            heads = (title, "core", "found", "read", "act precision", "act recall", "fact precision", "fact recall")
            yield from _table(heads, [_row(name, n) for name, n in by.items()])
    rows = [(f"{c.field}: {c.gold} read as {c.read}", str(len(c.documents))) for c in evaluation.confusions]
    yield from _table(("confusion", "times"), rows)
    for score in evaluation.worst(worst):
        yield "<section>"
        for line in document_lines(score):
            tag = "h2" if line.kind == "head" else "p"
            yield f'<{tag} class="{line.kind}">{escape(line.text)}</{tag}>'
        yield "</section>"
    yield "</body></html>"


def _row(name: str, n: Counts) -> tuple[str, ...]:
    counts = (str(n["acts.core"]), str(n["acts.core.found"]), str(n["acts.read"]))
    return (name, *counts, *(number(v) for v in (*act_figures(n)[1:], *field_figures(n, "facts")[1:])))


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]] | list[tuple[str, str]]) -> Iterator[str]:
    yield "<table><tr>" + "".join(f"<th>{escape(h)}</th>" for h in heads) + "</tr>"
    for row in rows:
        yield "<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>"
    yield "</table>"
