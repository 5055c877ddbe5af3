"""Whom a word on the command line means: an ident, a code, or a name as people write it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dragoman.errors import UnknownError

if TYPE_CHECKING:
    from dragoman.record.questions import Questions


def whom(questions: Questions, told: str) -> str:
    """The ident of whoever is meant: an ident as it is, a country's code in any case, a usual name or acronym, else the name in the
    record that fits best; raises `UnknownError` where there is none.
    """
    if ":" in told:
        return told
    known = country(told) or _organisation(told)
    if known:
        return known
    found = questions.who(told, limit=1)
    if not found:
        raise UnknownError(f"the record knows nobody called {told[:80]!r}; try another spelling, or a code (DZA, org:AU)")
    return found[0].actor.ident


def countries(told: tuple[str, ...]) -> tuple[str, ...]:
    """The codes of countries told by code or name; raises `UnknownError` for what is none."""
    found = [(word, country(word)) for word in told]
    wrong = next((word for word, code in found if not code), None)
    if wrong is not None:
        raise UnknownError(f"there is no country {wrong[:80]!r}; write its code of three letters (DZA) or its name (Algérie)")
    return tuple(code for _, code in found)


def country(told: str) -> str:
    """The code of a country told by its code or its name, accents and case apart; '' where there is none."""
    from dragoman.annotations.folding import fold_text
    from dragoman.annotations.lexicon import states

    if told.upper() in states():
        return told.upper()
    asked = fold_text(told).replace("-", " ")
    for code, one in states().items():
        if asked in {fold_text(name).replace("-", " ") for name in (one.name, *one.variants)}:
            return code
    return ""


def _organisation(told: str) -> str:
    from dragoman.annotations.folding import fold_text
    from dragoman.annotations.lexicon import organisations

    asked = fold_text(told)
    for ident, one in organisations().items():
        if told in one.acronyms or asked in {fold_text(n) for n in (one.name, *one.variants)}:
            return ident
    return ""
