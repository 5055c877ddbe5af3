"""The map: where acts happened, through time, with the places in a list beside it."""

from __future__ import annotations

import msgspec
from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.record.act_filter import ActFilter
from dragoman.record.questions import Questions
from dragoman.views.web.addresses import with_query
from dragoman.views.web.api import Ask
from dragoman.views.web.capitals import capitals
from dragoman.views.web.filters import Chosen, Filter
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.page_modules import NavLink
from dragoman.views.web.rendering import render
from dragoman.views.web.timeline_svg import period_for

router = APIRouter(include_in_schema=False, route_class=KeptRoute)
NAV = NavLink("map", "/map")

TYPES = ("meeting", "visit", "conference", "mission")
"""What is shown unless a type is asked for: acts at which people are in a place."""
SHOWN, ACTS, MOST_STEPS = 300, 15, 400


@router.get("/map")
def world(request: Request, ask: Ask, asked: Filter) -> Response:
    """Places on an outline of the world; the slider's steps are the periods in which acts happened."""
    chosen = Chosen.of("/map", request.query_params)
    shown = msgspec.structs.replace(asked, types=asked.types or TYPES, limit=ACTS)
    return render(
        request,
        "map.html",
        asked=shown,
        chosen=chosen,
        types=TYPES,
        leads=lambda place: chosen.address("/search", place=place.place, place_country=place.country),
        places=ask.places(msgspec.structs.replace(shown, cursor=None), limit=SHOWN),
        page=ask.acts(shown),
        periods=_periods(ask, shown),
        capitals=capitals(),
        twin=with_query("/api/v1/acts/places", **_query(chosen, shown)),
    )


def _periods(ask: Questions, shown: ActFilter) -> tuple[str, ...]:
    """The months in which acts happened whatever period is looked at; years where there are many."""
    whole = msgspec.structs.replace(shown, first_day=None, last_day=None, cursor=None)
    years = sorted({point.period for point in ask.timeline(whole, "year").points if point.period})
    if not years or period_for(f"{years[0]}-01", f"{years[-1]}-12") == "year":
        return tuple(years[-MOST_STEPS:])
    return tuple(sorted({point.period for point in ask.timeline(whole, "month").points if point.period}))[-MOST_STEPS:]


def _query(chosen: Chosen, shown: ActFilter) -> dict[str, tuple[str, ...]]:
    return {key: chosen.values(key) for key, _ in chosen.query} | {"type": shown.types}
