"""Acts as they stand in lists, with who took part, loaded many at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec
from sqlalchemy import Connection, select

from dragoman.model.vocabulary import ROLES
from dragoman.record.answers import ActLine, Named, Side, Words
from dragoman.record.bulk import in_parts, rows_where
from dragoman.record.prepared import Prepared
from dragoman.record.schema import act, actor, report, side

_ORDER = {role: place for place, role in enumerate(("agent", "party", "counterpart", "envoy", "subject", "principal", "attendee"))}
assert set(_ORDER) == set(ROLES)


_words = msgspec.json.Decoder(Words)
_ACTS = Prepared(lambda among: select(*(one for one in act.c if one.name != "body")).where(among(act.c.id, "acts")))


def act_lines(connection: Connection, rows: Sequence[int]) -> tuple[ActLine, ...]:
    """The acts of these row numbers, in their order; those that are gone are left out."""
    lines = lines_by_row(connection, rows)
    return tuple(lines[row] for row in rows if row in lines)


def lines_by_row(connection: Connection, rows: Iterable[int]) -> dict[int, ActLine]:
    """The acts of these row numbers."""
    found = {row.id: row for part in in_parts(dict.fromkeys(rows)) for row in _ACTS.rows(connection, acts=part)}
    sides = sides_of(connection, found)
    return {row: _line(one, sides.get(row, ())) for row, one in found.items()}


def act_rows(connection: Connection, idents: Iterable[str]) -> dict[str, int]:
    """By each ident the row of the act: idents are those of acts or of any of their reports."""
    wanted = list(dict.fromkeys(idents))
    columns = (report.c.ident, report.c.act_id)
    found = rows_where(connection, lambda part: select(*columns).where(report.c.ident.in_(part)), wanted)
    known = {row.ident: row.act_id for row in found if row.act_id is not None}
    missing = [ident for ident in wanted if ident not in known]
    added = rows_where(connection, lambda part: select(act.c.ident, act.c.id).where(act.c.ident.in_(part)), missing)
    return known | {row.ident: row.id for row in added}


_behalf = actor.alias("behalf")
_NAMED = ("ident", "kind", "name", "country")
_WHO = Prepared(
    lambda among: (
        select(
            side.c.act_id,
            side.c.role,
            *(actor.c[name] for name in _NAMED),
            *(_behalf.c[name].label(f"behalf_{name}") for name in _NAMED),
        )
        .select_from(side.join(actor, actor.c.id == side.c.actor_id).outerjoin(_behalf, _behalf.c.id == side.c.behalf_id))
        .where(among(side.c.act_id, "acts"))
    )
)


def sides_of(connection: Connection, rows: Iterable[int]) -> dict[int, tuple[Side, ...]]:
    """Who took part in each act, those who act first."""
    made: dict[int, list[Side]] = {}
    known: dict[str, Named] = {}
    for part in in_parts(rows):
        for act_id, role, *told in _WHO.rows(connection, acts=part):
            one, principal = _once(known, *told[:4]), _once(known, *told[4:]) if told[4] else None
            made.setdefault(act_id, []).append(Side(actor=one, role=role, behalf=principal))
    return {row: tuple(sorted(sides, key=lambda s: (_ORDER[s.role], s.actor.ident))) for row, sides in made.items()}


def _once(known: dict[str, Named], ident: str, kind: str, name: str, country: str | None) -> Named:
    found = known.get(ident)
    if found is None:
        found = known[ident] = Named(ident=ident, kind=kind, name=name, country=country)
    return found


def named(row: Any) -> Named:
    """The actor of a row that has its columns."""
    return Named(ident=row.ident, kind=row.kind, name=row.name, country=row.country)


def _line(row: Any, sides: tuple[Side, ...]) -> ActLine:
    return ActLine(
        ident=row.ident,
        type=row.type,
        status=row.status,
        form=row.form,
        edtf=row.edtf,
        first_day=row.first_day,
        last_day=row.last_day,
        day=row.day,
        place=row.place,
        country=row.country,
        latitude=row.latitude,
        longitude=row.longitude,
        hedged=bool(row.hedged),
        sides=sides,
        topics=_listed(row.topics),
        plover=row.plover,
        cameo=row.cameo,
        quad_class=row.quad_class,
        reports=row.reports,
        publishers=row.publishers,
        disagree=_listed(row.disagree),
        follow_up=row.follow_up,
        words=row.words,
        source=_words.decode(row.source) if row.source else None,
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(words.split(",")) if words else ()
