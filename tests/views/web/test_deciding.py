"""Decisions made on pages and over the API, on a real record of one document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from canned import BASE
from readings_by_hand import TEXT, reading_of
from starlette.testclient import TestClient

from dragoman.record.record import Record
from dragoman.views.web.application import application_of
from dragoman.views.web.room import Room

IDENT = reading_of().document.id.removeprefix("sha256:")[:16]
ACT, WEAK = f"{IDENT}.a1", f"{IDENT}.a2"


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    with Record.open(tmp_path / "room.record") as opened:
        opened.file([reading_of()])
        yield opened


@pytest.fixture
def client(record: Record) -> TestClient:
    client = TestClient(application_of(Room(record)), base_url=BASE, follow_redirects=False)
    token = str(client.get("/api/v1/session").json()["form_token"])
    client.headers["x-form-token"] = token
    assert client.post("/name", data={"name": "Ana Lima"}).status_code == 303
    return client


def fields_of(client: TestClient, ident: str = ACT) -> dict[str, object]:
    return {field["name"]: field["value"] for field in client.get(f"/api/v1/act/{ident}").json()["fields"]}


CORRECTIONS = {
    "status": ({"value": "announced"}, "announced"),
    "form": ({"value": "talks"}, "talks"),
    "date": ({"value": "2024-05-15"}, "2024-05-15"),
    "place": ({"value": "Gao", "country": "mli"}, "Gao@MLI"),
    "topics": ({"value": ["energy", "water"]}, ["energy", "water"]),
    "hedged": ({"value": "yes"}, True),
}


@pytest.mark.parametrize("field", CORRECTIONS)
def test_a_value_put_right_and_taken_back(client: TestClient, record: Record, field: str) -> None:
    before = fields_of(client)[field]
    sent, right = CORRECTIONS[field]
    answer = client.post(f"/act/{ACT}/correct", data={"field": field, "why": "the text says so", **sent})
    assert answer.status_code == 303, answer.text
    assert answer.headers["location"] == f"/act/{ACT}"
    assert fields_of(client)[field] == right
    (made,) = record.decisions()
    assert (made.by, made.why) == ("Ana Lima", "the text says so")
    page = client.get(f"/act/{ACT}", headers={"accept-language": "en"}).text
    assert "Ana Lima" in page and f"/decision/{made.ident}/undo" in page
    assert corrected(client) == [field] and page.count('class="chip decided"') == 1
    assert client.post(f"/decision/{made.ident}/undo", data={"back": f"/act/{ACT}"}).headers["location"] == f"/act/{ACT}"
    assert fields_of(client)[field] == before
    assert corrected(client) == []


def corrected(client: TestClient) -> list[str]:
    told = client.get(f"/api/v1/act/{ACT}").json()
    marked = [field["name"] for field in told["fields"] if field["decided"]]
    assert set(marked) <= set(told["corrected"])
    return list(told["corrected"])


def test_a_type_put_right_is_marked(client: TestClient) -> None:
    assert client.post(f"/act/{ACT}/correct", data={"field": "type", "value": "call"}).status_code == 303
    assert corrected(client) == ["type"]


def test_sides_put_right(client: TestClient) -> None:
    lines = "agent FRA\ncounterpart per:diarra@MLI JPN\nattendee org:UN\n"
    assert client.post(f"/act/{ACT}/correct", data={"field": "sides", "value": lines}).status_code == 303
    sides = client.get(f"/api/v1/act/{ACT}").json()["line"]["sides"]
    assert {(side["role"], side["actor"]["ident"]) for side in sides} == {
        ("agent", "FRA"),
        ("counterpart", "per:diarra@MLI"),
        ("attendee", "org:UN"),
    }
    assert corrected(client) == ["sides"]


@pytest.mark.parametrize(
    "sent",
    [
        {"field": "nothing", "value": "x"},
        {"field": "status", "value": "<script>"},
        {"field": "date", "value": "yesterday"},
        {"field": "place", "value": "Gao", "country": "1"},
        {"field": "topics", "value": "x"},
        {"field": "hedged", "value": "perhaps"},
        {"field": "sides", "value": "king FRA"},
        {"field": "sides", "value": "agent nobody-known"},
        {"field": "sides", "value": "agent"},
        {"field": "sides", "value": "agent FRA MLI JPN"},
        {"field": "status", "value": "done", "report": "0000000000000000.a9"},
    ],
)
def test_what_cannot_be_the_value_is_refused(client: TestClient, record: Record, sent: dict[str, str]) -> None:
    assert client.post(f"/act/{ACT}/correct", data=sent).status_code == 422
    assert record.decisions() == ()


def test_an_act_read_well(client: TestClient, record: Record) -> None:
    assert client.post(f"/act/{ACT}/right").headers["location"] == f"/act/{ACT}"
    assert [(made.by, made.what.__struct_config__.tag) for made in record.decisions()] == [("Ana Lima", "right_fact")]
    assert "rightly read" in client.get(f"/act/{ACT}", headers={"accept-language": "en"}).text
    assert client.post("/act/0000000000000000.a9/right").status_code == 404


def test_an_act_that_is_none(client: TestClient) -> None:
    answer = client.post(f"/act/{ACT}/wrong")
    assert answer.headers["location"] == f"/document/{reading_of().document.id}"
    assert client.get(f"/act/{ACT}").status_code == 404
    page = client.get(answer.headers["location"])
    assert page.status_code == 200 and f"/act/{ACT}" not in page.text


def test_from_a_question_to_a_decision_to_its_undoing(client: TestClient, record: Record) -> None:
    page = client.get("/review?kind=weak", headers={"accept-language": "en"}).text
    (asked,) = set(re.findall(r'action="/review/(q-[0-9a-f]+)"', page))
    answer = client.post(f"/review/{asked}", data={"verdict": "yes", "kind": "weak", "why": "it says so"})
    assert answer.status_code == 303
    (made,) = record.decisions()
    assert (made.by, made.what.__struct_config__.tag) == ("Ana Lima", "right_fact")
    after = client.get(answer.headers["location"]).text
    assert f'action="/decision/{made.ident}/undo"' in after and asked not in after
    assert client.get("/api/v1/review?state=answered").json()["doubts"][0]["ident"] == asked
    assert client.post(f"/decision/{made.ident}/undo", data={"back": "/review?kind=weak"}).headers["location"] == "/review?kind=weak"
    assert asked in client.get("/review?kind=weak").text


def test_a_second_opinion_on_what_was_answered(client: TestClient, record: Record) -> None:
    (asked,) = client.get("/api/v1/review").json()["doubts"]
    first = client.post(f"/api/v1/review/{asked['ident']}", json={"verdict": "yes"}).json()
    assert client.get("/api/v1/second-opinions").json() == []
    client.post("/name", data={"name": "Boris"})
    (again,) = client.get("/api/v1/second-opinions").json()
    assert (again["decision"], again["kind"]) == (first["ident"], "weak")
    page = client.get("/review/second", headers={"accept-language": "en"}).text
    assert f'action="/review/second/{first["ident"]}"' in page and again["words"][0]["text"] in page
    assert client.post(f"/review/second/{first['ident']}", data={"verdict": "unsure"}).status_code == 422
    assert client.post("/review/second/d-0", data={"verdict": "no"}).status_code == 404
    assert client.post("/api/v1/second-opinions/d-0", json={"verdict": "no"}).status_code == 404
    answer = client.post(f"/review/second/{first['ident']}", data={"verdict": "yes", "why": "so it says"})
    assert answer.status_code == 303 and "done=" in answer.headers["location"]
    assert [(made.by, made.why) for made in record.decisions()] == [("Ana Lima", ""), ("Boris", "so it says")]
    found = client.get("/api/v1/agreement", params={"one": "Ana Lima", "other": "Boris"}).json()
    assert [(kind["kind"], kind["both"], kind["equal"]) for kind in found["kinds"]] == [("weak", 1, 1), ("all", 1, 1)]
    assert "Nobody else" in client.get(answer.headers["location"], headers={"accept-language": "en"}).text


def test_the_api_decides_alike(client: TestClient, record: Record) -> None:
    (asked,) = client.get("/api/v1/review").json()["doubts"]
    made = client.post(f"/api/v1/review/{asked['ident']}", json={"verdict": "no"})
    assert made.status_code == 201 and made.json()["what"]["kind"] == "wrong_fact"
    assert client.get(f"/api/v1/act/{WEAK}").status_code == 404
    assert client.post(f"/api/v1/decisions/{made.json()['ident']}/undo").status_code == 201
    assert client.get(f"/api/v1/review/{asked['ident']}").json()["state"] == "open"
    start = TEXT.index("a reçu")
    anchor = {"document": reading_of().document.id, "type": "meeting", "start": start, "end": start + 6, "text": "a reçu"}
    sent = {"what": {"kind": "correct_value", "report": anchor, "field": "status", "value": "denied"}, "why": "no"}
    assert client.post("/api/v1/decisions", json=sent).status_code == 201
    assert fields_of(client)["status"] == "denied"
    assert [one["what"]["kind"] for one in client.get("/api/v1/decisions").json()] == ["wrong_fact", "undo", "correct_value"]


@pytest.mark.parametrize(
    "body", [b"", b"\xff", b"[]", b'{"what":{}}', b'{"what":{"kind":"x"}}', b'{"what":{"kind":"undo","decision":"d-0"}}']
)
def test_a_made_up_decision_is_refused(client: TestClient, body: bytes) -> None:
    answer = client.post("/api/v1/decisions", content=body)
    assert answer.status_code == 422 and answer.json()["error"]["code"] == "decision"


def test_what_is_not_asked_is_not_answered(client: TestClient) -> None:
    assert client.post("/review/q-0", data={"verdict": "yes"}).status_code == 404
    assert client.post("/review/q-0", data={"verdict": "maybe"}).status_code == 422
    assert client.get("/review?question=q-0").status_code == 404
    assert client.get("/review?kind=x").status_code == 422
    assert client.post("/decision/d-0/undo").status_code == 422


def test_nobody_decides_in_a_room_that_is_read_only(record: Record) -> None:
    client = TestClient(application_of(Room(record, read_only=True)), base_url=BASE, follow_redirects=False)
    page = client.get(f"/act/{ACT}").text
    assert "/correct" not in page
    assert 'data-answer="a"' not in client.get("/review").text
    assert client.post(f"/act/{ACT}/wrong").status_code == 403


def test_who_signs_in_with_the_password_decides_in_their_name(record: Record) -> None:
    client = TestClient(application_of(Room(record, password="open sesame")), base_url=BASE, follow_redirects=False)
    assert client.post(f"/act/{ACT}/right").status_code == 303 and record.decisions() == ()
    door = re.search(r'name="form_token" value="([^"]+)"', client.get("/sign-in").text)
    assert door
    client.post("/sign-in", data={"word": "open sesame", "name": "Boris", "form_token": door[1]})
    token = re.search(r'name="form_token" value="([^"]+)"', client.get(f"/act/{ACT}").text)
    assert token
    assert client.post(f"/act/{ACT}/right").status_code == 403
    assert client.post(f"/act/{ACT}/right", data={"form_token": token[1]}).status_code == 303
    assert [made.by for made in record.decisions()] == ["Boris"]
