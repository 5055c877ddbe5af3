"""The whole way on one screen: from a source to readings.

    intake   ->   text   ->   annotations   ->   grammar   ->   reading

Each name below is the door of one stage.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.intake.failure import IntakeFailure
from dragoman.intake.sources import documents
from dragoman.model.reading import Reading
from dragoman.reading.in_place import read_in_place
from dragoman.reading.reader import Reader, make_document


@cache
def reader(language: str = "fr", frames: tuple[str, ...] = ()) -> Reader:
    """The reader of a language; its models load on the first reading and are kept."""
    return Reader(language=language, frames=frames)


def read(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
    language: str = "und",
) -> Reading:
    """Read one text: what it says was done, by whom, for whom, where, when, and who said so, each with its words.

    `published` is an EDTF date (`2022-08-24`, `2022-08`), by which weekdays and days without a year are understood.
    """
    document = make_document(text, published=published, publisher=publisher, title=title, uri=uri, language=language)
    return reader().read(document)


def read_sources(sources: Sequence[str], *, n_process: int = 1, frames: tuple[str, ...] = ()) -> Iterator[Reading | IntakeFailure]:
    """Read files, folders and `-`; what cannot be brought in comes back as a failure in its place, never as an exception.

    `frames` are paths of YAML files with frames of the caller's own; raises `FrameError` where one of them is wrong.
    """
    yield from read_in_place(documents(sources), reader("fr", frames), n_process=n_process)
