"""How a visitor's browser asks: with which theme, for a whole page or for a part to put in its place."""

from __future__ import annotations

from starlette.requests import Request

THEMES = ("auto", "light", "dark")
THEME_COOKIE = "dragoman_theme"


def theme_of(request: Request) -> str:
    """The theme that the visitor chose, or `auto`."""
    theme = request.cookies.get(THEME_COOKIE, "auto")
    return theme if theme in THEMES else "auto"


def is_swap(request: Request) -> bool:
    """Whether htmx asks for what it puts in the place of a part of the page."""
    return request.headers.get("hx-request") == "true" and request.headers.get("hx-history-restore-request") != "true"
