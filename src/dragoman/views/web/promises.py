"""Promises: a board of how they stand as of a day, each with its words and with what became of it."""

from __future__ import annotations

from typing import Annotated, get_args

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.model.vocabulary import ACT_TYPES, TOPICS
from dragoman.record.act_filter import ActFilter
from dragoman.record.answers import PromisePage, PromiseState
from dragoman.record.questions import Questions
from dragoman.views.web.api import Ask, Day
from dragoman.views.web.filters import Chosen, Filter, day_of
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.page_modules import NavLink
from dragoman.views.web.rendering import render

router = APIRouter(include_in_schema=False, route_class=KeptRoute)
NAV = NavLink("promises", "/promises")

STATES: tuple[PromiseState, ...] = ("overdue", "due_soon", "open", "fulfilled", "renewed", "called_off")
"""The columns of the board, what calls for attention first."""
CARDS = 6
"""Cards of a column on the board."""
assert set(STATES) == set(get_args(PromiseState))


@router.get("/promises")
def promises(request: Request, ask: Ask, asked: Filter, state: Annotated[PromiseState | None, Query()] = None, as_of: Day = "") -> Response:
    """The board; with `state` the list of the promises that stand so."""
    day = day_of("as_of", as_of, last=True)
    chosen = Chosen.of("/promises", request.query_params)
    columns = (state,) if state else STATES
    shown = asked if state else msgspec.structs.replace(asked, cursor=None, limit=CARDS)
    return render(
        request,
        "promises.html",
        asked=asked,
        chosen=chosen,
        state=state,
        states=STATES,
        as_of=day,
        counts=ask.promise_counts(asked, as_of=day),
        pages={one: _page(ask, shown, one, day) for one in columns},
        types=ACT_TYPES,
        topics=TOPICS,
        twin=chosen.address("/api/v1/promises", state=state, as_of=day, cursor=asked.cursor),
    )


def _page(ask: Questions, asked: ActFilter, state: PromiseState, day: str | None) -> PromisePage:
    return ask.promises(asked, states=(state,), as_of=day)
