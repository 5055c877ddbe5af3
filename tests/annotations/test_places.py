"""Towns and venues in sentences: which are meant, and what only looks like one."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations.places import find_places
from dragoman.annotations.table import rows
from dragoman.annotations.towns import Town, capital_town, town_called


def _places(text: str, home: str | None = None, mentioned: set[str] | None = None) -> list[str]:
    return [f"{text[p.start : p.end]}={p.name}@{p.country}" for p in find_places(text, (), home, mentioned or set())]


FOUND = [
    ("reçu à Alger", ["Alger=Algiers@DZA"]),
    ("ALGER (APS) - Le ministre", ["ALGER=Algiers@DZA"]),
    ("une escale au Caire", ["Caire=Cairo@EGY"]),
    ("de La Haye à New York", ["La Haye=The Hague@NLD", "New York=New York City@USA"]),
    ("entre Genève et Bakou", ["Genève=Geneva@CHE", "Bakou=Baku@AZE"]),
    ("les consultations de Pékin", ["Pékin=Beijing@CHN"]),
    ("à Charm el-Cheikh", ["Charm el-Cheikh=Sharm el-Sheikh@EGY"]),
    ("à Djeddah, puis à Riyad", ["Djeddah=Jeddah@SAU", "Riyad=Riyadh@SAU"]),
    ("le forum de Davos", ["Davos=Davos@CHE"]),
    ("à Camp David", ["Camp David=Camp David@USA"]),
    ("à N’Djaména", ["N’Djaména=N'Djamena@TCD"]),
    ("à Luxembourg", ["Luxembourg=Luxembourg@LUX"]),
    ("à Djibouti", ["Djibouti=Djibouti@DJI"]),
    ("vol Quito-Mexico", ["Quito=Quito@ECU", "Mexico=Mexico City@MEX"]),
    ("à Alger-Centre", ["Alger=Algiers@DZA"]),
    ("À Tripoli, en Libye", ["Tripoli=Tripoli@LBY"]),
    ("à Valence (Espagne)", ["Valence=Valencia@ESP"]),
    ("à Valence (France)", ["Valence=Valence@FRA"]),
    ("à Tours", []),
    ("à Paris M. Dupuis", ["Paris=Paris@FRA"]),
    ("reçue au palais d'El Mouradia", ["palais d'El Mouradia=Algiers@DZA"]),
    ("reçue à l'Elysée", ["Elysée=Paris@FRA"]),
    ("au siège de l'Union africaine", ["siège de l'Union africaine=Addis Ababa@ETH"]),
    ("au siège de l'ONU", ["siège de l'ONU=New York City@USA"]),
]

NOTHING = [
    "l'accord de Paris",
    "l'accord de paix d'Alger",
    "les Accords d'Oslo",
    "la Convention de Vienne sur les relations diplomatiques",
    "la Déclaration d'Alger",
    "le processus de Berlin",
    "M. Nancy est arrivé",
    "le Paris Saint-Germain",
    "Charlotte Aubry a rencontré Florence",
    "le président Jackson",
    "Selon la radio",
    "un CHU",
    "Sens unique. Nice surprise.",
    "Saint-Alger",
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds(text: str, expected: list[str]) -> None:
    assert _places(text) == expected


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert _places(text) == []


def test_the_state_that_the_text_names_decides_between_namesakes() -> None:
    assert _places("à Georgetown", mentioned={"GUY"}) == ["Georgetown=Georgetown@GUY"]
    assert _places("à Tours", home="FRA") == ["Tours=Tours@FRA"]
    assert _places("à Dakhla", mentioned={"MAR", "GNQ"}) == ["Dakhla=Dakhla@ESH"]
    assert _places("de Gaya", mentioned={"NER", "BEN"}) == ["Gaya=Gaya@NER"]


def test_a_person_named_elsewhere_is_no_town() -> None:
    assert _places("Paul Laval a parlé. Le plan de Laval plaît.", home="FRA") == []


def test_taken_words_are_no_town_but_a_venue_or_a_city_state_is() -> None:
    text = "Le quotidien Alger Soir a écrit. Reçu au palais de l'Élysée, puis à Djibouti, capitale de Djibouti."
    taken = [
        (13, 23),
        (text.index("Élysée"), text.index("Élysée") + 6),
        *((m, m + 8) for m in (text.index("Djibouti"), text.rindex("Djibouti"))),
    ]
    found = [text[p.start : p.end] for p in find_places(text, taken)]
    assert found == ["palais de l'Élysée", "Djibouti"]


def test_places_of_the_lexicon_are_found() -> None:
    for row in rows("places"):
        found = find_places(row["example"], (), row["country"])
        assert [(p.name, p.country) for p in found] == [(row["name"], row["country"])], row


def test_venues_of_the_lexicon_are_found() -> None:
    for row in rows("venues"):
        found = find_places(row["example"])
        assert [(p.name, p.country) for p in found] == [(row["town"], row["country"])], row


def test_named_texts_of_the_lexicon_are_no_places() -> None:
    for row in rows("named_texts"):
        assert find_places(row["example"]) == (), row


def test_towns_carry_their_coordinates() -> None:
    town = capital_town("AZE")
    assert isinstance(town, Town)
    assert (town.name, town.geonames, round(town.latitude)) == ("Baku", 587084, 40)
    assert town_called("Bakou", "AZE") == town
    assert town_called("Nulle Part", "AZE") is None


PIECES = st.sampled_from(["Alger", " à ", "Le Caire", "-", "M. ", "Paris", ", ", "\n", "(", "Saint ", "d'", "é", "New ", "York", "🕊"])


@given(st.lists(PIECES, max_size=25).map("".join))
def test_places_are_in_order(text: str) -> None:
    found = find_places(text)
    assert list(found) == sorted(found, key=lambda p: p.start)
    assert all(0 <= p.start < p.end <= len(text) for p in found)


@pytest.mark.parametrize("piece", ["Paris ", "à Alger, ", "Saint-", "accord de ", "siège de l'ONU ", "A", "New York-", "d'", " "])
def test_is_linear(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    find_places("à Alger")
    begin = time.perf_counter()
    find_places(text)
    assert time.perf_counter() - begin < 3
