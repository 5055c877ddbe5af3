from __future__ import annotations

import pytest

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.name_likeness import same_person
from dragoman.annotations.names import is_personal, parse_name
from dragoman.annotations.naming import family_name
from dragoman.annotations.page import read_page
from dragoman.annotations.roster import Person


def name_in(text: str, titled: bool = True) -> str | None:
    page = read_page(text, find_names(text), ())
    name = parse_name(page, 0, titled)
    return text[page.starts[name.first] : page.ends[name.last - 1]] if name is not None else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tamim ben Hamad al-Qasimi a dit", "Tamim ben Hamad al-Qasimi"),
        ("Sidi Ould Bellal est", "Sidi Ould Bellal"),
        ("Marcelo Reis de Sousa, qui", "Marcelo Reis de Sousa"),
        ("Koen van der Dael a", "Koen van der Dael"),
        ("Karim VI a", "Karim VI"),
        ("N'Golo M'Baye est", "N'Golo M'Baye"),
        ("J. R. Diouf est", "J. R. Diouf"),
        ("Cho Min-jae a", "Cho Min-jae"),
        ("DIOUF Amadou a", "DIOUF Amadou"),
        ("Paul Mensah du Ghana", "Paul Mensah"),
        ("Israël Dayan a", "Israël Dayan"),
    ],
)
def test_shapes(text: str, name: str) -> None:
    assert name_in(text) == name


@pytest.mark.parametrize("text", ["Selon lui", "Le Conseil", "Hier matin", "l'Union"])
def test_no_name(text: str) -> None:
    assert name_in(text, titled=False) is None


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("Amadou Diouf a dit", True),
        ("Royal Palace Hotel", False),
        ("Coupe Davis", False),
        ("Par Amadou Diouf\n", False),
        ("Amadou Diouf", False),
    ],
)
def test_only_a_clear_name_counts_without_a_title(text: str, personal: bool) -> None:
    page = read_page(text, (), ())
    first = 1 if text.startswith("Par ") else 0
    name = parse_name(page, first, titled=False)
    assert (name is not None and is_personal(page, name)) is personal


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Benali", "Karim Benali", True),
        ("Rzayev", "Djeyhoun Rzaev", True),
        ("Karim VI", "Karim V", False),
        ("Alain Kouadio", "Serge Kouadio", False),
        ("Lu", "Lu Zhengming", True),
        ("Al Qasimi", "Tamim ben Hamad al-Qasimi", True),
        ("Diop", "Diouf", False),
    ],
)
def test_likeness(a: str, b: str, same: bool) -> None:
    assert same_person(tuple(a.split()), tuple(b.split())) is same


@pytest.mark.parametrize(
    ("forms", "country", "key"),
    [
        (["Karim Benali"], "DZA", "Benali"),
        (["Tamim ben Hamad al-Qasimi"], "QAT", "al-Qasimi"),
        (["Lu Zhengming"], "CHN", "Lu"),
        (["DIOUF Amadou"], "SEN", "DIOUF"),
        (["Karim VI"], "MAR", "Karim VI"),
        (["Álvaro Reyes Lozano", "Reyes Lozano"], "COL", "Reyes Lozano"),
    ],
)
def test_family_names(forms: list[str], country: str, key: str) -> None:
    words = [tuple(form.split()) for form in forms]
    assert family_name(Person(forms=words, short_forms=words, country=country)) == key
