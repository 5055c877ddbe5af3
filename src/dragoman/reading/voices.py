"""States that act through somebody: `le Chili, par la voix de sa ministre, a appelé ...`, `le Nigeria est représenté par X`."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from dragoman.annotations.mentions import Cast, Mention
from dragoman.reading.drafts import Draft
from dragoman.text.segments import Segment, SegmentedText

LONGEST_OPENER = 40
"""`, par l'intermédiaire de la` is no longer than this."""

ARTICLES = 2
"""So many words (`de la`) may stand between the noun of an opener and the person."""

STATES = ("country", "organisation", "institution")
MAIN = ("agent", "party", "counterpart")
Side = Callable[[str], str | None]


def speak_through(drafts: list[Draft], text: SegmentedText, cast: Cast, openers: tuple[str, ...], side: Side) -> None:
    """Put the person through whom a state or an organisation is said to act in its place, in the acts that the sentence tells of it."""
    for segment, through, behind in _through(text, cast, openers, side):
        for draft in drafts:
            if not segment.start <= draft.order < segment.end or through.actors[0] in draft.actors():
                continue
            for p in draft.participants:
                if p.role in MAIN and p.actor == behind.actors[0]:
                    p.actor = through.actors[0]
                    p.evidence.append((through.start, through.end))


def represented(drafts: list[Draft], text: SegmentedText, cast: Cast, openers: tuple[str, ...], side: Side) -> None:
    """Who represents a state takes part for it in the gathering told last (`le Nigeria y était représenté par son ministre, X`)."""
    for segment, through, behind in _through(text, cast, openers, side):
        held = [d for d in drafts if d.type == "conference" and d.order < segment.end and d.status in ("done", "announced")]
        if not held or through.actors[0] in held[-1].actors():
            continue
        actor, state = through.actors[0], behind.actors[0]
        held[-1].participants = [p for p in held[-1].participants if p.actor != state]
        held[-1].add(actor, "party", [(through.start, through.end)], state)
        held[-1].add(state, "principal", [(behind.start, behind.end)])


def _through(text: SegmentedText, cast: Cast, openers: tuple[str, ...], side: Side) -> Iterator[tuple[Segment, Mention, Mention]]:
    """Each sentence with a person whom one of the openers brings in, and the state before it for which that person stands."""
    words = text.repaired.text
    for segment in text.segments:
        inside = [m for m in cast.mentions if segment.start <= m.start < segment.end and len(m.actors) == 1]
        for mention in inside:
            before = words[max(segment.start, mention.start - LONGEST_OPENER) : mention.start].lower().replace("’", "'")
            if mention.kind != "person" or mention.plural or not any(_brings_in(before, o) for o in openers):
                continue
            stood = {mention.on_behalf_of, side(mention.actors[0])}
            behind = next((m for m in inside if m.kind in STATES and m.end <= mention.start and m.actors[0] in stood), None)
            if behind is not None:
                yield segment, mention, behind


def _brings_in(before: str, opener: str) -> bool:
    """Whether words end in an opener, its `de` and the article fused or elided."""
    stem = opener.removesuffix(" de")
    at = before.rfind(stem)
    return at >= 0 and len(before[at + len(stem) :].split()) <= (ARTICLES if stem != opener else 0)
