"""The readings that are to be scored: from a file, from standard input, or made of documents on the way."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from dragoman.errors import MeasureError
from dragoman.model.reading import Reading


class ReadingsInput:
    """Iterates over the readings of a path; `sound` is false once a document could not be read."""

    def __init__(self, path: str, processes: int = 1) -> None:
        self.path = path
        self.processes = processes
        self.sound = True

    def __iter__(self) -> Iterator[Reading]:
        if self.path == "-":
            yield from _decoded("-", sys.stdin.buffer)
        elif holds_readings(Path(self.path)):
            with Path(self.path).open("rb") as stream:
                yield from _decoded(self.path, stream)
        else:
            yield from self._read()

    def _read(self) -> Iterator[Reading]:
        from dragoman.flow import reader
        from dragoman.intake.sources import documents
        from dragoman.reading.in_place import read_in_place
        from dragoman.views.read_command import failed, readable

        for item in read_in_place(documents(_documents_in(self.path)), reader(), n_process=self.processes):
            reading = readable(item)
            if reading is None or failed(reading):
                self.sound = False
            else:
                yield reading


def holds_readings(path: Path) -> bool:
    """Whether the file is JSONL whose first object is a reading; a folder or another file holds documents."""
    if not path.is_file() or path.suffix.lower() not in (".jsonl", ".ndjson"):
        return False
    with path.open("rb") as stream:
        first = next((line for line in stream if line.strip()), b"")
    try:
        value = json.loads(first)
    except ValueError:
        return False
    return isinstance(value, dict) and "reader" in value and "acts" in value


def _documents_in(path: str) -> list[str]:
    """Of a corpus folder its `documents.jsonl` and `NAME.documents.jsonl`, so that its gold is not taken for documents."""
    inside = sorted(Path(path).glob("documents.jsonl")) + sorted(Path(path).glob("*.documents.jsonl"))
    return [str(file) for file in inside] or [path]


def _decoded(path: str, lines: Iterable[bytes]) -> Iterator[Reading]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield Reading.from_json(line)
        except (msgspec.MsgspecError, UnicodeDecodeError) as error:
            raise MeasureError(f"{path}:{number}: is no reading: {error}") from error
