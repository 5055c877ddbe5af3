"""The offices of the trade, as the table names them."""

from __future__ import annotations

import pytest

from dragoman.annotations.folding import fold
from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.offices import entry_for, honorifics, may_stand_inside, office_book
from dragoman.annotations.page import read_page
from dragoman.annotations.table import rows
from dragoman.annotations.titles import parse_title
from dragoman.model.vocabulary import OFFICES

ROWS = [pytest.param(r, id=r["masculine"] or r["feminine"] or r["plural"]) for r in rows("offices")]
SCOPES = {"state", "head", "minister", "sent", "aide", "post", "noun", "rank"}


@pytest.mark.parametrize("row", ROWS)
def test_a_row_is_sound_and_its_example_holds_it(row: dict[str, str]) -> None:
    assert row["office"] in OFFICES or not row["office"]
    assert row["scope"] in SCOPES
    assert row["source"] and row["example"]
    forms = [fold(row[c]) for c in ("masculine", "feminine", "plural", "feminine_plural") if row[c]]
    assert any(form in fold(row["example"]) for form in forms)


@pytest.mark.parametrize("row", ROWS)
def test_the_example_s_title_is_read_as_the_row_s_office(row: dict[str, str]) -> None:
    page = read_page(row["example"], find_names(row["example"]), ())
    titles = [t for i in range(len(page)) if (t := parse_title(page, i)) is not None]
    assert row["scope"] in ("rank", "noun", "post") or row["office"] in {t.office() for t in titles}


@pytest.mark.parametrize(
    ("phrase", "countries", "office"),
    [
        ("chancelier", ("DEU",), "head_of_government"),
        ("chancelier", ("CUB",), "foreign_minister"),
        ("président", (), "head_of_state"),
    ],
)
def test_a_title_may_mean_another_office_elsewhere(phrase: str, countries: tuple[str, ...], office: str) -> None:
    page = read_page(phrase, (), ())
    found = office_book().find(page, 0)
    assert found is not None
    assert entry_for(found.entries, countries).office == office


def test_honorifics_tell_what_is_past() -> None:
    words = honorifics()
    assert words["ancien"].former and words["ancien"].before
    assert all(fold(w) == w for w in words)


def test_a_nationality_may_stand_inside_a_title_and_a_country_not() -> None:
    text = "le ministre malien"
    page = read_page(text, find_names(text), ())
    assert may_stand_inside(page, 2)
    assert not may_stand_inside(page, 1)
