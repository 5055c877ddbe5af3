"""tables/follow_up.yaml: when a later act keeps, calls off or renews a promise."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec

from dragoman.record.features import Feature


class FollowDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far days may lie apart, each in days."""

    slack: int
    month_slack: int
    precise: int
    month: int
    late: int
    undated: int
    open: int
    renewed_before: int
    renewed_after: int


class FollowTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Points, days and the types that behave alike."""

    same: float
    doubtful: float
    days: FollowDays
    points: dict[str, float]
    nameless: frozenset[str]
    vague: frozenset[str]
    recurring: frozenset[str]


@cache
def follow_table() -> FollowTable:
    """The table, read once."""
    return msgspec.yaml.decode(files("dragoman").joinpath("tables/follow_up.yaml").read_bytes(), type=FollowTable)


def counted(name: str, value: str, words: str = "") -> Feature:
    """A feature with the points that the table gives to its value."""
    return Feature(name, value, follow_table().points[value], words)
