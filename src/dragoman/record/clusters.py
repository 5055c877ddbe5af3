"""Which reports are one act: those joined by certain links, the surest first, unless something keeps them apart."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import islice

Link = tuple[str, str, float]
"""Two idents and how certain it is that they are the same; a decision is certain without end (`math.inf`)."""

_CHECKED = 24
"""So many members of each of two groups are asked whether they differ; more agree with these."""


def clusters(
    idents: Iterable[str],
    links: Iterable[Link],
    apart: Iterable[tuple[str, str]] = (),
    differs: Callable[[str, str], bool] | None = None,
) -> tuple[tuple[str, ...], ...]:
    """The idents in groups, each sorted, the groups sorted: whatever the order of what is given, the same comes out.

    `apart` are pairs that a decision keeps apart. What one document tells apart stays apart, and so do groups of which two members
    `differs` calls different, unless the link between them is a decision.
    """
    groups: dict[str, tuple[str, ...]] = {ident: (ident,) for ident in idents}
    parted = {frozenset(pair) for pair in apart}
    sure: dict[tuple[str, str], float] = {}
    for a, b, score in links:
        key = (min(a, b), max(a, b))
        sure[key] = max(score, sure.get(key, score))
    for (a, b), score in sorted(sure.items(), key=lambda item: (-item[1], item[0])):
        if a not in groups or b not in groups or groups[a] is groups[b]:
            continue
        if _may_join(groups[a], groups[b], parted, None if score == float("inf") else (differs or _never)):
            joined = tuple(sorted(groups[a] + groups[b]))
            for ident in joined:
                groups[ident] = joined
    return tuple(sorted(set(groups.values())))


def _never(a: str, b: str) -> bool:
    return False


def _may_join(a: tuple[str, ...], b: tuple[str, ...], parted: set[frozenset[str]], differs: Callable[[str, str], bool] | None) -> bool:
    if parted and any(frozenset((x, y)) in parted for x in a for y in b):
        return False
    if differs is None:
        return True
    if {_document(x) for x in a} & {_document(y) for y in b}:
        return False
    return not any(differs(x, y) for x in islice(a, _CHECKED) for y in islice(b, _CHECKED))


def _document(ident: str) -> str:
    return ident.rpartition(".")[0] or ident
