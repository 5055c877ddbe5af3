"""Why an act was read as it was: its frame, its words in their sentence, and the rule behind each field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from dragoman.grammar.frames import ModalFrame
from dragoman.model.act import Act, Participant
from dragoman.model.reading import Reading
from dragoman.model.span import Span
from dragoman.reading.reader import Reader
from dragoman.text.sentences import find_sentences
from dragoman.views.frame_rows import FrameRow, frame_row

_DATE_RULES = {
    "told": "told of this act",
    "report": "the day of the clause that reports it, for want of its own",
    "inherited": "that of {within}, in whose course it took place",
}
_METHODS = {"parse": "along the parse of the clause", "proximity": "by order and nearness, the parse being no help"}


@dataclass(frozen=True, slots=True)
class FieldRule:
    """A field of an act, its value, the rule that gave it, and the words it was read from."""

    field: str
    value: str
    rule: str
    words: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Explanation:
    """An act with the frame that told it (None where no file has it), the sentence of its words, and a rule for each field."""

    act: Act
    frame: FrameRow | None
    sentence: str
    rules: tuple[FieldRule, ...]


def explain_act(reading: Reading, act: Act, reader: Reader, frames: Sequence[str] = ()) -> Explanation:
    """The explanation of one act of a reading that the reader made."""
    told = frame_row(act.frame or "", frames, reader.language)
    return Explanation(act, told, sentence_around(reading.document.text, act.evidence[0]), tuple(_rules(reading, act, reader)))


def sentence_around(text: str, span: Span) -> str:
    """The sentence, or the line, that holds a span."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    sentences = find_sentences(text, start, len(text) if end < 0 else end)
    return next((text[a:b] for a, b in sentences if a <= span.start < b), span.text)


def _rules(reading: Reading, act: Act, reader: Reader) -> Iterator[FieldRule]:
    frame = next((f for f in reader.frames.acts if f.id == act.frame), None)
    yield FieldRule("type", act.type, f"frame {act.frame}", act.evidence)
    if act.form:
        given = frame is not None and frame.form == act.form
        yield FieldRule(
            "form", act.form, f"frame {act.frame}" if given else "the words beside the predicate", _spans(act.field_evidence.form)
        )
    yield FieldRule("status", act.status, _status_rule(reading, act, reader), _spans(act.field_evidence.status))
    for p in act.participants:
        slots = frame.roles.get(p.role, ()) if frame else ()
        yield FieldRule(p.role, p.actor, _participant_rule(p, slots, act), _spans(p.evidence))
        if p.on_behalf_of:
            yield FieldRule(f"{p.role} for", p.on_behalf_of, "whom the text says the participant acts for")
    within = act.within or "the act around it"
    if act.date:
        rule = _DATE_RULES[act.date.basis or "told"].format(within=within)
        yield FieldRule("date", act.date.edtf, rule, _spans(act.date.evidence))
    if act.place:
        rule = _DATE_RULES[act.place.basis or "told"].format(within=within)
        town = rule if act.place.geonames or act.place.basis == "inherited" else "the host's country, or the country named"
        yield FieldRule("place", f"{act.place.name}, {act.place.country}", town, _spans(act.place.evidence))
    if act.within:
        yield FieldRule("within", act.within, "a larger act of the same sides in this document")
    if act.topics:
        yield FieldRule("topics", ", ".join(act.topics), "words of the clause that name a topic", _spans(act.field_evidence.topics))
    if act.sources:
        yield FieldRule("sources", ", ".join(act.sources), "who the text says reports it", _spans(act.field_evidence.sources))
    codes = act.codes
    if codes.plover or codes.cameo:
        shown = f"PLOVER {codes.plover or '-'}, CAMEO {codes.cameo or '-'}"
        yield FieldRule("codes", shown, "tables/codes.yaml, by type, form, status and topics")


def _spans(spans: tuple[Span, ...] | msgspec.UnsetType) -> tuple[Span, ...]:
    return spans or ()


def _participant_rule(participant: Participant, slots: Sequence[str], act: Act) -> str:
    if slots:
        return f"the frame's {participant.role}: {', then '.join(slots)}; {_METHODS[act.method]}"
    if participant.role == "principal":
        return "on whose behalf a participant acts"
    return f"the sides of a {act.type} (tables/acts.yaml)"


def _status_rule(reading: Reading, act: Act, reader: Reader) -> str:
    """The modal or reporting frames by which the status words give this status, else the verb's time.

    The reading does not keep which of several frames it was: then all that could have given it are named.
    """
    spans = _spans(act.field_evidence.status)
    called = list(dict.fromkeys(c for span in spans for c in _called_up(reading.document.text, span, act, reader)))
    if called:
        return called[0] if len(called) == 1 else f"one of: {', '.join(called)}"
    return "the time of the verb" if spans else f"the time of the verb, or frame {act.frame}"


def _called_up(text: str, span: Span, act: Act, reader: Reader) -> Iterator[str]:
    from dragoman.grammar.standing import lemmas

    for token in reader.nlp(sentence_around(text, span)):
        if token.text in span.text.split():
            for word in lemmas(token):
                yield from (f"modal frame {f.id}" for f in reader.frames.modal_words.get(word, ()) if _may_give(f, act))
                yield from (f"reporting frame {f.id}" for f in reader.frames.report_words.get(word, ()) if f.denies)


def _may_give(frame: ModalFrame, act: Act) -> bool:
    fits = not frame.silent and (not frame.only or act.type in frame.only)
    return fits and act.status in (frame.status, frame.negated)
