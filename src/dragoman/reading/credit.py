"""What somebody is thanked for is theirs: in `l'a remercié pour sa médiation` the mediation is of who was thanked, not of who thanks."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.grammar.references import Reference
from dragoman.reading.drafts import Draft


def credit(draft: Draft, before: Iterable[Draft]) -> None:
    """Give an act that a possessive claims (`sa médiation`) to the one thanked or praised earlier in its sentence, if somebody is."""
    claims = [p.reference for p in draft.telling.parts if p.role == "agent" and _claims(p.reference)]
    thanked = next((t for t in reversed(list(before)) if _thanks(t, draft)), None)
    if not claims or thanked is None or draft.type == "appreciation":
        return
    at = claims[0].at
    draft.participants = [p for p in draft.participants if p.role != "agent" or at not in p.evidence]
    for actor in thanked.actors("counterpart"):
        draft.participants = [p for p in draft.participants if p.actor != actor]
        draft.add(actor, "agent", [at])


def _claims(reference: Reference) -> bool:
    return reference.kind == "pronoun" and reference.possessive


def _thanks(act: Draft, draft: Draft) -> bool:
    same = act.telling.segment == draft.telling.segment
    return same and act.type == "appreciation" and act.order < draft.order and bool(act.actors("counterpart"))
