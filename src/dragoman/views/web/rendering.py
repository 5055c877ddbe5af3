"""Pages made of templates: escaped throughout, with what every template may use."""

from __future__ import annotations

import secrets
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request

from dragoman import __version__
from dragoman.views.highlight import steady
from dragoman.views.reading_view import excerpt
from dragoman.views.web import days, dossier_rows, listed_acts, snippets
from dragoman.views.web.addresses import actor_path, path_part, static, with_query, words_path
from dragoman.views.web.glyphs import glyph
from dragoman.views.web.labels import label, reason
from dragoman.views.web.languages import LANGUAGES, language_of
from dragoman.views.web.links import safe_link
from dragoman.views.web.local_names import actor_name, place_name
from dragoman.views.web.page_modules import navigation
from dragoman.views.web.room import room_of
from dragoman.views.web.sessions import form_token, session_of
from dragoman.views.web.unfilled import Unfilled
from dragoman.views.web.visitor import is_swap, theme_of

_TOKEN = f"{{{secrets.token_hex(16)}}}"
"""What stands in a page for its visitor's form token until the page is sent; nobody knows it, so that no text can hold it."""


def render(request: Request, template: str, *, status: int = 200, **answers: object) -> Unfilled:
    """The page of a template.

    Templates extend `base.html` (blocks `title`, `head`, `main`, `keys`, `scripts`) and have, besides `answers`: `t` (the Language), `day`
    and `period` (an EDTF as people say it), `label(field, value)`, `called(ident, name)` and `place_called(name, country)` (names in
    the reader's language), `static(path)`, `form_token()`, `room`, `user`, `here` (path and
    query), `twin` (the address of the page's JSON, where handed in) and, as `parts`, the macros of `parts.html`. Raises
    jinja2.UndefinedError where a template asks for what it was not given.
    """
    room, session, t = room_of(request), session_of(request), language_of(request)
    shared = {
        "t": t,
        "room": room,
        "user": session.name,
        "signed_in": session.signed_in,
        "form_token": lambda: _TOKEN,
        "here": request.url.path + (f"?{request.url.query}" if request.url.query else ""),
        "path": request.url.path,
        "query": request.query_params,
        "theme": theme_of(request),
        "swap": is_swap(request),
        "day": lambda edtf: days.day(t, edtf),
        "period": lambda first, last: days.period(t, first, last),
        "label": lambda key, value, name=None: label(t, key, value, name),
        "reason": lambda name, value: reason(t, name, value),
        "called": lambda ident, name=None: actor_name(t, ident, name),
        "place_called": lambda name, country=None: place_name(t, name, country),
        "twin": None,
    }
    page = environment().get_template(template).render({**shared, **answers})
    parts = tuple(page.encode("utf-8", "replace").split(_TOKEN.encode()))
    return Unfilled(parts, form_token(room.secret, session) if len(parts) > 1 else "", status)


@cache
def environment() -> Environment:
    """The templates, escaped throughout; what is not defined is an error."""
    made = Environment(
        loader=PackageLoader("dragoman.views.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=steady,
    )
    made.globals.update(
        static=static,
        safe_link=safe_link,
        with_query=with_query,
        actor_path=actor_path,
        words_path=words_path,
        glyph=glyph,
        snippets=snippets,
        listed_acts=listed_acts,
        dossier_rows=dossier_rows,
        excerpt=excerpt,
        navigation=navigation,
        languages=LANGUAGES,
        version=__version__,
    )
    made.filters.update(path_part=path_part, safe_link=safe_link)
    return made


def warm() -> None:
    """Compile all templates, so that the first visitor need not wait for it."""
    for name in environment().list_templates(extensions=["html"]):
        environment().get_template(name)
