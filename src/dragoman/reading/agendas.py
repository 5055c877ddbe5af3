"""What talks were about where a sentence of its own tells it: `Les discussions ont porté sur la pêche.`"""

from __future__ import annotations

from dragoman.reading.act_rules import act_rules
from dragoman.reading.drafts import Draft
from dragoman.reading.folded import folded_text
from dragoman.reading.topic_ties import marks
from dragoman.reading.topic_words import NONE, topic_hits
from dragoman.reading.topics import MOST
from dragoman.text.segments import Segment, SegmentedText

TALKS = ("meeting", "call")
OTHERS = ("conference",)
FARTHEST = 700
"""A sentence tells what talks were about within so many code points."""

Range = tuple[int, int]


def take_agendas(acts: list[Draft], text: SegmentedText) -> None:
    """Give talks that told no topic those of the sentence about their agenda that follows them."""
    silent = {id(a): a for a in acts if a.type in (*TALKS, *OTHERS) and a.status == "done" and not a.topics}
    if not silent:
        return
    for segment in text.segments:
        talks = _talks_before(acts, segment)
        if talks is None or id(talks) not in silent or segment.quotation is not None:
            continue
        found = _agenda(text.repaired.text, segment)
        if found:
            merged = dict(zip(talks.topics, talks.topic_words, strict=False)) | dict(found)
            talks.topics, talks.topic_words = tuple(merged)[:MOST], tuple(merged.values())[:MOST]


def take_implied(acts: list[Draft]) -> None:
    """Give acts whose form is a topic (`humanitarian` aid) that topic, where the text tells no other."""
    for act in acts:
        topic = act_rules()[act.type].topics.get(act.form or "")
        if topic is not None and not act.topics:
            act.topics, act.topic_words = (topic,), (act.telling.form_words or act.telling.cue)[:1]


def _talks_before(acts: list[Draft], segment: Segment) -> Draft | None:
    """The talks told last before a sentence, near enough; else the conference."""
    for kinds in (TALKS, OTHERS):
        before = [a for a in acts if a.type in kinds and a.status == "done" and 0 < segment.start - a.order <= FARTHEST]
        if before:
            return max(before, key=lambda a: a.order)
    return None


def _agenda(text: str, segment: Segment) -> list[tuple[str, Range]]:
    """The topics behind a marker that opens an agenda, with their words."""
    scope = text[segment.start : segment.end]
    view = folded_text(scope)
    opening = next((m.end for m in marks(view.folded) if m.kind == "agenda"), None)
    if opening is None:
        return []
    out = []
    for hit in topic_hits(scope):
        topic = next((e.topic for e in hit.entries if e.topic != NONE and (not e.only or "meeting" in e.only)), None)
        if hit.start >= opening and topic is not None:
            start, end = view.origin(hit.start, hit.end)
            out.append((topic, (segment.start + start, segment.start + end)))
    return out
