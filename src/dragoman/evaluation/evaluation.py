"""The measure: readings against gold, in figures and in what was missed and what is false."""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from dragoman.errors import MeasureError
from dragoman.evaluation.confusions import Confusion, confusions
from dragoman.evaluation.corpus import names_of
from dragoman.evaluation.counts import Counts
from dragoman.evaluation.documents import DocumentScore, score_document
from dragoman.evaluation.figures import act_figures, beyond, field_figures, summary
from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.page import evaluation_page
from dragoman.evaluation.report import evaluation_text
from dragoman.model.reading import Reading


@dataclass(frozen=True, slots=True)
class Evaluation:
    """A corpus scored, document by document, in the order of the gold."""

    documents: tuple[DocumentScore, ...]

    @property
    def counts(self) -> Counts:
        """What the figures are made from, summed over the documents."""
        return _sum(d.counts for d in self.documents)

    @property
    def figures(self) -> dict[str, float]:
        """The measure's figures by name; not a number where there was nothing to measure by."""
        return summary(self.counts)

    @property
    def beyond(self) -> dict[str, float]:
        """Source chains, topics, `within`, hedging and codes, where gold has them; not a number elsewhere."""
        return beyond(self.counts)

    @property
    def by_type(self) -> dict[str, Counts]:
        """The counts of acts, fields and facts of each act type."""
        return _merge(d.by_type for d in self.documents)

    @property
    def by_status(self) -> dict[str, Counts]:
        """The counts of acts, fields and facts of each status."""
        return _merge(d.by_status for d in self.documents)

    @property
    def by_phenomenon(self) -> dict[str, Counts]:
        """The counts of the documents that show each phenomenon."""
        return _merge(dict.fromkeys(d.gold.phenomena, d.counts) for d in self.documents)

    @property
    def confusions(self) -> tuple[Confusion, ...]:
        """What was read instead of what (types of unmatched acts that share sides; statuses, forms, roles), most frequent first."""
        return confusions(self.documents)

    def worst(self, n: int) -> tuple[DocumentScore, ...]:
        """The `n` documents with the lowest fact F1, lowest first; documents without acts on either side are none of them."""
        scored = [d for d in self.documents if not math.isnan(d.fact_f1)]
        return tuple(sorted(scored, key=lambda d: (d.fact_f1, d.gold.id))[:n])

    def to_json(self) -> str:
        """Every figure, rounded to four places, `null` where there is nothing to measure by; keys as the properties are named."""
        return json.dumps(self.to_dict(), ensure_ascii=False)

    def to_dict(self) -> dict[str, Any]:
        """What `to_json` writes."""
        return {
            "figures": _rounded(self.figures),
            "beyond": _rounded(self.beyond),
            "by_type": {k: _group(n) for k, n in self.by_type.items()},
            "by_status": {k: _group(n) for k, n in self.by_status.items()},
            "by_phenomenon": {k: _group(n) for k, n in self.by_phenomenon.items()},
            "confusions": [c.to_dict() for c in self.confusions],
            "documents": {d.gold.id: _rounded({"fact_f1": d.fact_f1})["fact_f1"] for d in self.documents},
        }

    def to_text(self, worst: int = 0, colour: bool = False) -> str:
        """A report for a terminal: figures, tables, confusions, and the `worst` documents with what was missed and what is false."""
        return evaluation_text(self, worst, colour)

    def to_html(self, worst: int = 20) -> str:
        """The report as one self-contained page without a script."""
        return evaluation_page(self, worst)


def evaluate(gold: Iterable[GoldDocument], readings: Iterable[Reading | Mapping[str, Any]]) -> Evaluation:
    """Score readings (or their decoded JSON) against gold.

    A reading belongs to the gold document whose `id` its `document.uri` is, or whose `id` is the last part of that path, with or without
    its ending; a gold document without a reading counts as read empty. Raises `MeasureError` where decoded JSON is no reading.
    """
    by_name: dict[str, Reading] = {}
    for reading in readings:
        reading = reading if isinstance(reading, Reading) else _decoded(reading)
        by_name |= dict.fromkeys(names_of(reading.document.uri or ""), reading)
    return Evaluation(tuple(score_document(g, by_name.get(g.id)) for g in gold))


def _decoded(data: Mapping[str, Any]) -> Reading:
    try:
        return msgspec.convert(data, Reading)
    except msgspec.ValidationError as error:
        raise MeasureError(f"no reading: {error}") from error


def _sum(parts: Iterable[Counts]) -> Counts:
    total: Counts = Counter()
    for part in parts:
        total.update(part)
    return total


def _merge(parts: Iterable[Mapping[str, Counts]]) -> dict[str, Counts]:
    total: dict[str, Counts] = defaultdict(Counter)
    for part in parts:
        for name, n in part.items():
            total[name].update(n)
    return dict(sorted(total.items()))


def _rounded(figures: Mapping[str, float]) -> dict[str, float | None]:
    return {k: None if math.isnan(v) else round(v, 4) for k, v in figures.items()}


def _group(n: Counts) -> dict[str, float | None]:
    act, fact = act_figures(n), field_figures(n, "facts")
    figures = {"act_precision": act[1], "act_recall": act[2], "fact_f1": fact[0], "fact_precision": fact[1], "fact_recall": fact[2]}
    return {**_rounded(figures), "read": n["acts.read"], "core": n["acts.core"]}
