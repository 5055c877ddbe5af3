from casts import actors

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.sections import find_sections

DIGEST = """Uruguay – Le gouvernement angolais a donné lundi son agrément à la nomination d'un ambassadeur.

Sri Lanka – Le chef de l'État a reçu mardi l'ambassadeur d'Egypte, venu lui faire ses adieux.

Lettonie : le ministère des Affaires étrangères a démenti mercredi toute nomination à Tokyo.
"""


def test_the_parts_of_a_digest_are_told_by_their_heads() -> None:
    sections = find_sections(DIGEST, find_names(DIGEST), ())
    assert sections.states == ("URY", "LKA", "LVA")
    assert sections.state_at(DIGEST.index("Egypte")) == "LKA"


def test_one_headed_line_and_a_list_of_states_are_no_digest() -> None:
    for text in (
        "Sri Lanka – Le chef de l'État a reçu mardi l'ambassadeur d'Egypte, venu lui faire ses adieux.",
        "Algérie\nMaroc\nTunisie\n",
    ):
        assert find_sections(text, find_names(text), ()).states == ()


def test_offices_without_a_state_are_of_the_part_s() -> None:
    assert actors(DIGEST, "Le chef de l'État") == ("per:head_of_state@LKA",)
