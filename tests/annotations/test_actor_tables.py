from __future__ import annotations

import unicodedata

import pytest

from dragoman.annotations.folding import fold
from dragoman.annotations.lexicon import states
from dragoman.annotations.table import rows
from dragoman.model.vocabulary import OFFICES

TABLES = [
    "offices",
    "portfolios",
    "portfolio_words",
    "courtesy",
    "particles",
    "honorifics",
    "institutions",
    "state_nouns",
    "groups",
    "anaphors",
    "documents",
    "publishers",
    "state_words",
    "capital_words",
    "before_no_name",
    "monarchies",
]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_has_its_source_and_example(table: str) -> None:
    assert rows(table)
    assert [r for r in rows(table) if not r["source"] or not r["example"]] == []


@pytest.mark.parametrize("table", [*TABLES, "given_names", "known_persons"])
def test_tables_are_in_composed_unicode(table: str) -> None:
    assert all(unicodedata.is_normalized("NFC", cell) for r in rows(table) for cell in r.values())


def test_offices_are_of_the_vocabulary() -> None:
    assert {r["office"] for r in rows("offices")} <= set(OFFICES)
    assert {r["of_organisation"] for r in rows("offices")} <= {*OFFICES, ""}
    assert len(rows("offices")) > 150


def test_an_office_is_told_once_for_a_country() -> None:
    seen = [(fold(r["masculine"]), r["countries"]) for r in rows("offices")]
    assert sorted(k for k in set(seen) if seen.count(k) > 1) == []


@pytest.mark.parametrize(
    ("table", "column"), [("offices", "countries"), ("publishers", "country"), ("known_persons", "country"), ("monarchies", "country")]
)
def test_countries_are_known(table: str, column: str) -> None:
    codes = {code for r in rows(table) for code in r[column].split() if not code.startswith("org:")}
    assert codes - set(states()) == set()


def test_publishers_are_many() -> None:
    assert len(rows("publishers")) > 150
