import pytest

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.seats import find_seats


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ("Ils se sont vus dans la capitale angolaise.", "Luanda@AGO", "capitale angolaise"),
        ("Ils se sont vus dans la capitale de l'Angola.", "Luanda@AGO", "capitale de l'Angola"),
        ("La réunion se tient dans la capitale du Pérou.", "Lima@PER", "capitale du Pérou"),
    ],
)
def test_a_capital_is_told_by_its_state(text: str, place: str, words: str) -> None:
    (seat,) = find_seats(text, find_names(text))
    assert f"{seat.name}@{seat.country}" == place
    assert text[seat.start : seat.end] == words


def test_a_capital_of_several_states_or_of_none_is_no_town() -> None:
    for text in ("dans la capitale congolaise", "la capitale économique ivoirienne", "Alger, capitale. L'Angola est loin."):
        assert find_seats(text, find_names(text)) == ()
