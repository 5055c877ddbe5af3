from __future__ import annotations

from typing import Any

import pytest
from starlette.testclient import TestClient

from dragoman.views.web.application import application_of
from dragoman.views.web.room import Room


class NoRecord:
    questions: Any = None

    def close(self) -> None: ...


@pytest.fixture
def client() -> TestClient:
    return TestClient(application_of(Room(NoRecord())), base_url="http://127.0.0.1:8765")


def test_home(client: TestClient) -> None:
    page = client.get("/", headers={"accept-language": "fr-FR,fr;q=0.9"})
    assert page.status_code == 200, page.text
    assert 'lang="fr"' in page.text
    assert page.headers["content-security-policy"].startswith("default-src 'self'")


def test_missing(client: TestClient) -> None:
    assert client.get("/api/v1/nothing").json()["error"]["code"] == "not_found"
    assert "not_found" in client.get("/nothing").text


def test_static(client: TestClient) -> None:
    assert client.get("/static/room.js").status_code == 200
    assert client.get("/static/../application.py").status_code == 404
