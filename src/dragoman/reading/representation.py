"""On whose behalf participants act: envoys, bearers of letters, spokespersons."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.annotations.mentions import Cast
from dragoman.reading.drafts import Draft
from dragoman.text.segments import SegmentedText

CARRIED = frozenset(("meeting", "visit", "message", "call", "conference", "condolence", "congratulation", "mediation"))
"""The types in which a principal's envoy acts for the principal all through the document."""

PASSED_ON = ("greetings", "reply")
"""Forms of message that any visitor passes on."""

LONGEST_OPENER = 24
"""`pour le compte de l'` is no longer than this."""

ARTICLES = 2
"""So many words (`de la`) may stand between the noun of a preposition and a name."""

VOICED = frozenset(("support", "cooperation"))
"""Types of act that are done by saying so."""


def represent(drafts: list[Draft], cast: Cast) -> None:
    """Set `for` on those who act for another, and list the principal."""
    principals = _principals(cast)
    voices = {a.id for a in cast.actors.values() if any(o.office == "spokesperson" for o in a.offices)}
    for draft in drafts:
        _turn_bearer(draft, cast)
        _within_message(draft)
        _sent(draft, cast)
    _bearers(drafts, cast)
    for draft in drafts:
        for p in list(draft.participants):
            principal = principals.get(p.actor)
            if draft.type not in CARRIED and p.actor not in voices:
                continue
            if principal is None or p.role in ("principal", "attendee") or principal in draft.actors():
                continue
            p.on_behalf_of = p.on_behalf_of or principal
            draft.add(principal, "principal", list(p.evidence))


def speak_for(drafts: list[Draft], text: SegmentedText, cast: Cast, openers: tuple[str, ...]) -> None:
    """Who says or does something `au nom de` another acts for that one in what the paragraph tells of him from there on."""
    words = text.repaired.text
    for named in cast.mentions:
        opened = words[max(0, named.start - LONGEST_OPENER) : named.start].lower()
        if len(named.actors) != 1 or not any(_opens(opened, o) for o in openers):
            continue
        segment = next((s for s in text.segments if s.start <= named.start < s.end), None)
        if segment is None:
            continue
        about = [m for m in cast.mentions if segment.start <= m.start < segment.end and m.kind == "person" and m is not named]
        speaker = next((m.actors[0] for m in about if len(m.actors) == 1 and m.actors[0] != named.actors[0]), None)
        end = text.paragraphs[segment.paragraph][1]
        for draft in drafts:
            if speaker is not None and segment.start <= draft.order < end:
                _act_for(draft, speaker, named.actors[0])


def _opens(words: str, opener: str) -> bool:
    """Whether words end in a preposition, its article fused or elided (`au nom du`, `au nom de l'`)."""
    stem = opener.removesuffix("de").rstrip()
    at = words.rfind(stem)
    return at >= 0 and len(words[at + len(stem) :].split()) <= ARTICLES


def voice(drafts: list[Draft], side: Callable[[str], str | None]) -> None:
    """What a person says that the own state supports or means to do (`a indiqué que la Chine soutenait`), the person does in saying so."""
    for draft in drafts:
        speaker = draft.sources[-1] if draft.sources else ""
        if draft.type not in VOICED or draft.status not in ("done", "intended") or not speaker.startswith("per:"):
            continue
        for p in draft.participants:
            if p.role in ("agent", "party") and p.actor == side(speaker) and speaker not in draft.actors():
                p.actor = speaker


def _turn_bearer(draft: Draft, cast: Cast) -> None:
    """No state sends a message to its own officer by another state's: there the one who hands over and the one who gets it change places
    (`l'hôte du président lui a remis une lettre`)."""
    told = {role: [p for p in draft.participants if p.role == role] for role in ("agent", "envoy", "counterpart")}
    if draft.type != "message" or any(len(found) != 1 for found in told.values()):
        return
    states = {role: known.country for role, (p,) in told.items() if (known := cast.actors.get(p.actor)) is not None and known.country}
    if len(states) == len(told) and states["agent"] == states["counterpart"] != states["envoy"]:
        told["envoy"][0].role, told["counterpart"][0].role = "counterpart", "envoy"


def _within_message(draft: Draft) -> None:
    agents = draft.actors("agent")
    for p in draft.participants:
        if p.role == "envoy" and agents and p.on_behalf_of is None and agents[0] != p.actor:
            p.on_behalf_of = agents[0]


def _bearers(drafts: list[Draft], cast: Cast) -> None:
    """Who bears a letter acts for its author in the audience where it is handed over, too; a visitor who passes on greetings does not."""
    for message in drafts:
        if message.type != "message" or message.form in PASSED_ON:
            continue
        outers = [message.within] if message.within is not None else _audiences(drafts, message)
        for p in message.participants:
            if p.role == "envoy" and p.on_behalf_of is not None and _of_one_state(cast, p.actor, p.on_behalf_of):
                for outer in outers:
                    if outer.type == "meeting":
                        _act_for(outer, p.actor, p.on_behalf_of)


def _audiences(drafts: list[Draft], message: Draft) -> list[Draft]:
    """The audiences of the bearer of a letter that is told within no meeting, with its addressee where that is told."""
    bearers, to = set(message.actors("envoy")), set(message.actors("counterpart"))
    held = [d for d in drafts if d.type == "meeting" and d.form == "audience" and bearers & set(d.actors("counterpart"))]
    return [d for d in held if not to or not d.actors("agent") or to & set(d.actors("agent"))]


def _sent(draft: Draft, cast: Cast) -> None:
    """Whom the act itself tells as the principal of one who acts: `le président a dépêché son ministre`."""
    senders = draft.actors("principal")
    if len(senders) != 1 or any(p.on_behalf_of for p in draft.participants):
        return
    acting = [p for p in draft.participants if p.role in ("agent", "counterpart", "party") and _of_one_state(cast, p.actor, senders[0])]
    if len(acting) == 1 and acting[0].actor.startswith("per:"):
        acting[0].on_behalf_of = senders[0]


def _of_one_state(cast: Cast, one: str, other: str) -> bool:
    countries = [known.country for a in (one, other) if (known := cast.actors.get(a)) is not None]
    return len(countries) == 2 and countries[0] == countries[1]


def _act_for(draft: Draft, actor: str, principal: str) -> None:
    """Note in an act that one of its sides acts for a principal who takes no part in it himself."""
    if principal in draft.actors():
        return
    for p in list(draft.participants):
        if p.actor == actor and p.role in ("agent", "counterpart", "party") and p.on_behalf_of is None:
            p.on_behalf_of = principal
            draft.add(principal, "principal", list(p.evidence))


def _principals(cast: Cast) -> dict[str, str]:
    """Who acts for whom in this document: told beside a name or an office (`envoyé spécial de X`); an organisation's envoy for it."""
    out: dict[str, str] = {}
    for mention in cast.mentions:
        if mention.on_behalf_of is not None and len(mention.actors) == 1 and mention.on_behalf_of != mention.actors[0]:
            out.setdefault(mention.actors[0], mention.on_behalf_of)
    for actor in cast.actors.values():
        body = next((o.of for o in actor.offices if o.office == "special_envoy" and o.of is not None and o.of.startswith("org:")), None)
        if body is not None:
            out[actor.id] = body
    return out
