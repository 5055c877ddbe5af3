"""What all tests share: one reader, whose model is loaded once."""

from __future__ import annotations

import pytest

from dragoman.flow import reader as shared_reader
from dragoman.reading.reader import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader that `dragoman.read` uses."""
    return shared_reader()
