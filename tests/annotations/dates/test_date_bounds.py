from __future__ import annotations

from datetime import date

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.annotations.dates import bounds, is_valid, older_than_a_year

OTHERS = ["XXXX-02-30", "2022-08-24T10:00:00", "٢٠٢٢-٠٨-٢٤", "2022/08/24", "0000", "2022-42", "2022-08-24\n"]
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@st.composite
def points(draw: st.DrawFn) -> str:
    day = draw(DAYS).isoformat()
    return draw(st.sampled_from([day, day[:7], day[:4], f"{day[:3]}X", f"{day[:2]}XX", f"{day[:7]}-XX", f"{day[:4]}-XX"]))


@st.composite
def dates(draw: st.DrawFn) -> str:
    day = draw(DAYS)
    kind = draw(st.sampled_from(["point", "doubtful", "interval", "set", "quarter"]))
    if kind == "point":
        return draw(points())
    if kind == "doubtful":
        return day.isoformat() + draw(st.sampled_from("?~%"))
    if kind == "quarter":
        return f"{day.year}-{draw(st.integers(33, 41))}"
    other = draw(DAYS)
    first, last = sorted((day, other))
    return f"{first}/{last}" if kind == "interval" else f"[{first},{last}]"


@settings(max_examples=60, deadline=None)
@given(dates())
def test_the_edtf_library_agrees(edtf: str) -> None:
    parsed = parse_edtf(edtf)
    lower, upper = bounds(edtf)
    assert lower is not None and upper is not None
    assert tuple(parsed.lower_strict()[:3]) == (lower.year, lower.month, lower.day)
    assert tuple(parsed.upper_strict()[:3]) == (upper.year, upper.month, upper.day)


@pytest.mark.parametrize(
    ("edtf", "lower", "upper"),
    [
        ("2022-08-24", "2022-08-24", "2022-08-24"),
        ("2022-08-24~", "2022-08-24", "2022-08-24"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2022", "2022-01-01", "2022-12-31"),
        ("../2022-12-31", None, "2022-12-31"),
        ("2022-08/..", "2022-08-01", None),
        ("XXXX-03-12", None, None),
        ("XXXX-02-29", None, None),
        ("2022-24", "2022-12-01", "2023-02-28"),
        ("2022-33", "2022-01-01", "2022-03-31"),
        ("[2022-08-03,2022-08-10]", "2022-08-03", "2022-08-10"),
        ("{2022-05-03,2022-05-17}", "2022-05-03", "2022-05-17"),
        ("[2022-08-03..2022-08-05,2022-08-10]", "2022-08-03", "2022-08-10"),
        ("[2022-08-03,..2022-08-10]", None, "2022-08-10"),
    ],
)
def test_bounds(edtf: str, lower: str | None, upper: str | None) -> None:
    assert [day and day.isoformat() for day in bounds(edtf)] == [lower, upper]


@pytest.mark.parametrize(
    "edtf",
    [
        "",
        "hier",
        "2022-8-24",
        "2022-13",
        "2022-02-30",
        "24/08/2022",
        "2022-08-26/2022-08-24",
        "..",
        "../..",
        "[]",
        "[2022-08-03",
        "XXXX-13",
        *OTHERS,
    ],
)
def test_what_is_no_date(edtf: str) -> None:
    assert not is_valid(edtf)
    with pytest.raises(ValueError):
        bounds(edtf)


@given(st.text("0123456789X-/.[],~?%{}", max_size=24))
def test_any_words_are_a_date_or_a_value_error(words: str) -> None:
    assert is_valid(words) in (True, False)


@pytest.mark.parametrize(
    ("edtf", "published", "older"),
    [
        ("2021-08-23", "2022-08-24", True),
        ("2021-08-24", "2022-08-24", False),
        ("2020", "2022-08", True),
        ("2021", "2022-08", False),
        ("2023-02-27", "2024-02-29", True),
        ("2023-02-28", "2024-02-29", False),
        ("2019/..", "2022-08-24", False),
        ("XXXX-08-24", "2022-08-24", False),
        ("2019", None, False),
        ("2019", "unknown", False),
        ("jadis", "2022", False),
    ],
)
def test_background(edtf: str, published: str | None, older: bool) -> None:
    assert older_than_a_year(edtf, published) is older
