"""What acts are about where words further off tell it: the sentence of an agenda, the rest of their own, what was said at talks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft
from dragoman.reading.folded import folded_text
from dragoman.reading.topic_ties import AGENDA, TEXTS, in_title, marks
from dragoman.reading.topic_words import NONE, topic_hits
from dragoman.reading.topics import MOST, OF_RELATIONS, VAGUE
from dragoman.text.segments import Segment, SegmentedText

TALKS = ("meeting", "call")
OTHERS = ("conference",)
AGREEMENT = "agreement"
SPEAKING = frozenset(
    (
        "agreement",
        "aid",
        "appeal",
        "appreciation",
        "easing",
        "expulsion",
        "mediation",
        "recall",
        "rejection",
        "sanction",
        "support",
        "threat",
    )
)
"""Types of act whose sentence tells what they are about, wherever it does."""
FARTHEST = 700
"""A sentence tells what talks were about within so many code points."""
TALKED = 300
"""What was said at talks stands within so many code points behind them."""
SHORTEST_NAME = 4
"""A word of a name that tells its bearer has so many letters at least."""

Range = tuple[int, int]
Told = tuple[str, Range]


def take_agendas(acts: list[Draft], text: SegmentedText) -> None:
    """Give talks that told no topic those of the sentence about their agenda that follows them."""
    silent = {id(a): a for a in acts if a.type in (*TALKS, *OTHERS) and a.status == "done" and not a.topics}
    if not silent:
        return
    for segment in text.segments:
        talks = _talks_before(acts, segment, text.repaired.text)
        if talks is None or id(talks) not in silent or segment.quotation is not None:
            continue
        _add(talks, _agenda(text.repaired.text, segment))


def take_sentences(acts: list[Draft], text: SegmentedText) -> None:
    """Give acts that told no topic those of the other words of their sentence, up to the neighbouring acts that it tells."""
    orders = sorted({t.order for a in acts for t in a.tellings})
    for act in acts:
        if act.topics or act.type not in SPEAKING:
            continue
        _add(act, _around(act, orders, text.repaired.text))


def take_talks(acts: list[Draft], text: SegmentedText) -> None:
    """Give talks and agreements that told no topic those of the sentences behind them in their paragraph, up to the next of them."""
    talks = [a for a in acts if a.type in (*TALKS, AGREEMENT)]
    for act in talks:
        if act.topics or act.status != "done":
            continue
        last = max(t.scope[1] for t in act.tellings)
        after = min((t.order for a in talks if a is not act for t in a.tellings if t.order >= last), default=len(text.repaired.text))
        for telling in act.tellings if act.type in TALKS else ():
            _add(act, _agenda(text.repaired.text, text.segments[telling.segment]))
        paragraphs = {text.segments[t.segment].paragraph for t in act.tellings}
        for segment in text.segments:
            if segment.paragraph in paragraphs and last <= segment.start and segment.end <= min(after, last + TALKED):
                within = (text.repaired.text, segment.start, segment.end, act.type)
                told = _agenda(text.repaired.text, segment, TEXTS) if act.type == AGREEMENT else _told(*within)
                _add(act, told)


def take_implied(acts: list[Draft]) -> None:
    """Give acts whose form, or whose type, is a topic (`humanitarian` aid) that topic, where the text tells no other."""
    for act in acts:
        rules = act_rules()[act.type].topics
        topic = rules.get(act.form or "", rules.get("*"))
        if topic is not None and not act.topics:
            act.topics, act.topic_words = (topic,), (act.telling.form_words or act.telling.cue)[:1]


def _add(act: Draft, told: Iterable[Told]) -> None:
    merged = dict(zip(act.topics, act.topic_words, strict=False))
    for topic, at in told:
        merged.setdefault(topic, at)
    act.topics, act.topic_words = tuple(merged)[:MOST], tuple(merged.values())[:MOST]


def _talks_before(acts: list[Draft], segment: Segment, text: str) -> Draft | None:
    """The talks told last before a sentence, near enough, those first with somebody whom it names; else the conference."""
    for kinds in (TALKS, OTHERS):
        before = [a for a in acts if a.type in kinds and a.status == "done" and 0 < segment.start - a.order <= FARTHEST]
        named = [a for a in before if _names(a, before, text) & set(text[segment.start : segment.end].replace(",", " ").split())]
        if before:
            return max(named or before, key=lambda a: a.order)
    return None


def _names(act: Draft, others: Sequence[Draft], text: str) -> set[str]:
    """The words of the names in an act that no other of these acts has."""
    return _capitals(act, text).difference(*(_capitals(a, text) for a in others if a is not act))


def _capitals(act: Draft, text: str) -> set[str]:
    words = (w for p in act.participants for start, end in p.evidence for w in text[start:end].replace(",", " ").split())
    return {w for w in words if w[0].isupper() and len(w) >= SHORTEST_NAME}


def _agenda(text: str, segment: Segment, kind: str = AGENDA) -> list[Told]:
    """The topics behind a marker that opens an agenda, with their words; those before it where it stands last."""
    scope = text[segment.start : segment.end]
    folded = folded_text(scope).folded
    opening = next((m for m in marks(folded) if m.kind == kind), None)
    if opening is None:
        return []
    told = list(_told(text, segment.start, segment.end, "meeting"))
    view = folded_text(scope)
    behind = [t for t in told if view.index(t[1][0] - segment.start) >= opening.end]
    return behind or [t for t in told if view.index(t[1][0] - segment.start) < opening.start]


def _around(act: Draft, orders: Sequence[int], text: str) -> list[Told]:
    telling = act.telling
    low, high = telling.scope
    high = min([o for o in orders if o > telling.order and o < high], default=high)
    parts = [p.reference.at for p in telling.parts]
    return [
        (topic, at)
        for topic, at in _told(text, low, high, act.type)
        if not any(s < at[1] and at[0] < e for s, e in (*parts, *telling.cue)) and not (act.type in OF_RELATIONS and topic in VAGUE)
    ]


def _told(text: str, start: int, end: int, act: str) -> Iterator[Told]:
    """The topics that a stretch of text tells, each with its words; an office's are none."""
    scope = text[start:end]
    view = folded_text(scope)
    hits = topic_hits(scope)
    for hit in hits:
        if in_title(view, marks(view.folded), hits, hit):
            continue
        low, high = view.origin(hit.start, hit.end)
        for entry in hit.entries:
            if entry.topic != NONE and (not entry.only or act in entry.only):
                yield entry.topic, (start + low, start + high)
