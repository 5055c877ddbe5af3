"""Reading a stream of documents, with what could not be brought in kept in its place."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.intake.failure import IntakeFailure
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.reading.pool import pool_readings
from dragoman.reading.reader import Reader


def read_in_place(
    items: Iterable[Document | IntakeFailure],
    reader: Reader,
    *,
    n_process: int = 1,
    published: str | None = None,
    publisher: str | None = None,
) -> Iterator[Reading | IntakeFailure]:
    """The items, each document replaced by its reading, in the order they came.

    `published` (EDTF) and `publisher` hold for the documents that tell none of their own. A document that cannot be read comes back as an
    empty reading with a warning.
    """
    waiting: deque[IntakeFailure | None] = deque()

    def sound() -> Iterator[Document]:
        for item in items:
            if isinstance(item, IntakeFailure):
                waiting.append(item)
            else:
                waiting.append(None)
                yield _completed(item, published, publisher)

    for reading in pool_readings(reader, sound(), n_process):
        while (failure := waiting.popleft()) is not None:
            yield failure
        yield reading
    for failure in waiting:
        if failure is not None:
            yield failure


def _completed(document: Document, published: str | None, publisher: str | None) -> Document:
    return msgspec.structs.replace(document, published=document.published or published, publisher=document.publisher or publisher)
