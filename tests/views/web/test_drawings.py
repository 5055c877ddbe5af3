from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.answers import Point, Timeline
from dragoman.views.web.capitals import capitals
from dragoman.views.web.charts_svg import bars
from dragoman.views.web.languages import language
from dragoman.views.web.timeline_svg import LEFT, WIDTH, drawn, last_day, moved, period_for, wider

EN = language("en")
MONTHS = st.builds(lambda y, m: f"{y:04}-{m:02}", st.integers(1, 9999), st.integers(1, 12))
PERIODS = st.one_of(MONTHS, st.integers(1, 9999).map(lambda y: f"{y:04}"), MONTHS.map(lambda m: m + "-28"), st.just(""))
POINTS = st.lists(
    st.builds(lambda p, k, n: Point(period=p, type=k, acts=n), PERIODS, st.sampled_from(["visit", "call", "vote"]), st.integers(1, 10**6)),
    max_size=30,
)


@given(POINTS)
def test_every_mark_lies_within_its_lane(points: list[Point]) -> None:
    line = drawn(Timeline(by="month", points=tuple(points)), EN, lambda period: f"?since={period}")
    assert sum(mark.acts for mark in line.marks) + line.undated == sum(point.acts for point in points)
    assert all(mark.x - mark.radius >= LEFT and mark.x + mark.radius <= WIDTH for mark in line.marks)
    assert len({lane.y for lane in line.lanes}) == len(line.lanes)
    assert len(line.ticks) < 26


@given(MONTHS, MONTHS)
def test_stretches_stay_in_the_calendar(a: str, b: str) -> None:
    first, last = sorted((a, b))
    for start, end in (wider(first, last), moved(first, last, 1), moved(first, last, -1)):
        assert "0001-01" <= start <= end <= "9999-12"
        assert last_day(end)[8:] in ("28", "29", "30", "31")


def test_periods_fit_the_stretch() -> None:
    assert period_for("2022-08-01", "2022-09-03") == "day"
    assert period_for("2020-01", "2022-09") == "month"
    assert period_for("1990-01-01", "2022-01-01") == "year"
    assert moved("2022-03", "2022-04", 1) == ("2022-05", "2022-06")


def test_bars_are_as_long_as_their_figures() -> None:
    made = bars([(str(n), n, "/") for n in range(20, 0, -1)])
    assert len(made.rows) == 12 and made.more == 8
    assert made.rows[0].length == 220 and made.rows[10].length == 110
    assert bars([]).rows == ()


def test_capitals_have_points() -> None:
    known = {one.country: one for one in capitals()}
    assert len(known) > 150
    assert known["AZE"].name == "Bakou" and 40 < known["AZE"].latitude < 41
