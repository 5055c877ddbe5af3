"""Whether a text has a word that may tell of an act."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations.folding import fold_text
from dragoman.grammar.frames import load_frames
from dragoman.grammar.triggers import Triggers, irregular_stems, stems
from dragoman.reading.annotated import Annotated, annotate
from dragoman.reading.reader import Reader, make_document

FRAMES = load_frames("fr")
TRIGGERS = Triggers(FRAMES.triggers(), "fr")
TELLING = [pytest.param(e.text, id=f"{f.id}-{n}") for f in FRAMES.acts for n, e in enumerate(f.examples) if e.tells != "nothing"]


@pytest.mark.parametrize("text", TELLING)
def test_every_example_of_an_act_has_a_trigger(text: str) -> None:
    assert text in TRIGGERS


def test_a_segment_of_every_example_is_selected(reader: Reader) -> None:
    missed = []
    for frame in FRAMES.acts:
        for example in frame.examples:
            item = annotate(make_document(example.text, published="2024-05-16", language="fr"))
            if example.tells != "nothing" and not (isinstance(item, Annotated) and [*reader.selection.segments(item)]):
                missed.append(f"{frame.id}: {example.text}")
    assert not missed


@pytest.mark.parametrize(
    ("text", "found"),
    [("Le président a REÇU l'ambassadeur.", True), ("Ils ont été recus hier.", True), ("Il pleut sur la ville.", False), ("", False)],
)
def test_case_and_accents_do_not_count(text: str, found: bool) -> None:
    assert (text in TRIGGERS) is found


def test_irregular_words_have_stems_of_their_own() -> None:
    irregular = irregular_stems("fr")
    assert stems("remercier", irregular) == ("remerci",)
    assert all(s == fold_text(s) for ss in irregular.values() for s in ss)


@given(st.text())
def test_folding_is_idempotent(text: str) -> None:
    assert fold_text(fold_text(text)) == fold_text(text)


def test_hostile_text_is_searched_in_time() -> None:
    start = time.perf_counter()
    assert "z" * 50_000 not in TRIGGERS
    assert "re " * 20_000 not in TRIGGERS
    assert time.perf_counter() - start < 2
