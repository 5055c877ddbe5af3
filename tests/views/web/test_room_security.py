from __future__ import annotations

import re
from typing import Any

import pytest
from canned import BASE, client_of
from starlette.testclient import TestClient

from dragoman.views.web.security import is_known_host


def token_of(client: TestClient) -> str:
    return str(client.get("/api/v1/session").json()["form_token"])


@pytest.mark.parametrize("path", ["/", "/nothing", "/api/v1/coverage", "/api/v1/nothing", "/static/room.js", "/api/v1/acts?limit=0"])
def test_every_answer_has_the_headers(path: str) -> None:
    headers = client_of().get(path).headers
    assert headers["content-security-policy"].startswith("default-src 'self'")
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("host", ["127.0.0.1:8765", "localhost", "[::1]:8765", "192.168.1.7", "archive.example:80", "LOCALHOST:1"])
def test_hosts_that_are_known(host: str) -> None:
    assert is_known_host(host, frozenset({"archive.example"}))


@pytest.mark.parametrize("host", ["", "evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "archive.example.evil", ":80"])
def test_a_name_that_somebody_else_makes_lead_here_is_refused(host: str) -> None:
    assert not is_known_host(host, frozenset({"archive.example"}))
    assert client_of().get("/", headers={"host": host or "x"}).status_code == 400


def test_a_write_needs_a_form_token() -> None:
    client = client_of()
    assert client.post("/name", data={"name": "Ana"}).status_code == 403
    assert client.post("/name", data={"name": "Ana", "form_token": "a.b"}).status_code == 403
    token = token_of(client)
    assert client.post("/name", data={"name": "Ana", "form_token": token}).status_code == 303
    assert client.get("/api/v1/session").json()["name"] == "Ana"
    assert client_of().post("/name", data={"name": "Ana", "form_token": token}).status_code == 403


def test_the_token_on_a_page_is_one() -> None:
    client = client_of()
    found = re.search(r'data-form-token="([^"]+)"', client.get("/").text)
    assert found and client.post("/seen", headers={"x-form-token": found.group(1)}).status_code == 303


def test_a_form_token_of_another_session_is_worth_nothing() -> None:
    client = client_of()
    token = token_of(client)
    client.cookies.clear()
    assert client.post("/name", data={"form_token": token}).status_code == 403


ELSEWHERE = ("http://evil.example", "null", "http://[", "http://127.0.0.1:8765@evil.example", "http://evil.example\\@127.0.0.1:8765", "")


@pytest.mark.parametrize("headers", [*({"origin": origin} for origin in ELSEWHERE), {"sec-fetch-site": "cross-site"}])
def test_a_write_from_elsewhere_is_refused(headers: dict[str, str]) -> None:
    client = client_of()
    answer = client.post("/name", data={"form_token": token_of(client)}, headers={**headers, "accept": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "origin")
    assert client.post("/name", data={"form_token": token_of(client)}, headers={"origin": BASE}).status_code == 303


def test_a_read_only_room_takes_nothing() -> None:
    client = client_of(read_only=True)
    answer = client.post("/api/v1/documents", json={"text": "x"}, headers={"x-form-token": token_of(client)})
    assert (answer.status_code, answer.json()["error"]["code"]) == (403, "read_only")


@pytest.mark.parametrize("path", ["/", "/search", "/api", "/nothing"])
def test_a_closed_room_shows_the_door(path: str) -> None:
    answer = client_of(password="open sesame").get(path)
    assert (answer.status_code, answer.headers.get("location")) in ((303, "/sign-in"), (404, None))


def test_a_closed_room_tells_programs_so() -> None:
    answer = client_of(password="open sesame").get("/api/v1/acts")
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "sign_in")


def sign_in(client: TestClient, word: str, name: str = "Ana") -> Any:
    found = re.search(r'name="form_token" value="([^"]+)"', client.get("/sign-in").text)
    assert found
    return client.post("/sign-in", data={"word": word, "name": name, "form_token": found.group(1)})


def test_the_password_lets_in_and_signing_out_shuts() -> None:
    client = client_of(password="open sesame", tokens={"t" * 24: "Boris"})
    assert sign_in(client, "wrong").status_code == 401
    before = client.cookies["dragoman_session"]
    assert sign_in(client, "open sesame", "Ana\n\x00 Lind").status_code == 303
    assert client.cookies["dragoman_session"] != before
    assert client.get("/").status_code == 200
    session = client.get("/api/v1/session").json()
    assert (session["name"], session["signed_in"]) == ("Ana Lind", True)
    client.post("/sign-out", headers={"x-form-token": session["form_token"]})
    assert client.get("/").status_code == 303


def test_a_token_lets_in_and_says_who_it_is() -> None:
    client = client_of(tokens={"t" * 24: "Boris"})
    assert sign_in(client, "t" * 24, "Not Boris").status_code == 303
    assert client.get("/api/v1/session").json()["name"] == "Boris"
    other = client_of(tokens={"t" * 24: "Boris"})
    assert other.get("/api/v1/session", headers={"authorization": "Bearer " + "t" * 24}).json()["name"] == "Boris"
    assert other.get("/api/v1/session", headers={"authorization": "Bearer wrong"}).status_code == 401


def test_who_guesses_is_kept_waiting() -> None:
    client = client_of(password="open sesame")
    statuses = [sign_in(client, f"guess {n}").status_code for n in range(12)]
    assert statuses[:10] == [401] * 10 and statuses[-1] == 429


@pytest.mark.parametrize("cookie", ["x", "a.b", "e30.00", "é", "." * 5000, "%00"])
def test_a_forged_session_is_none(cookie: str) -> None:
    client = client_of(password="open sesame")
    answer = client.get("/", headers={"cookie": f"dragoman_session={cookie}".encode()})
    assert answer.headers["location"] == "/sign-in"


def test_a_session_of_another_room_is_none() -> None:
    one, other = client_of(password="open sesame"), client_of(password="open sesame")
    sign_in(one, "open sesame")
    assert other.get("/", headers={"cookie": f"dragoman_session={one.cookies['dragoman_session']}"}).status_code == 303


def test_what_is_too_long_is_refused_announced_or_not() -> None:
    client = client_of()
    token = {"x-form-token": token_of(client), "content-type": "application/json"}
    announced = client.post("/api/v1/read", content=b"x" * (17 << 20), headers=token)
    assert (announced.status_code, announced.json()["error"]["code"]) == (413, "too_large")
    chunks = client.post("/api/v1/read", content=(b"x" * (1 << 20) for _ in range(18)), headers=token)
    assert 400 <= chunks.status_code < 500 and chunks.json()["error"]["code"]


@pytest.mark.parametrize(
    "path",
    [
        "/%00",
        "/search?text=%00",
        "/search?cursor=made-up",
        "/api/v1/acts?cursor=made-up",
        "/api/v1/acts?limit=99999999999999999999",
        "/api/v1/act/..%2f..%2fetc%2fpasswd",
        "/api/v1/document/sha256:nothing",
        "/api/v1/new?since=-1",
        "/api/v1/acts?since=2022-02-30",
        "/api/v1/acts?type=party",
        "/api/v1/acts.exe",
        "/static/../../application.py",
        "/static/%2e%2e/application.py",
        "/api/v1/pair/DZA/XXX",
    ],
)
def test_what_an_attacker_makes_up_is_refused_in_the_one_shape(path: str) -> None:
    answer = client_of().get(path, headers={"accept": "application/json"})
    assert 400 <= answer.status_code < 500, answer.text
    assert set(answer.json()["error"]) == {"code", "message", "remedy"}


@pytest.mark.parametrize("back", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/\nx"])
def test_nobody_is_sent_elsewhere(back: str) -> None:
    answer = client_of().get("/preferences", params={"lang": "fr", "back": back})
    assert answer.headers["location"] == "/"
    assert "dragoman_language=fr" in answer.headers["set-cookie"]


def test_a_page_that_fails_says_so_in_the_one_shape() -> None:
    client = client_of()
    client.app.state.room.questions.coverage = None  # type: ignore[attr-defined]
    answer = client.get("/api/v1/coverage")
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "failed")
    assert answer.headers["content-security-policy"]
    assert client.get("/").status_code == 500
