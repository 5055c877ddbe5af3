from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from dragoman.annotations.table import rows
from dragoman.views.web.languages import language
from dragoman.views.web.local_names import actor_name, place_name


@pytest.mark.parametrize(
    ("code", "name", "country", "called"),
    [
        ("en", "Algérie", "DZA", "Algeria"),
        ("fr", "Algérie", "DZA", "Algérie"),
        ("en", "Vietnam", "VNM", "Vietnam"),
        ("en", "République démocratique du Congo", "COD", "Congo - Kinshasa"),
        ("fr", "Algiers", "DZA", "Alger"),
        ("en", "Algiers", "DZA", "Algiers"),
        ("fr", "Warsaw", "POL", "Varsovie"),
        ("fr", "Oran", "DZA", "Oran"),
        ("fr", "Algiers", None, "Algiers"),
        ("en", "DZA", "DZA", "Algeria"),
        ("en", "XXX", "XXX", "XXX"),
    ],
)
def test_places_in_the_readers_language(code: str, name: str, country: str | None, called: str) -> None:
    assert place_name(language(code), name, country) == called


def test_actors_in_the_readers_language() -> None:
    assert actor_name(language("en"), "org:UN", "Organisation des Nations unies") == "United Nations"
    assert actor_name(language("fr"), "org:UN", "Organisation des Nations unies") == "Organisation des Nations unies"
    assert actor_name(language("en"), "FRA") == "France"
    assert actor_name(language("en"), "XXX", "Ruritanie") == "Ruritanie"
    assert actor_name(language("en"), "per:diarra@MLI", "Mariam Diarra") == "Mariam Diarra"
    assert actor_name(language("en"), "org:nobody") == "org:nobody"


def test_organisations_are_those_that_documents_name() -> None:
    with (files("dragoman.views.web") / "languages" / "organisations.csv").open(encoding="utf-8") as table:
        named = [row["ident"] for row in csv.DictReader(table)]
    assert len(named) == len(set(named))
    assert set(named) <= {row["id"] for row in rows("organisations")}
