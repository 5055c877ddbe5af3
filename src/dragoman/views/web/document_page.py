"""A document: its text as it came with the evidence marked, the facts beside it, each leading to the other."""

from __future__ import annotations

import re
from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import Response

from dragoman.record.document_answers import DocumentPage
from dragoman.views.reading_page import ReadingPage
from dragoman.views.reading_view import ReadingView, part_of
from dragoman.views.web.addresses import path_part, static
from dragoman.views.web.api import Ask, Ident
from dragoman.views.web.errors_shape import RoomError
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.languages import language_of
from dragoman.views.web.rendering import render

router = APIRouter(include_in_schema=False, route_class=KeptRoute)
_AT = re.compile(r"([0-9]{1,10})-([0-9]{1,10})")


@router.get("/document/{ident}")
def document(
    request: Request,
    ask: Ask,
    ident: Ident,
    at: Annotated[str, Query(max_length=30)] = "",
    part: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Response:
    """A document's page; `at=12-30` marks these characters and shows the part that holds them."""
    told = ask.document(ident)
    view = _view(told, _stretch(at), part - 1)
    return render(
        request,
        "document.html",
        told=told,
        view=view,
        title=told.document.title or told.document.uri or "",
        glyphs=static("glyphs.svg"),
        twin=f"/api/v1/document/{path_part(told.document.ident)}",
    )


@router.get("/document/{ident}/page")
def page(request: Request, ask: Ask, ident: Ident) -> Response:
    """The document as one page of HTML that needs nothing else, to keep or to mail."""
    reading = ask.document(ident).reading
    made = ReadingPage(language_of(request).code)
    html = made.head(made.title(reading)) + made.article(reading) + made.tail()
    name = f"dragoman-{reading.document.id.rpartition(':')[2][:16]}.html"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(html.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)


def _view(told: DocumentPage, at: tuple[int, int] | None, part: int) -> ReadingView:
    text = told.reading.document.text
    shown = at if at and at[0] < at[1] <= len(text) else None
    return ReadingView(told.reading, at=shown, part=part_of(text, shown[0]) if shown else part, acts=told.acts, actors=told.actors)


def _stretch(at: str) -> tuple[int, int] | None:
    if not at:
        return None
    found = _AT.fullmatch(at)
    if found is None:
        raise RoomError(422, "parameter", what="at")
    return int(found[1]), int(found[2])
