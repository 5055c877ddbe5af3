"""A small record of documents that belong together, read once, for tests of pages that need one."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from canned import BASE
from starlette.testclient import TestClient

from dragoman.reading.reader import Reader
from dragoman.record.record import Record
from dragoman.views.example_documents import record_documents
from dragoman.views.web.application import make_application

DOCUMENTS = 14
TOKEN = "t" * 24


@pytest.fixture(scope="session")
def small_record(tmp_path_factory: pytest.TempPathFactory, reader: Reader) -> Path:
    """The file of a record of the first example documents: copy it, where something is to be written."""
    file = tmp_path_factory.mktemp("room") / "small.record"
    with Record.open(file) as record:
        record.file(reader.pipe(islice(record_documents(), DOCUMENTS)))
    return file


@pytest.fixture
def room(small_record: Path, tmp_path: Path) -> Iterator[TestClient]:
    """A client of the room on a copy of the small record; it comes with the token of a user named Ana."""
    file = tmp_path / "copy.record"
    shutil.copy(small_record, file)
    with TestClient(make_application(file, tokens={TOKEN: "Ana"}), base_url=BASE, follow_redirects=False) as client:
        client.headers["authorization"] = f"Bearer {TOKEN}"
        yield client
