"""The days that a date allows."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.record.days import day_of, days_between, days_of, gap, number, width


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2022-08-24", ("2022-08-24", "2022-08-24")),
        ("2022-08", ("2022-08-01", "2022-08-31")),
        ("2024-02", ("2024-02-01", "2024-02-29")),
        ("2022", ("2022-01-01", "2022-12-31")),
        ("2022-08-24/2022-08-25", ("2022-08-24", "2022-08-25")),
        ("2022-07/2022-12", ("2022-07-01", "2022-12-31")),
        ("../2022-12-31", ("", "2022-12-31")),
        ("2022-12-31/..", ("2022-12-31", "")),
        ("2022-08-24~", ("2022-08-24", "2022-08-24")),
        ("2022-08?/2022-09", ("2022-08-01", "2022-09-30")),
        ("[2022-08-03,2022-08-10,2022-08-31]", ("2022-08-03", "2022-08-31")),
        ("2021-23", ("2021-09-01", "2021-11-30")),
        ("2021-24", ("2021-12-01", "2022-02-28")),
        ("2021-33", ("2021-01-01", "2021-03-31")),
        ("2022-08-XX", ("2022-08-01", "2022-08-31")),
        ("202X", ("2020-01-01", "2029-12-31")),
        ("XXXX-03-12", ("", "")),
        ("bientôt", ("", "")),
        ("2022-02-31", ("", "")),
        ("", ("", "")),
        (None, ("", "")),
    ],
)
def test_days(edtf: str | None, days: tuple[str, str]) -> None:
    assert days_of(edtf) == days


dates = st.dates(min_value=date(1, 1, 1))


@given(dates)
def test_a_day_is_its_own_span(day: date) -> None:
    assert days_of(day.isoformat()) == (day.isoformat(), day.isoformat())


@given(dates)
def test_a_month_and_a_year_hold_their_days(day: date) -> None:
    for edtf in (day.isoformat()[:7], day.isoformat()[:4]):
        first, last = days_of(edtf)
        assert first <= day.isoformat() <= last
    assert days_of(day.isoformat()[:7])[1].endswith(str(calendar.monthrange(day.year, day.month)[1]))


@given(st.lists(dates, min_size=1, max_size=6))
def test_a_set_spans_its_members(days: list[date]) -> None:
    told = sorted(d.isoformat() for d in days)
    assert days_of(f"[{','.join(told)}]") == (told[0], told[-1])


@given(dates, dates)
def test_an_interval_spans_its_ends(a: date, b: date) -> None:
    first, last = sorted((a.isoformat(), b.isoformat()))
    assert days_of(f"{first}/{last}") == (first, last)
    assert width((first, last)) == abs((a - b).days) + 1


@given(st.text(max_size=40))
def test_any_text_gives_days_or_none(text: str) -> None:
    for day in days_of(text):
        assert day == "" or day_of(number(day)) == day


@given(dates, dates, dates, dates)
def test_a_gap_is_the_same_both_ways(a: date, b: date, c: date, d: date) -> None:
    one = (min(a, b).isoformat(), max(a, b).isoformat())
    other = (min(c, d).isoformat(), max(c, d).isoformat())
    assert gap(one, other) == gap(other, one) >= 0
    assert gap(one, ("", "")) == 0


def test_days_between() -> None:
    assert days_between("2022-02-28", "2022-03-01") == 1
