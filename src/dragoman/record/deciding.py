"""Decisions as the record keeps them, and which of them are in force."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, Row, func, select

from dragoman.errors import DecisionError
from dragoman.record import schema
from dragoman.record.bulk import delete_where, insert_rows, rows_where
from dragoman.record.decisions import Decision, Undo, What, cited, make_decision

_what = msgspec.json.Decoder(What)
_COLUMNS = ("seq", "ident", "kind", "made_by", "made_at", "why", "body", "undoes")


def all_decisions(connection: Connection) -> Iterator[Decision]:
    """Every decision ever made, the undone ones too, in the order in which the record got them."""
    for row in connection.execute(select(schema.decision).order_by(schema.decision.c.seq)):
        yield _decision(row)


def find_decision(connection: Connection, ident: str) -> Decision | None:
    """The decision of that ident."""
    row = connection.execute(select(schema.decision).where(schema.decision.c.ident == ident)).first()
    return None if row is None else _decision(row)


class Ruling(NamedTuple):
    """A decision in force with its place in the order of decisions: a later one outweighs an earlier."""

    seq: int
    decision: Decision

    @property
    def what(self) -> What:
        """What was decided."""
        return self.decision.what


def rulings_citing(connection: Connection, keys: Iterable[str]) -> dict[str, tuple[Ruling, ...]]:
    """The decisions in force, by what they are filed under: a document, or `country:DZA`; the latest last."""
    anchor, decision = schema.anchor, schema.decision
    if connection.execute(select(anchor.c.decision).limit(1)).first() is None:
        return {}
    found: dict[str, list[Ruling]] = {}
    joined = select(anchor.c.document.label("cited"), decision).join(decision, decision.c.ident == anchor.c.decision)
    for row in rows_where(connection, lambda part: joined.where(anchor.c.document.in_(part)), keys):
        found.setdefault(row.cited, []).append(Ruling(row.seq, _decision(row)))
    return {key: tuple(sorted(rulings, key=lambda ruling: ruling.seq)) for key, rulings in found.items()}


def add_decision(connection: Connection, decision: Decision) -> bool:
    """Keep a decision; False where it was known already. Raises `DecisionError` for a false ident or an undoing of nothing."""
    if find_decision(connection, decision.ident) is not None:
        return False
    what = decision.what
    if decision.ident != make_decision(what, by=decision.by, at=decision.at, why=decision.why).ident:
        raise DecisionError(f"{decision.ident}: the ident does not follow from the decision; it was changed, or cut short: export it again")
    undoes = what.decision if isinstance(what, Undo) else None
    if undoes is not None and find_decision(connection, undoes) is None:
        raise DecisionError(f"{undoes}: there is no such decision to undo; `record decisions export` lists them all")
    last = connection.execute(select(func.coalesce(func.max(schema.decision.c.seq), 0))).scalar_one()
    body = Decision.encoder.encode(what).decode()
    kind = str(what.__struct_config__.tag)
    row = (int(last) + 1, decision.ident, kind, decision.by, decision.at, decision.why, body, undoes)
    insert_rows(connection, schema.decision, _COLUMNS, [row])
    return True


def refresh_anchors(connection: Connection, decision: Decision) -> Decision:
    """Enter what a new decision cites, or take out what an undone one cited (and back again): the decision that it comes down to."""
    target = decision
    while isinstance(target.what, Undo):
        found = find_decision(connection, target.what.decision)
        assert found is not None
        target = found
    delete_where(connection, schema.anchor.c.decision, [target.ident])
    if in_force(connection, target.ident):
        rows = [(target.ident, key) for key in cited(target.what)]
        insert_rows(connection, schema.anchor, ("decision", "document"), rows)
    return target


def rebuild_anchors(connection: Connection) -> None:
    """Enter what all decisions in force cite, into an empty table."""
    undone = undone_idents(connection)
    rows = [(d.ident, key) for d in all_decisions(connection) if d.ident not in undone for key in cited(d.what)]
    insert_rows(connection, schema.anchor, ("decision", "document"), rows)


def in_force(connection: Connection, ident: str) -> bool:
    """Whether a decision counts: no undoing of it does."""
    undoing = select(schema.decision.c.ident).where(schema.decision.c.undoes == ident)
    return not any(in_force(connection, row.ident) for row in connection.execute(undoing).all())


def undone_idents(connection: Connection) -> frozenset[str]:
    """The idents of the decisions that are taken back; an undoing can itself be undone."""
    columns = (schema.decision.c.ident, schema.decision.c.undoes)
    undone: set[str] = set()
    for row in connection.execute(select(*columns).where(columns[1].is_not(None)).order_by(schema.decision.c.seq.desc())):
        if row.ident not in undone:
            undone.add(row.undoes)
    return frozenset(undone)


def _decision(row: Row[tuple[object, ...]]) -> Decision:
    return Decision(ident=row.ident, by=row.made_by, at=row.made_at, why=row.why, what=_what.decode(row.body))
