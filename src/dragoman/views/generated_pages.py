"""The pages of a checkout that are partly generated, as they should stand: from the figures, pins, history and corpora that lie there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dragoman.evaluation.agreement import agreement
from dragoman.evaluation.gold import read_gold
from dragoman.evaluation.pins import read_pins
from dragoman.evaluation.published_figures import read_figures, read_history
from dragoman.views.blocks import filled
from dragoman.views.datasheet import datasheet_blocks
from dragoman.views.evaluation_tables import evaluation_blocks


@dataclass(frozen=True, slots=True)
class Checkout:
    """Where things lie in a checkout of the project."""

    root: Path

    @property
    def figures(self) -> Path:
        """The figures that the evaluation page shows."""
        return self.root / "docs/evaluation.json"

    @property
    def history(self) -> Path:
        """Every figure that was ever pinned."""
        return self.root / "docs/evaluation-history.csv"

    @property
    def pins(self) -> Path:
        """The floors of the gate."""
        return self.root / "tests/evaluation/pinned.json"

    @property
    def corpora(self) -> Path:
        """The French corpora."""
        return self.root / "evaluation/fr"


def generated_pages(checkout: Checkout) -> dict[Path, str]:
    """Each page with its generated blocks filled anew; raises `DataError` where a page and its blocks do not fit."""
    coders = [
        [document for file in sorted(checkout.corpora.glob(coding)) for document in read_gold(file)]
        for coding in ("[!s]*/*gold.jsonl", "second/*gold.jsonl")
    ]
    figures = read_figures(checkout.figures)
    blocks = evaluation_blocks(figures, read_pins(checkout.pins), read_history(checkout.history), agreement(*coders))
    made = {
        checkout.root / "docs/evaluation.md": blocks,
        checkout.corpora / "DATASHEET.md": datasheet_blocks(checkout.corpora),
    }
    return {path: filled(path.read_text(encoding="utf-8"), parts) for path, parts in made.items()}
