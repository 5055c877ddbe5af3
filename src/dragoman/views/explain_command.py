"""`dragoman explain`: which frame told an act, in which words, and which rule gave each field."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from dragoman.views.options import colour_option, reading_options

if TYPE_CHECKING:
    from dragoman.model.act import Act
    from dragoman.model.reading import Reading
    from dragoman.reading.reader import Reader


@click.command(epilog="Example:  dragoman explain communique.txt a1 --published 2024-05-16")
@click.argument("source", metavar="FILE")
@click.argument("act_id", metavar="ACT")
@click.option("--document", type=click.IntRange(1), default=1, show_default=True, metavar="N", help="Which document of FILE.")
@reading_options
@colour_option
def explain(
    source: str, act_id: str, document: int, published: str | None, publisher: str | None, frames: tuple[str, ...], no_colour: bool
) -> int:
    """Explain one act of a document: ACT is its number in `dragoman read FILE` (a1, a2, ...)."""
    from dragoman.flow import reader
    from dragoman.views.explanation import explain_act
    from dragoman.views.explanation_text import explanation_text
    from dragoman.views.terminal import console, show

    used = reader("fr", frames)
    reading = _reading(source, document, used, published, publisher)
    if reading is None:
        return 1
    act = _act(reading, act_id)
    show(console(sys.stdout, no_colour), explanation_text(explain_act(reading, act, used, frames), reading))
    return 0


def _reading(source: str, number: int, reader: Reader, published: str | None, publisher: str | None) -> Reading | None:
    from itertools import islice

    from dragoman.intake.sources import documents
    from dragoman.reading.in_place import read_in_place
    from dragoman.views.read_command import failed, readable

    items = islice(documents([source]), number - 1, number)
    item = next(read_in_place(items, reader, published=published, publisher=publisher), None)
    if item is None:
        raise click.UsageError(f"{source} has no document {number}")
    reading = readable(item)
    return None if reading is None or failed(reading) else reading


def _act(reading: Reading, act_id: str) -> Act:
    act = next((a for a in reading.acts if a.id == act_id), None)
    if act is None:
        there = f"it has {reading.acts[0].id} to {reading.acts[-1].id}" if reading.acts else "no act was read in it"
        raise click.UsageError(f"the document has no act {act_id}: {there}")
    return act
