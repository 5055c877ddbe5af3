"""The day from which a text counts: the dateline's."""

from __future__ import annotations

import pytest

from dragoman.annotations.dates.filing import annotate_from, filed_on


@pytest.mark.parametrize(
    ("published", "dateline", "filed"),
    [
        (None, "2022-05-10", "2022-05-10"),
        (None, "XXXX-11-19", "XXXX-11-19"),
        ("2022-08", "XXXX-08-24", "2022-08-24"),
        ("2022", "2022-08-24", "2022-08-24"),
        ("2023-01-02", "XXXX-12-31", "2022-12-31"),
        ("2022-08-25", "2022-08-24", "2022-08-24"),
        ("2022-08-25", "2022-03-01", None),
        ("2022-08-25", "XXXX-09-30", None),
        ("2022-08-25", None, None),
    ],
)
def test_the_day_of_the_dateline(published: str | None, dateline: str | None, filed: str | None) -> None:
    assert filed_on(published, dateline) == filed


def test_what_is_so_in_every_year() -> None:
    text = "Il a été reçu hier ; il était arrivé mardi et repartira demain."
    told = [(text[d.start : d.end], d.past) for d in annotate_from(text, None, "XXXX-11-19")]
    assert told == [("hier", "XXXX-11-18"), ("mardi", None), ("demain", "XXXX-11-20")]


def test_yesterday_is_the_day_before_the_text_was_filed() -> None:
    text = "Il a été reçu hier."
    assert [d.past for d in annotate_from(text, "2022-08-25", "2022-08-24")] == ["2022-08-23"]
    assert [d.past for d in annotate_from(text, "2022-08", "2022-08-24")] == ["2022-08-23"]
