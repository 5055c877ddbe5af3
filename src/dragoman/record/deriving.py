"""What a change of readings or decisions changes in all that is derived from them, from top to bottom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Connection, func, select

from dragoman.model.reading import Reading
from dragoman.record import schema
from dragoman.record.act_finding import find_acts
from dragoman.record.asking import Asked, ask
from dragoman.record.bulk import delete_where, rows_where
from dragoman.record.by_acts import tell_by_acts
from dragoman.record.change import Change
from dragoman.record.entering import enter_documents, enter_plain_actors, enter_reports, enter_told
from dragoman.record.following import follow_up
from dragoman.record.linking import enter_blocks, link
from dragoman.record.loading import load
from dragoman.record.persons import drop_left, enter_persons
from dragoman.record.plain_rows import keep_plain_actors
from dragoman.record.recasting import recast
from dragoman.record.taking_out import take_out
from dragoman.record.unnamed_idents import plain_idents


def derive(
    connection: Connection,
    documents: Sequence[str],
    at_hand: Mapping[str, Reading] | None = None,
    cards: Iterable[int] = (),
) -> None:
    """Derive the documents' rows anew from the truth, and those of the acts, persons and promises that they touch.

    Must run under the write lock, in the transaction that changed the truth. `at_hand` are readings in force that need not be fetched;
    `cards` are persons' cards to look at again, for decisions speak of them.
    """
    change = Change(connection, load(connection, documents, at_hand))
    change.latest = _are_latest(change)
    gone = take_out(change)
    lost = plain_idents(connection, gone)
    enter_documents(change, gone.documents, gone.titles)
    casts = enter_plain_actors(change)
    moved = enter_persons(change, casts, gone, cards) - set(change.rows.values())
    enter_reports(change)
    enter_told(change, casts, _idents(change))
    enter_blocks(connection, change.fresh.values())
    link(change)
    acts = find_acts(change)
    follow_up(change, acts)
    recast(change, moved | tell_by_acts(change, acts, moved))
    keep_plain_actors(connection, lost)
    drop_left(change)
    _ask_unanchored(change)
    change.counts.write(connection)


def _are_latest(change: Change) -> bool:
    """Whether all other documents of the record were filed before the change's."""
    if not change.sources:
        return True
    last = change.connection.execute(select(func.max(schema.document.c.seq))).scalar()
    return last is None or change.sources[0].seq > last


def _idents(change: Change) -> dict[int, str]:
    table = schema.actor
    wanted = sorted(set(change.actors.values()))
    rows = rows_where(change.connection, lambda part: select(table.c.id, table.c.ident).where(table.c.id.in_(part)), wanted)
    return {row.id: row.ident for row in rows}


def _ask_unanchored(change: Change) -> None:
    """List the decisions whose words a document's reading tells nothing by, under the document."""
    table = schema.question
    for part in rows_where(
        change.connection,
        lambda idents: select(table.c.ident).where(table.c.kind == "unanchored", table.c.object.in_(idents)),
        [source.ident for source in change.sources],
    ):
        delete_where(change.connection, table.c.ident, [part.ident])
    told = [(ruling, source) for source in change.sources for ruling in source.unanchored]
    ask(change.connection, [Asked("unanchored", ruling.decision.ident, source.ident, 0.0, "[]") for ruling, source in told])
