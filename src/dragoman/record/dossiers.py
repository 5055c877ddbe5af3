"""Dossiers: what the record holds of one actor, or of two."""

from __future__ import annotations

from collections import Counter

import msgspec
from sqlalchemy import Connection, and_, func, select

from dragoman.errors import FilterError, UnknownError
from dragoman.record.act_filter import ActFilter
from dragoman.record.act_lines import lines_by_row
from dragoman.record.act_lists import act_count, newest_rows
from dragoman.record.answers import ActLine, Count, Dossier, FacetValue, Named, Point, Timeline
from dragoman.record.naming import known_actor
from dragoman.record.promise_lists import promise_board
from dragoman.record.samples import Sample, among, sample
from dragoman.record.schema import act, card, relation, tenure
from dragoman.record.selecting import selecting
from dragoman.record.spread import facet_values
from dragoman.record.tallies import tallied, tallied_statuses
from dragoman.record.togetherness import places_of, tied_to, together_with
from dragoman.record.utterances import relations_of, said_about, said_by, tenures_where

_ACTS, _AGREEMENTS, _EACH, _STATEMENTS, _COUNTERPARTS = 30, 10, 6, 12, 25
_LOOKED_AT = 1_000
"""Of how many of the newest acts places and persons are counted."""
_OF_PERSON = 2_000


def bloc_dossier(connection: Connection, ident: str, kind: str, as_of: str | None) -> Dossier:
    """The dossier of a country or an organisation."""
    one, _ = known_actor(connection, ident)
    if one.kind != kind:
        raise UnknownError(f"{ident} is no {kind} but: {one.kind}")
    asked = ActFilter(countries=(ident,))
    newest = newest_rows(connection, asked, _LOOKED_AT)
    return _dossier(
        connection,
        asked,
        as_of,
        Sample(newest, len(newest) < _LOOKED_AT),
        actors=(one,),
        counterparts=tied_to(connection, ident, _COUNTERPARTS),
        tenures=tenures_where(connection, tenure.c.of == ident),
        relations=relations_of(connection, relation.c.subject == ident, relation.c.object == ident),
    )


def pair_dossier(connection: Connection, a: str, b: str, as_of: str | None) -> Dossier:
    """The dossier of two countries or organisations."""
    if a == b:
        raise FilterError(f"a pair is of two; {a} was asked for twice")
    actors = tuple(known_actor(connection, ident)[0] for ident in (a, b))
    asked = ActFilter(countries=(a, b))
    newest = newest_rows(connection, asked, _LOOKED_AT)
    drawn = Sample(newest, len(newest) < _LOOKED_AT)
    offices = tenures_where(connection, tenure.c.of == a, limit=12) + tenures_where(connection, tenure.c.of == b, limit=12)
    between = (
        and_(relation.c.subject == a, relation.c.object == b),
        and_(relation.c.subject == b, relation.c.object == a),
    )
    return _dossier(
        connection,
        asked,
        as_of,
        drawn,
        actors=actors,
        counterparts=together_with(connection, drawn, None, _COUNTERPARTS),
        tenures=offices,
        relations=relations_of(connection, *between),
    )


def person_dossier(connection: Connection, ident: str, as_of: str | None) -> Dossier:
    """The dossier of a person or an institution: all is counted over its newest acts."""
    one, row = known_actor(connection, ident)
    if row is None or one.kind not in ("person", "institution"):
        raise UnknownError(f"{ident} is no person but: {one.kind}")
    asked = ActFilter(persons=(ident,))
    drawn = sample(connection, asked, _OF_PERSON)
    types, statuses, points = _counted(connection, drawn)
    agreed = newest_rows(connection, ActFilter(persons=(ident,), types=("agreement",)), _AGREEMENTS)
    acts, agreements = _two_lists(connection, drawn.rows[:_ACTS], agreed)
    named = connection.execute(select(card.c.name).where(card.c.actor_id == row).order_by(card.c.id))
    return Dossier(
        actors=(one,),
        total=act_count(connection, asked),
        types=types,
        statuses=statuses,
        timeline=Timeline(by="month", points=points, exact=drawn.exact),
        acts=acts,
        agreements=agreements,
        promises=promise_board(connection, asked, as_of, _EACH),
        statements=said_by(connection, row, _STATEMENTS),
        counterparts=together_with(connection, drawn, row, _COUNTERPARTS),
        tenures=tenures_where(connection, tenure.c.actor_id == row),
        places=places_of(connection, drawn, _COUNTERPARTS),
        relations=relations_of(connection, relation.c.subject == ident, relation.c.object == ident),
        names=tuple(dict.fromkeys([one.name, *(found.name for found in named)])),
        first_day=_first_day(connection, asked, drawn),
        last_day=acts[0].day if acts else "",
    )


def _dossier(
    connection: Connection,
    asked: ActFilter,
    as_of: str | None,
    drawn: Sample,
    *,
    actors: tuple[Named, ...],
    **parts: object,
) -> Dossier:
    rows, statuses = tallied(connection, asked), tallied_statuses(connection, asked)
    agreed = newest_rows(connection, ActFilter(countries=asked.countries, types=("agreement",)), _AGREEMENTS)
    acts, agreements = _two_lists(connection, drawn.rows[:_ACTS], agreed)
    return Dossier(
        actors=actors,
        total=Count(acts=sum(statuses.values())),
        types=_by_type(rows),
        statuses=facet_values(statuses),
        timeline=Timeline(by="month", points=tuple(Point(period=month, type=kind, acts=acts) for month, kind, acts in rows)),
        acts=acts,
        agreements=agreements,
        promises=promise_board(connection, asked, as_of, _EACH),
        statements=said_about(connection, drawn.rows[:_ACTS], asked.blocs, _STATEMENTS),
        places=places_of(connection, drawn, _COUNTERPARTS),
        first_day=_first_day(connection, asked, drawn),
        last_day=acts[0].day if acts else "",
        **parts,  # type: ignore[arg-type]
    )


def _two_lists(connection: Connection, one: list[int], other: list[int]) -> tuple[tuple[ActLine, ...], tuple[ActLine, ...]]:
    """Two lists of acts, loaded at once."""
    lines = lines_by_row(connection, [*one, *other])
    return tuple(lines[row] for row in one if row in lines), tuple(lines[row] for row in other if row in lines)


def _by_type(rows: list[tuple[str, str, int]]) -> tuple[FacetValue, ...]:
    counts: Counter[str] = Counter()
    for _, kind, acts in rows:
        counts[kind] += acts
    return facet_values(counts)


def _counted(connection: Connection, drawn: Sample) -> tuple[tuple[FacetValue, ...], tuple[FacetValue, ...], tuple[Point, ...]]:
    """Types, statuses, and months with types, of a sample."""
    columns = (act.c.day, act.c.type, act.c.status)
    rows = connection.execute(select(*columns).where(among(connection, act.c.id, drawn.rows))).all()
    months = sorted(Counter((row.day[:7], row.type) for row in rows).items())
    points = tuple(Point(period=month, type=kind, acts=acts) for (month, kind), acts in months)
    return facet_values(Counter(row.type for row in rows)), facet_values(Counter(row.status for row in rows)), points


def _first_day(connection: Connection, asked: ActFilter, drawn: Sample) -> str:
    """The day of the first act that is dated."""
    if drawn.exact:
        days = connection.execute(select(func.min(act.c.day)).where(among(connection, act.c.id, drawn.rows), act.c.day > ""))
        return days.scalar() or ""
    first = selecting(connection, msgspec.structs.replace(asked, first_day="0001-01-01", newest_first=False)).rows(1)
    return first[0][0] if first else ""
