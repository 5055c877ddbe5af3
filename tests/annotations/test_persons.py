"""Person phrases: title and name together, in whatever order a text has them."""

from __future__ import annotations

import pytest
from casts import cast_of, mention
from hypothesis import example, given, settings
from hypothesis import strategies as st

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.page import read_page
from dragoman.annotations.persons import anaphor_book, find_phrases
from dragoman.model.vocabulary import OFFICES


def phrases(text: str) -> list[tuple[str, int, int]]:
    """Every person phrase's words, with how many titles and names it has."""
    page = read_page(text, find_names(text), ())
    return [(text[page.starts[p.first] : page.ends[p.last - 1]], len(p.titles), len(p.names)) for p in find_phrases(page)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Le ministre malien de la Défense, Oumar Sangaré, est parti.", "Le ministre malien de la Défense, Oumar Sangaré"),
        ("Oumar Sangaré, ministre malien de la Défense, est parti.", "Oumar Sangaré, ministre malien de la Défense"),
        ("M. Oumar Sangaré est parti pour le Mali.", "M. Oumar Sangaré"),
        ("S.E.M. Kenji Mori, ambassadeur du Japon au Mali, est parti.", "S.E.M. Kenji Mori, ambassadeur du Japon au Mali"),
        ("L'ancien président du Kenya est parti.", "L'ancien président du Kenya"),
        ("Le Premier ministre japonais Kenji Mori est parti.", "Le Premier ministre japonais Kenji Mori"),
    ],
)
def test_title_and_name_are_one_phrase(text: str, words: str) -> None:
    assert words in [w for w, _, _ in phrases(text)]


def test_two_titles_of_one_person_are_stacked() -> None:
    text = "Le vice-Premier ministre et ministre des Affaires étrangères du Kenya, Peter Odhiambo, est parti."
    assert [o.office for o in mention(text, text.removesuffix(", est parti.")).offices][-1] == "foreign_minister"


def test_an_envoy_s_principal_is_kept() -> None:
    text = "L'envoyé spécial du président du Mali, Oumar Sangaré, a été reçu par le président du Japon."
    found = next(m for m in cast_of(text).mentions if m.start == 0)
    assert found.on_behalf_of == "per:head_of_state@MLI"


def test_a_woman_is_told_by_her_title() -> None:
    assert mention("La ministre malienne de la Défense est partie.", "La ministre malienne de la Défense").feminine
    assert not mention("Le ministre malien de la Défense est parti.", "Le ministre malien de la Défense").feminine


@pytest.mark.parametrize("text", ["Le ministère est fermé.", "Il pleut.", "La table ronde du lac Tchad.", ""])
def test_where_nobody_is_told(text: str) -> None:
    assert not [p for p in phrases(text) if p[2]]


def test_every_pointing_noun_has_its_offices_in_the_vocabulary() -> None:
    page = read_page("son homologue", (), ())
    found = anaphor_book().find(page, 1)
    assert found is not None
    assert all(o in OFFICES for entry in found.entries for o in entry.offices)


WORDS = "le la l' ministre président malien du Mali Japon , Oumar Sangaré M. Mme et de des Affaires étrangères ancien envoyé spécial son"


@settings(max_examples=100, deadline=None)
@example(["le", "ministre", "du", "envoyé", "du", "son", "président", "spécial"])
@given(st.lists(st.sampled_from(WORDS.split()), max_size=25))
def test_phrases_stand_in_order_and_do_not_overlap(words: list[str]) -> None:
    text = " ".join(words)
    page = read_page(text, find_names(text), ())
    at = 0
    for phrase in find_phrases(page):
        assert at <= phrase.first < phrase.last <= len(page)
        at = phrase.last
