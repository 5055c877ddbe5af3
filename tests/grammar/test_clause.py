"""A parsed clause, asked in the terms of frames."""

from __future__ import annotations

import pytest
from clauses import sentence

MALI = "per:head_of_state@MLI"


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        pytest.param("Le président du Mali a reçu l'ambassadeur du Japon.", "reçu", [MALI], id="active"),
        pytest.param("L'ambassadeur du Japon a été reçu par le président du Mali.", "reçu", [MALI], id="passive"),
        pytest.param("Le président du Mali a reçu le Japon et remercié le Kenya.", "remercié", [MALI], id="second conjunct"),
        pytest.param("Le président du Mali souhaite remercier le Japon.", "remercier", [MALI], id="infinitive of a modal"),
        pytest.param("Le Japon a rencontré le président du Mali, qui a remercié le Kenya.", "remercié", [MALI], id="relative"),
        pytest.param("Le message adressé par le président du Mali au Japon est long.", "adressé", [MALI], id="participle"),
        pytest.param("Il a été convenu de renforcer la coopération entre le Mali et le Japon.", "convenu", [], id="impersonal"),
    ],
)
def test_the_deep_subject(text: str, verb: str, subject: list[str]) -> None:
    found = sentence(text)
    assert [a for f in found.clause.subject(found.token(verb)) for a in found.actors(f.token)] == subject


@pytest.mark.parametrize(
    ("text", "verb", "objects"),
    [
        pytest.param("Le Mali a invité le Japon.", "invité", ["JPN"], id="active"),
        pytest.param("Le Japon a été invité par le Mali.", "invité", ["JPN"], id="passive"),
        pytest.param("Le Mali a invité le Japon et le Kenya.", "invité", ["JPN", "KEN"], id="coordinated"),
        pytest.param("Le Japon, invité par le Mali, a remercié le Kenya.", "invité", ["JPN"], id="participle"),
    ],
)
def test_the_deep_object(text: str, verb: str, objects: list[str]) -> None:
    found = sentence(text)
    assert [a for f in found.clause.object(found.token(verb)) for a in found.actors(f.token)] == objects


def test_a_control_verb_hands_on_its_object() -> None:
    found = sentence("Le Mali a chargé le Japon de remercier le Kenya.")
    assert [a for f in found.clause.subject(found.token("remercier")) for a in found.actors(f.token)] == ["JPN"]


@pytest.mark.parametrize(
    ("text", "noun", "verbs"),
    [
        ("Le Mali effectue une visite au Japon.", "visite", ["effectuer"]),
        ("Le Mali salue la visite que le Japon effectue au Kenya.", "visite", ["effectuer", "saluer"]),
        ("Visite du Mali au Japon.", "Visite", []),
    ],
)
def test_carriers_of_a_noun(text: str, noun: str, verbs: list[str]) -> None:
    found = sentence(text)
    assert sorted(v.lemma_ for v in found.clause.carriers(found.token(noun))) == sorted(verbs)


def test_whose_a_noun_is() -> None:
    found = sentence("Le Mali salue la visite japonaise.")
    assert [a for f in found.clause.modifiers(found.token("visite"), "adjective") for a in found.actors(f.token)] == ["JPN"]
    found = sentence("Le Mali exprime sa gratitude au Japon.")
    assert [f.token.text for f in found.clause.modifiers(found.token("gratitude"), "possessor")] == ["sa"]


def test_governors_lead_up_to_the_root_and_end() -> None:
    found = sentence("Le Mali indique que le Japon a exprimé sa volonté d'effectuer une visite au Kenya.")
    above = [a.lemma_ for a, _ in found.clause.governors(found.token("visite"))]
    assert above[:2] == ["effectuer", "volonté"]
    assert above[-1] == "indiquer"
    assert len(above) == len(set(above))
