"""The stage's lexicons, loaded once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.errors import DataError


def load_yaml(name: str, language: str = "fr") -> dict[str, Any]:
    """A lexicon as it is written; raises `DataError` where it is no mapping."""
    resource = files("dragoman") / "lexicon" / language / name
    try:
        data = yaml.safe_load(resource.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise DataError(f"the lexicon {language}/{name} cannot be read: {error}") from error
    if not isinstance(data, dict):
        raise DataError(f"the lexicon {language}/{name} must be a mapping")
    return data


@dataclass(frozen=True, slots=True)
class RepairLexicon:
    """What the repair of words must know; the patterns match at a word's edges."""

    function_words: frozenset[str]
    behind_auxiliary: re.Pattern[str]
    behind_masculine: re.Pattern[str]
    glued: tuple[str, ...]
    elided: re.Pattern[str]
    inverted_pronouns: frozenset[str]
    inverting: frozenset[str]
    first_ordinals: tuple[str, ...]
    ordinals: tuple[str, ...]


@cache
def repair_lexicon() -> RepairLexicon:
    """The lexicon of repairs."""
    data = load_yaml("repair.yaml")
    auxiliaries, adverbs = "|".join(data["auxiliaries"]), "|".join(data["adverbs"])
    return RepairLexicon(
        function_words=frozenset(data["function_words"]),
        behind_auxiliary=re.compile(rf"\b(?:{auxiliaries})(?: [a-z]{{3,12}}ment| (?:{adverbs}))? $"),
        behind_masculine=re.compile(rf"\b(?:{'|'.join(data['masculine_determiners'])}) $", re.IGNORECASE),
        glued=tuple(data["glued"]),
        elided=re.compile(rf"\b(?:{'|'.join(data['elisions'])})$", re.IGNORECASE),
        inverted_pronouns=frozenset(data["inverted_pronouns"]),
        inverting=frozenset(data["inverting"]),
        first_ordinals=tuple(data["first_ordinals"]),
        ordinals=tuple(data["ordinals"]),
    )


@dataclass(frozen=True, slots=True)
class SentenceLexicon:
    """How sentences end and clauses are known."""

    abbreviations: frozenset[str]
    starters: frozenset[str]
    finite: frozenset[str]
    finite_endings: tuple[str, ...]


@cache
def sentence_lexicon() -> SentenceLexicon:
    """The lexicon of sentence ends."""
    data = load_yaml("sentences.yaml")
    return SentenceLexicon(
        frozenset(data["abbreviations"]), frozenset(data["starters"]), frozenset(data["finite"]), tuple(data["finite_endings"])
    )
