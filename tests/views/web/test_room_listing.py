from __future__ import annotations

import csv
import io
import json

import pytest
from canned import HOSTILE, client_of

from dragoman.views.web.listing import cell


def test_acts_as_csv_to_their_end() -> None:
    answer = client_of().get("/api/v1/acts.csv?type=visit")
    assert answer.headers["content-disposition"] == 'attachment; filename="acts.csv"'
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert [row["act"] for row in rows] == ["abababababababab.a1", "abababababababab.a2"]
    assert rows[0]["agents"] == "Nadir Belkacem (DZA)"
    assert rows[0]["counterparts"] == "Azerbaïdjan"
    assert rows[0]["words"] == HOSTILE


@pytest.mark.parametrize("path", ["/api/v1/acts", "/api/v1/promises"])
def test_json_and_jsonl_say_the_same(path: str) -> None:
    client = client_of()
    lines = [json.loads(line) for line in client.get(f"{path}.jsonl").text.splitlines()]
    assert client.get(f"{path}.json").json() == lines
    assert len(lines) == len(list(csv.DictReader(io.StringIO(client.get(f"{path}.csv").text))))


def test_an_export_of_a_wrong_cursor_never_begins() -> None:
    assert client_of().get("/api/v1/acts.csv?limit=0").status_code == 422


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert cell(text) == "'" + text.strip()


def test_other_cells_stay_as_they_are() -> None:
    assert [cell(value) for value in ("une\nvisite", 1, -1.5, None)] == ["une visite", 1, -1.5, ""]
