"""The act that reports are merged into."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import report, reports, side

from dragoman.record.corrections import corrected
from dragoman.record.merged import MergedAct, merge
from dragoman.record.report import Report


@settings(max_examples=80)
@given(st.lists(reports(), min_size=1, max_size=5, unique_by=lambda r: r.ident), st.randoms(use_true_random=False))
def test_order_makes_no_difference(told: list[Report], random) -> None:  # type: ignore[no-untyped-def]
    act = merge(told)
    shuffled = list(told)
    random.shuffle(shuffled)
    assert msgspec.json.encode(merge(shuffled)) == msgspec.json.encode(act)
    assert msgspec.json.decode(msgspec.json.encode(act), type=MergedAct) == act
    assert sorted(act.reports) == sorted(r.ident for r in told)
    assert {t.report for s in act.sides for t in s.told} == {r.ident for r in told if r.sides}
    for field in act.fields.values():
        assert field.value is None or field.value in [s.value for s in field.said]


def test_values_side_by_side() -> None:
    a = report(
        "one",
        "meeting/audience",
        side("Mourad Bencherif@DZA", "agent"),
        side("Elchin Huseynbeyli@AZE", "counterpart"),
        date="2023-03-14",
        place="Algiers@DZA",
        seq=1,
    )
    b = report("two", "meeting/talks", "DZA", "foreign_minister@AZE", date="2023-03-13", place="@DZA", seq=2)
    c = report("three", "meeting/talks", "head_of_state@DZA", "Elçin Hüseynbəyli@AZE", date="2023-03-14", seq=3)
    act = merge([c, b, a])
    assert act.ident == a.ident and act.reports == (a.ident, b.ident, c.ident)
    assert (act.edtf, act.place, act.form) == ("2023-03-14", "Algiers", "talks")
    assert act.disagree == ("date", "form")
    assert [(s.role, s.bloc, s.name, len(s.told)) for s in act.sides] == [
        ("agent", "DZA", "Mourad Bencherif", 3),
        ("counterpart", "AZE", "Elchin Huseynbeyli", 3),
    ]
    assert [(s.value, s.reports) for s in act.fields["date"].said] == [("2023-03-14", (a.ident, c.ident)), ("2023-03-13", (b.ident,))]


def test_a_wider_date_does_not_disagree() -> None:
    a = report("one", "visit", "DZA", "AZE", date="2023-03")
    b = report("two", "visit", "DZA", "AZE", date="2023-03-14", seq=2)
    assert merge([a, b]).edtf == "2023-03-14"
    assert merge([a, b]).disagree == ()


def test_a_corrected_value_wins() -> None:
    a = report("one", "visit", "DZA", "AZE", date="2023-03-14")
    b = report("two", "visit", "DZA", "AZE", date="2023-03-14", seq=2)
    act = merge([a, b], {b.ident: {"date": "2023-03-16", "place": {"name": "Baku", "country": "AZE", "latitude": 40.4, "longitude": 49.9}}})
    assert (act.edtf, act.first_day, act.place) == ("2023-03-16", "2023-03-16", "Baku")
    assert act.fields["date"].decided and not act.fields["form"].decided


def test_what_cannot_be_corrected() -> None:
    with pytest.raises(ValueError, match="colour cannot be corrected; the fields are"):
        corrected(report("one", "visit"), {"colour": "red"})


def test_no_reports_no_act() -> None:
    with pytest.raises(ValueError, match="one report at least"):
        merge([])
