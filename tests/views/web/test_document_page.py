from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from canned import DOCUMENT, LONG, PLAIN, client_of
from readings_by_hand import TEXT
from starlette.testclient import TestClient
from test_reading_page import Page


@pytest.fixture
def client() -> TestClient:
    return client_of()


def test_words_and_facts_lead_to_each_other(client: TestClient) -> None:
    page = Page(client.get(f"/document/{quote(PLAIN)}", headers={"accept-language": "fr"}).text)
    assert page.evidenced == TEXT
    ids = {attrs["id"] for _, attrs in page.elements if attrs.get("id")}
    links = [attrs for tag, attrs in page.elements if tag == "a" and "evidence" in (attrs.get("class") or "")]
    assert links and all(attrs["href"] == f"#{attrs['data-m']}" and attrs["data-m"] in ids for attrs in links)
    leads = {attrs.get("href") for tag, attrs in page.elements if tag == "a"}
    assert {"/act/abababababababab.a1", "/person/per:diarra@MLI", "/country/JPN"} <= leads


def test_the_words_that_were_asked_for_are_marked(client: TestClient) -> None:
    html = client.get(f"/document/{PLAIN}?at=3-12").text
    marked = re.findall(r'<mark class="[^"]*l-at[^"]*" data-m="[^"]*\bat\b[^"]*"[^>]*>([^<]*)', html)
    assert "".join(marked) == TEXT[3:12] and 'id="at"' in html
    assert 'id="at"' not in client.get(f"/document/{PLAIN}?at=3-999999").text


@pytest.mark.parametrize("at", ["x", "1", "1-", "-1-2", "1-2-3", "1-2%00", "٣-٤", "9" * 40])
def test_a_made_up_stretch_is_refused(client: TestClient, at: str) -> None:
    assert client.get(f"/document/{PLAIN}?at={at}").status_code in (400, 422)
    assert client.get(f"/document/{PLAIN}?at={at}", headers={"accept": "application/json"}).status_code != 500


def test_a_long_text_comes_in_parts(client: TestClient) -> None:
    first = client.get(f"/document/{LONG}")
    second = client.get(f"/document/{LONG}?part=2")
    assert len(first.text) < 400_000
    assert Page(first.text).evidenced.startswith(TEXT) and "?part=2" in first.text
    assert "a reçu" not in second.text.split('id="keys"')[0] and "?part=1" in second.text
    assert 'id="at"' in client.get(f"/document/{LONG}?at=300000-300004").text
    assert client.get(f"/document/{LONG}?part=999").status_code == 200
    assert client.get(f"/document/{LONG}?part=0").status_code == 422


def test_the_download_is_a_page_of_its_own(client: TestClient) -> None:
    for ident in (PLAIN, DOCUMENT):
        page = client.get(f"/document/{ident}/page")
        assert page.headers["content-disposition"].startswith('attachment; filename="dragoman-')
        assert "<script>alert" not in page.text


def test_an_unknown_document(client: TestClient) -> None:
    assert client.get("/document/sha256:00").status_code == 404
