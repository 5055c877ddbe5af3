"""Whether two reports tell of one act."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from made_reports import report, reports, side

from dragoman.model.vocabulary import FORMS
from dragoman.record.blocks import block_keys, probe_keys
from dragoman.record.likeness import compare
from dragoman.record.likeness_table import likeness_table
from dragoman.record.report import Post, Report, Side

AUDIENCE = ("Mourad Bencherif@DZA", "Elchin Huseynbeyli@AZE")


@settings(max_examples=200)
@given(reports(), reports())
def test_symmetric_and_found_by_blocks(a: Report, b: Report) -> None:
    assume(a.ident != b.ident)
    like = compare(a, b)
    assert like == compare(b, a)
    if like.verdict != "different" and a.blocs and b.blocs:
        assert set(block_keys(a)) & set(probe_keys(b))
        assert set(block_keys(b)) & set(probe_keys(a))


@settings(max_examples=100)
@given(reports(), reports())
def test_the_score_is_the_sum_of_its_features(a: Report, b: Report) -> None:
    like = compare(a, b)
    if like.verdict != "different":
        assert like.score == pytest.approx(sum(f.score for f in like.features), abs=0.001)
        assert all(f.name and f.value for f in like.features)


@settings(max_examples=50)
@given(reports())
def test_one_document_tells_no_act_twice(a: Report) -> None:
    assert compare(a, a).verdict == "different"


def test_a_day_apart_spelled_otherwise_is_the_same() -> None:
    a = report("one", "meeting/audience", *AUDIENCE, date="2023-03-14", place="Algiers@DZA")
    b = report("two", "meeting/talks", "Mourad Ben Cherif@DZA", "Elçin Hüseynbəyli@AZE", date="2023-03-15", place="@DZA")
    like = compare(a, b)
    assert like.verdict == "same"
    assert {f.name for f in like.features} >= {"states", "person", "days", "place"}


def test_an_office_stands_for_its_holder() -> None:
    a = report("one", "call/telephone", *AUDIENCE, date="2023-03-14")
    b = report("two", "call", "head_of_state@DZA", "Elchin Huseynbeyli@AZE", date="2023-03-14")
    assert compare(a, b).verdict == "same"


@pytest.mark.parametrize(
    "other",
    [
        report("two", "meeting/audience", *AUDIENCE, date="2023-03-20", place="Algiers@DZA"),
        report("two", "meeting/audience", "Mourad Bencherif@DZA", "Khady Ndiour@SEN", date="2023-03-14"),
        report("two", "meeting/audience", "Salim Zeghdoudi@DZA", "Elchin Huseynbeyli@AZE", date="2023-03-14"),
        report("two", "call", *AUDIENCE, date="2023-03-14"),
        report("two", "meeting/audience", *AUDIENCE, date="2023-03-14", status="announced"),
        report("one", "meeting/audience", *AUDIENCE, date="2023-03-14", local="a2"),
    ],
    ids=["six days later", "another guest", "another host", "another type", "still to come", "told by the same document"],
)
def test_what_parts_two_reports(other: Report) -> None:
    a = report("one", "meeting/audience", *AUDIENCE, date="2023-03-14", place="Algiers@DZA")
    assert compare(a, other).verdict == "different"


def test_two_ambassadors_on_one_day_are_two_acts() -> None:
    president = side("Mourad Bencherif@DZA", "counterpart")
    a = report("one", "credentials/letters", side("Orkhan Sadigli@AZE", "agent"), president, date="2023-03-14")
    b = report("two", "credentials/letters", side("Babacar Ndoye@SEN", "agent"), president, date="2023-03-14")
    assert compare(a, b).verdict == "different"


def test_condolences_turned_round_are_two_acts() -> None:
    a = report("one", "condolence", side("DZA", "agent"), side("AZE", "counterpart"), date="2023-03-14")
    b = report("two", "condolence", side("AZE", "agent"), side("DZA", "counterpart"), date="2023-03-14")
    assert compare(a, b).verdict == "different"


def test_an_office_of_one_holder_has_one_however_spelled() -> None:
    foreign = (Post("foreign_minister", "GRC", "ministre des Affaires étrangères"),)
    names = ("Giorgos Papandreas", "Yorghos Babandreas")
    one, other = (Side(f"per:{name}@GRC", "party", "person", "GRC", name, "GRC", foreign) for name in names)
    a = report("one", "meeting/talks", one, "DZA", date="2023-03-14")
    b = report("two", "meeting/talks", other, "DZA", date="2023-03-14")
    assert "other" not in {f.value for f in compare(a, b).features}


def test_a_conference_whose_pages_name_their_own() -> None:
    union = side("org:AU", "agent")
    a = report("one", "conference/summit", union, "Khady Ndiour@SEN", date="2023-03-14", place="Addis Ababa@ETH")
    b = report("two", "conference/summit", union, "Mourad Bencherif@DZA", date="2023-03-14", place="Addis Ababa@ETH")
    assert compare(a, b).verdict == "same"


def test_a_joint_commission_has_other_delegates_on_other_pages() -> None:
    a = report("one", "meeting/joint_commission", *AUDIENCE, date="2023-03-14", place="Algiers@DZA")
    b = report("two", "meeting/joint_commission", "Salim Zeghdoudi@DZA", "Elçin Hüseynbəyli@AZE", date="2023-03-14", place="Algiers@DZA")
    assert compare(a, b).verdict == "same"


def test_a_memorandum_is_not_the_minutes() -> None:
    memo = report("one", "agreement/signed", "DZA", "AZE", date="2023-03-14", place="Baku@AZE", sentence="Un mémorandum a été signé.")
    minutes = report("two", "agreement/signed", "DZA", "AZE", date="2023-03-14", place="Baku@AZE", sentence="Le procès-verbal a été signé.")
    assert compare(memo, minutes).verdict != "same"


def test_a_promise_for_a_new_day_is_another() -> None:
    visit = (side("Elchin Huseynbeyli@AZE", "agent"), side("DZA", "counterpart"))
    may = report("one", "visit", *visit, date="2023-05-02", status="announced")
    again = report("two", "visit", *visit, date="2023-05-02", status="announced", published="2023-04-20")
    autumn = report("three", "visit", *visit, date="2023-10", status="announced", published="2023-04-20")
    assert compare(may, again).verdict == "same"
    assert compare(may, autumn).verdict == "different"


def test_the_table_names_forms_of_the_vocabulary() -> None:
    for kind, rows in likeness_table().forms.items():
        assert {form for row in rows for form in row} <= set(FORMS[kind])


def test_without_a_day_nothing_is_merged() -> None:
    a = report("one", "meeting/audience", *AUDIENCE, published="")
    assert compare(a, report("two", "meeting/audience", *AUDIENCE, date="2023-03-14")).verdict == "different"
    assert block_keys(a) == probe_keys(a) == ()
