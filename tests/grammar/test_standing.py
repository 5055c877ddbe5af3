"""How far an act has come, by the words above it."""

from __future__ import annotations

import pytest
from clauses import sentence

from dragoman.grammar.standing import Standing


def standing(text: str, word: str, act: str = "visit") -> Standing:
    found = sentence(text)
    token = found.token(word)
    carrier = token if token.pos_ in ("VERB", "AUX") else next(iter(found.clause.carriers(token)), None)
    return found.climber.standing(token, carrier, act, None)


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        pytest.param("Le Mali a remercié le Japon.", "remercié", "done", id="past"),
        pytest.param("Le Mali remerciera le Japon.", "remerciera", "announced", id="future"),
        pytest.param("Le Mali n'a pas remercié le Japon.", "remercié", "denied", id="negated past"),
        pytest.param("Le Mali ne remerciera pas le Japon.", "remerciera", "called_off", id="negated future"),
        pytest.param("Le Mali a exprimé sa volonté d'effectuer une visite au Japon.", "visite", "intended", id="will"),
        pytest.param("Le Mali souhaite effectuer une visite au Japon.", "visite", "intended", id="wish"),
        pytest.param("Le Mali et le Japon ont convenu de renforcer leur coopération.", "renforcer", "agreed", id="agreed"),
        pytest.param("Il a été convenu de renforcer la coopération entre le Mali et le Japon.", "renforcer", "agreed", id="impersonal"),
        pytest.param("Le Mali a annulé sa visite au Japon.", "visite", "called_off", id="annulled"),
        pytest.param("Avant de quitter le Japon, le Mali a remercié le Kenya.", "quitter", "done", id="before"),
    ],
)
def test_status(text: str, word: str, status: str) -> None:
    found = standing(text, word)
    assert (found.told, found.status) == (True, status)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        pytest.param("Si le Mali remercie le Japon, le Kenya sera content.", "remercie", id="hypothesis"),
        pytest.param("Le Mali a invité le Japon à renforcer la coopération.", "renforcer", id="asked of another"),
    ],
)
def test_not_told(text: str, word: str) -> None:
    assert not standing(text, word).told


def test_a_conditional_is_hedged() -> None:
    found = standing("Le Mali aurait remercié le Japon.", "remercié")
    assert (found.status, found.hedged) == ("done", True)


def test_who_reports_is_kept_in_order() -> None:
    found = standing("Le Kenya indique que le Japon a affirmé que le Mali a remercié le Ghana.", "remercié")
    assert [r.verb.lemma_ for r in found.reports] == ["affirmer", "indiquer"]
    assert found.status == "done"


def test_the_words_that_set_the_status_are_kept() -> None:
    found = standing("Le Mali souhaite effectuer une visite au Japon.", "visite")
    assert [t.text for t in found.words] == ["souhaite"]
    assert found.modals
