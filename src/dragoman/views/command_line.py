"""The command line, put together: one module for each command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import click

from dragoman import __version__
from dragoman.errors import DragomanError, FrameError
from dragoman.views.agreement_command import agreement
from dragoman.views.dossier_command import dossier
from dragoman.views.evaluate_command import evaluate
from dragoman.views.explain_command import explain
from dragoman.views.export_command import export
from dragoman.views.find_command import find
from dragoman.views.keep_command import keep
from dragoman.views.promises_command import promises
from dragoman.views.read_command import read
from dragoman.views.record_commands import record_commands
from dragoman.views.review_command import review
from dragoman.views.schema_command import schema
from dragoman.views.web.serve_command import serve
from dragoman.views.who_command import who

FAILED, MISUSED = 1, 2


class QuietGroup(click.Group):
    """A group of commands that ends quietly where whoever read its output has gone (`| head`)."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command that was asked for."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return status


@click.group(cls=QuietGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog="Example:  dragoman read --examples")
@click.version_option(__version__, prog_name="dragoman")
def command_line() -> None:
    """Read diplomatic communiqués: who received whom, where and when, who said what, every fact with its words.

    Exit status: 0 all was read, 1 some document failed (a line on standard error each, the others are read), 2 wrong usage.
    """


COMMANDS = (read, keep, dossier, who, promises, find, review, record_commands, export, serve, explain, evaluate, agreement, schema)
for command in COMMANDS:
    command_line.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status."""
    try:
        status = command_line.main(arguments, prog_name="dragoman", standalone_mode=False)
    except click.exceptions.Abort:
        status = 130
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        status = MISUSED if isinstance(error, FrameError) else FAILED
    except OSError as error:
        print(f"dragoman: the output cannot be written: {error.strerror}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = FAILED
    sys.exit(status if isinstance(status, int) else 0)
