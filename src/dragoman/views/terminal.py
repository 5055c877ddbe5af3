"""What the commands share of the terminal: consoles with and without colours, lines on standard error, text that cannot steer it."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

PIPED_WIDTH = 110
"""Columns of the text format where standard output is no terminal."""
_STEERING = re.compile("[\u2028\u2029\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def wants_colour(stream: TextIO, no_colour: bool) -> bool:
    """Whether a stream shows colours: a terminal does, unless `--no-colour` or the variable NO_COLOR says otherwise."""
    return not no_colour and not os.environ.get("NO_COLOR") and stream.isatty()


def console(stream: TextIO, no_colour: bool = False) -> Console:
    """A console on the stream; plain text, without one escape sequence, where colours are off."""
    from rich.console import Console

    colour = wants_colour(stream, no_colour)
    return Console(
        file=stream,
        color_system="auto" if colour else None,
        force_terminal=None if colour else False,
        width=None if stream.isatty() else PIPED_WIDTH,
        markup=False,
        highlight=False,
        emoji=False,
        legacy_windows=False,
    )


def show(on: Console, what: RenderableType) -> None:
    """Print on a console; without colours, also without the blanks at the ends of lines by which tables fill their width."""
    if on.color_system is not None:
        on.print(what)
        return
    with on.capture() as captured:
        on.print(what)
    on.file.write("".join(f"{line.rstrip()}\n" for line in captured.get().splitlines()))


def visible(text: str) -> str:
    """The text with U+FFFD for the characters that would steer a terminal: escapes, other controls, changes of direction."""
    return _STEERING.sub("\ufffd", text)


def complain(where: str, what: str) -> None:
    """One line on standard error: which document, and what is the matter."""
    line = " ".join(visible(f"dragoman: {where}: {what}").split())
    print(line.encode("utf-8", "replace").decode("utf-8"), file=sys.stderr, flush=True)
