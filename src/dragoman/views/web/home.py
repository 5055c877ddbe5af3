"""Home: what came in, what is new since last time, promises that fell due, questions waiting, coverage."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from dragoman.record.act_filter import ActFilter
from dragoman.views.web.api import Ask
from dragoman.views.web.coverage import coverage_chart
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.languages import language_of
from dragoman.views.web.last_time import remember, since
from dragoman.views.web.page_modules import NavLink
from dragoman.views.web.rendering import render

router = APIRouter(include_in_schema=False, route_class=KeptRoute)
NAV = NavLink("home", "/")

NEWEST, DUE, PAIRS = 12, 8, 10


@router.get("/")
def home(request: Request, ask: Ask) -> Response:
    """The first page."""
    coverage, known, ties = ask.coverage(), since(request), ask.network(limit=PAIRS)
    response = render(
        request,
        "home.html",
        coverage=coverage,
        chart=coverage_chart(coverage.tallies, language_of(request)),
        known=known,
        news=ask.new_since(known, limit=NEWEST) if known is not None else None,
        newest=ask.acts(ActFilter(last_day=coverage.as_of or None, limit=NEWEST)),
        due=ask.promises(states=("overdue", "due_soon"), asked=ActFilter(limit=DUE)),
        standing=ask.promise_counts(),
        waiting=ask.review(limit=1),
        ties=ties.edges,
        names={node.actor.ident: node.actor.name for node in ties.nodes},
        twin="/api/v1/coverage",
    )
    remember(response, known, coverage.seq)
    return response


@router.post("/seen")
def seen(request: Request, ask: Ask) -> Response:
    """All was seen: what comes in from now on is new."""
    response = RedirectResponse("/", status_code=303)
    seq = ask.coverage().seq
    remember(response, seq, seq)
    return response
