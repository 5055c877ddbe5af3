"""Who speaks together: `ont déclaré le ministre X et son homologue Y`, `la France et l'Allemagne ont appelé à « ... »`."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.annotations.mentions import Mention

MIXED = ("country", "organisation", "institution")


def joint_speakers(text: str, first: Mention, mentions: Sequence[Mention], conjunctions: Collection[str]) -> tuple[str, ...]:
    """The actors of a mention and of those that a conjunction joins to it right behind (`X, Y et Z`); states join no person."""
    out, last = list(first.actors), first
    waiting: list[str] = []
    for mention in mentions:
        if mention.start < last.end or not mention.actors:
            continue
        between = text[last.end : mention.start].strip().lower()
        joined = between.lstrip(", ") in conjunctions
        if not _alike(first, mention) or not (joined or between == ","):
            break
        waiting.extend(mention.actors)
        last = mention
        if joined:
            out.extend(a for a in waiting if a not in out)
            return tuple(out)
    return first.actors


def _alike(one: Mention, other: Mention) -> bool:
    return one.kind == other.kind or (one.kind in MIXED and other.kind in MIXED)
