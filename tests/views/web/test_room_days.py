from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.views.web.days import day
from dragoman.views.web.languages import accepted, language


@pytest.mark.parametrize(
    ("edtf", "french", "english"),
    [
        ("2022-08-24", "24 août 2022", "24 August 2022"),
        ("2022-09-01", "1er septembre 2022", "1 September 2022"),
        ("2022-08", "août 2022", "August 2022"),
        ("2022", "2022", "2022"),
        ("2022-08-24/2022-08-25", "du 24 au 25 août 2022", "24–25 August 2022"),
        ("2022-08-30/2022-09-02", "du 30 août 2022 au 2 septembre 2022", "30 August 2022 to 2 September 2022"),
        ("../2022-12-31", "jusqu'au 31 décembre 2022", "until 31 December 2022"),
        ("2022-12-31/..", "à partir du 31 décembre 2022", "from 31 December 2022"),
        ("2022-08-24~", "vers le 24 août 2022", "about 24 August 2022"),
        ("[2022-08-03,2022-08-10]", "3 août 2022 ou 10 août 2022", "3 August 2022 or 10 August 2022"),
        ("XXXX-03-12", "12 mars (année inconnue)", "12 March (year unknown)"),
        ("", "date inconnue", "date unknown"),
        (None, "date inconnue", "date unknown"),
        ("../..", "date inconnue", "date unknown"),
    ],
)
def test_days_as_people_write_them(edtf: str | None, french: str, english: str) -> None:
    assert (day(language("fr"), edtf), day(language("en"), edtf)) == (french, english)


@given(st.text(max_size=30))
def test_whatever_a_day_is_it_is_shown(edtf: str) -> None:
    assert day(language("fr"), edtf)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.8", "fr"),
        ("de,en;q=0.5,fr;q=0.4", "en"),
        ("en;q=0.1,fr;q=0.2", "fr"),
        ("", "en"),
        ("ar", "en"),
        (";;,q=,fr;q=x", "fr"),
    ],
)
def test_the_browsers_language(header: str, code: str) -> None:
    assert accepted(header) == code
