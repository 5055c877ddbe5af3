"""A document of one line of 5 MB: every page that tells of it stays small, and says what it holds as text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from canned import BASE
from readings_by_hand import HOSTILE, TEXT, reading_of
from starlette.testclient import TestClient

from dragoman.record.record import Record
from dragoman.views.web.application import application_of
from dragoman.views.web.room import Room

LINE = f"{HOSTILE.replace(chr(0), '').strip()} {TEXT.rstrip('.')}" + " <b>mot" * 800_000
IDENT = reading_of(LINE).document.id
ACT = f"{IDENT.removeprefix('sha256:')[:16]}.a1"
LARGEST = 1_500_000
PATHS = (
    "/",
    "/search",
    "/search/documents?text=mot",
    "/review",
    "/review/second",
    "/promises",
    "/map",
    "/network",
    "/country/MLI",
    "/country/MLI/brief",
    "/country/MLI/brief.html",
    "/pair/JPN/MLI",
    "/pair/JPN/MLI/brief",
    "/person/per:diarra@MLI",
    f"/act/{ACT}",
    f"/document/{IDENT}",
    f"/document/{IDENT}?part=2",
    f"/document/{IDENT}?at=4999990-5000000",
    "/api/v1/acts",
    f"/api/v1/act/{ACT}",
)


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    with Record.open(tmp_path_factory.mktemp("huge") / "huge.record") as record:
        record.file([reading_of(LINE)])
        yield TestClient(application_of(Room(record)), base_url=BASE, follow_redirects=False)


@pytest.mark.parametrize("path", PATHS)
def test_a_line_of_five_megabytes_makes_no_page_heavy(client: TestClient, path: str) -> None:
    assert len(LINE) > 5_000_000
    answer = client.get(path)
    assert answer.status_code == 200, answer.text[:500]
    assert len(answer.content) < LARGEST
    if "json" not in answer.headers["content-type"]:
        assert not re.search(r"<script>|<img|<b>", answer.text)
