"""The network: who acts with whom, by period and type; an edge leads to its acts, and all of it stands in a list beside."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.model.vocabulary import ACT_TYPES
from dragoman.record.answers import Edge
from dragoman.views.web.api import Ask
from dragoman.views.web.filters import Chosen, Filter
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.page_modules import NavLink
from dragoman.views.web.rendering import render

router = APIRouter(include_in_schema=False, route_class=KeptRoute)
NAV = NavLink("network", "/network")

TIES = 60


@router.get("/network")
def network(
    request: Request,
    ask: Ask,
    asked: Filter,
    of: Literal["country", "person"] = "country",
    most: Annotated[int, Query(ge=1, le=500)] = TIES,
) -> Response:
    """Countries and organisations, or persons, and the acts that they share."""
    chosen = Chosen.of("/network", request.query_params)
    told = ask.network(msgspec.structs.replace(asked, cursor=None), of=of, limit=most)

    def acts(edge: Edge) -> str:
        if of == "country":
            return chosen.address("/search", pair=f"{edge.a},{edge.b}")
        others = tuple((key, value) for key, value in chosen.query if key != "person")
        return Chosen("/search", (*others, ("person", edge.a), ("person", edge.b))).without()

    return render(
        request,
        "network.html",
        asked=asked,
        chosen=chosen,
        of=of,
        most=most,
        told=told,
        named={node.actor.ident: node.actor for node in told.nodes},
        acts=acts,
        types=ACT_TYPES,
        twin=chosen.address("/api/v1/acts/network", of=of, most=str(most)),
    )
