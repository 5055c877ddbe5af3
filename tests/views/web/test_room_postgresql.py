"""The room on a record in PostgreSQL: every page once, the same answers as in SQLite, a decision and its undoing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.util import module_from_spec, spec_from_file_location
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from canned import BASE
from starlette.testclient import TestClient

from dragoman.reading.reader import Reader
from dragoman.record.record import Record
from dragoman.views.example_documents import record_documents
from dragoman.views.web.application import application_of
from dragoman.views.web.room import Room

SERVER = Path(__file__).parents[2] / "record" / "postgresql_server.py"
DOCUMENTS = 14
TOKEN = "t" * 24
SAME = (
    "/api/v1/acts?limit=200",
    "/api/v1/acts/facets",
    "/api/v1/promises",
    "/api/v1/acts/network",
    "/api/v1/acts/places",
    "/api/v1/review",
)


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    """An empty database; skips where no server can be started."""
    spec = spec_from_file_location("a_postgresql_server", SERVER)
    assert spec and spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    try:
        with module.running_server() as made:
            yield made.format("postgres")
    except module.NoServerError as reason:
        pytest.skip(f"no PostgreSQL: {reason}")


@pytest.fixture(scope="module")
def client(url: str, reader: Reader) -> Iterator[TestClient]:
    with Record.open(url) as record:
        record.file(reader.pipe(islice(record_documents(), DOCUMENTS)))
        yield client_of(record)


def client_of(record: Record) -> TestClient:
    client = TestClient(application_of(Room(record, tokens={TOKEN: "Ana"})), base_url=BASE, follow_redirects=False)
    client.headers["authorization"] = f"Bearer {TOKEN}"
    return client


def values(client: TestClient) -> dict[str, str]:
    """What the record holds, for the places in addresses."""
    acts = client.get("/api/v1/acts?limit=200").json()["acts"]
    act = next(act for act in acts if act["source"])
    tie = client.get("/api/v1/acts/network").json()["edges"][0]
    person = next(side["actor"]["ident"] for one in acts for side in one["sides"] if side["actor"]["kind"] == "person")
    doubt = client.get("/api/v1/review").json()["doubts"][0]["ident"]
    return {"a": tie["a"], "b": tie["b"], "act": act["ident"], "document": act["source"]["document"], "person": person, "doubt": doubt}


PAGES = (
    "/",
    "/search",
    "/search?text=ministre&country={a}&type=visit",
    "/search/documents?text=ministre",
    "/promises",
    "/promises?state=overdue&as_of=2023-01-01",
    "/map",
    "/network",
    "/network?of=person",
    "/review",
    "/review?question={doubt}",
    "/review/second",
    "/review/agreement",
    "/read",
    "/pair/{a}/{b}",
    "/pair/{a}/{b}?type=visit&since=2021&until=2023",
    "/pair/{a}/{b}/brief",
    "/pair/{a}/{b}/brief.html",
    "/country/{a}",
    "/country/{a}/brief",
    "/organisation/org:UN",
    "/person/{person}",
    "/person/{person}/brief",
    "/act/{act}",
    "/document/{document}",
    "/document/{document}/page",
    "/api",
    "/api/v1/acts.csv",
    "/api/v1/acts.jsonl",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_shown(client: TestClient, path: str) -> None:
    answer = client.get(path.format(**values(client)), headers={"accept-language": "fr"})
    assert answer.status_code == 200, answer.text[-600:]


def test_the_answers_are_those_of_an_embedded_record(client: TestClient, small_record: Path) -> None:
    with Record.open(small_record, read_only=True) as record:
        embedded = client_of(record)
        for path in SAME:
            assert client.get(path).json() == embedded.get(path).json(), path


@pytest.mark.parametrize(
    "path", ["/search?cursor=zzz", "/review?cursor=zzz", "/promises?state=open&cursor=zzz", "/search/documents?text=a&cursor=z"]
)
def test_a_cursor_made_up_is_refused(client: TestClient, path: str) -> None:
    answer = client.get(path, headers={"accept": "application/json"})
    assert answer.status_code == 400, (path, answer.text)
    assert set(answer.json()["error"]) == {"code", "message", "remedy"}


def test_a_question_is_answered_and_taken_back(client: TestClient) -> None:
    page = client.get("/review", headers={"accept-language": "en"}).text
    (asked,) = set(re.findall(r'action="/review/(q-[0-9a-f]+)"', page))
    answer = client.post(f"/review/{asked}", data={"verdict": "yes"})
    assert answer.status_code == 303
    made: dict[str, Any] = client.get("/api/v1/decisions").json()[-1]
    assert made["by"] == "Ana"
    assert client.post(f"/decision/{made['ident']}/undo", data={"back": "/review"}).status_code == 303
    assert client.get(f"/api/v1/review/{asked}").json()["state"] == "open"
