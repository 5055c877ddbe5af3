"""Who says what goes on: quotations over several paragraphs, a speech taken up again, signatures under a quotation, dialogues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.text.reporting_lexicon import reporting_lexicon
from dragoman.text.segments import Quotation, Range, ReportingClause, Segment


def dialogue_label(text: str, start: int, end: int) -> Range | None:
    """The mark behind who speaks in a paragraph of a dialogue (`Q -`, `R :`, `M. X :`), None where the paragraph is none."""
    match = reporting_lexicon().label.match(text, start, end)
    if match is None or match.end() >= end:
        return None
    if not match["letter"] and (match["mark"] != ":" or text[match.end()] in '"«“„‘'):
        return None
    return match.span("mark")


def attribute(
    text: str, paragraphs: Sequence[Range], quotations: Sequence[Quotation], segments: list[Segment], reporting: list[ReportingClause]
) -> None:
    """Complete in place who reports the quotations whose own sentence does not say so.

    A quotation that goes on over several paragraphs has one speaker; a quotation by itself right behind a reported one goes on with its
    speaker; a line `- X, ministre` under a quotation signs it.
    """
    _sign(text, quotations, segments, reporting)
    _share_in_chains(quotations, segments, reporting)
    _go_on(text, quotations, segments, reporting)


def _sign(text: str, quotations: Sequence[Quotation], segments: list[Segment], reporting: list[ReportingClause]) -> None:
    for i in range(1, len(segments)):
        segment, before = segments[i], segments[i - 1]
        dash = _dash_before(text, segment.start)
        if segment.kind not in ("item", "headline") or dash is None or before.quotation is None or before.reports:
            continue
        if segment.paragraph != before.paragraph + 1 or not _fills(quotations[before.quotation], segments, i - 1):
            continue
        reporting.append(ReportingClause(dash, segment.end, (dash, dash + 1), "trailing", (before.quotation,)))
        segments[i] = replace(segment, kind="reporting")
        for j in range(i - 1, -1, -1):
            if segments[j].quotation != before.quotation:
                break
            segments[j] = replace(segments[j], reports=(len(reporting) - 1,))


def _dash_before(text: str, start: int) -> int | None:
    at = start - 1
    while at > 0 and text[at] == " ":
        at -= 1
    return at if at >= 0 and text[at] in "-–—" else None


def _fills(quotation: Quotation, segments: Sequence[Segment], last: int) -> bool:
    """Whether the quotation is the paragraph: no prose of the page stands beside it."""
    return segments[last].end <= quotation.end and (
        last == 0 or segments[last - 1].paragraph != segments[last].paragraph or segments[last - 1].quotation is not None
    )


def _share_in_chains(quotations: Sequence[Quotation], segments: list[Segment], reporting: list[ReportingClause]) -> None:
    """Give all parts of a quotation over several paragraphs the clauses that report any of them."""
    first = list(range(len(quotations)))
    for i, quotation in enumerate(quotations):
        if quotation.continues is not None:
            first[i] = first[quotation.continues]
    members: dict[int, list[int]] = {}
    for i, head in enumerate(first):
        members.setdefault(head, []).append(i)
    chained = {head: parts for head, parts in members.items() if len(parts) > 1}
    if not chained:
        return
    said: dict[int, tuple[int, ...]] = {}
    for number, clause in enumerate(reporting):
        heads = {first[q] for q in clause.quotations} & chained.keys()
        for head in heads:
            said[head] = (*said.get(head, ()), number)
        if heads:
            quoted = sorted({*clause.quotations, *(part for head in heads for part in chained[head])})
            reporting[number] = replace(clause, quotations=tuple(quoted))
    for i, segment in enumerate(segments):
        if segment.quotation in said and not segment.reports:
            segments[i] = replace(segment, reports=said[segment.quotation])


def _go_on(text: str, quotations: Sequence[Quotation], segments: list[Segment], reporting: list[ReportingClause]) -> None:
    """A quotation that is a sentence by itself, right behind a reported one, has the same speaker."""
    last: tuple[int, ...] = ()
    paragraph = -1
    for i, segment in enumerate(segments):
        if segment.kind == "reporting":
            continue
        if segment.quotation is None:
            last = segment.reports  # a quotation right behind reported prose is its reporter's too
        elif segment.reports:
            last = segment.reports
        elif last and segment.paragraph - paragraph <= 1 and _is_alone(text, quotations[segment.quotation]):
            segments[i] = replace(segment, reports=last)
            for number in last:
                quoted = reporting[number].quotations
                if segment.quotation not in quoted:
                    reporting[number] = replace(reporting[number], quotations=(*quoted, segment.quotation))
        paragraph = segment.paragraph


def _is_alone(text: str, quotation: Quotation) -> bool:
    """Whether the quotation begins as a sentence does: behind a stop or at a line's start."""
    before = text[max(0, quotation.start - 4) : quotation.start].rstrip(" \"«“„‘'")
    return not before or before[-1] in '.!?…»”"\n'
