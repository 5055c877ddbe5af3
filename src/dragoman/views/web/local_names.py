"""What actors and places are called in the reader's language, where the documents' language has another name for them.

Countries by CLDR's names, international organisations by the names that they give themselves (`languages/organisations.csv`), capitals by
`capitals.csv`. Who or what stands in none of these tables is called as the documents call it.
"""

from __future__ import annotations

import csv
import unicodedata
from functools import cache
from importlib.resources import files

from dragoman.annotations.table import rows
from dragoman.views.web.capitals import capitals
from dragoman.views.web.languages import LANGUAGES, Language, language


def actor_name(t: Language, ident: str, name: str | None = None) -> str:
    """What an actor is called, by ident (`DZA`, `org:UN`, `per:lamamra@DZA`) and the name that the record has for it."""
    if len(ident) == 3:
        country = t.country(ident)
        return country if country != ident else name or ident
    return _organisations(t.code).get(ident) or name or ident


def place_name(t: Language, name: str, country: str | None) -> str:
    """What a place of a country is called, by its name in the record: GeoNames' main name of a town, or a name of the country."""
    if not country:
        return name
    if _is_country(_plain(name), country):
        return t.country(country)
    return _capitals(t.code).get((country, name), name)


def _is_country(plain: str, country: str) -> bool:
    return plain == country.casefold() or plain in _country_names().get(country, ())


def _plain(name: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", name.casefold()) if c.isalnum())


@cache
def _country_names() -> dict[str, frozenset[str]]:
    read = {row["alpha3"]: row["name"] for row in rows("states")}
    codes = {code for known in LANGUAGES for code in language(known).countries()} | set(read)
    return {
        code: frozenset(_plain(name) for name in (*(language(known).country(code) for known in LANGUAGES), read.get(code, code)))
        for code in codes
    }


@cache
def _capitals(code: str) -> dict[tuple[str, str], str]:
    return {(one.country, one.geonames): one.name for one in capitals()} if code == "fr" else {}


@cache
def _organisations(code: str) -> dict[str, str]:
    if code != "en":
        return {}
    with (files("dragoman.views.web") / "languages" / "organisations.csv").open(encoding="utf-8") as table:
        return {row["ident"]: row["en"] for row in csv.DictReader(table)}
