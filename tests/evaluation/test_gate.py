"""The gate: no change may push the reader's scores below their floors. Scores are pinned by `scripts/pin_scores.py`."""

from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.evaluation.pins import gate_corpora, losses, read_pins
from dragoman.evaluation.reading_corpora import evaluated

ROOT = Path(__file__).parents[2]
PINS = read_pins(Path(__file__).with_name("pinned.json"))
CORPORA = gate_corpora(ROOT)


def test_every_corpus_is_pinned() -> None:
    assert set(PINS) == set(CORPORA)


@pytest.mark.parametrize("name", CORPORA)
def test_scores_hold(name: str) -> None:
    corpus = CORPORA[name]()
    changed = corpus.digest != PINS[name].digest
    assert not changed, f"{name} is another corpus than the one whose scores are pinned: run scripts/pin_scores.py"
    figures = evaluated(corpus).figures
    lost = {figure: f"{100 * by:.1f} points" for figure, by in losses(PINS[name], figures).items()}
    assert not lost, f"{name} is read worse than before: {lost}"
