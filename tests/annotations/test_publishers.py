from __future__ import annotations

import pytest
from casts import cast_of

from dragoman.annotations.publishers import find_agency, find_publisher


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("APS", "DZA"),
        ("MAP Express", "MAR"),
        ("Ambassade d'Angola", "AGO"),
        ("Agence mauritanienne d'information", "MRT"),
        ("Le Tribun de Yaoundé", "CMR"),
        ("Conseil de l'Union européenne", "org:EU"),
        ("diplomatie.gouv.fr", "FRA"),
    ],
)
def test_whose_voice(name: str, country: str) -> None:
    found = find_publisher(name)
    assert found is not None and found.country == country


@pytest.mark.parametrize("name", [None, "", "Reuters", "Le Quotidien du Fleuve"])
def test_no_state(name: str | None) -> None:
    found = find_publisher(name)
    assert found is None or found.country is None


def test_the_agency_that_signs() -> None:
    found = find_agency("TUNIS, 9 fév (TAP) - Le ministre a reçu un hôte.")
    assert found is not None and found.country == "TUN"


def test_a_ministry_that_publishes_is_the_author() -> None:
    assert cast_of("Le communiqué souligne cet engagement.", "diplomatie.gouv.fr").author == "inst:foreign_ministry@FRA"


def test_the_place_of_signature_is_home() -> None:
    assert cast_of("Le Conseil a adopté un décret.\n\nFait à Cotonou, le 10 mars 2021").home == "BEN"


def test_the_state_whose_president_is_told_as_foreign_is_not_home() -> None:
    text = (
        "Le président de la République, Amine Kaddour, a reçu le président slovaque, Peter Hradský. La Slovaquie et l'Algérie coopèrent. "
        "La Slovaquie veut du gaz. Bratislava remercie l'Algérie."
    )
    assert cast_of(text).home == "DZA"


def test_a_name_with_a_capital_tells_the_state() -> None:
    found = [find_publisher(name) for name in ("Bakou Dépêches", "La Tribune d'Addis", "Atlas Dépêches")]
    assert [publisher and publisher.country for publisher in found] == ["AZE", "ETH", None]
