"""Reading so that a text on which the reader fails costs that text, never the batch."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from dragoman.errors import DataError
from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.reading.freezing import reader_version

FAILED = "the reader failed on this text"
"""How the warning of a reading begins where the document could not be read at all."""


def read_carefully(read_batch: Callable[[list[Document]], Iterable[Reading]], documents: list[Document]) -> list[Reading]:
    """The readings of the documents, in order; an empty one with a warning for each on which the reader fails.

    Where the batch fails, each document is read alone. Raises `DataError` where the package's own data is wrong: then no
    document is to blame.
    """
    try:
        return list(read_batch(documents))
    except DataError:
        raise
    except Exception as error:
        if len(documents) == 1:
            return [failed_reading(documents[0], f"{type(error).__name__}: {error}")]
    return [reading for document in documents for reading in read_carefully(read_batch, [document])]


def failed_reading(document: Document, why: str) -> Reading:
    """The empty reading of a document on which the reader failed."""
    return Reading(
        reader=reader_version(), document=document, actors=(), acts=(), statements=(), relations=(), warnings=(f"{FAILED} ({why})",)
    )


def is_failed(reading: Reading) -> bool:
    """Whether the reading stands for a document that could not be read at all."""
    return any(warning.startswith(FAILED) for warning in reading.warnings)
