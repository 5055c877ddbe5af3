"""The other side of acts that a text tells of one side alone."""

from __future__ import annotations

from dragoman.flow import read


def sides(text: str, kind: str) -> set[str]:
    return {f"{p.role}={p.actor}" for a in read(text, published="2024-05-16").acts if a.type == kind for p in a.participants}


def test_a_recall_is_against_whom_the_quarrel_is_with() -> None:
    found = sides("Le Pérou a expulsé deux diplomates boliviens. La Bolivie a rappelé son ambassadeur.", "recall")
    assert {"agent=BOL", "counterpart=PER"} <= found


def test_what_a_gathering_decides_is_done_by_its_body() -> None:
    found = sides("Le sommet de la Cédéao s'est tenu à Abuja. Les sanctions contre le Niger sont levées.", "easing")
    assert {"agent=org:ECOWAS", "counterpart=NER"} <= found


def test_the_state_before_a_colon_is_whom_a_headline_means() -> None:
    assert {"agent=org:EU", "counterpart=SYR"} <= sides("Syrie : l'Union européenne lève ses sanctions économiques", "easing")


def test_a_reaction_answers_who_did_something_to_its_own_side() -> None:
    text = "La Norvège a reconnu la Palestine. Le Chili a condamné le Pérou. La Palestine a salué cette décision."
    assert sides(text, "appreciation") == {"agent=PSE", "counterpart=NOR"}


def test_measures_of_another_are_against_the_same() -> None:
    text = "L'Union européenne a imposé des sanctions à la Syrie. Les États-Unis ont allégé leurs propres sanctions."
    assert {"agent=USA", "counterpart=SYR"} <= sides(text, "easing")
