"""Routes whose pages are kept: who asks again gets the page kept, and a browser that has it already is told so (304)."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import Request
from fastapi.routing import APIRoute
from starlette.responses import Response

from dragoman import __version__
from dragoman.views.web.keeping import KeptPage, kept_page
from dragoman.views.web.languages import language_of
from dragoman.views.web.last_time import since
from dragoman.views.web.room import Room, room_of
from dragoman.views.web.security import guard
from dragoman.views.web.sessions import form_token, session_of
from dragoman.views.web.unfilled import Unfilled
from dragoman.views.web.visitor import is_swap, theme_of

Handler = Callable[[Request], Coroutine[Any, Any, Response]]


class KeptRoute(APIRoute):
    """A route whose pages are kept, where they were made of templates and found."""

    def get_route_handler(self) -> Handler:
        """The handler that looks among the pages kept first."""
        make: Handler = super().get_route_handler()
        if self.methods != {"GET"}:
            return make

        async def handle(request: Request) -> Response:
            await guard(request)
            room = room_of(request)
            state = room.state()
            if state is None:
                return await make(request)
            key = repr((state, _address(request)))
            tag = _tag(room, request, key)
            if tag in request.headers.get("if-none-match", ""):
                return Response(status_code=304, headers={"ETag": tag})
            page = room.keeping.get(key)
            if page is None:
                response = await make(request)
                if not isinstance(response, Unfilled) or response.status_code != 200:
                    return response
                page = kept_page(response)
                room.keeping.put(key, page)
            return _answer(page, request, room, tag)

        return handle


def _answer(page: KeptPage, request: Request, room: Room, tag: str) -> Response:
    token = form_token(room.secret, session_of(request)).encode() if len(page.parts) > 1 else b""
    packed = "gzip" in request.headers.get("accept-encoding", "")
    response = Response(page.gzipped(token) if packed else page.plain(token))
    response.raw_headers[:0] = page.headers
    response.headers["ETag"] = tag
    response.headers["Vary"] = "Accept-Encoding"
    if packed:
        response.headers["Content-Encoding"] = "gzip"
    return response


def _address(request: Request) -> tuple[object, ...]:
    """All that a page depends on but for the record's state."""
    session = session_of(request)
    visitor = (language_of(request).code, theme_of(request), session.name, session.signed_in, is_swap(request), since(request))
    return (request.url.path, request.url.query, *visitor)


def _tag(room: Room, request: Request, key: str) -> str:
    """What changes when the page does, for one visitor: the form tokens in a browser's copy are those of its session."""
    told = repr((__version__, session_of(request).ident, key)).encode("utf-8", "replace")
    return f'W/"{hashlib.sha256(room.secret + told).hexdigest()[:32]}"'
