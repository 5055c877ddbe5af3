"""On whose behalf participants act: envoys, bearers of letters, spokespersons."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.annotations.mentions import Cast
from dragoman.reading.drafts import Draft

CARRIED = frozenset(("meeting", "visit", "message", "call", "conference", "condolence", "congratulation"))
"""The types in which a principal's envoy acts for the principal all through the document."""

VOICED = frozenset(("support", "cooperation"))
"""Types of act that are done by saying so."""


def represent(drafts: list[Draft], cast: Cast) -> None:
    """Set `for` on those who act for another, and list the principal."""
    principals = _principals(cast)
    voices = {a.id for a in cast.actors.values() if any(o.office == "spokesperson" for o in a.offices)}
    for draft in drafts:
        _within_message(draft)
        for p in list(draft.participants):
            principal = principals.get(p.actor)
            if draft.type not in CARRIED and p.actor not in voices:
                continue
            if principal is None or p.role in ("principal", "attendee") or principal in draft.actors():
                continue
            p.on_behalf_of = p.on_behalf_of or principal
            draft.add(principal, "principal", list(p.evidence))


def voice(drafts: list[Draft], side: Callable[[str], str | None]) -> None:
    """What a person says that the own state supports or means to do (`a indiqué que la Chine soutenait`), the person does in saying so."""
    for draft in drafts:
        speaker = draft.sources[-1] if draft.sources else ""
        if draft.type not in VOICED or draft.status not in ("done", "intended") or not speaker.startswith("per:"):
            continue
        for p in draft.participants:
            if p.role in ("agent", "party") and p.actor == side(speaker) and speaker not in draft.actors():
                p.actor = speaker


def _within_message(draft: Draft) -> None:
    agents = draft.actors("agent")
    for p in draft.participants:
        if p.role == "envoy" and agents and p.on_behalf_of is None and agents[0] != p.actor:
            p.on_behalf_of = agents[0]


def _principals(cast: Cast) -> dict[str, str]:
    """Who acts for whom in this document: told beside a name or an office (`envoyé spécial du président`)."""
    out: dict[str, str] = {}
    for mention in cast.mentions:
        if mention.on_behalf_of is not None and len(mention.actors) == 1 and mention.on_behalf_of != mention.actors[0]:
            out.setdefault(mention.actors[0], mention.on_behalf_of)
    return out
