"""Readings on standard output: as text, as a JSON list, as JSONL, as a page of HTML."""

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


class Page:
    """One page of HTML with all readings, that needs nothing else; `labels` is the language of what is not the documents' own."""

    def __init__(self, stream: BinaryIO, labels: str) -> None:
        from dragoman.views.reading_page import ReadingPage

        self.stream = stream
        self.page = ReadingPage(labels)

    def write(self, reading: Reading) -> None:
        """Write one reading, behind the page's head where it is the first."""
        if not self.page.readings:
            self._put(self.page.head(self.page.title(reading)))
        self._put(self.page.article(reading))

    def close(self) -> None:
        """Write what ends the page."""
        self._put(self.page.tail() if self.page.readings else self.page.head("dragoman") + self.page.tail())

    def _put(self, html: str) -> None:
        self.stream.write(html.encode("utf-8", "replace"))
        self.stream.flush()


def writer(form: str, *, no_colour: bool, missed: bool, labels: str = "en") -> Writer:
    """The writer of a format: `text`, `json`, `jsonl` or `html`."""
    makers: dict[str, Callable[[], Writer]] = {
        "text": lambda: Summaries(no_colour, missed),
        "json": lambda: JsonList(sys.stdout.buffer),
        "jsonl": lambda: JsonLines(sys.stdout.buffer),
        "html": lambda: Page(sys.stdout.buffer, labels),
    }
    return makers[form]()
