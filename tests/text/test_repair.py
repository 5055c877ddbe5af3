"""Repair: what is repaired, what is left alone, and offsets that always lead back."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.text.repair import repair

CLEAN = (
    "Le ministre des Affaires étrangères a reçu, mardi à Alger, l'ambassadeur du Mali. Il lui a remis un message écrit. "
    "La visite a duré près de trois heures, selon un communiqué ; le bilan sera publié par la suite. "
)

REPAIRS = [
    ("le prés ident a reçu", "le président a reçu"),
    ("la Républi que du Mali", "la République du Mali"),
    ("le gouver ne ment du pays", "le gouvernement du pays"),
    ("les minis-\ntres réunis", "les ministres\nréunis"),
    ("le vice-\nprésident a parlé", "le vice-président\na parlé"),
    ("a-t-\nil dit", "a-t-il\ndit"),
    ("C O M M U N I Q U É de presse", "COMMUNIQUÉ de presse"),
    ("Ã©lu Ã  Bakou", "élu à Bakou"),
    ("lâ€™ambassadeur reÃ§u", "l'ambassadeur reçu"),
    ("l’ambassade d‘Italie", "l'ambassade d'Italie"),
    ("l''ambassade dit ''oui''", 'l\'ambassade dit "oui"'),
    ("<< Nous venons >>", "« Nous venons »"),
    (">> Lire aussi", ">> Lire aussi"),
    ("e\u0301te\u0301", "été"),
    ("con\u00adfé\u200brence", "conférence"),
    ("a\u00a0dit\u202f: oui", "a dit : oui"),
    ("la ﬁn", "la fin"),
    ("un  mot   long", "un mot long"),
    ("le 1 er janvier", "le 1er janvier"),
    ("le 1ᵉʳ mai", "le 1er mai"),
    ("le communiqué.Le ministre", "le communiqué. Le ministre"),
    ("mercredi,le ministre", "mercredi, le ministre"),
    ("a dit leministre hier", "a dit le ministre hier"),
    ("l&#039;&eacute;tat<br/>suivant", "l'état\nsuivant"),
    ("une ligne\r\nune autre\rfin", "une ligne\nune autre\nfin"),
]

KEPT = [
    "il y a près de dix ans",
    "la SOCIÉTÉ» et « l'État »",
    "voir www.Exemple.Com/Le-Monde et J.K. Diallo",
    "M.Touré et S.E.M. Diallo",
    "le chef du clan a par contre dit non",
    "1,5 million d'euros et 2.300 hommes",
    "Ban Ki-moon et Xi Jinping ont dîné",
    "Ile de France, cote de grès",
]


@pytest.mark.parametrize(("original", "wanted"), REPAIRS)
def test_repairs(original: str, wanted: str) -> None:
    assert repair(original).text == wanted


@pytest.mark.parametrize("text", KEPT)
def test_leaves_clean_text_alone(text: str) -> None:
    assert repair(text).text == text


def test_wrapped_lines_are_joined() -> None:
    lines = [
        "Le ministre des Affaires étrangères et de la",
        "Communauté nationale à l'étranger, Ali Touré, a",
        "reçu mardi à Alger le ministre malien des",
        "Affaires étrangères, venu en visite de travail",
        "pour deux jours.",
        "",
        "Une nouvelle réunion est prévue.",
    ]
    assert repair("\n".join(lines)).text == " ".join(lines[:5]) + "\n\n" + lines[-1]


def test_lines_that_are_paragraphs_stay() -> None:
    text = "Trois ambassadeurs reçus\nLe président a reçu hier trois ambassadeurs.\n- M. Ali Touré, du Mali ;\n- Mme Ida Sy, du Togo."
    assert repair(text).text == text


def test_a_joined_word_cites_both_halves() -> None:
    repaired = repair("Le prés ident arrive.")
    start = repaired.text.index("président")
    span = repaired.span(start, start + len("président"))
    assert (span.start, span.end, span.text) == (3, 13, "prés ident")


def test_a_decoded_letter_cites_all_its_characters() -> None:
    repaired = repair("Ã©lu hier, Ã©lu demain")
    assert repaired.span(0, 1).text == "Ã©"
    assert repaired.span(0, 3).text == "Ã©lu"


def test_an_inserted_space_cites_nothing_of_what_follows() -> None:
    repaired = repair("le communiqué.Le ministre")
    stop = repaired.text.index(".")
    assert repaired.span(0, stop + 2).text == "le communiqué."


def test_accents_come_back_where_the_whole_text_lacks_them() -> None:
    text = (
        "Le president de la Republique a ete recu par le ministere des affaires etrangeres. Le communique indique que "
        "le ministre a declare que la cooperation est excellente. Les deux pays ont evoque la securite dans la region et les relations. "
    )
    repaired = repair(text).text
    assert "Le président de la République a été reçu par le ministère des affaires étrangères" in repaired
    assert "Le communiqué indique" in repaired
    assert "a déclaré que la coopération" in repaired


def test_accents_are_left_where_the_text_writes_them() -> None:
    text = CLEAN * 3 + "Le president est venu. "
    assert "president" in repair(text).text


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=200))
def test_offsets_never_leave_the_original(text: str) -> None:
    repaired = repair(text)
    assert len(repaired.origins) == len(repaired.text) + 1
    assert repaired.origins[-1] == len(text)
    assert all(a <= b for a, b in zip(repaired.origins, repaired.origins[1:]))
    for start in range(0, len(repaired.text), 7):
        span = repaired.span(start, min(start + 5, len(repaired.text)))
        assert 0 <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["prés ident", "Ã©té", "l’a", "''oui''", "  ", "\u200b", "😀", "سلام", "e\u0301", "mot.Le", "&amp;", "\r\n", "« a »"]
        ),
        max_size=20,
    )
)
def test_repairs_compose_with_exact_offsets(parts: list[str]) -> None:
    text = " ".join(parts)
    repaired = repair(text)
    for i, character in enumerate(repaired.text):
        if character.isalpha() and repaired.widths.get(i, 1) == 1:
            assert repaired.original[repaired.origins[i]] == character


def test_is_its_own_fixed_point() -> None:
    for original, _ in REPAIRS:
        once = repair(original).text
        assert repair(once).text == once


def test_keeps_up_with_clean_text() -> None:
    text = CLEAN * 1500
    repair(CLEAN)
    begun = time.process_time()
    repaired = repair(text)
    assert repaired.text == text
    assert time.process_time() - begun < 1.0  # 65,000 words; a machine at rest needs a fifth of it
