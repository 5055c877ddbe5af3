from __future__ import annotations

import pytest
from canned import client_of
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import QueryParams

from dragoman.record.act_filter import ActFilter
from dragoman.views.web.errors_shape import RoomError
from dragoman.views.web.filters import Asked, Chosen, act_filter, day_of


def test_an_address_says_which_acts_are_meant() -> None:
    client = client_of()
    query = (
        "country=dza&country=AZE&type=visit&type=&status=done&since=2022-08&until=2022"
        "&text=gaz&order=oldest&publisher=APS%20%26%20Co&limit=7"
    )
    assert client.get(f"/api/v1/acts?{query}").status_code == 200
    assert client.app.state.room.questions.asked[-1] == ActFilter(  # type: ignore[attr-defined]
        countries=("DZA", "AZE"),
        types=("visit",),
        statuses=("done",),
        publishers=("APS & Co",),
        first_day="2022-08-01",
        last_day="2022-12-31",
        text="gaz",
        limit=7,
        newest_first=False,
    )


@pytest.mark.parametrize(
    ("told", "first", "last"),
    [
        ("2022", "2022-01-01", "2022-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022-08-24", "2022-08-24", "2022-08-24"),
        (" ", None, None),
    ],
)
def test_days_as_wide_as_they_are_told(told: str, first: str | None, last: str | None) -> None:
    assert (day_of("since", told, last=False), day_of("until", told, last=True)) == (first, last)


@pytest.mark.parametrize("told", ["2022-13", "2023-02-29", "yesterday", "0000", "2022-00", "2022-01-00", "20220824", "２０２２"])
def test_what_is_no_day_is_named(told: str) -> None:
    with pytest.raises(RoomError) as caught:
        day_of("since", told, last=False)
    assert (caught.value.status, caught.value.what) == (422, "since")


@pytest.mark.parametrize("asked", [Asked(country=["ALGERIA"]), Asked(pair="DZA"), Asked(topic=["x"]), Asked(publisher=["a\x07"])])
def test_what_is_not_valid_is_refused(asked: Asked) -> None:
    with pytest.raises(RoomError):
        act_filter(asked)


def test_choices_are_links() -> None:
    chosen = Chosen.of("/search", QueryParams("text=gaz&type=visit&type=call&cursor=abc&lang=fr&since="))
    assert chosen.query == (("text", "gaz"), ("type", "visit"), ("type", "call"))
    assert chosen.toggled("type", "visit") == "/search?text=gaz&type=call"
    assert chosen.toggled("country", "DZA") == "/search?text=gaz&type=visit&type=call&country=DZA"
    assert chosen.replaced(since="2022", text=None) == "/search?type=visit&type=call&since=2022"
    assert chosen.without("text", "type") == "/search"
    assert chosen.address("/api/v1/acts.csv") == "/api/v1/acts.csv?text=gaz&type=visit&type=call"


@given(st.lists(st.tuples(st.sampled_from(["country", "type", "publisher", "text"]), st.text(min_size=1, max_size=9)), max_size=6))
def test_to_choose_and_take_out_leads_back(pairs: list[tuple[str, str]]) -> None:
    query = tuple(dict.fromkeys(pair for pair in pairs if pair[1].strip()))
    chosen = Chosen("/search", query)
    if ("topic", "energy") not in query:
        there = Chosen.of("/search", QueryParams(chosen.toggled("topic", "energy").partition("?")[2]))
        back = Chosen.of("/search", QueryParams(there.toggled("topic", "energy").partition("?")[2]))
        assert sorted(back.query) == sorted(query)
