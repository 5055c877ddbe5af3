"""How often the grammar finds who speaks, against the sentences of ASFALDA's French frames, verb cues apart from noun cues.

The file has one JSON object a line: `text` (a sentence), `target` (the ranges of the cue), `roles` (each with `role`, `start`, `end`).
A cue counts if a role `Speaker` is told in its sentence; it is right if the head of the first speaker that the grammar finds lies in the
words of one. Every sentence is parsed alone, without the names of a document: what is measured is the grammar with its voice, control,
relatives, coordination and carried nouns, not the rest of the reader. spaCy's models were trained on these trees: the figures flatter.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from spacy.tokens import Doc, Token

from dragoman.errors import MeasureError
from dragoman.flow import reader
from dragoman.grammar.clause import Clause
from dragoman.grammar.clause_text import ClauseText, Stretch
from dragoman.grammar.parsed import parsed
from dragoman.reading.reader import Reader
from dragoman.text.segments import Segment

SPEAKER = "Speaker"


def measure(path: str | Path) -> dict[str, Any]:
    """Of `verb` and `noun` cues: how many (`cues`), with how many right speakers (`right`), with none found (`silent`), and `accuracy`.

    Raises `MeasureError` where the file is not there or is none of this kind.
    """
    rows = list(_cues(Path(path)))
    if not rows:
        raise MeasureError(f"{path}: no cue with a speaker; one JSON object a line with `target` and `roles` is expected")
    by = reader()
    counts: Counter[str] = Counter()
    for row, doc in zip(rows, by.nlp.pipe(row["text"] for row in rows)):
        cue = _cue(doc, row)
        if cue is None:
            continue
        kind = "verb" if cue.pos_ in ("VERB", "AUX") or _is_participle(cue) else "noun"
        found = _speaker(clause_of(doc, by), cue)
        counts[f"{kind}.cues"] += 1
        counts[f"{kind}.silent"] += found is None
        counts[f"{kind}.right"] += found is not None and _within(found, row)
    return {kind: _figures(counts, kind) for kind in ("verb", "noun")}


def clause_of(doc: Doc, by: Reader) -> Clause:
    """A sentence as the grammar sees it, without anybody's name in it."""
    whole = (0, len(doc.text))
    text = ClauseText(doc.text, (Stretch(0, whole, None, True),), (0,))
    return Clause(parsed(Segment((whole,), 0), 0, text, doc, (), ()), by.syntax, by.engine.control)


def _cues(path: Path) -> Iterator[dict[str, Any]]:
    try:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if any(role["role"] == SPEAKER and "start" in role for role in row["roles"]):
                yield row
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise MeasureError(f"{path}: cannot be read as frames, one JSON object a line: {error}") from error


def _cue(doc: Doc, row: dict[str, Any]) -> Token | None:
    """The word of the target that governs the others, a verb before all else."""
    ranges = [(t["start"], t["end"]) for t in row["target"]]
    inside = [t for t in doc if any(a <= t.idx < b for a, b in ranges)]
    heads = [t for t in inside if t.pos_ == "VERB"] or [t for t in inside if t.head not in inside or t.head == t] or inside
    return heads[0] if heads else None


def _is_participle(token: Token) -> bool:
    return token.pos_ == "ADJ" and "Part" in token.morph.get("VerbForm", [])


def _speaker(clause: Clause, cue: Token) -> Token | None:
    found = clause.subject(cue)
    return found[0].token if found else None


def _within(token: Token, row: dict[str, Any]) -> bool:
    return any(role["role"] == SPEAKER and "start" in role and role["start"] <= token.idx < role["end"] for role in row["roles"])


def _figures(counts: Counter[str], kind: str) -> dict[str, Any]:
    cues, right = counts[f"{kind}.cues"], counts[f"{kind}.right"]
    return {"cues": cues, "right": right, "silent": counts[f"{kind}.silent"], "accuracy": round(right / cues, 4) if cues else None}
