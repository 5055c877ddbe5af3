"""The conditions of a filter, each to be looked up for one act by an index."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, exists, literal, select
from sqlalchemy.sql.selectable import NamedFromClause

from dragoman.record.act_filter import ActFilter
from dragoman.record.full_text import matching, parse_query
from dragoman.record.schema import act, actor, bloc, document, report, side, theme

Lookup = Callable[[ColumnElement[Any], ColumnElement[Any]], ColumnElement[bool]]
"""From the columns of an act's day and row number to the condition."""


def lookups_of(connection: Connection, asked: ActFilter) -> dict[str, Lookup]:
    """Each condition of a filter but for the period, by its name; words are looked for in each document anew."""
    made: dict[str, Lookup] = {f"bloc {ident}": _bloc(ident) for ident in asked.blocs}
    made |= {f"person {ident}": _person(ident) for ident in asked.persons}
    for name, values in (("type", asked.types), ("status", asked.statuses), ("follow_up", asked.follow_up)):
        if values:
            made[name] = _of_act(lambda one, name=name, values=values: [one.c[name].in_(values)])  # type: ignore[misc]
    if asked.place or asked.place_country:
        made["place"] = _of_act(lambda one: placed(asked, one))
    if asked.topics:
        made["topics"] = _topics(asked.topics)
    if asked.publishers:
        made["publishers"] = _publishers(asked.publishers)
    if asked.text:
        made["text"] = _text(matching(connection, parse_query(asked.text)))
    return made


def placed(asked: ActFilter, one: NamedFromClause) -> list[ColumnElement[bool]]:
    """The place asked for as conditions on a row of acts."""
    country = [one.c.country == asked.place_country] if asked.place_country else []
    return [*country, one.c.place == asked.place] if asked.place else country


def actor_row(ident: str) -> Any:
    """The row number of an actor, as a subquery."""
    return select(actor.c.id).where(actor.c.ident == ident).scalar_subquery()


def _bloc(ident: str) -> Lookup:
    return lambda day, act_id: _there(bloc, lambda one: [one.c.act_id == act_id, one.c.ident == ident])


def _person(ident: str) -> Lookup:
    return lambda day, act_id: _there(side, lambda one: [one.c.act_id == act_id, one.c.actor_id == actor_row(ident)])


def _of_act(conditions: Callable[[NamedFromClause], list[ColumnElement[bool]]]) -> Lookup:
    return lambda day, act_id: _there(act, lambda one: [one.c.id == act_id, *conditions(one)])


def _topics(topics: tuple[str, ...]) -> Lookup:
    return lambda day, act_id: _there(theme, lambda one: [one.c.topic.in_(topics), one.c.day == day, one.c.act_id == act_id])


_LOOKED_UP: dict[str, NamedFromClause] = {one.name: one.alias(f"{one.name}_looked_up") for one in (act, bloc, side, theme)}
"""The tables under other names, so that each can be looked up from itself."""


def _there(table: Table, conditions: Callable[[NamedFromClause], list[ColumnElement[bool]]]) -> ColumnElement[bool]:
    """Whether a row is there."""
    one = _LOOKED_UP[table.name]
    return exists(select(literal(1)).select_from(one).where(*conditions(one)))


def _publishers(publishers: tuple[str, ...]) -> Lookup:
    told = report.join(document, document.c.id == report.c.document_id)

    def looked_up(day: ColumnElement[Any], act_id: ColumnElement[Any]) -> ColumnElement[bool]:
        return exists(select(literal(1)).select_from(told).where(report.c.act_id == act_id, document.c.publisher.in_(publishers)))

    return looked_up


def _text(found: Select[Any]) -> Lookup:
    (row,) = found.selected_columns
    told = found.where(row == report.c.document_id).correlate(report).exists()

    def looked_up(day: ColumnElement[Any], act_id: ColumnElement[Any]) -> ColumnElement[bool]:
        return exists(select(literal(1)).select_from(report).where(report.c.act_id == act_id, told))

    return looked_up
