"""The questions that the record puts to people, as rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, or_

from dragoman.record import schema
from dragoman.record.bulk import in_parts, insert_rows

_COLUMNS = ("ident", "kind", "subject", "object", "score", "features", "state")


class Asked(NamedTuple):
    """A question: what kind, about what (idents), how sure the record is, why (JSON), and its state."""

    kind: str
    subject: str
    object: str
    score: float
    features: str
    state: str = "open"
    about: str = ""
    """What the question's own ident is made of, where the idents of those asked about may change."""

    @property
    def ident(self) -> str:
        """The same for the same question: `q-` and 16 hexadecimal digits."""
        return (
            "q-"
            + hashlib.sha256("\n".join((self.kind, self.about or self.subject, "" if self.about else self.object)).encode()).hexdigest()[
                :16
            ]
        )


def ask(connection: Connection, questions: Iterable[Asked]) -> None:
    """Put questions; of one put twice the one that people spoke on counts, then the surest."""
    best: dict[str, Asked] = {}
    for question in questions:
        known = best.get(question.ident)
        if known is None or _weight(question) > _weight(known):
            best[question.ident] = question
    insert_rows(connection, schema.question, _COLUMNS, [(ident, *question[:6]) for ident, question in sorted(best.items())])


def _weight(question: Asked) -> tuple[bool, float, str]:
    return question.state != "open", question.score, question.features


def take_back(connection: Connection, kinds: Iterable[str], about: Iterable[str], *, subjects_only: bool = False) -> None:
    """Take back the questions of these kinds about these idents, on whichever side they stand, or only where they are the subject."""
    table, asked = schema.question, tuple(kinds)
    for part in in_parts(sorted(set(about)), 400):
        met = table.c.subject.in_(part) if subjects_only else or_(table.c.subject.in_(part), table.c.object.in_(part))
        connection.execute(table.delete().where(table.c.kind.in_(asked), met))


def features_json(features: Any) -> str:
    """Features as a question keeps them."""
    return msgspec.json.encode(features).decode()
