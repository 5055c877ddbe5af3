"""The stage's lexicons: words only, each once, composed; and the conjugation table behind the reporting verbs."""

from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest

from dragoman.text.conjugation import regular_forms
from dragoman.text.lexicons import load_yaml
from dragoman.text.reporting_lexicon import reporting_lexicon


@pytest.mark.parametrize("name", ["boilerplate.yaml", "repair.yaml", "reporting.yaml", "sentences.yaml"])
def test_lists_are_sorted_unique_and_composed(name: str) -> None:
    for group, entries in load_yaml(name).items():
        if isinstance(entries, list) and all(isinstance(entry, str) for entry in entries) and group != "glued":
            assert all((a.lower(), a) < (b.lower(), b) for a, b in pairwise(entries)), group
            assert all(unicodedata.is_normalized("NFC", entry) for entry in entries), group


@pytest.mark.parametrize(
    ("lemma", "present", "past", "participle"),
    [
        ("indiquer", "indique", "indiqua", "indiqué"),
        ("annoncer", "annonce", "annonça", "annoncé"),
        ("juger", "juge", "jugea", "jugé"),
        ("rappeler", "rappelle", "rappela", "rappelé"),
        ("suggérer", "suggère", "suggéra", "suggéré"),
        ("marteler", "martèle", "martela", "martelé"),
        ("balayer", "balaie", "balaya", "balayé"),
        ("presser", "presse", "pressa", "pressé"),
    ],
)
def test_regular_verbs(lemma: str, present: str, past: str, participle: str) -> None:
    forms = regular_forms(lemma)
    assert present in forms.finite
    assert past in forms.finite
    assert forms.participle == participle


@pytest.mark.parametrize("form", ["indique", "ajoute", "dit", "écrit", "souligne", "soutient", "affirmait", "conclut", "répondra"])
def test_verbs_of_saying(form: str) -> None:
    assert form in reporting_lexicon().finite
