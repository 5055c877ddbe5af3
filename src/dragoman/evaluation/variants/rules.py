"""The tables that variants are made by: `lexicon/fr/variants.yaml` and `lexicon/fr/variant_people.yaml`."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import Literal, TypeVar

import msgspec
import yaml

from dragoman.errors import DataError

T = TypeVar("T")


class Synonyms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Phrases that take one another's place.

    `needs` is the type, or type/form, of an act that the gold must have; `before` is what must follow in the text.
    """

    phrases: tuple[str, ...]
    needs: str | None = None
    before: tuple[str, ...] = ()


class Portfolios(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Ministries that take one another's place; `known` are replaced too, and replace none."""

    phrases: tuple[str, ...]
    known: tuple[str, ...] = ()


class Rules(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a French text may be said otherwise."""

    silent_h: tuple[str, ...]
    elisions: dict[str, str]
    contractions: dict[str, dict[str, str]]
    bare_places: tuple[str, ...]
    determiners: dict[str, Literal["m", "f"]]
    adverbs: tuple[str, ...]
    months: tuple[str, ...]
    months_short: dict[int, tuple[str, ...]]
    weekdays: tuple[str, ...]
    synonyms: tuple[Synonyms, ...]
    portfolios: tuple[Portfolios, ...]
    adjuncts: tuple[str, ...]
    lowered: tuple[str, ...]
    turned: tuple[str, ...]
    singular: dict[str, str]
    plural: tuple[str, ...]
    auxiliaries: dict[Literal["active", "passive"], tuple[str, str]]
    by: str
    hindrances: tuple[str, ...]


class Home(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A state that a text may be moved to: its tradition of names, towns that French and GeoNames spell alike, its usual adjective."""

    names: str
    towns: tuple[str, ...] = ()
    adjective: str | None = None


class Tradition(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Given names and surnames of one tradition."""

    men: tuple[str, ...]
    women: tuple[str, ...]
    surnames: tuple[str, ...]


class People(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The states, by form of government, and the traditions of names."""

    states: dict[str, dict[str, Home]]
    names: dict[str, Tradition]

    def home(self, alpha3: str) -> Home | None:
        """What is known of a state, None where nothing is."""
        return next((homes[alpha3] for homes in self.states.values() if alpha3 in homes), None)

    def form(self, alpha3: str) -> str | None:
        """A state's form of government, None where it is not told."""
        return next((form for form, homes in self.states.items() if alpha3 in homes), None)


def _load(name: str, kind: type[T]) -> T:
    path = resources.files("dragoman") / "lexicon" / "fr" / f"{name}.yaml"
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), kind)
    except (msgspec.ValidationError, yaml.YAMLError) as error:
        raise DataError(f"lexicon/fr/{name}.yaml: {error}") from error


@cache
def rules() -> Rules:
    """The rules of French; raises `DataError` where the file is wrong."""
    return _load("variants", Rules)


@cache
def people() -> People:
    """States and names; raises `DataError` where the file is wrong."""
    return _load("variant_people", People)
