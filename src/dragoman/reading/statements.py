"""The statements of a document: its quotations, and what reporting verbs report without quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.grammar.engine import Source
from dragoman.model.vocabulary import Mode
from dragoman.reading.addressees import Addressees
from dragoman.reading.attribution import Attribution
from dragoman.text.segments import Quotation, SegmentedText

Range = tuple[int, int]
_WORD = re.compile(r"[^\W_]+")
FEWEST_WORDS = 5
"""A quotation of fewer words is a title, a name or a turn of phrase, no statement. `C'est` counts as two."""


@dataclass(slots=True)
class DraftStatement:
    """A statement in the making; ranges are in the repaired text."""

    speakers: tuple[str, ...]
    mode: Mode
    cue: Range | None
    content: list[Range]
    sources: tuple[str, ...] = ()
    quotation: int | None = None
    addressee: str | None = None


def quoted_statements(
    attribution: Attribution, sources: list[tuple[Source, tuple[str, ...]]], addressees: Addressees
) -> list[DraftStatement]:
    """The quotations of five words or more, with their speakers."""
    out: list[DraftStatement] = []
    text = attribution.text
    for index, quotation in enumerate(text.quotations):
        if _words(text, quotation) < FEWEST_WORDS or quotation.depth > 1:
            continue
        speakers = attribution.quotation_speakers(index)
        clause = next((c for c in text.reporting if index in c.quotations), None)
        cue = clause.cue if clause is not None else None
        mode: Mode = "direct" if cue is not None or _stands_alone(text, quotation) else "mixed"
        if not speakers:
            inside = [(s, a) for s, a in sources if _same_segment(text, s.cue, quotation)]
            speakers = attribution.by_sources(quotation, inside)
            cue = next((s.cue for s, a in inside if a == speakers), None) if speakers else cue
        if not speakers and not (clause is not None and attribution.is_unnamed(clause)):
            speakers = attribution.sentence_subject(quotation) or _unreported(attribution, quotation, mode)
        if speakers:
            attribution.spoken[index] = speakers
            speakers = attribution.with_institution(speakers)
        addressee = addressees.of_clause(clause, speakers) if clause is not None else None
        out.append(DraftStatement(speakers, mode, cue, [(quotation.start, quotation.end)], (), index, addressee))
    return out


def _unreported(attribution: Attribution, quotation: Quotation, mode: Mode) -> tuple[str, ...]:
    """Who speaks where no words say so: of a sentence of its own whom the text is about, of words within a sentence the text's author."""
    if mode == "direct":
        return attribution.next_subject(quotation) or attribution.latest(quotation.start)
    author = attribution.cast.author
    return attribution.previous_speakers(quotation.start) or ((author,) if author is not None else ())


def _words(text: SegmentedText, quotation: Quotation) -> int:
    return len(_WORD.findall(text.repaired.text[quotation.start : quotation.end]))


def _stands_alone(text: SegmentedText, quotation: Quotation) -> bool:
    """Whether a quotation is parsed by itself: it is a sentence, not part of one."""
    return any(s.quotation is not None and s.start >= quotation.start and s.end <= quotation.end for s in text.segments)


def _same_segment(text: SegmentedText, cue: Range, quotation: Quotation) -> bool:
    return any(s.start <= cue[0] <= s.end and s.start <= quotation.start <= s.end for s in text.segments)


def indirect_statements(
    sources: list[tuple[Source, tuple[str, ...]]], quoted: list[DraftStatement], addressees: Addressees
) -> list[DraftStatement]:
    """What reporting verbs report in indirect speech, each once, where no quotation already holds it."""
    out: list[DraftStatement] = []
    seen: set[Range] = set()
    for source, speakers in sources:
        start, end = source.content
        known = any(q.content[0][0] < end and start < q.content[0][1] for q in quoted)
        if not speakers or end <= start or source.content in seen or known:
            continue
        seen.add(source.content)
        addressee = addressees.of_source(source, speakers)
        out.append(DraftStatement(speakers[-1:], "indirect", source.cue, [source.content], speakers[:-1], addressee=addressee))
    return out
