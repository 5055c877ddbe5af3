"""How a visitor likes the room: language and theme, kept in cookies; and the name that decisions carry."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dragoman.views.web import languages
from dragoman.views.web.sessions import session_of
from dragoman.views.web.visitor import THEME_COOKIE, THEMES

router = APIRouter(include_in_schema=False)
_YEAR = 365 * 24 * 3600


@router.get("/preferences")
def prefer(
    lang: Annotated[str | None, Query()] = None, theme: Annotated[str | None, Query()] = None, back: Annotated[str, Query()] = "/"
) -> Response:
    """Keep the language or the theme, and go back."""
    response = RedirectResponse(local(back), status_code=303)
    if lang in languages.LANGUAGES:
        response.set_cookie(languages.COOKIE, lang, max_age=_YEAR, samesite="lax", httponly=True)
    if theme in THEMES:
        response.set_cookie(THEME_COOKIE, theme, max_age=_YEAR, samesite="lax", httponly=True)
    return response


@router.post("/name")
def rename(request: Request, name: Annotated[str, Form(max_length=400)] = "", back: Annotated[str, Form()] = "/") -> Response:
    """Keep the name that the visitor's decisions carry."""
    session_of(request).rename(name)
    return RedirectResponse(local(back), status_code=303)


def local(address: str) -> str:
    """An address within the room, or home: nobody is sent elsewhere."""
    inside = address.startswith("/") and not address.startswith("//") and "\\" not in address and address.isprintable()
    return address if inside else "/"
