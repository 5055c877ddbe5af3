"""What people decided that two reports are to each other."""

from __future__ import annotations

from dragoman.record.anchorage import Anchorage
from dragoman.record.change import Change, Kept
from dragoman.record.decisions import ApartActs, SameAct, Unsure, What, anchors_of

DECIDED = 1e6
"""The score of a link that people made: no comparison reaches it."""


def decided_links(change: Change) -> dict[tuple[int, int], tuple[str, float, str]]:
    """By pair of reports, the one filed first in front: `decided`, `apart` or `unsure`, as the latest decision on the two says."""
    rulings = {r.seq: r.what for source in change.sources for r in source.rulings if isinstance(r.what, SameAct | ApartActs | Unsure)}
    if not rulings:
        return {}
    anchorage = Anchorage(change.connection, (anchor.document for what in rulings.values() for anchor in anchors_of(what)))
    found: dict[tuple[int, int], tuple[str, float, str]] = {}
    for _, what in sorted(rulings.items()):
        pair = _pair(anchorage, what)
        if pair is not None:
            found[pair] = (_verdict(what), DECIDED, "[]")
    return found


def _verdict(what: What) -> str:
    return "decided" if isinstance(what, SameAct) else "apart" if isinstance(what, ApartActs) else "unsure"


def _pair(anchorage: Anchorage, what: What) -> tuple[int, int] | None:
    a, b = (anchorage.find(anchor) for anchor in anchors_of(what))
    if a is None or b is None or a.id == b.id:
        return None
    first, second = sorted((a, b), key=_filed)
    return first.id, second.id


def _filed(kept: Kept) -> tuple[int, int]:
    return kept.report.seq, kept.id
