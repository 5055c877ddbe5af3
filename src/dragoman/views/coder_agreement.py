"""How far two coders agree where both decided the same question: the share of equal answers, and Krippendorff's alpha."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import msgspec

from dragoman.evaluation.krippendorff import alpha, share
from dragoman.record.answers import Words

if TYPE_CHECKING:
    from dragoman.record.decisions import Decision

ANSWERS = {
    "same_act": "yes",
    "apart_acts": "no",
    "unsure": "unsure",
    "keeps_promise": "yes",
    "keeps_not": "no",
    "unsure_promise": "unsure",
    "same_person": "yes",
    "apart_persons": "no",
    "unsure_persons": "unsure",
    "right_fact": "yes",
    "wrong_fact": "no",
}
"""What a kind of decision answers."""
ASKED = {
    **dict.fromkeys(("same_act", "apart_acts", "unsure"), "act"),
    **dict.fromkeys(("keeps_promise", "keeps_not", "unsure_promise"), "follow_up"),
    **dict.fromkeys(("same_person", "apart_persons", "unsure_persons"), "person"),
    **dict.fromkeys(("right_fact", "wrong_fact"), "weak"),
}
"""Which kind of question a kind of decision answers; `correct_value` answers one of its own."""


class Answered(msgspec.Struct, frozen=True):
    """A coder's answer: the kind of decision, and why."""

    ident: str
    by: str
    kind: str
    why: str


class Disagreement(msgspec.Struct, frozen=True):
    """A question that the two answered differently, with their last answers and the words that these cite."""

    kind: str
    one: Answered
    other: Answered
    words: tuple[Words, ...]


class KindAgreement(msgspec.Struct, frozen=True):
    """The questions of a kind that both answered, and on how many they agree; alpha is None where nothing varies."""

    kind: str
    both: int
    equal: int
    share: float | None
    alpha: float | None


class CoderAgreement(msgspec.Struct, frozen=True):
    """Two coders: how many questions each answered, and how far they agree, kind by kind and (kind `all`) in all."""

    one: str
    other: str
    answered: tuple[int, int]
    kinds: tuple[KindAgreement, ...]
    differ: tuple[Disagreement, ...]


def coders(decisions: Sequence[Decision]) -> tuple[str, ...]:
    """Who decided, the most diligent first."""
    counts = Counter(d.by for d in standing(decisions))
    return tuple(sorted(counts, key=lambda name: (-counts[name], name)))


class Progress(msgspec.Struct, frozen=True):
    """How many questions were answered in all, and how many by one coder."""

    all: int
    mine: int


def answered(decisions: Sequence[Decision], name: str) -> Progress:
    """How many answers stand, and how many of them are `name`'s."""
    told = [d for d in standing(decisions) if tag_of(d) in ASKED]
    return Progress(len(told), sum(d.by == name for d in told))


def agreement(decisions: Sequence[Decision], one: str, other: str) -> CoderAgreement:
    """How far `one` and `other` agree, by the last answer of each to each question that was not taken back."""
    told = standing(decisions)
    mine, theirs = ({key: d for d in told if d.by == name and (key := question_of(d))} for name in (one, other))
    both = [key for key in mine if key in theirs]
    units = {key: (_answer(mine[key]), _answer(theirs[key])) for key in both}
    kinds = [*dict.fromkeys(key[0] for key in sorted(both)), "all"]
    return CoderAgreement(
        one,
        other,
        (len(mine), len(theirs)),
        tuple(_kind(kind, [unit for key, unit in units.items() if kind in (key[0], "all")]) for kind in kinds),
        tuple(
            Disagreement(key[0], _told(mine[key]), _told(theirs[key]), _words(mine[key])) for key in both if units[key][0] != units[key][1]
        ),
    )


def standing(decisions: Iterable[Decision]) -> list[Decision]:
    """The decisions that were not taken back, without those that take others back."""
    undone: set[str] = set()
    kept = []
    for decision in reversed(list(decisions)):
        if decision.ident in undone:
            continue
        if tag_of(decision) == "undo":
            undone.add(getattr(decision.what, "decision"))  # noqa: B009
        else:
            kept.append(decision)
    return kept[::-1]


def _told(decision: Decision) -> Answered:
    return Answered(decision.ident, decision.by, tag_of(decision), decision.why)


def _words(decision: Decision) -> tuple[Words, ...]:
    from dragoman.record.decisions import anchors_of

    return tuple(Words(document=a.document, start=a.start, end=a.end, text=a.text) for a in anchors_of(decision.what))


def _kind(kind: str, units: list[tuple[str, str]]) -> KindAgreement:
    return KindAgreement(kind, len(units), sum(a == b for a, b in units), _number(share(units)), _number(alpha(units)))


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value


def tag_of(decision: Decision) -> str:
    """The kind of a decision."""
    return str(decision.what.__struct_config__.tag)


def question_of(decision: Decision) -> tuple[str, str] | None:
    """What a decision is an answer to, alike for both coders; None for what answers no question."""
    tag, what = tag_of(decision), msgspec.to_builtins(decision.what)
    if tag == "correct_value":
        return "value", _key([what["report"], what["field"]])
    if tag in ("right_fact", "wrong_fact"):
        return "weak", _key([what["report"]])
    if tag in ("keeps_promise", "keeps_not", "unsure_promise"):
        return "follow_up", _key([what["promise"], what["act"]])
    if tag in ASKED:
        return ASKED[tag], _key(sorted((what["a"], what["b"]), key=lambda side: _key([side])))
    return None


def _answer(decision: Decision) -> str:
    tag = tag_of(decision)
    return ANSWERS[tag] if tag in ANSWERS else _key([getattr(decision.what, "value", None)])


def _key(parts: list[object]) -> str:
    return msgspec.json.encode(parts, order="deterministic").decode()
