"""Dossiers: what the record holds of one actor, or of two."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

import msgspec
from sqlalchemy import Connection, bindparam, func, select

from dragoman.errors import FilterError, UnknownError
from dragoman.record.act_filter import ActFilter
from dragoman.record.act_lines import lines_by_row
from dragoman.record.act_lists import act_count, newest_rows
from dragoman.record.answers import ActLine, Count, Dossier, Named, PromisePage
from dragoman.record.leads import ties
from dragoman.record.naming import known_actor
from dragoman.record.prepared import Prepared
from dragoman.record.promise_lists import board_of, board_rows, day_asked, follow_rows, made_promises
from dragoman.record.samples import Sample, sample
from dragoman.record.schema import act, card
from dragoman.record.selecting import selecting
from dragoman.record.spread import facet_values, readable, tallied_timeline
from dragoman.record.togetherness import grouped_places, places_of, tied_to, together_with
from dragoman.record.utterances import relations_between, relations_of, said_about, said_by, tenures_in, tenures_of

_ACTS, _AGREEMENTS, _EACH, _STATEMENTS, _COUNTERPARTS = 30, 10, 6, 12, 25
_LOOKED_AT = 150
"""Of how many of the newest acts places and persons are counted."""
_LOOKED_THROUGH = 4_000
"""How many acts of the rarer of two may be looked at to find these."""
_OF_PERSON = 300


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
        tenures=tenures_in(connection, ident),
        relations=relations_of(connection, ident),
    )


def pair_dossier(connection: Connection, a: str, b: str, as_of: str | None) -> Dossier:
    """The dossier of two countries or organisations."""
    if a == b:
        raise FilterError(f"a pair is of two; {a} was asked for twice")
    actors = tuple(known_actor(connection, ident)[0] for ident in (a, b))
    asked = ActFilter(countries=(a, b))
    most = _looked_at(connection, a, b)
    newest = newest_rows(connection, asked, most)
    drawn = Sample(newest, len(newest) < most)
    offices = tenures_in(connection, a, 12) + tenures_in(connection, b, 12)
    return _dossier(
        connection,
        asked,
        as_of,
        drawn,
        actors=actors,
        counterparts=together_with(connection, drawn, None, _COUNTERPARTS),
        tenures=offices,
        relations=relations_between(connection, a, b),
    )


def _looked_at(connection: Connection, a: str, b: str) -> int:
    """Of how many acts of a pair places and persons are counted: of fewer where both often act, but seldom together."""
    known = ties(connection, [(a, ""), (b, ""), (a, b)])
    rarer = min(known[a, ""], known[b, ""])
    return max(_ACTS, min(_LOOKED_AT, _LOOKED_THROUGH * known[a, b] // max(rarer, 1)))


_OF_ACT = (
    *(act.c.id, act.c.day, act.c.type, act.c.status, act.c.follow_up, act.c.last_day),
    *(act.c.place, act.c.country, act.c.latitude, act.c.longitude),
)
_OF_ACTS = Prepared(lambda among: select(*_OF_ACT).where(among(act.c.id, "acts")))
_CARDS = Prepared(lambda among: select(card.c.name).where(card.c.actor_id == bindparam("actor")).order_by(card.c.id))
_FIRST = Prepared(lambda among: select(func.min(act.c.day).label("day")).where(among(act.c.id, "acts"), act.c.day > ""))


def person_dossier(connection: Connection, ident: str, as_of: str | None) -> Dossier:
    """The dossier of a person or an institution: all is counted over its newest acts."""
    one, row = known_actor(connection, ident)
    if row is None or one.kind not in ("person", "institution"):
        raise UnknownError(f"{ident} is no person but: {one.kind}")
    asked = ActFilter(persons=(ident,))
    drawn = sample(connection, asked, _OF_PERSON)
    rows = _OF_ACTS.rows(connection, acts=drawn.rows)
    months = sorted(Counter((one.day[:7], one.type) for one in rows).items())
    day = day_asked(connection, as_of)
    agreed = newest_rows(connection, ActFilter(persons=(ident,), types=("agreement",)), _AGREEMENTS)
    listed = _listed(connection, drawn, agreed, board_of(rows, day, _EACH), day)
    named = _CARDS.rows(connection, actor=row)
    return Dossier(
        actors=(one,),
        total=Count(acts=len(rows)) if drawn.exact else act_count(connection, asked),
        types=facet_values(Counter(one.type for one in rows)),
        statuses=facet_values(Counter(one.status for one in rows)),
        timeline=readable(((month, kind, acts) for (month, kind), acts in months), exact=drawn.exact),
        **listed._asdict(),
        statements=said_by(connection, row, _STATEMENTS),
        counterparts=together_with(connection, drawn, row, _COUNTERPARTS),
        tenures=tenures_of(connection, row),
        places=grouped_places(rows, drawn, _COUNTERPARTS),
        relations=relations_of(connection, ident),
        names=tuple(dict.fromkeys([one.name, *(found.name for found in named)])),
        first_day=_first_day(connection, asked, drawn),
        last_day=listed.acts[0].day if listed.acts else "",
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
    timeline, types, statuses = tallied_timeline(connection, asked)
    day = day_asked(connection, as_of)
    agreed = newest_rows(connection, ActFilter(countries=asked.countries, types=("agreement",)), _AGREEMENTS)
    listed = _listed(connection, drawn, agreed, board_rows(connection, asked.blocs, day, _EACH), day)
    return Dossier(
        actors=actors,
        total=Count(acts=sum(statuses.values())),
        types=facet_values(types),
        statuses=facet_values(statuses),
        timeline=timeline,
        **listed._asdict(),
        statements=said_about(connection, drawn.rows[:_ACTS], asked.blocs, _STATEMENTS),
        places=places_of(connection, drawn, _COUNTERPARTS),
        first_day=_first_day(connection, asked, drawn),
        last_day=listed.acts[0].day if listed.acts else "",
        **parts,  # type: ignore[arg-type]
    )


class Listed(NamedTuple):
    """The lists of acts in a dossier."""

    acts: tuple[ActLine, ...]
    agreements: tuple[ActLine, ...]
    promises: PromisePage


def _listed(connection: Connection, drawn: Sample, agreed: list[int], promised: list[int], as_of: str) -> Listed:
    """The newest acts, agreements and promises, all loaded at once."""
    newest, followed = drawn.rows[:_ACTS], follow_rows(connection, promised)
    lines = lines_by_row(connection, [*newest, *agreed, *promised, *(row.act_id for row in followed)])
    return Listed(
        tuple(lines[row] for row in newest if row in lines),
        tuple(lines[row] for row in agreed if row in lines),
        PromisePage(as_of=as_of, promises=made_promises(promised, followed, lines, as_of)),
    )


def _first_day(connection: Connection, asked: ActFilter, drawn: Sample) -> str:
    """The day of the first act that is dated."""
    if drawn.exact:
        (row,) = _FIRST.rows(connection, acts=drawn.rows)
        return row.day or ""
    first = selecting(connection, msgspec.structs.replace(asked, first_day="0001-01-01", newest_first=False)).rows(1)
    return first[0][0] if first else ""
