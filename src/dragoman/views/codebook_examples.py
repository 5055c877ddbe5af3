"""The codebook's examples, read: how many come out as the codebook codes them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from dragoman.flow import reader
from dragoman.model.reading import Reading
from dragoman.reading.reader import make_document
from dragoman.views.codebook import codebook

PUBLISHED = "2024-05-16"


class Case(NamedTuple):
    """A sentence and the act that it tells; a form or status that is None is not asked for."""

    word: str
    text: str
    type: str
    form: str | None
    status: str | None


def cases() -> Iterator[Case]:
    """The examples of act types, forms and statuses."""
    book = codebook()
    for name, act in book.acts.items():
        yield _case(name, act.example.text, act.example.tells)
        yield from (Case(f"{name}/{form}", entry.example, name, form, None) for form, entry in act.forms.items())
    for name, status in book.statuses.items():
        yield _case(name, status.example.text, status.example.tells)


def told(case: Case, reading: Reading) -> bool:
    """Whether the reading has an act of the case's type, form and status."""
    return any(a.type == case.type and case.form in (None, a.form) and case.status in (None, a.status) for a in reading.acts)


def measure() -> dict[str, Any]:
    """How many examples there are (`examples`), how many are read as coded (`right`), their share, and the others' words (`wrong`)."""
    asked = list(cases())
    readings = reader().pipe(make_document(c.text, published=PUBLISHED, language="fr") for c in asked)
    wrong = [c.word for c, reading in zip(asked, readings) if not told(c, reading)]
    right = len(asked) - len(wrong)
    return {"examples": len(asked), "right": right, "accuracy": round(right / len(asked), 4), "wrong": wrong}


def _case(word: str, text: str, tells: str) -> Case:
    head, status = tells.split()[:2]
    kind, _, form = head.partition("/")
    return Case(word, text, kind, form or None, status)
