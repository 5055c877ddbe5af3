from __future__ import annotations

from typing import Any

import pytest
from canned import CannedRecord, client_of
from readings_by_hand import TEXT, reading_of
from starlette.testclient import TestClient
from test_reading_page import Page

HOSTILE = "</textarea><script>alert(1)</script>\u202eevil"


@pytest.fixture(autouse=True)
def no_models(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """A reader that knows one text; what it was asked."""
    asked: list[dict[str, Any]] = []

    def read(text: str, **told: Any) -> Any:
        asked.append({"text": text, **told})
        return reading_of(TEXT, title=told["title"], uri=told["uri"])

    monkeypatch.setattr("dragoman.flow.read", read)
    return asked


@pytest.fixture
def client() -> TestClient:
    client = client_of()
    client.headers["x-form-token"] = str(client.get("/api/v1/session").json()["form_token"])
    return client


def record_of(client: TestClient) -> CannedRecord:
    return client.app.state.room.record  # type: ignore[attr-defined,no-any-return]


def test_a_pasted_text_is_read_at_once_and_not_filed(client: TestClient, no_models: list[dict[str, Any]]) -> None:
    page = client.post("/read", data={"text": "Un\r\ntexte", "published": "2024-05-16", "title": HOSTILE})
    assert page.status_code == 200
    assert Page(page.text).evidenced == TEXT
    assert no_models == [{"text": "Un\ntexte", "published": "2024-05-16", "publisher": None, "title": HOSTILE, "uri": None}]
    assert record_of(client).filed == []
    assert "<script>alert" not in page.text
    assert "Nothing is filed yet." in page.text and 'value="file"' in page.text


def test_what_was_pasted_stays_in_the_form(client: TestClient) -> None:
    page = client.post("/read", data={"text": HOSTILE + "\n\nfin"}).text
    assert "&lt;/textarea&gt;&lt;script&gt;alert(1)&lt;/script&gt;\u202eevil\n\nfin</textarea>" in page


def test_a_text_is_filed(client: TestClient) -> None:
    answer = client.post("/read", data={"text": "Un texte", "action": "file"})
    assert answer.status_code == 303
    assert answer.headers["location"] == f"/document/{reading_of().document.id}?filed=1"
    assert [reading.document.text for reading in record_of(client).filed] == [TEXT]


def test_a_text_as_one_page(client: TestClient) -> None:
    page = client.post("/read", data={"text": "Un texte", "action": "page"})
    assert page.headers["content-disposition"] == 'attachment; filename="dragoman.html"'
    assert Page(page.text).evidenced == TEXT


FILES = {
    "note.txt": ("Le texte é".encode("cp1252"), "Le texte é", "note.txt", None),
    "one.json": (b'{"text": "Un texte", "title": "Titre", "uri": "https://example.org/1"}', "Un texte", "https://example.org/1", "Titre"),
}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_read(client: TestClient, no_models: list[dict[str, Any]], name: str) -> None:
    data, text, uri, title = FILES[name]
    assert client.post("/read", files={"file": (name, data)}).status_code == 200
    assert (no_models[0]["text"], no_models[0]["uri"], no_models[0]["title"]) == (text, uri, title)


@pytest.mark.parametrize(
    "sent",
    [
        {"data": {"text": " \n "}},
        {"data": {"text": "x" * 1_000_001}},
        {"data": {"text": "Un texte", "published": "hier"}},
        {"files": {"file": ("a.pdf", b"%PDF-1.4 ...")}},
        {"files": {"file": ("a.txt", b"")}},
        {"files": {"file": ("a.jsonl", b'{"text": "Un"}\n{"text": "Deux"}\n')}},
        {"data": {"text": "Un texte", "action": "burn"}},
    ],
)
def test_what_cannot_be_read_says_why(client: TestClient, no_models: list[dict[str, Any]], sent: dict[str, Any]) -> None:
    page = client.post("/read", **sent)
    assert page.status_code == 422 and no_models == []
    assert 'role="alert"' in page.text or "action" in page.text


def test_a_text_needs_a_form_token() -> None:
    assert client_of().post("/read", data={"text": "Un texte"}).status_code == 403
