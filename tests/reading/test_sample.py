"""The sample communiqué and variants of it, scored by the measure that stands beside the checkout, where it is there."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import msgspec
import pytest

from dragoman.evaluation.gold import GoldDocument, read_gold
from dragoman.evaluation.variants import variants
from dragoman.flow import reader
from dragoman.model.document import Document
from dragoman.reading.reader import make_document

BESIDE = Path(__file__).parents[3] / "shared"
SEED, MEASURE = BESIDE / "seed", BESIDE / "measure" / "score.py"
pytestmark = pytest.mark.skipif(not (SEED.is_dir() and MEASURE.is_file()), reason="the sample is not beside this checkout")

VARIANTS = 30
MOST_POINTS_LOST = 3.0


@cache
def sample() -> tuple[Document, GoldDocument]:
    """The sample with its gold."""
    (gold,) = read_gold(SEED / "expected.jsonl")
    text = (SEED / "communique-bakou.txt").read_bytes().decode("utf-8")
    return make_document(text, uri=gold.id, language=gold.lang, published=gold.published), gold


def scored(folder: Path, pairs: list[tuple[Document, GoldDocument]]) -> dict[str, float]:
    """The measure's figures for some documents."""
    gold, readings = folder / "gold.jsonl", folder / "readings.jsonl"
    gold.write_bytes(b"\n".join(msgspec.json.encode(g) for _, g in pairs))
    readings.write_bytes(b"\n".join(r.to_json() for r in reader().pipe([d for d, _ in pairs])))
    done = subprocess.run([sys.executable, MEASURE, gold, readings, "--json"], capture_output=True, check=True, text=True)
    figures: dict[str, float] = json.loads(done.stdout)
    return figures


def test_the_sample(tmp_path: Path) -> None:
    figures = scored(tmp_path, [sample()])
    assert figures["fact_f1"] >= 0.85
    assert figures["act_recall"] >= 0.85
    assert (figures["quote_precision"], figures["quote_recall"], figures["speaker_accuracy"]) == (1, 1, 1)
    assert (figures["evidence_exact"], figures["evidence_present"]) == (1, 1)


def test_the_sample_has_five_quotations() -> None:
    document, gold = sample()
    said = [s for s in reader().read(document).statements if s.mode != "indirect"]
    assert len(said) == len(gold.statements) == 5


def test_its_variants_are_read_as_well(tmp_path: Path) -> None:
    made = variants(*sample(), VARIANTS, 1)
    assert len(made) == VARIANTS
    figures, own = scored(tmp_path, made), scored(tmp_path, [sample()])
    for figure in ("fact_f1", "act_recall", "speaker_accuracy"):
        assert 100 * (own[figure] - figures[figure]) <= MOST_POINTS_LOST, figure
    assert (figures["evidence_exact"], figures["evidence_present"]) == (1, 1)
