"""How far the reading has come, on a terminal's standard error."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(no_colour: bool) -> Iterator[Callable[[int], None]]:
    """Yields what is to be called with the number of acts of each document read.

    Nothing is shown where standard error is no terminal, or where standard output is one: there the readings themselves
    show how far it is, and would run into the bar.
    """
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda acts: None
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from dragoman.views.terminal import console

    shown = TextColumn("{task.completed} documents, {task.fields[acts]} acts")
    bar = Progress(TextColumn("reading"), BarColumn(), shown, TimeElapsedColumn(), console=console(sys.stderr, no_colour), transient=True)
    with bar:
        task = bar.add_task("reading", total=None, acts=0)
        yield lambda acts: bar.update(task, advance=1, acts=bar.tasks[0].fields["acts"] + acts)
