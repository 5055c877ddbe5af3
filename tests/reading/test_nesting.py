"""Which act is within which."""

from __future__ import annotations

import pytest
from hypothesis import given
from made_drafts import made, side
from test_merging import GUEST, HOST, drafts

from dragoman.reading.drafts import Draft
from dragoman.reading.nesting import nest


def test_a_message_is_within_the_meeting_and_the_meeting_within_the_visit() -> None:
    visit = made("visit", ("agent", GUEST), ("counterpart", "MLI"), at=0)
    meeting = made("meeting", ("agent", HOST), ("counterpart", GUEST), at=10)
    message = made("message", ("agent", "JPN"), ("envoy", GUEST), ("counterpart", HOST), at=20)
    nest([visit, meeting, message], side)
    assert (message.within, meeting.within, visit.within) == (meeting, visit, None)


@pytest.mark.parametrize(
    "holder",
    [
        pytest.param(made("visit", ("agent", GUEST), ("counterpart", "MLI"), status="denied"), id="denied"),
        pytest.param(made("visit", ("agent", GUEST), ("counterpart", "MLI"), status="announced"), id="to come"),
        pytest.param(made("visit", ("agent", GUEST), ("counterpart", "KEN")), id="of other sides"),
        pytest.param(made("visit", ("agent", GUEST), ("counterpart", "MLI"), day="2023-01-03"), id="of another day"),
    ],
)
def test_what_holds_nothing(holder: Draft) -> None:
    meeting = made("meeting", ("agent", HOST), ("counterpart", GUEST), at=10, day="2024-05-14")
    nest([holder, meeting], side)
    assert meeting.within is None


def test_the_nearest_one_told_before_holds() -> None:
    visits = [made("visit", ("agent", GUEST), ("counterpart", "MLI"), at=at) for at in (0, 30, 90)]
    meeting = made("meeting", ("agent", HOST), ("counterpart", GUEST), at=60)
    nest([*visits, meeting], side)
    assert meeting.within is visits[1]


@given(drafts())
def test_no_act_is_within_itself(found: list[Draft]) -> None:
    nest(found, side)
    for act in found:
        above, steps = act.within, 0
        while above is not None and steps <= len(found):
            assert above is not act
            above, steps = above.within, steps + 1
        assert steps <= len(found)
