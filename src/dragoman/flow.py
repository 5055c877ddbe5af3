"""The whole way on one screen: from a source to readings.

    intake   ->   text   ->   annotations   ->   grammar   ->   reading

Each name below is the door of one stage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from dragoman.intake.sources import IntakeFailure, documents
from dragoman.model.document import Document
from dragoman.model.reading import Reading
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
    """Read files, folders and `-`; what cannot be brought in comes back as a failure in its place, never as an exception."""
    failures: list[IntakeFailure] = []

    def sound(items: Iterable[Document | IntakeFailure]) -> Iterator[Document]:
        for item in items:
            if isinstance(item, IntakeFailure):
                failures.append(item)
            else:
                yield item

    for reading in reader("fr", frames).pipe(sound(documents(sources)), n_process=n_process):
        yield from failures
        failures.clear()
        yield reading
    yield from failures
