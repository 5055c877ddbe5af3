"""Finding promises by how they stand, in the order in which they fall due."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, bindparam, exists, func, or_, select

from dragoman.record.act_filter import ActFilter
from dragoman.record.answers import PromiseState
from dragoman.record.leads import MANY, ties
from dragoman.record.lookups import lookups_of
from dragoman.record.prepared import Prepared
from dragoman.record.schema import act, bloc, pledge
from dragoman.record.selecting import selecting, within


class Stretch(NamedTuple):
    """Promises of one state that an index gives in order: those that fall due between two days, the first or the last first."""

    state: PromiseState
    follow_up: str
    first: str
    last: str
    ascending: bool


class Listing:
    """The promises that match a filter (already `checked`); those of a country, or of the rarer of two, are gone through by its own list.

    The statements are put together once and asked for each stretch.
    """

    def __init__(self, connection: Connection, asked: ActFilter) -> None:
        self.connection = connection
        self.question = _question(connection, asked)
        last_day, row = self.question.selected_columns.last_day, self.question.selected_columns.act_id
        self.ascending = self.question.order_by(last_day, row).limit(bindparam("most"))
        self.descending = self.question.order_by(last_day.desc(), row.desc()).limit(bindparam("most"))

    def rows(self, stretch: Stretch, limit: int, after: tuple[str, int] | None = None) -> list[tuple[str, int]]:
        """The first promises of a stretch, or those after one: when they fall due, and the acts' row numbers."""
        question = self.ascending if stretch.ascending else self.descending
        last_day, row = question.selected_columns.last_day, question.selected_columns.act_id
        if after and stretch.ascending:
            question = question.where(and_(last_day >= after[0], or_(last_day > after[0], row > after[1])))
        elif after:
            question = question.where(and_(last_day <= after[0], or_(last_day < after[0], row < after[1])))
        return [(found.last_day, found.act_id) for found in self.connection.execute(question, {**_asked(stretch), "most": limit})]

    def count(self, stretch: Stretch, most: int) -> int:
        """How many promises of a stretch there are, up to `most`."""
        rows = self.question.limit(most).subquery()
        return int(self.connection.execute(select(func.count()).select_from(rows), _asked(stretch)).scalar_one())


def _few(others: int, ascending: bool) -> Prepared:
    last_day, row = pledge.c.last_day, pledge.c.act_id
    due = last_day.between(bindparam("stretch_first"), bindparam("stretch_last"))
    question = select(last_day, row).where(pledge.c.ident == bindparam("one"), pledge.c.follow_up == bindparam("stretch_follow_up"), due)
    if others:
        question = question.where(exists().where(bloc.c.act_id == row, bloc.c.ident == bindparam("other")))
    order = (last_day, row) if ascending else (last_day.desc(), row.desc())
    return Prepared(lambda among: question.order_by(*order).limit(bindparam("most")))


_FEW = {(others, ascending): _few(others, ascending) for others in (0, 1) for ascending in (False, True)}


def few(connection: Connection, blocs: tuple[str, ...], stretch: Stretch, limit: int) -> list[int]:
    """The row numbers of the first promises of a stretch, of those of a country or organisation, or of two, the rarer first."""
    told = {"one": blocs[0], **({"other": blocs[1]} if blocs[1:] else {}), **_asked(stretch), "most": limit}
    return [found.act_id for found in _FEW[len(blocs) - 1, stretch.ascending].rows(connection, **told)]


def rarest_first(connection: Connection, blocs: tuple[str, ...]) -> tuple[str, ...]:
    """Countries and organisations, those that act least first."""
    known = ties(connection, [(ident, "") for ident in blocs]) if len(blocs) > 1 else {}
    return tuple(sorted(blocs, key=lambda ident: known.get((ident, ""), 0)))


def _asked(stretch: Stretch) -> dict[str, Any]:
    return {"stretch_follow_up": stretch.follow_up, "stretch_first": stretch.first, "stretch_last": stretch.last}


def _question(connection: Connection, asked: ActFilter) -> Select[Any]:
    due: tuple[Any, Any, Any] = (bindparam("stretch_follow_up"), bindparam("stretch_first"), bindparam("stretch_last"))
    if asked.blocs:
        return _of_bloc(connection, asked, due)
    chosen = selecting(connection, asked, counted=True)
    wanted = [lookup(act.c.day, act.c.id) for name, lookup in chosen.lookups.items() if name not in chosen.lead.covers]
    question = select(act.c.last_day, act.c.id.label("act_id")).where(act.c.last_day.between(*due[1:]), *within(asked, act.c.day))
    if chosen.lead.rows < MANY:
        few = or_(*(act.c.id.in_(select(part.subquery().c.act_id)) for part in chosen.lead.parts))
        return question.where(few, func.coalesce(act.c.follow_up, "") == due[0], *wanted)
    lookups = lookups_of(connection, asked)
    return question.where(act.c.follow_up == due[0], *(lookup(act.c.day, act.c.id) for lookup in lookups.values()))


def _of_bloc(connection: Connection, asked: ActFilter, due: tuple[Any, Any, Any]) -> Select[Any]:
    """The promises of a country, or of the rarer of two, by its own list."""
    ident, lookups = rarest_first(connection, asked.blocs)[0], lookups_of(connection, asked)
    lookups.pop(f"bloc {ident}")
    day = select(act.c.day).where(act.c.id == pledge.c.act_id).correlate(pledge).scalar_subquery()
    question = select(pledge.c.last_day, pledge.c.act_id).where(pledge.c.ident == ident, pledge.c.follow_up == due[0])
    wanted = [lookup(day, pledge.c.act_id) for lookup in lookups.values()]
    return question.where(pledge.c.last_day.between(*due[1:]), *wanted, *within(asked, day))
