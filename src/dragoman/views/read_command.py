"""`dragoman read`: what documents say, on standard output."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from dragoman.views.options import colour_option, reading_options

if TYPE_CHECKING:
    from dragoman.intake.failure import IntakeFailure
    from dragoman.model.document import Document
    from dragoman.model.reading import Reading


@click.command(epilog="Example:  dragoman read communique.txt --published 2024-05-16 --format jsonl > readings.jsonl")
@click.argument("sources", nargs=-1, metavar="FILE...")
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "jsonl", "html"]), default="text", show_default=True, help="How to write it."
)
@click.option("--labels", type=click.Choice(["en", "fr"]), default="en", show_default=True, help="Language of the labels (html format).")
@click.option("--examples", is_flag=True, help="Read the example communiqués that come with the package.")
@click.option("--missed", is_flag=True, help="List sentences and predicates in which no act was read (text format).")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Read in N processes.")
@reading_options
@colour_option
def read(
    sources: tuple[str, ...],
    form: str,
    labels: str,
    examples: bool,
    missed: bool,
    processes: int,
    published: str | None,
    publisher: str | None,
    frames: tuple[str, ...],
    no_colour: bool,
) -> int:
    """Read documents: plain text, JSONL or JSON with a `text`, folders, or - for standard input."""
    if not sources and not examples:
        raise click.UsageError("nothing to read: name a file, a folder or -, or say --examples")
    if missed and form != "text":
        raise click.UsageError("--missed goes with --format text only")
    from dragoman.flow import reader
    from dragoman.reading.in_place import read_in_place
    from dragoman.views.progress import progress
    from dragoman.views.writers import writer

    out = writer(form, no_colour=no_colour, missed=missed, labels=labels)
    items = read_in_place(
        _documents(sources, examples), reader("fr", frames), n_process=processes, published=published, publisher=publisher
    )
    sound, read_so_far = True, []
    with progress(no_colour) as advance:
        for item in items:
            reading = readable(item)
            if reading is not None:
                out.write(reading)
                advance(len(reading.acts))
                if missed:
                    read_so_far.append(reading.document)
            sound = sound and reading is not None and not failed(reading)
    out.close()
    if missed:
        _show_missed(read_so_far, frames, no_colour)
    return 0 if sound else 1


def readable(item: Reading | IntakeFailure) -> Reading | None:
    """The reading, its warnings told on standard error; None for a document that could not be brought in, told likewise."""
    from dragoman.intake.failure import IntakeFailure
    from dragoman.views.names import document_name
    from dragoman.views.terminal import complain

    if isinstance(item, IntakeFailure):
        complain(item.where, item.reason)
        return None
    for warning in item.warnings:
        complain(document_name(item.document), warning)
    return item


def failed(reading: Reading) -> bool:
    """Whether the reading stands for a document on which the reader failed."""
    from dragoman.reading.carefully import is_failed

    return is_failed(reading)


def _show_missed(documents: Sequence[Document], frames: tuple[str, ...], no_colour: bool) -> None:
    from dragoman.flow import reader
    from dragoman.reading.missed import missed_predicates
    from dragoman.views.missed_table import missed_table
    from dragoman.views.terminal import console, show

    show(console(sys.stdout, no_colour), missed_table(missed_predicates(reader("fr", frames), documents)))


def _documents(sources: Sequence[str], examples: bool) -> Iterator[Document | IntakeFailure]:
    from dragoman.intake.sources import documents
    from dragoman.views.example_documents import example_documents

    yield from documents(sources)
    if examples:
        yield from example_documents()
