"""Search: acts with facets, or documents with snippets. The address is the state: every choice is a link, every link a search."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.views.web.api import Ask, Cursor
from dragoman.views.web.filters import Chosen, Filter
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.page_modules import NavLink
from dragoman.views.web.rendering import render

router = APIRouter(include_in_schema=False, route_class=KeptRoute)
NAV = NavLink("search", "/search")

FACETS = ("type", "status", "country", "organisation", "person", "topic", "publisher", "follow_up", "year")
"""The facets in the order of the page."""
SHOWN = 8
"""Values of a facet that are shown before one asks for more."""
ACTORS = 5
ROWS = 25
"""Acts on a page, unless the address says otherwise."""
MOST = 24
"""Values of a facet on a page; the others are found by name."""


@router.get("/search")
def search(request: Request, ask: Ask, asked: Filter) -> Response:
    """Acts that fit, how they spread, and the actors whose name fits the words."""
    chosen = Chosen.of("/search", request.query_params)
    first_page = asked.cursor is None
    if "limit" not in request.query_params:
        asked = msgspec.structs.replace(asked, limit=ROWS)
    facets = ask.facets(asked)
    return render(
        request,
        "search.html",
        asked=asked,
        chosen=chosen,
        page=ask.acts(asked),
        facets=facets,
        names={(facet.name, value.value): value.label for facet in facets.facets for value in facet.values},
        actors=ask.who(asked.text, limit=ACTORS) if asked.text and first_page else (),
        facet_order=FACETS,
        shown=SHOWN,
        most=MOST,
        twin=chosen.address("/api/v1/acts", cursor=asked.cursor),
    )


@router.get("/search/documents")
def documents(
    request: Request,
    ask: Ask,
    text: Annotated[str, Query(max_length=500)] = "",
    cursor: Cursor = "",
    limit: Literal[20] = 20,
) -> Response:
    """Documents that hold the words, with the words in their place."""
    chosen = Chosen.of("/search", request.query_params)
    found = ask.find(text.strip(), cursor=cursor or None, limit=limit) if text.strip() else None
    return render(
        request,
        "search_documents.html",
        text=text.strip(),
        chosen=chosen,
        found=found,
        twin=Chosen.of("/api/v1/documents", request.query_params).replaced(text=text, cursor=cursor) if found else None,
    )
