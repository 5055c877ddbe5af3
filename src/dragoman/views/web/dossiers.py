"""Dossiers: what the record holds of a pair of countries, a country, an organisation, a person; every line leads to its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.record.act_filter import ActFilter
from dragoman.record.answers import Dossier
from dragoman.record.questions import Questions
from dragoman.views.web.addresses import actor_path, path_part, with_query
from dragoman.views.web.api import Ask, Day, Ident
from dragoman.views.web.charts_svg import Bars, bars
from dragoman.views.web.filters import Chosen, Filter, day_of
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.languages import Language, language_of
from dragoman.views.web.local_names import actor_name
from dragoman.views.web.rendering import render
from dragoman.views.web.subjects import Subject, subject
from dragoman.views.web.timeline_svg import Drawn, drawn, last_day, moved, period_for, wider

router = APIRouter(include_in_schema=False, route_class=KeptRoute)


@router.get("/pair/{a}/{b}")
def pair(request: Request, ask: Ask, a: Ident, b: Ident, asked: Filter, as_of: Day = "") -> Response:
    """The dossier of two countries or organisations."""
    return _page(request, ask, subject("pair", a, b), asked, as_of)


@router.get("/country/{code}")
def country(request: Request, ask: Ask, code: Ident, asked: Filter, as_of: Day = "") -> Response:
    """The dossier of a country."""
    return _page(request, ask, subject("country", code), asked, as_of)


@router.get("/organisation/{ident}")
def organisation(request: Request, ask: Ask, ident: Ident, asked: Filter, as_of: Day = "") -> Response:
    """The dossier of an organisation or an institution."""
    return _page(request, ask, subject("organisation", ident), asked, as_of)


@router.get("/person/{ident}")
def person(request: Request, ask: Ask, ident: Ident, asked: Filter, as_of: Day = "") -> Response:
    """The dossier of a person."""
    return _page(request, ask, subject("person", ident), asked, as_of)


def title_of(told: Dossier, t: Language) -> str:
    """What a dossier is called: its actors' names, countries in the reader's language."""
    return " – ".join(actor_name(t, one.ident, one.name) for one in told.actors)


@dataclass(frozen=True)
class Zoom:
    """The stretch of time that is looked at, and the addresses of those around it; empty where all time is."""

    first: str
    last: str
    out: str = ""
    before: str = ""
    after: str = ""


def _page(request: Request, ask: Questions, of: Subject, asked: ActFilter, as_of: str) -> Response:
    t, day = language_of(request), day_of("as_of", as_of, last=True)
    told = of.dossier(ask, day)
    chosen, mine = Chosen.of(of.path, request.query_params), of.asked(asked)
    narrowed = bool(chosen.query or asked.cursor)
    return render(
        request,
        "dossier.html",
        of=of,
        told=told,
        title=title_of(told, t),
        chosen=chosen,
        asked=asked,
        narrowed=narrowed,
        page=ask.acts(mine) if narrowed else None,
        line=_line(ask, told, mine, chosen, t),
        zoom=_zoom(chosen, asked),
        charts_of=_charts(told, of, t),
        leads=lambda place: with_query("/search", **of.query(), place=place.place, place_country=place.country),
        search=lambda **more: with_query("/search", **of.query(), **more),
        twin=with_query(of.twin, as_of=day),
    )


def _line(ask: Questions, told: Dossier, mine: ActFilter, chosen: Chosen, t: Language) -> Drawn:
    @cache
    def zoom(period: str) -> str:
        return chosen.replaced(since=period, until=period) + "#timeline"

    by = period_for(mine.first_day or told.first_day, mine.last_day or told.last_day)
    plain = by == told.timeline.by and not chosen.query
    return drawn(told.timeline if plain else ask.timeline(mine, by), t, zoom)


def _zoom(chosen: Chosen, asked: ActFilter) -> Zoom | None:
    first, last = asked.first_day, asked.last_day
    if not first or not last or first > last:
        return None

    def address(stretch: tuple[str, str]) -> str:
        return chosen.replaced(since=stretch[0], until=last_day(stretch[1])) + "#timeline"

    around = wider(first, last), moved(first, last, -1), moved(first, last, 1)
    return Zoom(first, last, *(address(stretch) for stretch in around))


def _charts(told: Dossier, of: Subject, t: Language) -> dict[str, Bars]:
    query = of.query()

    def acts(key: str, value: str) -> str:
        return with_query("/search", **query, **{key: value})

    def to(ident: str) -> str:
        one = of.idents[0]
        both = of.kind in ("country", "organisation") and not one.startswith("inst:") and not ident.startswith(("per:", "inst:"))
        return f"/pair/{path_part(one)}/{path_part(ident)}" if both else actor_path(ident)

    counterparts = ((_named(one.actor, t), one.acts, to(one.actor.ident)) for one in told.counterparts)
    return {
        "types": bars((t.word("act", one.value), one.acts, acts("type", one.value)) for one in told.types),
        "statuses": bars((t.word("status", one.value), one.acts, acts("status", one.value)) for one in told.statuses),
        "partners": bars(counterparts),
    }


def _named(actor: Any, t: Language) -> str:
    name = actor_name(t, actor.ident, str(actor.name))
    return f"{name} ({t.country(actor.country)})" if actor.kind == "person" and actor.country else name
