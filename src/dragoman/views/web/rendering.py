"""Pages made of templates: escaped throughout, with what every template may use."""

from __future__ import annotations

import hashlib
import secrets
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request

from dragoman import __version__
from dragoman.views.highlight import steady
from dragoman.views.reading_view import excerpt
from dragoman.views.web import days
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
_ADDRESSES = 10_000
_STATIC = files("dragoman.views.web") / "static"


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


def static(path: str) -> str:
    """The address of a static file, with what changes when the file does."""
    return f"/static/{path}?v={_digest(path)}"


def with_query(path: str, **values: object) -> str:
    """A path with a query: empty values and those that a template leaves undefined are left out, lists are told one by one."""
    listed = ((key, v) for key, value in values.items() for v in (value if isinstance(value, (list, tuple)) else [value]))
    query = urlencode([(key, str(v)) for key, v in listed if v is not None and str(v)])
    return f"{path}?{query}" if query else path


@lru_cache(maxsize=_ADDRESSES)
def path_part(ident: str) -> str:
    """An identifier as one part of a path: `org:UN` stays, a slash does not."""
    return quote(ident, safe=":@-._~")


@lru_cache(maxsize=_ADDRESSES)
def actor_path(ident: str) -> str:
    """The page of an actor: a country, an organisation or institution, a person."""
    kind = {"org:": "organisation", "inst": "organisation", "per:": "person"}.get(ident[:4], "country")
    return f"/{kind}/{path_part(ident)}"


def words_path(document: str, start: int, end: int) -> str:
    """Where the words of a document stand on its page: the document page marks `at` and has the anchor `#at` there."""
    return f"/document/{path_part(document)}?at={start}-{end}#at"


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


@cache
def _digest(path: str) -> str:
    return hashlib.sha256((_STATIC / path).read_bytes()).hexdigest()[:12]
