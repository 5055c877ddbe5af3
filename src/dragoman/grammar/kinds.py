"""The kinds of filler that frames ask for."""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotations.mentions import Mention
from dragoman.grammar.references import Reference

DIPLOMATS = frozenset(("ambassador", "charge_d_affaires", "permanent_representative"))
"""Offices of those who are accredited: only they are recalled, summoned, expelled."""

MISSIONS = tuple(f"inst:{what}@" for what in ("embassy", "consulate", "permanent_mission", "liaison_office", "mission"))
"""How the ids of what a state has abroad begin."""


def is_kind(reference: Reference, kind: str, mentions: Sequence[Mention]) -> bool:
    """Whether whom a reference means is of a kind.

    The kinds: `person` (or what stands for one), `strictly_person`, `side`, `state`, `place` (a state or a town), `nation` (or its
    adjective), `doer` (a state, or a person by what they do), `diplomat`, `officials` (of whom several stand for their state),
    `mission`, or a mention's own kind.
    """
    if reference.kind == "place":
        return kind in ("state", "any", "place")
    if reference.kind != "mention" or reference.index is None:
        return kind != "state" or reference.possessive
    mention = mentions[reference.index]
    if mention.kind == "document":
        return kind == "any"
    if kind == "person":
        return mention.kind in ("person", "group") or (mention.kind in ("institution", "country", "organisation") and not reference.through)
    if kind == "place":
        return mention.kind == "country"
    if kind == "doer":
        return mention.kind != "person" or reference.through
    if kind == "nation":
        return mention.kind in ("country", "adjective")
    if kind == "diplomat":
        return any(o.office in DIPLOMATS for o in mention.offices)
    if kind == "officials":
        return mention.kind == "country" and bool(mention.offices)
    if kind in ("organisation", "institution", "country"):
        return mention.kind == kind
    if kind == "mission":
        return mention.kind == "institution" and any(a.startswith(MISSIONS) for a in mention.actors)
    if kind == "strictly_person":
        return mention.kind in ("person", "group")
    if kind == "state":
        return mention.kind not in ("person",)
    return True
