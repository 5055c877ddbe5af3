"""The conditions of a filter that an index answers: each gives the rows of its acts, in the order of days where it can."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, and_, case, select

from dragoman.record.act_filter import ActFilter
from dragoman.record.full_text import matching, parse_query
from dragoman.record.lookups import actor_row, placed
from dragoman.record.prepared import Prepared
from dragoman.record.schema import act, bloc, document, pair_tally, report, side, theme, tie

MANY = 20_000
"""Rows from which on a condition counts as common."""
_TIES = Prepared(lambda among: select(tie).where(among(tie.c.ident, "idents"), among(tie.c.other, "others")))
_SELDOM, _OFTEN = 80, 100
"""Two meet seldom where they share fewer acts than the first, and the rarer of them has as many times more as the second says."""


class Lead(NamedTuple):
    """A condition whose rows can be gone through.

    `parts` are its selects, of several values one each; `covers` the conditions that hold for all its rows; `rows` how many there are, up
    to `MANY`, where known; `counted` is what to count instead of them; `in_order` whether an index gives them in the order of days.
    """

    parts: tuple[Select[Any], ...]
    covers: frozenset[str] = frozenset()
    rows: int = MANY
    counted: Select[Any] | None = None
    in_order: bool = False

    @property
    def is_text(self) -> bool:
        """Whether it leads by the words of documents."""
        return "text" in self.covers

    def of(self, rows: int) -> Lead:
        """The lead with its rows counted."""
        return self._replace(rows=rows)


def leads_of(connection: Connection, asked: ActFilter) -> list[Lead]:
    """What can lead, those in the order of days first."""
    leads = _blocs(connection, asked)
    leads += [Lead((_person(ident),), frozenset({f"person {ident}"}), in_order=True) for ident in asked.persons]
    if len(asked.topics) == 1:
        rows = select(theme.c.day, theme.c.act_id).where(theme.c.topic == asked.topics[0])
        leads.append(Lead((rows,), frozenset({"topics"}), in_order=True))
    if asked.types and not leads:
        leads.append(by_day(asked))
    if asked.place_country:
        leads.append(Lead((_acts().where(*placed(asked, act)),), frozenset({"place"})))
    if asked.follow_up:
        leads.append(Lead((_acts().where(act.c.follow_up.in_(asked.follow_up)),), frozenset({"follow_up"})))
    if asked.publishers:
        leads.append(_told_by(select(document.c.id).where(document.c.publisher.in_(asked.publishers)), "publishers"))
    if asked.text:
        leads.append(_told_by(matching(connection, parse_query(asked.text)), "text"))
    return leads


def by_day(asked: ActFilter) -> Lead:
    """All acts, or all of the types asked for, by their days."""
    if asked.types:
        parts = tuple(_acts().where(act.c.type == one) for one in dict.fromkeys(asked.types))
        return Lead(parts, frozenset({"type"}), in_order=True)
    return Lead((_acts(),), in_order=True)


def ties(connection: Connection, pairs: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """How many acts two blocs share; with an empty second, how many one has."""
    rows = _TIES.rows(connection, idents=sorted({a for a, _ in pairs}), others=sorted({b for _, b in pairs}))
    known = {(row.ident, row.other): row.acts for row in rows}
    return {pair: known.get(pair, 0) for pair in pairs}


def _acts() -> Select[Any]:
    return select(act.c.day, act.c.id.label("act_id"))


def _person(ident: str) -> Select[Any]:
    return select(side.c.day, side.c.act_id).where(side.c.actor_id == actor_row(ident)).distinct()


def _blocs(connection: Connection, asked: ActFilter) -> list[Lead]:
    """The acts of each country or organisation; of two that often act but seldom together, the months in which they do."""
    if len(asked.blocs) < 2:
        return [_bloc(ident, asked) for ident in asked.blocs]
    a, b = asked.blocs[:2]
    known = ties(connection, [(a, ""), (b, ""), (a, b)])
    rarer = a if known[(a, "")] <= known[(b, "")] else b
    if known[(a, b)] < _SELDOM and known[(a, b)] * _OFTEN < known[(rarer, "")]:
        return [_in_months(asked, rarer, a, b)._replace(rows=known[(a, b)])]
    others = [ident for ident in asked.blocs if ident not in (a, b)]
    return [_bloc(ident, asked) for ident in (rarer, *others)]


def _bloc(ident: str, asked: ActFilter) -> Lead:
    rows, name = select(bloc.c.day, bloc.c.act_id).where(bloc.c.ident == ident), f"bloc {ident}"
    if not asked.types:
        return Lead((rows,), frozenset({name}), in_order=True)
    parts = tuple(rows.where(bloc.c.type == one) for one in dict.fromkeys(asked.types))
    return Lead(parts, frozenset({name, "type"}), in_order=True)


def _in_months(asked: ActFilter, rarer: str, a: str, b: str) -> Lead:
    together = select(pair_tally.c.month).where(pair_tally.c.a == min(a, b), pair_tally.c.b == max(a, b)).distinct()
    if asked.types:
        together = together.where(pair_tally.c.type.in_(asked.types))
    if asked.statuses:
        together = together.where(pair_tally.c.status.in_(asked.statuses))
    months = together.subquery("months")
    last = case((months.c.month == "", ""), else_=months.c.month + "-31")
    then = and_(bloc.c.ident == rarer, bloc.c.day >= months.c.month, bloc.c.day <= last)
    return Lead((select(bloc.c.day, bloc.c.act_id).select_from(months.join(bloc, then)),), frozenset({f"bloc {rarer}"}))


def _told_by(documents: Select[Any], name: str) -> Lead:
    """The acts that any of the documents tells of."""
    told = select(report.c.act_id).where(report.c.document_id.in_(documents), report.c.act_id.is_not(None)).distinct().subquery("told")
    rows = _acts().select_from(told.join(act, act.c.id == told.c.act_id))
    return Lead((rows,), frozenset({name}), counted=documents)
