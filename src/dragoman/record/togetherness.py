"""Who acts with whom, and where."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import Any, Literal

from sqlalchemy import Connection, Select, bindparam, func, select

from dragoman.record.act_filter import ActFilter, checked
from dragoman.record.answers import Counterpart, Edge, Named, Network, Node, PlaceLine, Places
from dragoman.record.naming import known_actor, names_of
from dragoman.record.prepared import Among, Prepared
from dragoman.record.samples import Sample, among, sample
from dragoman.record.schema import act, actor, bloc, side, tie

Kind = Literal["country", "person"]
_LARGEST_ACT = 30
"""An act with more sides than this ties nobody to anybody: in a vote of the United Nations nearly all take part."""
_OF_PERSON = 500
_BETWEEN = "\n"
_DRAWN = 500
"""Up to how many acts a network or a map is drawn of."""


def _together(among: Among) -> Select[Any]:
    acts = func.count(side.c.act_id.distinct()).label("acts")
    counted = select(side.c.actor_id, acts).where(among(side.c.act_id, "acts")).group_by(side.c.actor_id).subquery()
    columns = (actor.c.ident, actor.c.kind, actor.c.name, actor.c.country, counted.c.acts)
    question = select(*columns).select_from(counted.join(actor, actor.c.id == counted.c.actor_id)).where(actor.c.id != bindparam("but"))
    return question.order_by(counted.c.acts.desc(), actor.c.id).limit(bindparam("most"))


_TOGETHER = Prepared(_together)
_STRONGEST = Prepared(
    lambda among: (
        select(tie.c.other, tie.c.acts)
        .where(tie.c.ident == bindparam("ident"), tie.c.other != "")
        .order_by(tie.c.acts.desc())
        .limit(bindparam("most"))
    )
)
_PLACES = Prepared(
    lambda among: select(act.c.place, act.c.country, act.c.latitude, act.c.longitude, act.c.day).where(
        among(act.c.id, "acts"), act.c.place.is_not(None)
    )
)


def counterparts_of(connection: Connection, ident: str, limit: int) -> tuple[Counterpart, ...]:
    """Whom an actor acts with, by how many acts."""
    one, row = known_actor(connection, ident)
    if one.kind in ("country", "organisation"):
        return tied_to(connection, ident, limit)
    drawn = sample(connection, ActFilter(persons=(ident,)), _OF_PERSON)
    return together_with(connection, drawn, row, limit)


def tied_to(connection: Connection, ident: str, limit: int) -> tuple[Counterpart, ...]:
    """The countries and organisations that a country or organisation acts with."""
    rows = _STRONGEST.rows(connection, ident=ident, most=limit)
    names = names_of(connection, [row.other for row in rows])
    return _counterparts([(names[row.other], row.acts) for row in rows])


def together_with(connection: Connection, drawn: Sample, but: int | None, limit: int) -> tuple[Counterpart, ...]:
    """The persons, and others, who take part most often in acts, one left out."""
    rows = _TOGETHER.rows(connection, acts=drawn.rows, but=but or 0, most=limit)
    return _counterparts([(Named(ident=r.ident, kind=r.kind, name=r.name, country=r.country), r.acts) for r in rows])


def act_network(connection: Connection, asked: ActFilter, of: Kind, limit: int) -> Network:
    """Who acts with whom among the acts that match."""
    asked = checked(asked)
    if of == "country" and asked == ActFilter(limit=asked.limit):
        return _whole(connection, limit)
    drawn = sample(connection, asked, _DRAWN)
    members = _members(connection, drawn, of)
    acts = Counter(ident for _, idents in members for ident in idents)
    tied = [(kind, idents) for kind, idents in members if len(idents) <= _LARGEST_ACT]
    edges = Counter(pair for _, idents in tied for pair in combinations(idents, 2))
    strongest = sorted(edges.items(), key=lambda item: (-item[1], item[0]))[:limit]
    shown = {pair for pair, _ in strongest}
    kinds: dict[tuple[str, str], Counter[str]] = {pair: Counter() for pair in shown}
    for kind, idents in tied:
        for pair in shown.intersection(combinations(idents, 2)):
            kinds[pair][kind] += 1
    made = tuple(Edge(a=a, b=b, acts=shared, types=dict(sorted(kinds[a, b].items()))) for (a, b), shared in strongest)
    return Network(nodes=_nodes(connection, made, acts), edges=made, counted=len(drawn.rows), exact=drawn.exact)


def act_places(connection: Connection, asked: ActFilter, limit: int) -> Places:
    """Where the acts that match happened."""
    return places_of(connection, sample(connection, checked(asked), _DRAWN), limit)


def places_of(connection: Connection, drawn: Sample, limit: int) -> Places:
    """The places of acts, the most frequent first."""
    rows = _PLACES.rows(connection, acts=drawn.rows)
    return grouped_places(rows, drawn, limit)


def grouped_places(rows: Iterable[Any], drawn: Sample, limit: int) -> Places:
    """The places of rows of acts, those without one left out, the most frequent first."""
    found: dict[tuple[str, str | None], list[Any]] = {}
    for row in rows:
        if row.place is not None:
            found.setdefault((row.place, row.country), []).append(row)
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0][0], item[0][1] or ""))[:limit]
    return Places(places=tuple(_place(*key, acts) for key, acts in ordered), counted=len(drawn.rows), exact=drawn.exact)


def _place(place: str, country: str | None, acts: list[Any]) -> PlaceLine:
    point = next(((row.latitude, row.longitude) for row in acts if row.latitude is not None), (None, None))
    days = sorted(row.day for row in acts)
    return PlaceLine(
        place=place, country=country, latitude=point[0], longitude=point[1], acts=len(acts), first_day=days[0], last_day=days[-1]
    )


def _whole(connection: Connection, limit: int) -> Network:
    strongest = select(tie).where(tie.c.ident != "", tie.c.ident < tie.c.other).order_by(tie.c.acts.desc(), tie.c.ident, tie.c.other)
    made = tuple(Edge(a=row.ident, b=row.other, acts=row.acts) for row in connection.execute(strongest.limit(limit)))
    totals = {row.other: row.acts for row in connection.execute(select(tie).where(tie.c.ident == ""))}
    return Network(nodes=_nodes(connection, made, Counter(totals)), edges=made, counted=totals.get("", 0))


def _members(connection: Connection, drawn: Sample, of: Kind) -> list[tuple[str, list[str]]]:
    """Of each act its type and who takes part, sorted."""
    if of == "country":
        listed = func.aggregate_strings(bloc.c.ident, _BETWEEN)
        question = select(bloc.c.type, listed).where(among(connection, bloc.c.act_id, drawn.rows)).group_by(bloc.c.act_id, bloc.c.type)
    else:
        joined = side.join(actor, actor.c.id == side.c.actor_id).join(act, act.c.id == side.c.act_id)
        listed = func.aggregate_strings(actor.c.ident, _BETWEEN)
        persons = select(act.c.type, listed).select_from(joined).where(among(connection, side.c.act_id, drawn.rows))
        question = persons.where(actor.c.kind == "person").group_by(act.c.id, act.c.type)
    return [(kind, sorted(set(idents.split(_BETWEEN)))) for kind, idents in connection.execute(question).all()]


def _nodes(connection: Connection, edges: tuple[Edge, ...], acts: Counter[str]) -> tuple[Node, ...]:
    idents = sorted({ident for edge in edges for ident in (edge.a, edge.b)}, key=lambda ident: (-acts[ident], ident))
    names = names_of(connection, idents)
    return tuple(Node(actor=names[ident], acts=acts[ident]) for ident in idents)


def _counterparts(found: list[tuple[Named, int]]) -> tuple[Counterpart, ...]:
    ordered = sorted(found, key=lambda item: (-item[1], item[0].ident))
    return tuple(Counterpart(actor=one, acts=acts) for one, acts in ordered)
