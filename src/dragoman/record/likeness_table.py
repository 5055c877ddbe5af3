"""tables/likeness.yaml and the words that reports are compared by."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.record.folding import folded_words

STEM = 6
"""So many letters of a word are compared."""

_SHORTEST = 3


class DayTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How far days may lie apart, each in days."""

    slack: int
    apart: int
    precise: int
    month: int
    assumed: int
    told_together: int
    told_apart: int


class LikenessTable(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What agrees and what parts two reports, in points; lists of types and forms that behave alike."""

    same: float
    doubtful: float
    days: DayTable
    points: dict[str, float]
    rare: frozenset[str]
    rare_forms: frozenset[str]
    personal: frozenset[str]
    verbal: frozenset[str]
    directed: frozenset[str]
    of_state: frozenset[str]
    placeless: frozenset[str]
    forms: dict[str, tuple[frozenset[str], ...]]
    offices: tuple[frozenset[str], ...]


class RecordWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words of a language by which sentences are compared, folded."""

    kinds_of_text: tuple[frozenset[str], ...]
    parting: frozenset[str]
    ordinary: tuple[str, ...]


@cache
def likeness_table() -> LikenessTable:
    """The table, read once."""
    return msgspec.yaml.decode(files("dragoman").joinpath("tables/likeness.yaml").read_bytes(), type=LikenessTable)


@cache
def state_stems(language: str = "fr") -> tuple[str, ...]:
    """The first letters of the words for states, their people and their capitals: they tell who acts, not in what matter."""
    root = files("dragoman").joinpath(f"lexicon/{language}")
    rows = [
        row for name in ("states", "nationalities") for row in csv.DictReader(root.joinpath(f"{name}.csv").read_text("utf-8").splitlines())
    ]
    told = (row.get(column) or "" for row in rows for column in ("name", "variants", "capitals", "masculine", "feminine", "prefixes"))
    return tuple(sorted({word[:STEM] for cell in told for word in folded_words(cell) if len(word) >= _SHORTEST}))


@cache
def record_words(language: str = "fr") -> RecordWords:
    """The words of a language, read once."""
    data = files("dragoman").joinpath(f"lexicon/{language}/record_words.yaml").read_bytes()
    return msgspec.yaml.decode(data, type=RecordWords)
