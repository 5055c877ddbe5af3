"""What the actors of a document are called: ids by the vocabulary's rule, names as the text gives them."""

from __future__ import annotations

import re

from dragoman.annotations.folding import fold, slug
from dragoman.annotations.names import particles
from dragoman.annotations.roster import Person
from dragoman.annotations.word_sets import WordSet

_FAMILY_FIRST = frozenset({"CHN", "TWN", "PRK", "KOR", "HKG", "MAC"})
_WEAK = WordSet("weak_particles")
_ROMAN = re.compile(r"(?:[IVX]+|1er|Ier)\Z")


def person_ids(persons: list[Person]) -> dict[int, str]:
    """An id for each person, by `id()`: `per:lamamra@DZA`; where two would be alike, the later ones get a number."""
    ids: dict[int, str] = {}
    taken: dict[str, int] = {}
    for person in persons:
        base = f"per:{_key(person)}@{person.country or person.organisation or ''}"
        taken[base] = taken.get(base, 0) + 1
        ids[id(person)] = base if taken[base] == 1 else f"{base}-{taken[base]}"
    return ids


def person_name(person: Person) -> str:
    """The fullest form in the text, without titles; for somebody unnamed the title as written, else the office."""
    if person.forms:
        return re.sub(r"([’']) ", r"\1", " ".join(person.fullest))
    holding = person.holdings[0]
    return holding.title.word.phrase if holding.title is not None else holding.office.replace("_", " ")


def _key(person: Person) -> str:
    if not person.forms:
        return person.holdings[0].office if person.holdings else "official"
    return slug(family_name(person)) or "unknown"


def family_name(person: Person) -> str:
    """The last name by which the text calls a person."""
    full = person.fullest
    shorter = [form for form in person.short_forms if len(form) < len(full)]
    if shorter:
        return " ".join(shorter[-1])
    if len(full) > 1 and _ROMAN.match(full[-1]):
        return " ".join(full[-2:])
    capitals = [w for w in full if w.isupper() and len(w) > 2]
    if capitals and len(capitals) < len(full):
        return " ".join(capitals)
    if person.country in _FAMILY_FIRST and 1 < len(full) <= 3:
        return full[0]
    k = len(full) - 1
    while k > 1 and fold(full[k - 1]) in particles() and fold(full[k - 1]) not in _WEAK:
        k -= 1
    return " ".join(full[k:])


_INSTITUTIONS = {
    "foreign_ministry": "ministère des Affaires étrangères",
    "presidency": "présidence",
    "government": "gouvernement",
    "parliament": "parlement",
    "embassy": "ambassade",
}


def institution_name(what: str, written: str | None) -> str:
    """The noun that the text uses, else the usual one."""
    return written or _INSTITUTIONS.get(what, what.replace("_", " "))
