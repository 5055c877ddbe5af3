"""The lexicon of reporting clauses, loaded once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from dragoman.text.conjugation import Forms, regular_forms
from dragoman.text.lexicons import load_yaml


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
    reflexives: frozenset[str]
    inverted: re.Pattern[str]
    comparisons: tuple[str, ...]
    comparison_pronouns: frozenset[str]
    comparison_objects: frozenset[str]
    light_links: frozenset[str]
    object_openings: frozenset[str]
    demonstratives: frozenset[str]
    time_openings: frozenset[str]
    time_numbers: frozenset[str]
    date_openings: frozenset[str]
    last: frozenset[str]
    not_verbs: frozenset[str]
    not_gerunds: frozenset[str]
    links: frozenset[str]
    clause_openings: frozenset[str]
    subject_openings: frozenset[str]
    opinions: tuple[str, ...]
    late_source: re.Pattern[str]
    name: re.Pattern[str]
    label: re.Pattern[str]
    unclosed: re.Pattern[str]
    openings: frozenset[str]
    """The first words that a reporting clause may have, inverted pronouns apart."""


@cache
def reporting_lexicon() -> ReportingLexicon:
    """The lexicon of reporting clauses."""
    data = load_yaml("reporting.yaml")
    irregular = {lemma: Forms(tuple(forms["finite"]), forms["participle"]) for lemma, forms in data["irregular"].items()}
    plain = _forms([*data["verbs"], *data["irregular_verbs"]], irregular)
    with_object = _forms([*data["object_verbs"], *data["irregular_object_verbs"]], irregular)
    reflexive = _forms(data["reflexive_verbs"], irregular)
    fields: dict[str, Any] = {name: frozenset(data[name]) for name in _SETS}
    fields.update({name: tuple(data[name]) for name in _TUPLES})
    fields.update(_patterns(data))
    phrases = [*data["sources"], *data["comparisons"], *data["opinions"]]
    openings = {re.split(r"(?<=')| ", phrase)[0] for phrase in phrases}.union(
        *(data[name] for name in ("auxiliaries", "be", "clitics", "reflexives")),
        plain[0],
        with_object[0],
        *(turn["verb"] for turn in data["light"]),
    )
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
        extension_phrases={word: tuple(then) for word, then in data["extension_phrases"].items()},
        openings=frozenset(openings),
        **fields,
    )


_TUPLES = ("profession_endings", "not_reporting", "extension_exceptions", "dialogue", "comparisons", "opinions")
# fmt: off
_SETS = (
    "auxiliaries", "be", "clitics", "not_sources", "speakers", "determiners", "possessives", "titles", "adverbs",
    "adjunct_prepositions", "extensions", "connectives", "relatives", "document_participles", "reflexives", "comparison_pronouns",
    "comparison_objects", "light_links", "object_openings", "demonstratives", "time_openings", "time_numbers", "date_openings",
    "last", "not_verbs", "not_gerunds", "links", "clause_openings", "subject_openings",
)
# fmt: on


def _patterns(data: dict[str, Any]) -> dict[str, re.Pattern[str]]:
    """The patterns that the lexicon's words make."""
    pronouns = "|".join(data["inverted_pronouns"])
    auxiliaries = "|".join(data["auxiliaries"])
    titles = "|".join(re.escape(title) for title in data["name_titles"])
    particles = "|".join(data["name_particles"])
    labels = "|".join(data["dialogue"])
    word = r"[A-ZÀ-Þ][\w'.-]{0,30}"
    return {
        "inverted": re.compile(rf"^(.+?)(?:-t)?-(?:{pronouns})$"),
        "late_source": re.compile(rf"(?<=[^\s,;:]) ({'|'.join(data['late_sources'])}) (?=\S)"),
        "name": re.compile(rf"(?:(?:{titles})\.? )?{word}(?: (?:{word}|{particles})){{0,8}}"),
        "label": re.compile(
            rf"(?:(?P<letter>{labels})(?:\s?\d{{1,2}})?(?:\s?\([^()\n]{{1,40}}\))?|(?:{titles})\.? {word}(?: {word}){{0,3}})"
            r"\s?(?P<mark>:|[-–—.](?=\s))\s"
        ),
        "unclosed": re.compile(
            rf",? (?:s')?(?:\w{{1,12}}(?:-t)?-(?:{pronouns})\b"
            rf"|(?:{auxiliaries}) \w{{2,12}}[éiut][ ,]|(?:{'|'.join(data['late_sources'])}) )"
        ),
    }


def _forms(lemmas: Iterable[str], irregular: Mapping[str, Forms]) -> tuple[frozenset[str], frozenset[str]]:
    """The finite forms and the participles of all the verbs."""
    forms = [irregular.get(lemma) or regular_forms(lemma) for lemma in lemmas]
    return frozenset(form for verb in forms for form in verb.finite), frozenset(verb.participle for verb in forms)
