"""Meetings told of one side alone (`l'entretien avec le ministre rwandais a porté sur ...`): the other is whom the text is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from dragoman.model.vocabulary import Role
from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft
from dragoman.reading.resolution import Resolution

ELIDING = ("meeting", "call")
"""Types of act whose nouns are told with the other side alone."""

BESIDE = frozenset(("with", "participle.with"))
"""How the frames call the complements that name the other side (`la rencontre prévue avec`)."""

ACTIVE: tuple[Role, ...] = ("agent", "party", "envoy")
"""The roles in which whoever a text is about takes part."""


def give_protagonist(drafts: Sequence[Draft], resolution: Resolution) -> None:
    """Add to each meeting and call told with one side alone the person of another side who took part in most that was told before it."""
    for draft in drafts:
        if _is_elided(draft, resolution):
            found = _protagonist(draft, drafts, resolution)
            if found is not None:
                draft.add(found, "party", [draft.telling.cue[0]])


def _is_elided(draft: Draft, resolution: Resolution) -> bool:
    told = {part.path for part in draft.telling.parts}
    alike = draft.type in ELIDING and act_rules()[draft.type].is_alike(draft.form)
    return alike and bool(told) and told <= BESIDE and len(draft.sides(resolution.side)) == 1


def _protagonist(draft: Draft, drafts: Sequence[Draft], resolution: Resolution) -> str | None:
    own = set(draft.sides(resolution.side))
    before = [d for d in drafts if d.order < draft.order and d is not draft]
    told = Counter(a for d in before for a in dict.fromkeys(d.actors(*ACTIVE)) if _is_another(a, own, resolution))
    if told:
        return told.most_common(1)[0][0]
    named = [m for m in resolution.cast.mentions if m.start < draft.order and m.kind == "person"]
    home = [a for m in named for a in m.actors if resolution.side(a) == resolution.cast.home and _is_another(a, own, resolution)]
    return home[0] if home else None


def _is_another(actor: str, own: set[str], resolution: Resolution) -> bool:
    side = resolution.side(actor)
    return actor.startswith("per:") and side is not None and side not in own
