"""Where sentences end, and where they do not."""

from __future__ import annotations

import pytest

from dragoman.text.sentences import find_sentences


@pytest.mark.parametrize(
    "text",
    [
        "M. Touré a reçu Mme Sy et MM. Diallo et Ba.",
        "S.E.M. Ali Touré, S.E. Mme Sy et le Dr. Ba sont là.",
        "L'art. 5 du traité, cf. le n° 3, vaut 1.500 euros.",
        "J. K. Diallo et R. Ba ont signé.",
        "Il hésite... puis signe.",
        "Le président (...) a signé.",
        "1. Les deux pays coopèrent.",
        "Le 20 janv. 2020, tout a changé.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert find_sentences(text, 0, len(text)) == [(0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "Il est venu.|Elle est partie.",
        "Est-il venu ?|Oui !|Il est là.",
        "Il hésite...|Puis il signe.",
        "Il est venu en 2020.|14 personnes l'attendaient.",
        "Il parle devant l'O.N.U.|Le ministre écoute.",
        "Il est venu (hier.)|Elle est partie.",
        "استقبل الوزير السفير.|وسلمه رسالة.",
    ],
)
def test_two_sentences(text: str) -> None:
    whole = text.replace("|", " ")
    assert [whole[a:b] for a, b in find_sentences(whole, 0, len(whole))] == text.split("|")


def test_no_cut_within_a_quotation() -> None:
    text = "« Il vient. Il reste. », dit-on. Elle part."
    assert [text[a:b] for a, b in find_sentences(text, 0, len(text), [(0, 23)])] == ["« Il vient. Il reste. », dit-on.", "Elle part."]


def test_a_cut_behind_a_quotation_that_ends_a_sentence() -> None:
    text = "« Il vient. » Elle part."
    assert [text[a:b] for a, b in find_sentences(text, 0, len(text), [(0, 13)])] == ["« Il vient. »", "Elle part."]
