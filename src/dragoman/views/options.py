"""Options that several commands have."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

C = TypeVar("C", bound=Callable[..., Any])


def _edtf(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from dragoman.annotations.dates.bounds import is_valid

    if value is not None and not is_valid(value):
        raise click.BadParameter(f"{value!r} is no EDTF date: write 2022-08-24, 2022-08 or 2022", context, parameter)
    return value


def reading_options(command: C) -> C:
    """What a reader is told besides the text: when and by whom it was published, and more frames."""
    frames = click.option("--frames", multiple=True, metavar="FILE.yaml", help="Read with these frames too; may be given several times.")
    return publication_options(frames(command))


def publication_options(command: C) -> C:
    """When and by whom documents were published that do not say so themselves."""
    for option in (
        click.option("--publisher", metavar="NAME", help="Who published the documents that do not say so themselves."),
        click.option("--published", metavar="EDTF", callback=_edtf, help="When they were published: weekdays are understood by it."),
    ):
        command = option(command)
    return command


def colour_option(command: C) -> C:
    """`--no-colour`, also spelled `--no-color`."""
    return click.option("--no-colour", "--no-color", is_flag=True, help="No colours; so it is where NO_COLOR is set.")(command)
