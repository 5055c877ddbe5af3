"""The stage's lexicons, loaded once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dragoman.errors import DataError
from dragoman.text.conjugation import Forms, regular_forms


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


@dataclass(frozen=True, slots=True)
class ReportingLexicon:
    """What reporting clauses are made of; words in lower case."""

    finite: frozenset[str]
    participles: frozenset[str]
    object_finite: frozenset[str]
    object_participles: frozenset[str]
    reflexive_finite: frozenset[str]
    reflexive_participles: frozenset[str]
    light: Mapping[str, tuple[str, ...]]
    light_participles: Mapping[str, tuple[str, ...]]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    clitics: frozenset[str]
    sources: tuple[str, ...]
    not_sources: frozenset[str]
    speakers: frozenset[str]
    determiners: frozenset[str]
    possessives: frozenset[str]
    titles: frozenset[str]
    adverbs: frozenset[str]
    adjunct_prepositions: frozenset[str]
    extensions: frozenset[str]
    relatives: frozenset[str]
    document_participles: frozenset[str]
    profession_endings: tuple[str, ...]
    not_reporting: tuple[str, ...]
    extension_exceptions: tuple[str, ...]
    extension_phrases: Mapping[str, tuple[str, ...]]
    connectives: frozenset[str]
    dialogue: tuple[str, ...]


@cache
def reporting_lexicon() -> ReportingLexicon:
    """The lexicon of reporting clauses."""
    data = load_yaml("reporting.yaml")
    irregular = {lemma: Forms(tuple(forms["finite"]), forms["participle"]) for lemma, forms in data["irregular"].items()}
    plain = _forms([*data["verbs"], *data["irregular_verbs"]], irregular)
    with_object = _forms([*data["object_verbs"], *data["irregular_object_verbs"]], irregular)
    reflexive = _forms(data["reflexive_verbs"], irregular)
    return ReportingLexicon(
        finite=plain[0],
        participles=plain[1],
        object_finite=with_object[0],
        object_participles=with_object[1],
        reflexive_finite=reflexive[0],
        reflexive_participles=reflexive[1],
        light={verb: tuple(turn["then"]) for turn in data["light"] for verb in turn["verb"] if turn["then"]},
        light_participles={turn["participle"]: tuple(turn["then"]) for turn in data["light"] if turn["then"]},
        sources=tuple(sorted(data["sources"], key=len, reverse=True)),
        profession_endings=tuple(data["profession_endings"]),
        not_reporting=tuple(data["not_reporting"]),
        extension_exceptions=tuple(data["extension_exceptions"]),
        extension_phrases={word: tuple(then) for word, then in data["extension_phrases"].items()},
        dialogue=tuple(data["dialogue"]),
        **{
            name: frozenset(data[name])
            for name in (
                *("auxiliaries", "be", "clitics", "not_sources", "speakers", "determiners", "possessives", "titles", "adverbs"),
                *("adjunct_prepositions", "extensions", "connectives", "relatives", "document_participles"),
            )
        },
    )


def _forms(lemmas: Iterable[str], irregular: Mapping[str, Forms]) -> tuple[frozenset[str], frozenset[str]]:
    """The finite forms and the participles of all the verbs."""
    forms = [irregular.get(lemma) or regular_forms(lemma) for lemma in lemmas]
    return frozenset(form for verb in forms for form in verb.finite), frozenset(verb.participle for verb in forms)
