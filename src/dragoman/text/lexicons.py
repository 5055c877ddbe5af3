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
    for group, entries in data.items():
        if isinstance(entries, list) and not all(isinstance(entry, str | dict) for entry in entries):
            raise DataError(f"the lexicon {language}/{name} has an entry in {group!r} that is no word: write it in quotes (`on`, `no`)")
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
    unmarked: re.Pattern[str]
    unmarked_titles: frozenset[str]
    honorifics: frozenset[str]


@cache
def sentence_lexicon() -> SentenceLexicon:
    """The lexicon of sentence ends."""
    data = load_yaml("sentences.yaml")
    words = "|".join(sorted((word for word in data["unmarked"] if not word.endswith("'")), key=len, reverse=True))
    elided = "|".join(word for word in data["unmarked"] if word.endswith("'"))
    return SentenceLexicon(
        abbreviations=frozenset(data["abbreviations"]),
        starters=frozenset(data["starters"]),
        finite=frozenset(data["finite"]),
        finite_endings=tuple(data["finite_endings"]),
        unmarked=re.compile(rf" (?=({words}) [^\W\d_A-ZÀ-Þ]|({elided})[^\W\d_A-ZÀ-Þ])"),
        unmarked_titles=frozenset(data["unmarked_titles"]),
        honorifics=frozenset(data["honorifics"]),
    )
