from __future__ import annotations

import gzip
import re

import pytest
from canned import BASE
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from dragoman.views.web.keeping import Keeping, kept_page
from dragoman.views.web.room import Room
from dragoman.views.web.unfilled import Unfilled

PAGES = ("/", "/search", "/promises", "/map", "/network", "/search?text=communique")


def token_of(page: str) -> str:
    found = re.search(r'data-form-token="([^"]+)"', page)
    assert found
    return found[1]


@given(st.lists(st.binary(max_size=300), min_size=1, max_size=5), st.binary(min_size=1, max_size=80))
def test_a_page_kept_in_parts_is_the_page(parts: list[bytes], token: bytes) -> None:
    page = kept_page(Unfilled(tuple(parts), token.hex(), 200))
    assert page.plain(token) == token.join(parts)
    assert gzip.decompress(page.gzipped(token)) == token.join(parts)


def test_no_more_bytes_are_kept_than_allowed_and_the_oldest_go() -> None:
    page = kept_page(Unfilled((b"x" * 1000,), "", 200))
    keeping = Keeping(page.size * 3)
    for key in "abc":
        keeping.put(key, page)
    keeping.put("b", page)
    assert keeping.get("a") == page and keeping.size == page.size * 3
    keeping.put("d", page)
    assert [key for key in "abcd" if keeping.get(key)] == ["a", "b", "d"] and keeping.size == page.size * 3


@pytest.mark.parametrize("path", PAGES)
def test_a_page_asked_for_again_is_the_same_but_for_its_token(room: TestClient, path: str) -> None:
    first = room.get(path)
    room.cookies.clear()
    second = room.get(path)
    room.cookies.clear()
    assert first.status_code == second.status_code == 200
    assert token_of(first.text) != token_of(second.text)
    assert first.text.replace(token_of(first.text), "") == second.text.replace(token_of(second.text), "")
    assert second.headers["content-encoding"] == "gzip" and "accept-encoding" in second.headers["vary"].lower()
    assert second.headers["content-security-policy"] == first.headers["content-security-policy"]
    plain = room.get(path, headers={"accept-encoding": "identity"})
    assert plain.text.replace(token_of(plain.text), "") == first.text.replace(token_of(first.text), "")
    assert "content-encoding" not in plain.headers


def test_a_browser_that_has_the_page_is_told_so(room: TestClient) -> None:
    tag = room.get("/search").headers["etag"]
    again = room.get("/search", headers={"if-none-match": tag})
    assert again.status_code == 304 and again.content == b"" and again.headers["etag"] == tag
    for other in ("/search?type=visit", "/search?lang=fr", "/promises"):
        assert room.get(other, headers={"if-none-match": tag}).status_code == 200
    assert room.get("/search", headers={"if-none-match": tag, "accept-language": "fr"}).status_code == 200
    assert room.get("/search", headers={"if-none-match": tag, "hx-request": "true"}).status_code == 200
    room.cookies.set("dragoman_theme", "dark")
    assert room.get("/search", headers={"if-none-match": tag}).status_code == 200


def test_what_is_kept_is_shown_to_those_only_who_may_come_in(room: TestClient) -> None:
    tag = room.get("/search").headers["etag"]
    stranger = TestClient(room.app, base_url=BASE, follow_redirects=False)
    assert stranger.get("/search", headers={"if-none-match": tag}).status_code == 303
    assert stranger.get("/search").headers["location"].startswith("/sign-in")
    assert room.get("/search", headers={"host": "elsewhere.example"}).status_code == 400


def test_what_is_filed_or_decided_is_seen_at_once(room: TestClient) -> None:
    app_room: Room = room.app.state.room  # type: ignore[attr-defined]
    before = room.get("/search").headers["etag"]
    document = app_room.record.questions.acts().acts[0].source
    assert document is not None
    app_room.record.forget(document.document, by="Ana", at="2026-01-01T00:00:00Z", why="asked to")
    after = room.get("/search", headers={"if-none-match": before})
    assert after.status_code == 200 and after.headers["etag"] != before
