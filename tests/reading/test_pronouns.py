"""Whom a pronoun means."""

from __future__ import annotations

import pytest

from dragoman.grammar.references import Reference
from dragoman.reading.annotated import Annotated, annotate
from dragoman.reading.pronouns import Pronouns
from dragoman.reading.reader import make_document

TEXT = (
    "Le président du Mali, Oumar Sangaré, a parlé à la ministre japonaise des Affaires étrangères, Yuki Mori. Il était seul. Elle aussi. "
    "Le Kenya et le Ghana ont envoyé des délégués. Ils sont tous arrivés."
)


@pytest.fixture(scope="module")
def item() -> Annotated:
    found = annotate(make_document(TEXT, published="2024-05-16", language="fr"))
    assert isinstance(found, Annotated)
    return found


@pytest.mark.parametrize(
    ("word", "plural", "feminine", "meant"),
    [
        ("Il était", False, False, ("per:sangare@MLI",)),
        ("Elle aussi", False, True, ("per:mori@JPN",)),
        ("Il était", False, None, ("per:sangare@MLI",)),
        ("Il était", True, None, ("per:sangare@MLI", "per:mori@JPN")),
    ],
)
def test_gender_and_number(item: Annotated, word: str, plural: bool, feminine: bool | None, meant: tuple[str, ...]) -> None:
    at = TEXT.index(word)
    reference = Reference("pronoun", None, (at, at + 2), plural, feminine)
    assert Pronouns(item.text, item.cast).antecedent(reference) == meant


def test_who_is_shut_out_is_not_meant(item: Annotated) -> None:
    at = TEXT.index("Il était")
    reference = Reference("pronoun", None, (at, at + 2), False, None)
    assert Pronouns(item.text, item.cast).antecedent(reference, ["per:sangare@MLI"]) == ("per:mori@JPN",)


def test_nobody_stands_before_the_first_word(item: Annotated) -> None:
    assert Pronouns(item.text, item.cast).antecedent(Reference("pronoun", None, (0, 2), False, False)) == ()
    assert Pronouns(item.text, item.cast).antecedent(Reference("pronoun", None, (10**6, 10**6 + 2), False, False)) == ()


def test_a_pronoun_takes_up_the_subject_pronoun_of_the_sentence_before() -> None:
    text = "Le roi de Jordanie est à Rome. Il a reçu le président du Ghana, Kofi Adu. Il a ensuite reçu le président du Togo."
    found = annotate(make_document(text, published="2024-05-16", language="fr"))
    assert isinstance(found, Annotated)
    at = text.rindex("Il a ensuite")
    pronouns = Pronouns(found.text, found.cast, {"il": False, "elle": True})
    assert pronouns.antecedent(Reference("pronoun", None, (at, at + 2), False, False)) == ("per:head_of_state@JOR",)
