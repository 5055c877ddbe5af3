from __future__ import annotations

from casts import actors, told

LIST = (
    "Le président du Mali, Oumar Sangaré, a reçu les lettres de créance de deux nouveaux ambassadeurs. Il s'agit de :\n"
    "- M. Kwame Ofori, ambassadeur de la République du Ghana ;\n- Mme Marit Solberg, ambassadrice du Royaume de Norvège."
)


def test_diplomats_counted_are_those_named_behind() -> None:
    assert actors(LIST, "deux nouveaux ambassadeurs") == ("per:ofori@GHA", "per:solberg@NOR")


def test_a_count_that_does_not_fit_means_nobody() -> None:
    assert "trois nouveaux ambassadeurs" not in dict(told(LIST.replace("deux nouveaux", "trois nouveaux")))
