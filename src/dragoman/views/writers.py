"""Readings on standard output: as text, as a JSON list, as JSONL."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import BinaryIO, Protocol

import msgspec

from dragoman.model.reading import Reading


class Writer(Protocol):
    """Writes readings one after the other, each as soon as it is there."""

    def write(self, reading: Reading) -> None:
        """Write one reading."""

    def close(self) -> None:
        """Write what ends the output."""


class JsonLines:
    """One line of JSON a reading."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream

    def write(self, reading: Reading) -> None:
        """Write one line."""
        self.stream.write(reading.to_json() + b"\n")
        self.stream.flush()

    def close(self) -> None:
        """Nothing ends JSONL."""


class JsonList:
    """One JSON list of all readings, indented."""

    def __init__(self, stream: BinaryIO) -> None:
        self.stream = stream
        self.before = b"[\n"

    def write(self, reading: Reading) -> None:
        """Write one item."""
        self.stream.write(self.before + msgspec.json.format(reading.to_json(), indent=2))
        self.before = b",\n"

    def close(self) -> None:
        """Close the list, which may be empty."""
        self.stream.write(b"[]\n" if self.before == b"[\n" else b"\n]\n")
        self.stream.flush()


class Summaries:
    """The summary of each reading, with the sentences that told nothing where `missed` is set."""

    def __init__(self, no_colour: bool, missed: bool) -> None:
        from dragoman.views.terminal import console

        self.console = console(sys.stdout, no_colour)
        self.missed = missed

    def write(self, reading: Reading) -> None:
        """Print one summary."""
        from dragoman.views.summary import summary
        from dragoman.views.terminal import show
        from dragoman.views.untold import untold

        show(self.console, summary(reading, untold(reading) if self.missed else ()))
        sys.stdout.flush()

    def close(self) -> None:
        """Nothing ends the text format."""


def writer(form: str, *, no_colour: bool, missed: bool) -> Writer:
    """The writer of a format: `text`, `json` or `jsonl`."""
    makers: dict[str, Callable[[], Writer]] = {
        "text": lambda: Summaries(no_colour, missed),
        "json": lambda: JsonList(sys.stdout.buffer),
        "jsonl": lambda: JsonLines(sys.stdout.buffer),
    }
    return makers[form]()
