"""The figures that the evaluation page shows, as they are kept beside it (`docs/evaluation.json`), and the history of them."""

from __future__ import annotations

import csv
import math
from pathlib import Path
from typing import Any

import msgspec

from dragoman.errors import MeasureError
from dragoman.evaluation.counts import Counts
from dragoman.evaluation.evaluation import Evaluation
from dragoman.evaluation.figures import act_figures, field_figures

FIELDS = ("who", "for", "status", "form", "date", "place", "town", "sources", "topic", "within", "hedged", "plover", "cameo")
"""The fields of a matched act that are scored one by one."""

HISTORY = ("fact_f1", "fact_precision", "fact_recall", "act_f1", "act_precision", "act_recall", "speaker_accuracy")
"""The figures whose history is kept."""

_HEADER = ("version", "date", "corpus", "digest", *HISTORY)


class Share(msgspec.Struct, frozen=True, kw_only=True):
    """How many of how many were right, written, and wanted; precision and recall follow."""

    right: int
    read: int
    gold: int


class Group(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one act type or one status; null where there is nothing to measure by."""

    core: int
    read: int
    act_precision: float | None
    act_recall: float | None
    fact_f1: float | None


class CorpusFigures(msgspec.Struct, frozen=True, kw_only=True):
    """The figures of one corpus."""

    digest: str
    figures: dict[str, float | None]
    fields: dict[str, Share]
    types: dict[str, Group]
    statuses: dict[str, Group]


class AblationRow(msgspec.Struct, frozen=True, kw_only=True):
    """The reader without one of its parts: what is left of the figures, and how fast it then is. Null: not measured."""

    name: str
    fact_f1: float | None = None
    act_f1: float | None = None
    speakers: float | None = None
    words_per_second: int | None = None
    note: str = ""


class PublishedFigures(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that the page shows: our corpora, the public gold data, the codebook's examples, the ablations."""

    version: str
    corpora: dict[str, CorpusFigures]
    duckling: dict[str, Any] = {}
    asfalda: dict[str, Any] = {}
    codebook: dict[str, Any] = {}
    ablations: tuple[AblationRow, ...] = ()


def corpus_figures(digest: str, evaluation: Evaluation) -> CorpusFigures:
    """The figures of a scored corpus, to four places."""
    n = evaluation.counts
    return CorpusFigures(
        digest=digest,
        figures={k: _rounded(v) for k, v in (evaluation.figures | evaluation.beyond).items()},
        fields={f: _share(n, f) for f in FIELDS if n[f"{f}.gold"] or n[f"{f}.read"]},
        types={k: _group(c) for k, c in evaluation.by_type.items()},
        statuses={k: _group(c) for k, c in evaluation.by_status.items()},
    )


def _share(n: Counts, field: str) -> Share:
    return Share(right=n[f"{field}.right"], read=n[f"{field}.read"], gold=n[f"{field}.gold"])


def _group(n: Counts) -> Group:
    act = act_figures(n)
    return Group(
        core=n["acts.core"],
        read=n["acts.read"],
        act_precision=_rounded(act[1]),
        act_recall=_rounded(act[2]),
        fact_f1=_rounded(field_figures(n, "facts")[0]),
    )


def _rounded(value: float) -> float | None:
    return None if math.isnan(value) else round(value, 4)


def read_figures(path: Path) -> PublishedFigures:
    """The figures kept in a file, empty where there is none; raises `MeasureError` where it cannot be read."""
    if not path.exists():
        return PublishedFigures(version="", corpora={})
    try:
        return msgspec.json.decode(path.read_bytes(), type=PublishedFigures)
    except (msgspec.MsgspecError, OSError) as error:
        raise MeasureError(f"{path}: no figures: {error}") from error


def write_figures(path: Path, figures: PublishedFigures) -> None:
    """Write the figures as indented JSON."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(figures), indent=1) + b"\n")


def read_history(path: Path) -> list[dict[str, str]]:
    """The rows of the history, oldest first; none where there is no file."""
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def append_history(path: Path, version: str, date: str, corpora: dict[str, CorpusFigures]) -> int:
    """Write a row for each corpus whose figures are not those of its last row; nothing is ever taken out. How many were written."""
    last = {row["corpus"]: row for row in read_history(path)}
    rows = [_history_row(version, date, name, figures) for name, figures in corpora.items()]
    new = [r for r in rows if r["corpus"] not in last or any(last[r["corpus"]][k] != v for k, v in r.items() if k != "date")]
    fresh = not path.exists()
    with path.open("a", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, _HEADER, lineterminator="\n")
        if fresh:
            writer.writeheader()
        writer.writerows(new)
    return len(new)


def _history_row(version: str, date: str, name: str, corpus: CorpusFigures) -> dict[str, str]:
    told = {k: "" if (v := corpus.figures.get(k)) is None else f"{v:.4f}" for k in HISTORY}
    return {"version": version, "date": date, "corpus": name, "digest": corpus.digest, **told}
