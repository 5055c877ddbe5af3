"""Decisions as files: one JSON object a line, so that two coders can work apart, be compared, and be brought together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.errors import DecisionError
from dragoman.record.decisions import (
    AddFact,
    Anchor,
    ApartActs,
    ApartPersons,
    CorrectValue,
    Decision,
    Forget,
    KeepsNot,
    KeepsPromise,
    PersonAnchor,
    RightFact,
    SameAct,
    SamePerson,
    Undo,
    Unsure,
    UnsurePersons,
    UnsurePromise,
    What,
    WrongFact,
)

_decoder = msgspec.json.Decoder(Decision)
Subject = tuple[object, ...]
"""What a judgement is about: the same for two coders who judged the same thing."""


def decision_lines(decisions: Iterable[Decision]) -> Iterator[bytes]:
    """The lines of a file, each with its end; the same decisions give the same bytes."""
    for decision in decisions:
        yield Decision.encoder.encode(decision) + b"\n"


def read_decisions(lines: Iterable[bytes | str], name: str) -> Iterator[Decision]:
    """The decisions of a file, blank lines left out; raises `DecisionError` naming the line of the first that is none."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            message = f"{name}, line {number}: is no decision ({error}); each line is an object as `record decisions export` writes it"
            raise DecisionError(message) from error


def judgements(decisions: Iterable[Decision]) -> dict[Subject, str]:
    """What one coder's decisions come to: by what was judged, the last judgement; what was taken back is left out."""
    told = {decision.ident: decision for decision in decisions}
    undone: set[str] = set()
    for decision in reversed(list(told.values())):
        if isinstance(decision.what, Undo) and decision.ident not in undone:
            undone.add(decision.what.decision)
    return {subject: verdict for d in told.values() if d.ident not in undone for subject, verdict in [_judged(d.what)] if subject}


def _judged(what: What) -> tuple[Subject, str]:
    match what:
        case SameAct() | ApartActs() | Unsure():
            return ("acts", *_both(what.a, what.b)), _verdict(what)
        case SamePerson() | ApartPersons() | UnsurePersons():
            return ("persons", *_both(what.a, what.b)), _verdict(what)
        case KeepsPromise() | KeepsNot() | UnsurePromise():
            verdict = what.follow_up if isinstance(what, KeepsPromise) else _verdict(what)
            return ("promise", what.promise, what.act), verdict
        case CorrectValue():
            return ("value", what.report, what.field), Decision.encoder.encode(what.value).decode()
        case WrongFact() | RightFact():
            return ("fact", what.report), "wrong" if isinstance(what, WrongFact) else "right"
        case AddFact():
            return ("added", what.document, what.act.type, what.act.evidence), "added"
        case Forget():
            return ("document", what.document), "forget"
        case Undo():
            return (), ""


def _both(a: Anchor | PersonAnchor, b: Anchor | PersonAnchor) -> list[Anchor | PersonAnchor]:
    return sorted((a, b), key=Decision.encoder.encode)


def _verdict(what: What) -> str:
    if isinstance(what, SameAct | SamePerson):
        return "same"
    return "apart" if isinstance(what, ApartActs | ApartPersons | KeepsNot) else "unsure"
