"""`dragoman evaluate`: how well documents were read, against what careful human readers found."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.views.options import colour_option

if TYPE_CHECKING:
    pass


@click.command(epilog="Example:  dragoman evaluate gold.jsonl readings.jsonl --worst 5")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.argument("readings", metavar="READINGS_OR_DOCUMENTS")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True, help="How to write it.")
@click.option("--worst", type=click.IntRange(0), default=0, show_default=True, metavar="N", help="List the N documents read worst.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Read in N processes.")
@colour_option
def evaluate(gold: Path, readings: str, form: str, worst: int, processes: int, no_colour: bool) -> int:
    """Score readings against GOLD, a file of gold documents in JSONL.

    READINGS_OR_DOCUMENTS is a file of readings in JSONL, or - for the same on standard input; or documents to read first: a folder, or a
    file of documents in JSONL.
    """
    from dragoman.evaluation import evaluate as score
    from dragoman.evaluation import read_gold
    from dragoman.views.scored_readings import ReadingsInput
    from dragoman.views.terminal import wants_colour

    source = ReadingsInput(readings, processes)
    evaluation = score(read_gold(gold), source)
    if form == "json":
        click.echo(evaluation.to_json())
    elif form == "html":
        click.echo(evaluation.to_html(worst or 20), nl=False)
    else:
        click.echo(evaluation.to_text(worst, wants_colour(sys.stdout, no_colour)), nl=False, color=True)
    return 0 if source.sound else 1
