"""`dragoman agreement`: how far two human coders agree."""

from __future__ import annotations

import json
import math
from pathlib import Path

import click

_GOLD = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(epilog="Example:  dragoman agreement coder-a.jsonl coder-b.jsonl")
@click.argument("a", type=_GOLD)
@click.argument("b", type=_GOLD)
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True, help="How to write it.")
def agreement(a: Path, b: Path, form: str) -> None:
    """Compare two coders' gold files of the same documents: Krippendorff's alpha for each field, F1 for what each found."""
    from dragoman.evaluation import read_gold
    from dragoman.evaluation.agreement import agreement as compare

    figures = compare(read_gold(a), read_gold(b))
    if form == "json":
        click.echo(json.dumps({name: None if math.isnan(value) else round(value, 4) for name, value in figures.items()}))
        return
    for name, value in figures.items():
        click.echo(f"{name:22} {_shown(value):>8}")


def _shown(value: float) -> str:
    if math.isnan(value):
        return "-"
    return f"{value:.0f}" if value == int(value) and value > 1 else f"{value:.3f}"
