"""The tables of the evaluation page, in Markdown, from the figures that are kept beside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dragoman.evaluation.pins import Pins
from dragoman.evaluation.published_figures import AblationRow, CorpusFigures, PublishedFigures, Share
from dragoman.model.vocabulary import ACT_TYPES, STATUSES
from dragoman.views.blocks import table

_MAIN = {
    "documents": "documents",
    "fact_f1": "fact F1",
    "fact_precision": "fact precision",
    "fact_recall": "fact recall",
    "act_f1": "act F1",
    "act_precision": "act precision",
    "act_recall": "act recall",
    "participant_f1": "participants of matched acts, F1",
    "behalf_f1": "on whose behalf, F1",
    "status_accuracy": "status",
    "form_accuracy": "form",
    "date_accuracy": "date",
    "place_accuracy": "place",
    "town_accuracy": "town, where gold has one",
    "quote_precision": "quotations, precision",
    "quote_recall": "quotations, recall",
    "speaker_accuracy": "speakers of found quotations",
    "relation_precision": "relations, precision",
    "relation_recall": "relations, recall",
    "false_acts_per_negative": "acts read per document that tells of none",
    "evidence_exact": "citations that are exactly the document's words",
    "evidence_present": "filled fields with a citation",
    "unread": "documents that could not be read",
}
_COUNTED = ("documents", "unread")
_HISTORY_SHOWN = 24
_CODED = ("type", "role", "status", "form", "date", "place", "core")


def evaluation_blocks(
    figures: PublishedFigures, pins: Pins, history: list[dict[str, str]], agreement: Mapping[str, float]
) -> dict[str, str]:
    """The generated blocks of the page, by name; `agreement` is that of two coders."""
    return {
        "figures": _figures(figures.corpora),
        "fields": _fields(figures.corpora),
        "types": _groups(figures.corpora, ACT_TYPES, "types"),
        "statuses": _groups(figures.corpora, STATUSES, "statuses"),
        "agreement": _agreement(agreement),
        "floors": _floors(pins),
        "history": _history(history),
        "public": _public(figures),
        "ablations": _ablations(figures.ablations),
    }


def figure(value: float | None) -> str:
    """A figure with three places; a dash where there was nothing to measure by."""
    return "–" if value is None else f"{value:.3f}"


def _figures(corpora: Mapping[str, CorpusFigures]) -> str:
    def shown(name: str, value: float | None) -> str:
        return f"{value or 0:.0f}" if name in _COUNTED else figure(value)

    rows = [(title, *(shown(name, c.figures.get(name)) for c in corpora.values())) for name, title in _MAIN.items()]
    return table(("figure", *corpora), rows)


def _fields(corpora: Mapping[str, CorpusFigures]) -> str:
    names = list(dict.fromkeys(f for c in corpora.values() for f in c.fields))
    heads = ("field", *(f"{c} {what}" for c in corpora for what in ("P", "R", "gold")))
    empty = Share(right=0, read=0, gold=0)
    return table(heads, [(name, *(cell for c in corpora.values() for cell in _share(c.fields.get(name, empty)))) for name in names])


def _share(share: Share) -> tuple[str, str, str]:
    precision = share.right / share.read if share.read else None
    recall = share.right / share.gold if share.gold else None
    return figure(precision), figure(recall), str(share.gold)


def _groups(corpora: Mapping[str, CorpusFigures], names: Iterable[str], by: str) -> str:
    heads = ("", *(f"{c} {what}" for c in corpora for what in ("core", "P", "R", "fact F1")))
    rows = []
    for name in names:
        groups = [getattr(c, by).get(name) for c in corpora.values()]
        cells = (
            cell
            for g in groups
            for cell in (("–",) * 4 if g is None else (str(g.core), figure(g.act_precision), figure(g.act_recall), figure(g.fact_f1)))
        )
        rows.append((name, *cells))
    return table(heads, rows)


def _agreement(told: Mapping[str, float]) -> str:
    whole = [(name.removesuffix("_f1"), figure(told[name]), "–") for name in ("fact_f1", "act_f1", "quotation_f1", "relation_f1")]
    fields = [(n, figure(told[f"{n}_agreement"]), figure(told[f"{n}_alpha"])) for n in _CODED]
    apart = told["acts_a_only"] + told["acts_b_only"]
    counted = f"{told['documents']:.0f} documents; {told['acts_both']:.0f} acts that both have, {apart:.0f} that one has"
    return f"{table(('what', 'F1 or share', 'alpha'), [*whole, *fields])}\n\n{counted}."


def _floors(pins: Pins) -> str:
    rows = [(name, f"`{pin.digest[:19]}`", *(figure(pin.figures[f]) for f in ("fact_f1", "act_f1"))) for name, pin in sorted(pins.items())]
    told = [
        f"- {name}: {_lowered(entry.before, entry.after)}: {entry.reason}" for name, pin in sorted(pins.items()) for entry in pin.lowered
    ]
    floors = table(("corpus", "digest", "fact F1", "act F1"), rows)
    return floors + ("\n\nFloors that were lowered, and why:\n\n" + "\n".join(told) if told else "\n\nNo floor was ever lowered.")


def _lowered(before: Mapping[str, float], after: Mapping[str, float]) -> str:
    return ", ".join(f"{name} from {value:.3f} to {after[name]:.3f}" for name, value in before.items())


def _history(rows: list[dict[str, str]]) -> str:
    shown = [(r["version"], r["date"], r["corpus"], r["digest"][7:15], r["fact_f1"], r["act_f1"], r["speaker_accuracy"]) for r in rows]
    return table(("version", "date", "corpus", "digest", "fact F1", "act F1", "speakers"), shown[-_HISTORY_SHOWN:])


def _public(figures: PublishedFigures) -> str:
    rows = []
    if figures.duckling:
        d = figures.duckling
        rows.append(("Duckling's French day expressions, right day and nothing else", str(d["expressions"]), figure(d["accuracy"])))
    for what in ("verb", "noun"):
        if figures.asfalda:
            a = figures.asfalda[what]
            rows.append((f"ASFALDA on Sequoia, speaker of {what} cues", str(a["cues"]), figure(a["accuracy"])))
    if figures.codebook:
        c = figures.codebook
        rows.append(("the codebook's examples of acts, type and status", str(c["examples"]), figure(c["accuracy"])))
    return table(("what", "cases", "right"), rows)


def _ablations(rows: Iterable[AblationRow]) -> str:
    cells = [(r.name, figure(r.fact_f1), figure(r.act_f1), figure(r.speakers), _speed(r.words_per_second), r.note) for r in rows]
    return table(("reader", "fact F1", "act F1", "speakers", "words/s", "note"), cells)


def _speed(words_per_second: int | None) -> str:
    return "–" if words_per_second is None else f"{words_per_second:,}"
