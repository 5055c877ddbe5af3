"""What all tests share: one reader, whose model is loaded once, and examples drawn the same way each time."""

from __future__ import annotations

import pytest
from hypothesis import settings

from dragoman.flow import reader as shared_reader
from dragoman.reading.reader import Reader

# `make test` says the same of the same code, today and tomorrow; `make check` draws new examples (--hypothesis-profile=default).
settings.register_profile("repeatable", derandomize=True, print_blob=True)
settings.load_profile("repeatable")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader that `dragoman.read` uses."""
    return shared_reader()
