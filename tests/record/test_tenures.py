"""Who held an office when; rosters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import RosterError
from dragoman.record.held import held_of
from dragoman.record.roster import roster_reading, roster_rows
from dragoman.record.tenures import HeldOn, holder, tenures_of


def told(person: str, *days: str, office: str = "foreign_minister", former: bool = False) -> list[HeldOn]:
    return [HeldOn(person, office, "DZA", "ministre", day, day, former, f"doc {person} {day}") for day in days]


def who(held: list[HeldOn], day: str, office: str = "foreign_minister") -> str | None:
    found = holder(tenures_of(held), office, "DZA", day)
    return found.person if found else None


def test_a_tenure_runs_from_first_to_last_seen() -> None:
    (tenure,) = tenures_of(told("zeghdoudi", "2022-02-08", "2021-03-10"))
    assert (tenure.first_day, tenure.last_day, tenure.documents) == ("2021-03-10", "2022-02-08", 2)
    assert [w.document for w in tenure.words] == ["doc zeghdoudi 2021-03-10", "doc zeghdoudi 2022-02-08"]


def test_the_holder_on_a_day() -> None:
    held = told("zeghdoudi", "2021-03-10", "2022-02-08") + told("kerrar", "2022-11-15", "2023-11-15")
    assert who(held, "2021-09-22") == "zeghdoudi"
    assert who(held, "2023-01-01") == "kerrar"
    assert who(held, "2022-11-10") == "kerrar"
    assert who(held, "2022-02-20") == "zeghdoudi"
    assert who(held, "2022-07-01") is None
    assert who(held, "2019-01-01") is None
    assert who(held, "") is None
    assert who(told("aghazade", "2022-04-13", office="minister"), "2022-04-13", "minister") is None


def test_a_former_holder_is_none_any_more() -> None:
    held = told("zeghdoudi", "2022-08-08") + told("zeghdoudi", "2022-09-20", former=True)
    assert who(held, "2022-09-21") is None
    assert who(held, "2022-08-10") == "zeghdoudi"


@given(st.permutations(told("a", "2021-03-10", "2022-02-08") + told("b", "2022-03-01") + told("a", "2022-06-01", former=True)))
def test_order_makes_no_difference(held: list[HeldOn]) -> None:
    assert tenures_of(held) == tenures_of(sorted(held, key=lambda h: h.document))


ROSTER = """name,country,office,of,from,to,source
Abdelhak Zeghdoudi,DZA,foreign_minister,,2020-06,2022-09-10,annuaire
Lotfi Kerrar,DZA,foreign_minister,,2022-09-11,,annuaire
"Kaba, Moussa",,secretary_general,org:AU,2021,2024,annuaire
"""


def test_a_roster_is_one_more_source() -> None:
    reading = roster_reading(ROSTER, "annuaire.csv")
    assert [a.id for a in reading.actors] == ["per:abdelhak-zeghdoudi@DZA", "per:lotfi-kerrar@DZA", "per:kaba-moussa@org:AU"]
    for actor in reading.actors:
        for span in actor.mentions:
            assert reading.document.text[span.start : span.end] == span.text
    tenures = tenures_of(held_of(reading))
    found = holder(tenures, "foreign_minister", "DZA", "2021-01-01")
    assert found is not None and (found.person, found.by) == ("per:abdelhak-zeghdoudi@DZA", "covers")
    now = holder(tenures, "foreign_minister", "DZA", "2030-01-01")
    assert now is not None and now.person == "per:lotfi-kerrar@DZA"
    assert holder(tenures, "secretary_general", "org:AU", "2022-05-05") is not None


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("X Y,DZA,foreign_minister,,2022-09,2021-01,s", "ends \\(2021-01\\) before it begins \\(2022-09\\)"),
        ("X Y,DZA,foreign_minister,,hier,,s", "'hier' in the column from is no date: write"),
        ("X Y,DZA,king,,2022,,s", "'king' is no office: write one of head_of_state"),
        ("X Y,Algérie,foreign_minister,,2022,,s", "is no country: write three capital letters"),
        ("X Y,,foreign_minister,,2022,,s", "in the column of: write a country"),
        ("X Y,XXX,foreign_minister,,2022,,s", "'XXX' is no country"),
        ("X Y,DZA,foreign_minister,XXX,2022,,s", "'XXX' in the column of"),
        (",DZA,foreign_minister,,2022,,s", "no name"),
        ("X, Y,DZA,foreign_minister,,2022,,s,t", "cells for 7 columns"),
    ],
)
def test_a_wrong_row_is_named_with_what_to_do(line: str, says: str) -> None:
    with pytest.raises(RosterError, match=says) as error:
        roster_rows(ROSTER + line + "\n", "annuaire.csv")
    assert "annuaire.csv, line 5" in str(error.value)


def test_no_roster() -> None:
    with pytest.raises(RosterError, match="empty"):
        roster_rows("\n", "leer.csv")
    with pytest.raises(RosterError, match="no column 'office'"):
        roster_rows("name,country\n", "leer.csv")
    with pytest.raises(RosterError, match="separated by semicolons"):
        roster_rows("name;country;office;of;from;to;source\n", "liste.csv")
