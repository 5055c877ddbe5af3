"""tables/persons.yaml: when two ways of naming somebody mean one person."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec


class PersonDays(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far days may lie apart, each in days, but `clear_times`."""

    beside: int
    nearest: int
    alone: int
    clear: int
    clear_times: int


class PersonTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Points, offices with one holder, offices that go together."""

    days: PersonDays
    points: dict[str, float]
    same: float
    doubtful: float
    one_holder: frozenset[str]
    together: tuple[frozenset[str], ...]


@cache
def person_table() -> PersonTable:
    """The table, read once."""
    return msgspec.yaml.decode(files("dragoman").joinpath("tables/persons.yaml").read_bytes(), type=PersonTable)


def go_together(one: str, other: str) -> bool:
    """Whether one person may hold both offices at a time."""
    return one == other or any({one, other} <= row for row in person_table().together)
