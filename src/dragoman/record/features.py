"""What two reports, two persons, a promise and a later act have in common: named features, each with its points and words."""

from __future__ import annotations

from typing import Literal

import msgspec

from dragoman.record.likeness_table import likeness_table

Verdict = Literal["same", "doubtful", "different"]


class Feature(msgspec.Struct, frozen=True):
    """One thing compared: its name, how it came out, its points, and the words of both sides."""

    name: str
    value: str
    score: float
    words: str = ""


class Likeness(msgspec.Struct, frozen=True):
    """How two things compare: `same` is certain, `doubtful` is for a human, and why."""

    verdict: Verdict
    score: float
    features: tuple[Feature, ...] = ()


def feature(name: str, value: str, words: str = "", times: int = 1) -> Feature:
    """A feature with the points that the table gives to its value, so many times."""
    return Feature(name, value, likeness_table().points[value] * times, words)


def parted(name: str, value: str, words: str = "") -> Likeness:
    """Different whatever else agrees, for this reason."""
    return Likeness("different", 0.0, (Feature(name, value, 0.0, words),))


def judged(features: list[Feature]) -> Likeness:
    """The verdict by the sum of the points."""
    table = likeness_table()
    score = round(sum(f.score for f in features), 3)
    verdict: Verdict = "same" if score >= table.same else "doubtful" if score >= table.doubtful else "different"
    return Likeness(verdict, score, tuple(features))
