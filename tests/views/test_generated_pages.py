from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import DataError
from dragoman.evaluation.evaluation import evaluate
from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.published_figures import append_history, corpus_figures, read_history
from dragoman.views.blocks import filled, table
from dragoman.views.generated_pages import Checkout, generated_pages

CHECKOUT = Checkout(Path(__file__).parents[2])


def test_pages_are_up_to_date() -> None:
    for path, text in generated_pages(CHECKOUT).items():
        assert path.read_text(encoding="utf-8") == text, f"{path.name}: run scripts/make_evaluation_page.py"


def test_only_the_blocks_change() -> None:
    page = "Before.\n<!-- generated: a -->\nold | words\n<!-- end -->\nAfter.\n<!-- generated: b -->\n<!-- end -->\n"
    once = filled(page, {"a": "new", "b": table(("x", "n"), [("a|b", "1")])})
    assert once.startswith("Before.\n<!-- generated: a -->\nnew\n<!-- end -->\nAfter.\n")
    assert "| a\\|b | 1 |" in once
    assert filled(once, {"a": "new", "b": table(("x", "n"), [("a|b", "1")])}) == once
    with pytest.raises(DataError, match="make the two alike"):
        filled(page, {"a": "new"})


def test_the_history_only_grows(tmp_path: Path) -> None:
    path = tmp_path / "history.csv"
    corpora = {"x": corpus_figures("sha256:a", evaluate([GoldDocument(id="d", acts=())], []))}
    assert append_history(path, "0.1.0", "2026-01-01", corpora) == 1
    before = path.read_text()
    assert append_history(path, "0.1.0", "2026-01-02", corpora) == 0
    assert append_history(path, "0.2.0", "2026-01-03", corpora) == 1
    assert path.read_text().startswith(before)
    assert [row["version"] for row in read_history(path)] == ["0.1.0", "0.2.0"]


def test_the_history_in_the_checkout_is_in_order() -> None:
    dates = [row["date"] for row in read_history(CHECKOUT.history)]
    assert dates == sorted(dates)
