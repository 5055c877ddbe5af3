"""The sentences of a document in which no act and no relation was read: where to look for what was missed."""

from __future__ import annotations

import re

from dragoman.model.reading import Reading
from dragoman.text.sentences import find_sentences

_LINE = re.compile(r"[^\r\n]+")


def untold(reading: Reading) -> list[str]:
    """The sentences that tell of no act and no relation that was read, in text order."""
    text = reading.document.text
    told = bytearray(len(text))
    spans = [s for act in reading.acts for s in act.evidence] + [s for relation in reading.relations for s in relation.evidence]
    for span in spans:
        told[span.start : span.end] = b"\x01" * (span.end - span.start)
    sentences = [s for line in _LINE.finditer(text) for s in find_sentences(text, *line.span())]
    return [" ".join(text[start:end].split()) for start, end in sentences if not any(told[start:end])]
