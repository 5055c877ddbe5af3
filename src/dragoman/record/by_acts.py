"""Who the unnamed are by the acts in which they take part: another report of the same act may call them by name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.bodies import inflate_json
from dragoman.record.bulk import rows_where, run_many
from dragoman.record.casting import base_ident
from dragoman.record.change import Change
from dragoman.record.merged import MergedAct
from dragoman.record.report import is_unnamed
from dragoman.record.unnamed_sides import one_each

_acts = msgspec.json.Decoder(MergedAct)


def tell_by_acts(change: Change, merged: Mapping[int, MergedAct], moved: Iterable[int]) -> set[int]:
    """Settle the unnamed of all documents that share an act with the change's or with `moved` ones; those where somebody is another now.

    Whoever held the office by the tenures comes first; where the acts tell of several persons, or of none, it stays an office's name.
    """
    unnamed = _unnamed(change, _near(change, merged, moved))
    if not unnamed:
        return set()
    documents = sorted({row.document_id for row in unnamed})
    told = one_each(_several(change, documents))
    digests = {row.id: row.ident.removeprefix("sha256:")[:16] for row in _documents(change, documents)}
    named = _actors(change, {digest for found in told.values() for digest, _ in found})
    bases = _bases(change, unnamed)
    changed: dict[tuple[int, str], tuple[int, str]] = {}
    for row in unnamed:
        meant = {named[other] for other in told.get((digests[row.document_id], row.local), ()) if other in named}
        wanted = (meant.pop(), "act") if len(meant) == 1 else (bases[_base(row.local)], "name")
        if (row.actor_id, row.by) != wanted:
            changed[row.document_id, row.local] = wanted
    update = 'UPDATE named SET actor_id = ?, "by" = ? WHERE document_id = ? AND local = ?'
    run_many(change.connection, update, [(*wanted, *key) for key, wanted in sorted(changed.items())])
    change.actors.update({key: actor for key, (actor, _) in changed.items() if key in change.actors})
    return {document for document, _ in changed}


def _near(change: Change, merged: Mapping[int, MergedAct], moved: Iterable[int]) -> list[int]:
    """The documents that tell of the acts that were found anew, and those that share an act with them or with the moved ones."""
    report = schema.report
    told = _reports(change, report.c.act_id, merged)
    near = {row.document_id for row in told} | set(moved) | set(change.rows.values())
    acts = {row.act_id for row in _reports(change, report.c.document_id, near)}
    return sorted(near | {row.document_id for row in _reports(change, report.c.act_id, acts)})


def _reports(change: Change, column: Any, values: Iterable[int]) -> list[Any]:
    report = schema.report
    rows = select(report.c.document_id, report.c.act_id)
    wanted = sorted({value for value in values if value is not None})
    return list(rows_where(change.connection, lambda part: rows.where(column.in_(part), report.c.act_id.is_not(None)), wanted))


def _unnamed(change: Change, documents: list[int]) -> list[Any]:
    """The rows of persons told by an office only of whom no tenure tells who they are."""
    named = schema.named
    columns = (named.c.document_id, named.c.local, named.c.actor_id, named.c.by, named.c.card_id)
    rows = rows_where(change.connection, lambda part: select(*columns).where(named.c.document_id.in_(part)), documents)
    # Conditions on the other columns would lead SQLite to look through all rows without a card, of the whole record.
    return [row for row in rows if row.card_id is None and row.by != "tenure" and row.local.startswith("per:") and is_unnamed(row.local)]


def _several(change: Change, documents: list[int]) -> list[MergedAct]:
    """The acts of documents that other documents tell of too."""
    act = schema.act
    acts = sorted({row.act_id for row in _reports(change, schema.report.c.document_id, documents)})
    rows = rows_where(change.connection, lambda part: select(act.c.body).where(act.c.id.in_(part), act.c.reports > 1), acts)
    return [_acts.decode(inflate_json(row.body)) for row in rows]


def _documents(change: Change, documents: list[int]) -> list[Any]:
    table = schema.document
    return list(rows_where(change.connection, lambda part: select(table.c.id, table.c.ident).where(table.c.id.in_(part)), documents))


def _actors(change: Change, digests: set[str]) -> dict[tuple[str, str], int]:
    """By document and local id, the actors of persons with a name."""
    named, document = schema.named, schema.document
    found = {}
    for digest in sorted(digests):
        full = f"sha256:{digest}"
        joined = select(named.c.local, named.c.actor_id).join(document, document.c.id == named.c.document_id)
        rows = joined.where(document.c.ident >= full, document.c.ident <= full + "g", named.c.card_id.is_not(None))
        found.update({(digest, row.local): row.actor_id for row in change.connection.execute(rows)})
    return found


def _bases(change: Change, unnamed: Iterable[Any]) -> dict[str, int]:
    """The actors that stand for offices without a name, by ident."""
    table = schema.actor
    idents = sorted({_base(row.local) for row in unnamed})
    rows = rows_where(change.connection, lambda part: select(table.c.id, table.c.ident).where(table.c.ident.in_(part)), idents)
    return {row.ident: row.id for row in rows}


def _base(local: str) -> str:
    return base_ident(local, local.rpartition("@")[2])
