"""The command line, put together: one module for each command."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from dragoman import __version__
from dragoman.errors import DragomanError, FrameError
from dragoman.views.agreement_command import agreement
from dragoman.views.evaluate_command import evaluate
from dragoman.views.explain_command import explain
from dragoman.views.read_command import read
from dragoman.views.schema_command import schema

FAILED, MISUSED = 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog="Example:  dragoman read --examples")
@click.version_option(__version__, prog_name="dragoman")
def command_line() -> None:
    """Read diplomatic communiqués: who received whom, where and when, who said what, every fact with its words.

    Exit status: 0 all was read, 1 some document failed (a line on standard error each, the others are read), 2 wrong usage.
    """


for command in (read, explain, evaluate, agreement, schema):
    command_line.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its status."""
    try:
        status = command_line.main(arguments, prog_name="dragoman", standalone_mode=False)
        sys.stdout.flush()
    except click.exceptions.Abort:
        status = 130
    except click.ClickException as error:
        error.show()
        status = error.exit_code
    except DragomanError as error:
        print(f"dragoman: {error}", file=sys.stderr)
        status = MISUSED if isinstance(error, FrameError) else FAILED
    except BrokenPipeError:
        status = _left_alone()
    sys.exit(status if isinstance(status, int) else 0)


def _left_alone() -> int:
    """Whoever read our output has gone (`| head`): that is no failure, and nothing is left to say."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
