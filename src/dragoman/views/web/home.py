"""Home: what came in, what is new since last time, promises that fell due, questions waiting, coverage."""

from __future__ import annotations

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.views.web.page_modules import NavLink
from dragoman.views.web.rendering import render

router = APIRouter(include_in_schema=False)
NAV = NavLink("home", "/")


@router.get("/")
def home(request: Request) -> Response:
    """The first page."""
    return render(request, "home.html")
