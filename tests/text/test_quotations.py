"""Quotations of every style, nested, mixed, reversed, never closed."""

from __future__ import annotations

import pytest

from dragoman.text.paragraphs import find_paragraphs
from dragoman.text.quotations import find_quotations
from dragoman.text.repair import repair


def quoted(text: str) -> list[tuple[str, int, bool]]:
    """Words, depth and whether closed, of every quotation."""
    whole = repair(text).text
    found, _ = find_quotations(whole, find_paragraphs(whole))
    return [(whole[q.quotation.start : q.quotation.end], q.quotation.depth, q.quotation.closed) for q in found]


@pytest.mark.parametrize(
    "text",
    [
        'Il a dit "nous venons" hier.',
        'Il a dit " nous venons " hier.',
        "Il a dit « nous venons » hier.",
        "Il a dit «nous venons» hier.",
        "Il a dit “nous venons” hier.",
        "Il a dit „nous venons“ hier.",
        "Il a dit ‘nous venons’ hier.",
        "Il a dit ‘‘nous venons’’ hier.",
        "Il a dit ''nous venons'' hier.",
        "Il a dit 'nous venons' hier.",
        "Il a dit <<nous venons>> hier.",
        "Il a dit »nous venons« hier.",
        "Il a dit ”nous venons” hier.",
        'Il a dit « nous venons" hier.',
        'Il a dit “nous venons" hier.',
        'Il a dit qu\'"nous venons", hier.',
    ],
)
def test_every_style(text: str) -> None:
    assert quoted(text) == [("nous venons", 0, True)]


@pytest.mark.parametrize(
    "text", ["L'ami d'Ali n'a pas vu l’ambassade.", "Aujourd'hui, c'est l'heure", "Les années '90 et l' Algérie", "5' de pause"]
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_nesting() -> None:
    assert quoted('« A est un "frère" pour nous »') == [('A est un "frère" pour nous', 0, True), ("frère", 1, True)]
    assert quoted('"A est un "frère" pour nous", dit-il') == [('A est un "frère" pour nous', 0, True), ("frère", 1, True)]
    assert quoted("««a»»") == [("«a»", 0, True), ("a", 1, True)]


def test_a_missing_mark_does_not_swallow_the_next_quotation() -> None:
    assert quoted('"Nous venons, a-t-il dit. "Nous restons", a-t-il ajouté.') == [("Nous venons", 0, False), ("Nous restons", 0, True)]
    assert quoted("« Nous venons. Il est parti.") == [("Nous venons. Il est parti.", 0, False)]


def test_a_warning_for_what_is_never_closed() -> None:
    text = "« Nous venons tous."
    assert find_quotations(text, [(0, len(text))])[1] == ["a quotation is never closed: '« Nous venons tous.'"]


def test_paragraphs_without_a_mark_go_on() -> None:
    text = "« Nous venons.\n\nNous restons », a-t-il dit."
    found, warnings = find_quotations(text, find_paragraphs(text))
    assert [(text[q.quotation.start : q.quotation.end], q.quotation.continues) for q in found] == [
        ("Nous venons.", None),
        ("Nous restons", 0),
    ]
    assert warnings == []


def test_empty_marks_are_no_quotation() -> None:
    assert quoted('Il a dit « » et "".') == []
