"""Whether a promise was kept, called off or renewed."""

from __future__ import annotations

from datetime import date

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st
from made_reports import report, reports, side

from dragoman.record.follow_up import FollowUp, compare_follow_up, is_overdue, is_promise, parted, promise_keys, settled, state, told_of
from dragoman.record.merged import MergedAct, merge
from dragoman.record.report import Report, Side

Sides = tuple[Side | str, ...]
VISIT: Sides = (side("Elchin Huseynbeyli@AZE", "agent"), side("DZA", "counterpart"))


def _act(document: str, status: str, date: str, published: str, kind: str = "visit", who: Sides = VISIT, place: str = "@DZA") -> MergedAct:
    return merge([report(document, kind, *who, date=date, status=status, published=published, place=place)])


PROMISE = _act("p", "announced", "2022-11", "2022-08-24")


@settings(max_examples=100)
@given(reports(), reports())
def test_promise_and_later_act_share_a_key(a: Report, b: Report) -> None:
    promise, later = merge([a]), merge([b])
    follow = compare_follow_up(promise, later)
    if follow is not None:
        assert is_promise(promise)
        assert set(promise_keys(promise)) & set(promise_keys(later))
        assert follow == compare_follow_up(promise, later)
        assert not parted(told_of(promise), told_of(later))


DAYS = st.dates(date(2022, 7, 1), date(2023, 3, 1)).map(date.isoformat)
DATES = st.one_of(
    DAYS,
    DAYS.map(lambda day: day[:7]),
    DAYS.map(lambda day: f"../{day}"),
    DAYS.map(lambda day: f"{day}/.."),
    st.tuples(DAYS, DAYS).map(lambda days: "/".join(sorted(days))),
    st.sampled_from(["", "2022", "2023"]),
)
MADE = st.builds(
    lambda status, told, published, place: _act("d", status, told, published, place=place),
    st.sampled_from(["announced", "intended", "done", "done", "called_off", "denied"]),
    DATES,
    DAYS,
    st.sampled_from(["@DZA", "@AZE", ""]),
)


@settings(max_examples=400, deadline=None)
@given(MADE, MADE)
def test_what_rows_alone_part_is_nothing_to_each_other(promise: MergedAct, later: MergedAct) -> None:
    later = msgspec.structs.replace(later, ident="e.a1", reports=("e.a1",))
    if parted(told_of(promise), told_of(later)):
        assert compare_follow_up(promise, later) is None


def _follow(later: MergedAct, promise: MergedAct = PROMISE) -> FollowUp | None:
    return compare_follow_up(promise, later)


def test_kept_in_the_month_promised() -> None:
    follow = _follow(_act("k", "done", "2022-11-01", "2022-11-02"))
    assert follow is not None
    assert (follow.kind, follow.verdict, follow.days) == ("fulfilled", "same", 69)
    assert {f.name for f in follow.features} >= {"due", "states", "person", "place"}


def test_not_kept() -> None:
    assert _follow(_act("early", "done", "2022-08-01", "2022-08-02")) is None
    assert _follow(_act("late", "done", "2023-06-01", "2023-06-02")) is None
    other = (side("Rauf Gasimzade@AZE", "agent"), side("DZA", "counterpart"))
    assert _follow(_act("other", "done", "2022-11-01", "2022-11-02", who=other)) is None
    round_ = (side("Mourad Bencherif@DZA", "agent"), side("AZE", "counterpart"))
    assert _follow(_act("round", "done", "2022-11-01", "2022-11-02", who=round_, place="@AZE")) is None
    assert _follow(_act("denied", "denied", "2022-11-01", "2022-11-02")) is None


def test_another_holder_of_the_office_keeps_no_visit_promised() -> None:
    other = (side("Rauf Zamanov@AZE", "agent"), side("DZA", "counterpart"))
    assert _follow(_act("k", "done", "2022-11-01", "2022-11-02", who=other)) is None
    slip = (side("Elchin Huzeynbeyil@AZE", "agent"), side("DZA", "counterpart"))
    assert _follow(_act("k", "done", "2022-11-01", "2022-11-02", who=slip)) is None


def test_kept_late_is_a_question() -> None:
    follow = _follow(_act("k", "done", "2022-12-20", "2022-12-21"))
    assert follow is not None and follow.verdict == "doubtful"


def test_called_off_and_renewed() -> None:
    off = _follow(_act("o", "called_off", "2022-11", "2022-10-28"))
    again = _follow(_act("r", "announced", "2023-02", "2022-10-28"))
    assert off is not None and (off.kind, off.verdict) == ("called_off", "same")
    assert again is not None and (again.kind, again.verdict) == ("renewed", "same")
    assert _follow(_act("narrower", "announced", "2022-11-03", "2022-10-28")) is None


def test_a_yearly_meeting_is_not_renewed_by_the_next() -> None:
    sides = ("DZA", "AZE")
    first = _act("p", "agreed", "2022-10", "2021-10-20", "meeting/joint_commission", sides, "@DZA")
    after = _act("n", "agreed", "2023-10", "2022-11-20", "meeting/joint_commission", sides, "@DZA")
    assert compare_follow_up(first, after) is None


def test_the_surest_fulfilment_holds() -> None:
    acts = [
        _act("k1", "done", "2022-11-01", "2022-11-02"),
        _act("k2", "done", "2022-12-20", "2022-12-21"),
        _act("r", "announced", "2023-02", "2022-10-28"),
    ]
    found = [(act, follow) for act in acts if (follow := _follow(act)) is not None]
    kept = settled(found)
    assert kept == settled(found[::-1])
    assert [follow.kind for _, follow in kept] == ["fulfilled", "renewed"]
    assert state(kept) == "fulfilled"
    assert state(kept[1:]) == "renewed"
    assert state(()) == "open"


def test_overdue_is_a_question_of_the_day() -> None:
    assert not is_overdue(PROMISE, "2022-11-30")
    assert is_overdue(PROMISE, "2022-12-01")
    assert not is_overdue(_act("open", "announced", "", "2022-08-24"), "2030-01-01")
