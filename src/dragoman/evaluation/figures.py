"""From counts to figures: precision, recall, F1, accuracy."""

from __future__ import annotations

from dragoman.evaluation.counts import Counts


def ratio(part: int, whole: int) -> float:
    """The share, not a number where there is nothing to share."""
    return part / whole if whole else float("nan")


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall, 0 where either is 0 or not a number."""
    return 2 * precision * recall / (precision + recall) if precision > 0 and recall > 0 else 0.0


def precision_recall(right: int, read: int, found: int, gold: int) -> tuple[float, float, float]:
    """F1, precision (`right` of `read`) and recall (`found` of `gold`); F1 is not a number where there is nothing on either side."""
    precision, recall = ratio(right, read), ratio(found, gold)
    return (f1(precision, recall) if gold or read else float("nan")), precision, recall


def act_figures(n: Counts) -> tuple[float, float, float]:
    """F1, precision and recall of acts: recall counts the gold acts marked `core`, precision accepts every gold act.

    Of a group (a status), precision is of the acts read in it, recall of the gold's acts in it.
    """
    return precision_recall(n["acts.read.right"], n["acts.read"], n["acts.core.found"], n["acts.core"])


def field_figures(n: Counts, name: str) -> tuple[float, float, float]:
    """F1, precision and recall of one field of the matched acts."""
    return precision_recall(n[f"{name}.right"], n[f"{name}.read"], n[f"{name}.right"], n[f"{name}.gold"])


def summary(n: Counts) -> dict[str, float]:
    """The figures, by name; not a number where the gold has nothing to measure by. `fact_f1` is the one to steer by."""
    fact, act = field_figures(n, "facts"), act_figures(n)
    out = dict(zip(("fact_f1", "fact_precision", "fact_recall", "act_f1", "act_precision", "act_recall"), (*fact, *act), strict=True))
    out["participant_f1"] = field_figures(n, "who")[0]
    out["behalf_f1"] = field_figures(n, "for")[0]
    out |= {f"{name}_accuracy": ratio(n[f"{name}.right"], n[f"{name}.gold"]) for name in ("status", "form", "date", "place", "town")}
    out["quote_precision"] = ratio(n["quotes.found"], n["quotes.read"])
    out["quote_recall"] = ratio(n["quotes.found"], n["quotes.gold"])
    out["speaker_accuracy"] = ratio(n["quotes.speaker"], n["quotes.told"])
    out["relation_precision"] = ratio(n["relations.right"], n["relations.read"])
    out["relation_recall"] = ratio(n["relations.right"], n["relations.gold"])
    out["false_acts_per_negative"] = ratio(n["negatives.acts"], n["negatives"])
    out["evidence_exact"] = ratio(n["spans.exact"], n["spans"])
    out["evidence_present"] = ratio(n["fields.cited"], n["fields"])
    return out | {"documents": float(n["documents"]), "unread": float(n["unread"])}


def beyond(n: Counts) -> dict[str, float]:
    """Figures for what gold may tell besides: source chains, topics, what an act is within, hedging, codes."""
    out = {"topics_f1": field_figures(n, "topic")[0]}
    names = ("sources", "topics", "within", "hedged", "plover", "plover_mode", "cameo", "quad_class")
    return out | {f"{name}_accuracy": ratio(n[f"{name}.right"], n[f"{name}.gold"]) for name in names}
