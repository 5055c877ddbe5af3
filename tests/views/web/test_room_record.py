from __future__ import annotations

import csv
import io
import re
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from starlette.testclient import TestClient


def test_home_tells_what_the_record_holds(room: TestClient) -> None:
    page = room.get("/", headers={"accept-language": "fr"})
    assert page.status_code == 200
    assert "<strong>14</strong> documents" in page.text
    assert 'href="/pair/AZE/DZA"' in page.text
    assert "Nouveau depuis" not in page.text


def test_what_came_in_since_last_time_is_told_until_it_was_seen(room: TestClient) -> None:
    room.get("/")
    seq = int(room.cookies["dragoman_seen"])
    room.cookies.clear()
    room.cookies.set("dragoman_seen", str(seq - 2), domain="127.0.0.1")
    page = room.get("/", headers={"accept-language": "en"})
    assert "New since your last visit" in page.text
    assert room.post("/seen").status_code == 303
    assert "New since your last visit" not in room.get("/", headers={"accept-language": "en"}).text


def test_each_facet_leads_to_as_many_acts_as_it_says(room: TestClient) -> None:
    facets = room.get("/api/v1/acts/facets").json()["facets"]
    keys = {"type", "status", "country", "organisation", "person", "topic", "publisher", "follow_up"}
    assert {facet["name"] for facet in facets} >= {"type", "status", "country", "publisher"}
    for facet in facets:
        for value in facet["values"][:3] if facet["name"] in keys else ():
            found = room.get("/api/v1/acts/count", params={facet["name"]: value["value"]}).json()
            assert found["acts"] == value["acts"], (facet["name"], value)


def test_search_is_its_address(room: TestClient) -> None:
    page = room.get("/search?country=DZA&type=visit", headers={"accept-language": "en"})
    told = re.search(r"<strong>(\d+) acts?</strong>", page.text)
    count = room.get("/api/v1/acts/count?country=DZA&type=visit").json()["acts"]
    assert told and int(told.group(1)) == count > 0
    assert 'href="/search?country=DZA"' in page.text
    assert 'href="/api/v1/acts.csv?country=DZA&amp;type=visit"' in page.text
    rows = list(csv.DictReader(io.StringIO(room.get("/api/v1/acts.csv?country=DZA&type=visit").text)))
    assert len(rows) == count


def test_every_row_leads_to_its_words(room: TestClient) -> None:
    acts = room.get("/api/v1/acts?limit=100").json()["acts"]
    assert len(acts) > 20
    for act in acts:
        words = act["source"]
        excerpt = room.get(f"/api/v1/document/{words['document']}/words", params={"start": words["start"], "end": words["end"]}).json()
        assert excerpt["text"] == words["text"]


def test_names_lead_to_dossiers(room: TestClient) -> None:
    assert room.get("/dossier?a=Algérie&b=azerbaïdjan").headers["location"] == "/pair/DZA/AZE"
    assert room.get("/dossier?a=Algeria").headers["location"] == "/country/DZA"
    assert room.get("/dossier?a=Zeghdoudi").headers["location"].startswith(("/person/per:zeghdoudi@DZA", "/search?text=Zeghdoudi"))
    assert room.get("/dossier?a=Nobody%20of%20this%20name").headers["location"].startswith("/search?text=")
    assert room.get("/dossier").headers["location"] == "/search"
    assert room.get("/dossier?a=DZA&b=per:zeghdoudi@DZA").status_code == 422


def decision_on(room: TestClient) -> dict[str, Any]:
    act = next(act for act in room.get("/api/v1/acts?limit=200").json()["acts"] if act["reports"] == 1)
    words = act["source"]
    return {"kind": "wrong_fact", "report": {**{k: words[k] for k in ("document", "start", "end", "text")}, "type": act["type"]}}


def test_a_decision_is_made_shown_and_taken_back(room: TestClient) -> None:
    before = room.get("/api/v1/acts/count").json()["acts"]
    made = room.post("/api/v1/decisions", json={"what": decision_on(room), "why": "no call"})
    assert made.status_code == 201, made.text
    assert (made.json()["by"], made.json()["why"]) == ("Ana", "no call")
    assert room.get("/api/v1/acts/count").json()["acts"] == before - 1
    back = room.post(f"/api/v1/decisions/{made.json()['ident']}/undo")
    assert back.status_code == 201
    assert room.get("/api/v1/acts/count").json()["acts"] == before
    assert [decision["what"]["kind"] for decision in room.get("/api/v1/decisions").json()] == ["wrong_fact", "undo"]


@pytest.mark.parametrize(
    "sent",
    [
        {},
        {"what": {"kind": "no_such"}},
        {"what": {"kind": "undo", "decision": "d-0"}},
        {"what": {"kind": "forget", "document": "sha256:0"}},
        {"what": {"kind": "undo", "decision": "d-0"}, "by": "somebody else"},
    ],
)
def test_a_decision_that_cannot_be_is_refused(room: TestClient, sent: dict[str, Any]) -> None:
    answer = room.post("/api/v1/decisions", json=sent)
    assert answer.status_code in (404, 422), answer.text
    assert set(answer.json()["error"]) == {"code", "message", "remedy"}


def test_decisions_carry_the_name_that_was_said(room: TestClient) -> None:
    del room.headers["authorization"]
    assert room.post("/api/v1/decisions", json={}).status_code == 401
    room.app.state.room.tokens.clear()  # type: ignore[attr-defined]
    token = {"x-form-token": room.get("/api/v1/session").json()["form_token"]}
    assert room.post("/api/v1/decisions", json={"what": decision_on(room)}, headers=token).json()["by"] == "unnamed"
    assert room.post("/api/v1/session", json={"name": "Boris"}, headers=token).json()["name"] == "Boris"
    assert room.post("/api/v1/decisions", json={"what": decision_on(room)}, headers=token).json()["by"] == "Boris"


def check(room: TestClient, examples: int) -> None:
    headers = {"host": "127.0.0.1", "authorization": room.headers["authorization"]}
    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", room.app, headers=headers)
    for operation in schema.get_all_operations():
        case_of = operation.ok().as_strategy()

        @settings(max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck))
        @given(case_of)
        def run(case: schemathesis.Case) -> None:
            response = case.call(headers=headers)
            assert response.status_code < 500, response.text
            if response.status_code >= 400:
                assert set(response.json()["error"]) == {"code", "message", "remedy"}

        run()


def test_no_request_makes_the_room_fail_on_a_record(room: TestClient) -> None:
    check(room, 3)


@pytest.mark.campaign
def test_no_request_of_many_makes_the_room_fail_on_a_record(room: TestClient) -> None:
    check(room, 100)
