"""The room's languages: strings from `languages/<code>/*.yaml`, days and numbers as people write them, countries by their names.

A string's key is its file and the keys in it, with dots: `nav.home` is `home` in `nav.yaml`. `{name}` in a string is filled in.
"""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import yaml

from dragoman.errors import DataError

if TYPE_CHECKING:
    from starlette.requests import HTTPConnection

LANGUAGES = ("fr", "en")
COOKIE = "dragoman_language"
_FOLDER = files("dragoman.views.web") / "languages"


class Language:
    """One language: called with a key it says the string."""

    def __init__(self, code: str) -> None:
        self.code = code
        self.strings = _strings(code)

    def __call__(self, key: str, **values: object) -> str:
        """The string of a key, `{name}` filled in. Raises DataError where there is none."""
        text = self.strings.get(key)
        if text is None:
            raise DataError(f"languages/{self.code} has no string {key!r}: add it to {key.split('.')[0]}.yaml")
        return text.format(**values) if values else text

    def word(self, kind: str, value: str) -> str:
        """What a word of a vocabulary (`act`, `form`, `topic`...) is called; one that is not in it, as it is."""
        return self.strings.get(f"vocabulary.{kind}.{value}", value)

    def has(self, key: str) -> bool:
        """Whether there is a string of that key."""
        return key in self.strings

    def many(self, key: str, n: int, **values: object) -> str:
        """The string for so many: `<key>.one` or `<key>.other`, with `{n}` as people write it."""
        one = abs(n) < 2 if self.code == "fr" else abs(n) == 1
        return self(f"{key}.{'one' if one else 'other'}", n=self.number(n), **values)

    def number(self, n: int) -> str:
        """A number with its thousands apart: `12 345` in French (narrow no-break space), `12,345` in English."""
        return f"{n:,}".replace(",", "\u202f" if self.code == "fr" else ",")

    def country(self, code: str) -> str:
        """What a country is called; a code that is not known, as it is."""
        return _countries(self.code).get(code, code)

    def countries(self) -> dict[str, str]:
        """All countries by their alpha-3 codes."""
        return _countries(self.code)


@cache
def language(code: str) -> Language:
    """The language of a code of `LANGUAGES`."""
    return Language(code)


def language_of(connection: HTTPConnection) -> Language:
    """The language of a request: as the address says (`?lang=`), else the cookie, else what the browser accepts, else English."""
    for asked in (connection.query_params.get("lang"), connection.cookies.get(COOKIE)):
        if asked in LANGUAGES:
            return language(asked)
    return language(accepted(connection.headers.get("accept-language", "")))


def accepted(header: str) -> str:
    """The language of `LANGUAGES` that an Accept-Language header likes best."""
    liked: list[tuple[float, int, str]] = []
    for place, part in enumerate(header[:1000].split(",")):
        name, _, parameters = part.strip().partition(";")
        code = name.split("-")[0].strip().lower()
        if code in LANGUAGES:
            liked.append((-_quality(parameters), place, code))
    return min(liked)[2] if liked else "en"


def _quality(parameters: str) -> float:
    _, _, value = parameters.strip().partition("q=")
    try:
        return float(value) if value else 1.0
    except ValueError:
        return 0.0


@cache
def _strings(code: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted((_FOLDER / code).iterdir(), key=lambda p: p.name):
        if path.name.endswith(".yaml"):
            _flatten(path.name.removesuffix(".yaml"), yaml.safe_load(path.read_text(encoding="utf-8")) or {}, found)
    return found


def _flatten(prefix: str, node: dict[Any, Any], into: dict[str, str]) -> None:
    for key, value in node.items():
        if isinstance(value, dict):
            _flatten(f"{prefix}.{key}", value, into)
        else:
            into[f"{prefix}.{key}"] = str(value)


@cache
def _countries(code: str) -> dict[str, str]:
    with (_FOLDER / "countries.csv").open(encoding="utf-8") as table:
        return {row["code"]: row[code] for row in csv.DictReader(table)}
