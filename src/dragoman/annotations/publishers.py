"""Whose voice a publisher is: `lexicon/fr/publishers.csv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dragoman.annotations.folding import fold
from dragoman.annotations.gazetteer import capital_states, find_names
from dragoman.annotations.lexicon import organisations
from dragoman.annotations.places import find_places
from dragoman.annotations.table import rows

_AGENCY = re.compile(r"\(\s*([A-Za-zÀ-ÿ+-]{2,30})\s*\)|[-–—.]\s*([A-Z]{3,6})\s*$|^\s*([A-Z]{3,6})\s*[-–—]", re.MULTILINE)
_DOMAIN = re.compile(r"\w\.([a-z]{2})(?:/|$)")
_HEADER = 400
_DATELINE = 60


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher known by name: its country (alpha-3, or an organisation's id), and, where it is itself an institution, which one."""

    name: str
    kind: str
    country: str | None
    author: str | None


@cache
def _domains() -> dict[str, str]:
    return {r["domain"]: r["country"] for r in rows("domains")}


@cache
def _publishers() -> dict[str, Publisher]:
    known: dict[str, Publisher] = {}
    for r in rows("publishers"):
        publisher = Publisher(r["name"], r["kind"], r["country"] or None, r["author"] or None)
        for name in (r["name"], *r["aliases"].split("|")):
            if name:
                known.setdefault(fold(name), publisher)
    return known


@cache
def find_publisher(name: str | None) -> Publisher | None:
    """The publisher of this name; one that the table lacks but whose name tells a state (`Ambassade d'Angola`) has that state."""
    if not name:
        return None
    folded = fold(name).strip()
    if (domain := _DOMAIN.search(folded)) is not None and domain[1] in _domains():
        return _publishers().get(folded) or Publisher(name, "site", _domains()[domain[1]], None)
    known = _publishers().get(folded) or _publishers().get(folded.removeprefix("www.")) or _within(folded) or _by_acronym(name)
    return known or _by_state(name)


def _by_acronym(name: str) -> Publisher | None:
    """An agency's acronym among the words of a longer name: `MAP Express`."""
    for word in re.findall(r"[A-ZÀ-Þ]{3,}", name):
        publisher = _publishers().get(fold(word))
        if publisher is not None and publisher.kind == "agency":
            return publisher
    return None


def _within(folded: str) -> Publisher | None:
    """A publisher named inside a longer name: `APS (Algérie Presse Service)`."""
    for part in re.split(r"[()|/,]| - ", folded):
        if part.strip() in _publishers() and len(part.strip()) > 2:
            return _publishers()[part.strip()]
    return None


def _by_state(name: str) -> Publisher | None:
    for match in find_names(name):
        if match.kind in ("country", "nationality", "people") and not match.ambiguous:
            return Publisher(name, _kind(name), match.ids[0], _author(name))
        organisation = organisations().get(match.ids[0])
        if organisation is not None and organisation.kind in ("igo", "court"):
            return Publisher(name, "institution", match.ids[0], None)
    for place in find_places(name):
        return Publisher(name, "newspaper", place.country, None)
    capital = next((capital_states()[word] for word in re.findall(r"[^\W\d_]+", fold(name)) if word in capital_states()), None)
    return Publisher(name, "newspaper", capital, None) if capital is not None else None


def _kind(name: str) -> str:
    folded = fold(name)
    return next(
        (kind for kind, word in (("embassy", "ambassade"), ("ministry", "ministere"), ("presidency", "presidence")) if word in folded),
        "newspaper",
    )


def _author(name: str) -> str | None:
    return {"embassy": "embassy", "ministry": "foreign_ministry", "presidency": "presidency"}.get(_kind(name))


def find_agency(text: str) -> Publisher | None:
    """The agency that the text's first lines or its end sign with: `ALGER (APS) -`, `- VNA`."""
    for piece in (text[:_HEADER], text[-120:]):
        for match in _AGENCY.finditer(piece):
            name = next(group for group in match.groups() if group)
            publisher = _publishers().get(fold(name))
            if publisher is not None and publisher.kind == "agency" and publisher.country:
                return _namesake(name, piece[max(0, match.start() - _DATELINE) : match.start()]) or publisher
    return None


def publisher_of(name: str | None, text: str) -> Publisher | None:
    """The publisher of a text by its name; of two agencies of one name the one that the dateline tells: `Dakar (APS)`."""
    signed = find_agency(text)
    if name and signed is not None and any(p is signed for p in _namesakes().get(fold(name).strip(), ())):
        return signed
    return find_publisher(name)


def _namesake(name: str, before: str) -> Publisher | None:
    """Among agencies of one name, that of the country of the dateline's town."""
    agencies = _namesakes().get(fold(name), ())
    if len(agencies) < 2:
        return None
    countries = {place.country for place in find_places(before.rpartition("\n")[2])}
    return next((a for a in agencies if a.country in countries), None)


@cache
def _namesakes() -> dict[str, tuple[Publisher, ...]]:
    """The agencies of each name that several bear."""
    known: dict[str, list[Publisher]] = {}
    for r in rows("publishers"):
        if r["kind"] == "agency":
            publisher = Publisher(r["name"], r["kind"], r["country"] or None, r["author"] or None)
            for name in filter(None, (r["name"], *r["aliases"].split("|"))):
                known.setdefault(fold(name), []).append(publisher)
    return {name: tuple(agencies) for name, agencies in known.items() if len(agencies) > 1}
