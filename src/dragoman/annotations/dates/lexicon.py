"""The words and rules of a language's date grammar, loaded from its lexicon and compiled.

A text becomes a string with one letter a token, the letter of the token's class; a rule becomes a regular expression over such letters.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from typing import Any

import yaml

from dragoman.errors import DataError

UNKNOWN = "\u0100"
"""The letter of a word that the lexicon does not know."""
BUILT_IN = ("number", "year", "figure", "paragraph")
"""Classes of tokens that are no words: numbers of one or two digits up to 31, years, other numbers, and a blank line."""
_FIRST_LETTER = 0x101
_PIECE = re.compile(r"'([^']+)'|([a-z_]+)|\s+")
_MARK = re.compile(r"(?<!\(\?)<|>")
_ARTICLES = "articles"
"""The macro for the articles that may follow a modifier."""
_MAX_DEPTH = 5


@dataclass(frozen=True, slots=True)
class Word:
    """What the lexicon knows of a form: its class's letter, the value for a builder, and the count where the form is a number word too."""

    letter: str
    name: str
    value: int | str | None
    count: int | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern over classes and the builder that makes a date of what it matches."""

    id: str
    pattern: re.Pattern[str]
    build: str
    arguments: Mapping[str, Any]
    after_modifier: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """A language's date grammar, ready to run."""

    words: Mapping[str, Word]
    letters: Mapping[str, str]
    anchors: re.Pattern[str]
    rules: Mapping[str, tuple[Rule, ...]]
    """By the letter of a rule's first token."""
    modifiers: tuple[Rule, ...]


def folded(word: str) -> str:
    """The word in lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("œ", "oe")


def source(language: str) -> dict[str, Any]:
    """The lexicon as written: its words, macros, rules and modifiers with their examples."""
    path = resources.files("dragoman") / "lexicon" / language / "dates.yaml"
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(loaded, dict):
        raise DataError(f"{path}: a mapping with `words`, `macros`, `rules` and `modifiers` is expected")
    return loaded


@functools.cache
def lexicon(language: str) -> Lexicon:
    """The date grammar of a language (BCP 47), compiled once.

    Raises `DataError` where a pattern names a class that no word has.
    """
    data = source(language)
    letters: dict[str, str] = {}
    for name in BUILT_IN:
        _letter(letters, name)
    words: dict[str, Word] = {}
    known = set(BUILT_IN)
    silent = {UNKNOWN, letters["paragraph"]}
    for row in data["words"]:
        known.add(row["class"])
        add_word(words, row, _letter(letters, row["class"]))
        if row.get("function"):
            silent.add(letters[row["class"]])
    compiler = _Compiler(data["macros"], letters, words, known)
    rules = [compiler.rule(row) for row in data["rules"]]
    modifiers = tuple(compiler.rule(row, modifier=True) for row in data["modifiers"])
    return Lexicon(
        words=words,
        letters=letters,
        anchors=re.compile("[" + "".join(sorted(set(letters.values()) - silent)) + "]"),
        rules=_by_first_letter(rules, letters.values()),
        modifiers=modifiers,
    )


def _letter(letters: dict[str, str], name: str) -> str:
    return letters.setdefault(name, chr(_FIRST_LETTER + len(letters)))


def add_word(words: dict[str, Word], row: dict[str, Any], letter: str) -> None:
    """Adds the forms of a row, with and without their accents.

    Raises `DataError` where a form has a class already.
    """
    word = Word(letter, row["class"], row.get("value"), row.get("count"))
    for form in row["forms"]:
        spellings = {form} if row.get("exact") else {form, folded(form)}
        for spelling in spellings:
            if words.setdefault(spelling, word) is not word:
                raise DataError(f"dates: the form {spelling!r} is in two classes, {words[spelling].name} and {word.name}")


class _Compiler:
    """Turns a pattern of class names into a regular expression over letters."""

    def __init__(self, macros: Mapping[str, str], letters: dict[str, str], words: dict[str, Word], known: set[str]) -> None:
        self.macros = macros
        self.letters = letters
        self.words = words
        self.known = known

    def rule(self, row: dict[str, Any], *, modifier: bool = False) -> Rule:
        """The compiled rule of a row; a modifier's has a group `articles` for the articles behind it."""
        try:
            expression = self._expression(row["pattern"], row["id"], 0)
            expression = _MARK.sub(lambda mark: "(?P<said>" if mark[0] == "<" else ")", expression)
            articles = f"(?P<articles>{self._expression(_ARTICLES, row['id'], 0)})" if modifier else ""
            pattern = re.compile(f"(?:{expression}){articles}")
        except re.error as error:
            raise DataError(f"dates: the pattern of {row['id']} is no regular expression: {error}") from error
        return Rule(row["id"], pattern, row["build"], row.get("with", {}), row.get("after_modifier", False))

    def _expression(self, pattern: str, rule: str, depth: int) -> str:
        def piece(found: re.Match[str]) -> str:
            literal, name = found.groups()
            if literal is not None:
                return self._literal(literal, rule)
            return "" if name is None else self._named(name, rule, depth)

        return _PIECE.sub(piece, pattern)

    def _named(self, name: str, rule: str, depth: int) -> str:
        if name == "word":
            return UNKNOWN
        if name in self.macros and depth < _MAX_DEPTH:
            return "(?:" + self._expression(self.macros[name], rule, depth + 1) + ")"
        if name not in self.known:
            raise DataError(f"dates: the rule {rule} names a class that no word has: {name}")
        return self.letters[name]

    def _literal(self, form: str, rule: str) -> str:
        word = self.words.get(form)
        if word is None:
            plain = folded(form) in self.words
            add_word(self.words, {"class": f"'{form}'", "forms": [form], "exact": plain}, _letter(self.letters, f"'{form}'"))
        elif not word.name.startswith("'"):
            raise DataError(f"dates: the rule {rule} quotes {form!r}, which has the class {word.name}")
        return self.words[form].letter


def _by_first_letter(rules: list[Rule], letters: Any) -> dict[str, tuple[Rule, ...]]:
    """The rules by the letters that they may begin with."""
    index: dict[str, list[Rule]] = {letter: [] for letter in letters}
    for rule in rules:
        for letter in _first_letters(rule.pattern.pattern):
            index[letter].append(rule)
    return {letter: tuple(found) for letter, found in index.items() if found}


def _first_letters(expression: str) -> list[str]:
    """The letters that occur in an expression: any of them may be the first; the match itself decides."""
    return sorted({character for character in expression if ord(character) >= _FIRST_LETTER})
