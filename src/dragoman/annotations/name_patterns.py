"""The names of states, nationalities, organisations and institutions, as one automaton over plain text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import ahocorasick

from dragoman.annotations.lexicon import Guard, State, metonyms, nationalities, organisations, states
from dragoman.annotations.name_text import plain
from dragoman.annotations.table import rows

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["country", "nationality", "organisation", "institution", "prefix", "apart"]
"""`prefix`: opens a compound (`algéro`); `apart`: words that hold a name and are none (`océan Indien`)."""

_CAPITALISED_ACRONYM = 5
_DOTTED = (3, 6)
"""The least and the most letters of an acronym that papers write with full stops: `O.U.A.`"""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A written form of a name. `acronym` forms must stand in capitals; `guard` tells what else the form needs (see `lexicon.Guard`)."""

    written: str
    kind: Kind
    ids: tuple[str, ...]
    guard: Guard = ""
    acronym: bool = False
    plural: bool = False
    feminine: bool = False


@cache
def name_automaton() -> Any:
    """An Aho-Corasick automaton from ` plain name ` (a space on both sides) to (length, patterns)."""
    found: dict[str, list[Pattern]] = {}
    for pattern in _patterns():
        found.setdefault(plain(pattern.written).strip(), []).append(pattern)
    automaton = ahocorasick.Automaton()
    for name, patterns in found.items():
        automaton.add_word(f" {name} ", (len(name), tuple(patterns)))
    automaton.make_automaton()
    return automaton


def _patterns() -> Iterator[Pattern]:
    yield from _state_patterns()
    yield from _nationality_patterns()
    yield from _organisation_patterns()
    for metonym in metonyms():
        kind: Kind = "institution" if metonym.id.startswith("inst:") else "country"
        yield Pattern(metonym.name, kind, (metonym.id,), metonym.guard)
    for row in rows("names_apart"):
        yield Pattern(row["phrase"], "apart", ())


def _state_patterns() -> Iterator[Pattern]:
    for state in states().values():
        yield _state_pattern(state, state.name)
    for state in states().values():
        for name in dict.fromkeys(state.variants):
            yield _state_pattern(state, name)


def _state_pattern(state: State, name: str) -> Pattern:
    guard = state.guards.get(name, "")
    return Pattern(name, "country", (state.alpha3,), guard, _is_acronym(name), state.number == "p", state.gender == "f")


def _nationality_patterns() -> Iterator[Pattern]:
    for nationality in nationalities():
        n = nationality
        forms = ((n.masculine, False, False), (n.masculine_plural, True, False), (n.feminine, False, True), (n.feminine_plural, True, True))
        for form, plural, feminine in forms:
            yield Pattern(form, "nationality", n.states, plural=plural, feminine=feminine)
        for prefix in n.prefixes:
            yield Pattern(prefix, "prefix", n.states)


def _organisation_patterns() -> Iterator[Pattern]:
    for organisation in organisations().values():
        for name in dict.fromkeys((organisation.name, *organisation.variants, *organisation.organs, *organisation.acronyms)):
            acronym = name in organisation.acronyms or _is_acronym(name)
            yield Pattern(name, "organisation", (organisation.id,), organisation.guards.get(name, ""), acronym)
            if acronym and _DOTTED[0] <= len(name) <= _DOTTED[1] and name.isalpha():
                yield Pattern("".join(f"{letter}." for letter in name), "organisation", (organisation.id,), "", True)


def _is_acronym(name: str) -> bool:
    return name.isupper() and " " not in name


def fits_acronym(pattern: Pattern, written: str) -> bool:
    """Whether an acronym stands in capitals, or with the first letter alone a capital where it is long enough to be read as a word."""
    if "." in pattern.written:
        return written.isupper() and "." in written
    if written.isupper():
        return True
    letters = pattern.written.replace(".", "")
    return written == pattern.written or (len(letters) >= _CAPITALISED_ACRONYM and written[:1].isupper() and written[1:].islower())
