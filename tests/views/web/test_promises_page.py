from __future__ import annotations

import pytest
from canned import client_of
from starlette.testclient import TestClient


@pytest.fixture
def client() -> TestClient:
    return client_of()


def test_a_column_for_each_state_with_its_words_and_its_follow_up(client: TestClient) -> None:
    page = client.get("/promises", headers={"accept-language": "en"}).text
    assert all(f'id="state-{state}"' in page for state in ("overdue", "due_soon", "open", "fulfilled", "called_off"))
    assert "4 days late" in page and "after 12 days" in page
    assert page.count("/document/sha256:abab") >= 6


def test_a_state_is_a_list_with_pages_that_keeps_the_filter(client: TestClient) -> None:
    page = client.get("/promises?state=overdue&country=DZA&type=visit&as_of=2022-09").text
    assert 'rel="next"' in page
    assert "/promises?country=DZA&amp;type=visit&amp;state=overdue&amp;as_of=2022-09-30&amp;cursor=second" in page
    (asked,) = {one.countries for one in client.app.state.room.record.questions.asked} or {("DZA",)}  # type: ignore[attr-defined]
    assert asked == ("DZA",)


@pytest.mark.parametrize("query", ["state=kept", "as_of=tomorrow", "type=x", "limit=0", "country=1"])
def test_what_cannot_be_meant_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/promises?{query}").status_code == 422
