"""The patterns of relations: `lexicon/fr/relations.yaml`, whose head says what they are made of."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.errors import DataError

Words = tuple[str, ...]

_SLOT = re.compile(r"\{(\w+):(\w+)(\+?)\}")
_MACRO = re.compile(r"\{([A-Z]+)\}")
MOST_JOINED = 20
"""How many names, beyond the first, a list in a slot holds at most; a bound keeps the expressions linear."""
_JOINED = r"(?: ?(?:,|et|, et|ainsi que|, ainsi que|ou) (?:de |du |des |d')?{one})"


class Example(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence with its names marked, and the relations that must come out of it."""

    text: str
    tells: str


class PatternRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One pattern and what its slots mean."""

    relation: str
    pattern: str
    subject: str
    object: str
    state: bool = False
    check: str | None = None
    examples: tuple[Example, ...] = ()


class OfficeRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A title whose holder stands in a relation to the organisation that the office is of."""

    relation: str
    title: str
    examples: tuple[Example, ...] = ()


class RelationFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The file as it is written."""

    macros: dict[str, str]
    barred: Words
    since: Words
    organisations: Words
    gathering: str
    nouns: dict[str, dict[str, str]]
    offices: tuple[OfficeRow, ...]
    patterns: tuple[PatternRow, ...]


class Rule(msgspec.Struct, frozen=True):
    """A row with its compiled expression; a slot's name is the group's, `<name>_said` one where words stand for an organisation."""

    row: PatternRow
    expression: re.Pattern[str]


class Rules(msgspec.Struct, frozen=True):
    """Everything that the file holds, ready for use."""

    file: RelationFile
    patterns: tuple[Rule, ...]
    offices: tuple[tuple[OfficeRow, re.Pattern[str]], ...]
    barred: re.Pattern[str]
    nouns: dict[str, re.Pattern[str]]


@cache
def relation_rules(language: str = "fr") -> Rules:
    """The rules of a language; raises `DataError` where a pattern names an unknown macro or table."""
    data = files("dragoman").joinpath(f"lexicon/{language}/relations.yaml").read_bytes()
    file = msgspec.yaml.decode(data, type=RelationFile)
    return Rules(
        file=file,
        patterns=tuple(Rule(row, re.compile(_expression(row.pattern, file))) for row in file.patterns),
        offices=tuple((row, re.compile(row.title)) for row in file.offices),
        barred=re.compile(rf"(?<!\w)(?:{_any_of(file.barred)})(?!\w)"),
        nouns={name: re.compile(rf"(?<!\w)(?:{_any_of(table)})(?!\w)") for name, table in file.nouns.items()},
    )


def _expression(pattern: str, file: RelationFile) -> str:
    def macro(match: re.Match[str]) -> str:
        if match[1] not in file.macros:
            raise DataError(f"lexicon/fr/relations.yaml: {pattern}: there is no macro {match[1]!r}: add it to macros")
        return file.macros[match[1]]

    opened = _MACRO.sub(macro, pattern)
    start = "" if pattern.startswith("{") else r"(?<![\w-])"
    return start + _SLOT.sub(lambda m: _slot(m[1], m[2], bool(m[3]), file), opened) + r"(?!\w)"


def _slot(name: str, kinds: str, several: bool, file: RelationFile) -> str:
    if kinds in file.nouns:
        one = rf"(?:{_any_of(file.nouns[kinds])})"
        return rf"(?P<{name}>{one}{_list(one) if several else ''})"
    if "o" in kinds:
        said = rf"(?:l'|la |le |cette |cet |ce )?(?:{_any_of(file.organisations)})"
        return rf"(?:(?P<{name}><[{kinds}]\d+>)(?: ?\(<o\d+>\))?|(?P<{name}_said>{said})(?!\w))"
    one = rf"<[{kinds}]\d+>"
    return rf"(?P<{name}>{one}{_list(one) if several else ''})"


def _list(one: str) -> str:
    """The expression for what may go on from one name or word to more of them."""
    return _JOINED.format(one=one) + f"{{0,{MOST_JOINED}}}"


def _any_of(words: Words | dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
