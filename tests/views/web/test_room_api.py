from __future__ import annotations

import jsonschema
import pytest
from canned import MINISTER, act, client_of

from dragoman.flow import read
from dragoman.views.web import api_writing

PATHS = [
    "/api/v1/session",
    "/api/v1/acts",
    "/api/v1/acts/count",
    "/api/v1/acts/facets",
    "/api/v1/acts/timeline",
    "/api/v1/acts/network",
    "/api/v1/acts/places",
    f"/api/v1/act/{act().ident}",
    "/api/v1/country/DZA",
    "/api/v1/pair/DZA/AZE",
    f"/api/v1/person/{MINISTER.ident}",
    "/api/v1/organisation/org:UN",
    "/api/v1/who?name=Belkacem",
    "/api/v1/counterparts/DZA",
    "/api/v1/promises",
    "/api/v1/promises/count",
    "/api/v1/documents?text=visite",
    "/api/v1/review",
    "/api/v1/new",
    "/api/v1/coverage",
]


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_their_schema_says(path: str) -> None:
    open_room = client_of()
    described = open_room.get("/api/v1/openapi.json").json()
    answer = open_room.get(path)
    assert answer.status_code == 200, answer.text
    template = next(p for p in described["paths"] if _fits(p, path.partition("?")[0]))
    told = described["paths"][template]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    jsonschema.Draft202012Validator({**told, "components": described["components"]}).validate(answer.json())


def _fits(template: str, path: str) -> bool:
    parts, asked = template.split("/"), path.split("/")
    return len(parts) == len(asked) and all(p == a or (p.startswith("{") and "." not in p) for p, a in zip(parts, asked, strict=True))


def test_a_text_is_read_and_filed() -> None:
    writer = client_of(tokens={"t" * 24: "Ana"})
    bearer = {"authorization": "Bearer " + "t" * 24}
    sent = {"text": "Le président du Mali a reçu mardi à Bamako l'ambassadeur du Japon.", "published": "2024-05-16"}
    answer = writer.post("/api/v1/read", json=sent, headers=bearer)
    assert answer.status_code == 200
    assert [found["type"] for found in answer.json()["acts"]] == ["meeting"]
    filed = writer.post("/api/v1/documents", json=sent, headers=bearer)
    assert (filed.status_code, filed.json()["filed"]["documents"]) == (201, 1)
    wrong = writer.post("/api/v1/read", json={**sent, "published": "yesterday"}, headers=bearer)
    assert (wrong.status_code, wrong.json()["error"]["code"]) == (422, "parameter")


def test_the_page_shows_every_address() -> None:
    room = client_of()
    page = room.get("/api").text
    for path in room.get("/api/v1/openapi.json").json()["paths"]:
        assert path in page


def test_reading_happens_in_one_place() -> None:
    sent = api_writing.TextSent(text="Une visite.", title="Titre", publisher="APS", published="2024", uri="https://example.org/1")
    assert api_writing.reading_of(sent) == read(
        "Une visite.", title="Titre", publisher="APS", published="2024", uri="https://example.org/1"
    )
