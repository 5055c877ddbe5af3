"""What an act is about, by the words around its cue."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.grammar.engine import Telling
from dragoman.reading.folded import folded_text
from dragoman.reading.topic_ties import Ties, marks
from dragoman.reading.topic_words import NONE, Entry, Hit, topic_hits

Range = tuple[int, int]

MOST = 4
"""Topics of one act at most."""
OF_RELATIONS = ("rupture", "restoration", "vote")
"""Types of act that are done to relations, or by a body: neither is what they are about."""

VAGUE = ("bilateral_relations", "multilateral")
"""Topics that say least; they stand behind the others."""


def topics(text: str, telling: Telling) -> tuple[tuple[str, ...], tuple[Range, ...]]:
    """The topics of an act, what it is about before all else first, and the words that tell them (ranges in the repaired text).

    Only words in the telling's own segment count: those that the act governs (`sur`, `en matière de`), else those close behind its cue.
    """
    low, high = telling.scope
    scope = text[low:high]
    hits = topic_hits(scope)
    if not hits:
        return (), ()
    view = folded_text(scope)
    ties = Ties(view, marks(view.folded), telling, hits)
    found: dict[str, Range] = {}
    for hit, entry in _chosen(hits, ties):
        start, end = view.origin(hit.start, hit.end)
        found.setdefault(entry.topic, (low + start, low + end))
    if telling.frame.act in OF_RELATIONS:
        found = {topic: at for topic, at in found.items() if topic not in VAGUE}
    ordered = sorted(found, key=lambda t: VAGUE.index(t) + 1 if t in VAGUE else 0)[:MOST]
    return tuple(ordered), tuple(found[t] for t in ordered)


def _chosen(hits: tuple[Hit, ...], ties: Ties) -> Iterator[tuple[Hit, Entry]]:
    """The hits tied closest to the act, with the entries that hold for its type."""
    ranked = [(tie, hit) for hit in hits if (tie := ties.tie(hit)) is not None]
    closest = min((tie for tie, _ in ranked), default=None)
    for tie, hit in ranked:
        for entry in hit.entries if tie == closest else ():
            if entry.topic != NONE and (not entry.only or ties.act in entry.only):
                yield hit, entry
