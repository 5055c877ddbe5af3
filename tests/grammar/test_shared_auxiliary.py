"""Participles joined by `et` tell of deeds of their own."""

from __future__ import annotations

import pytest

from dragoman.flow import read

CASES = [
    ("La Norvège a rappelé son ambassadeur et fermé, jusqu'à nouvel ordre, sa représentation à Bissau.", {"recall", "mission"}),
    ("Le Pérou a rompu ses relations avec la Bolivie et expulsé trois diplomates boliviens.", {"rupture", "expulsion"}),
    ("L'UE a ajouté dix noms à sa liste et gelé les avoirs de deux banques du Bélarus.", {"sanction"}),
    (
        "L'Union africaine, réunie à Addis-Abeba, a condamné sans équivoque la prise du pouvoir par l'armée au Gabon et exigé la remise en "
        "liberté du président.",
        {"condemnation", "appeal"},
    ),
]


@pytest.mark.parametrize(("text", "types"), CASES)
def test_both_deeds_are_told(text: str, types: set[str]) -> None:
    assert types <= {a.type for a in read(text, published="2024-05-16").acts}


def test_an_adjective_stays_one() -> None:
    acts = read("Le Pérou a signé avec la Bolivie un accord large et équilibré.", published="2024-05-16").acts
    assert [a.type for a in acts] == ["agreement"]


def test_a_town_behind_a_verb_hides_no_object() -> None:
    (act,) = read("Le président du Ghana a reçu lundi à Accra l'ambassadrice de Suède.", published="2024-05-16").acts
    assert act.type == "meeting" and len(act.participants) == 2


def test_a_bare_noun_behind_a_present_is_a_verb() -> None:
    acts = read(
        "La Suède se déclare solidaire du peuple somalien et demande aux partenaires de maintenir leur appui.", published="2024-05-16"
    ).acts
    assert {"support", "appeal"} <= {a.type for a in acts}
