"""Who is let in and what a page may do: Host, Origin and form tokens checked, the size of what is sent, and the headers of every answer."""

from __future__ import annotations

import ipaddress
from urllib.parse import unquote, urlsplit

from fastapi import Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.views.web.errors_shape import RoomError, error_response
from dragoman.views.web.room import room_of
from dragoman.views.web.sessions import is_form_token, session_of

MOST_BYTES = 16 * 1024 * 1024
"""How much may be sent at once."""
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
OPEN_PATHS = ("/static/", "/sign-in", "/preferences")
"""What is shown to those who have not signed in."""

POLICY = "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class SafeHeaders:
    """Middleware that sets the headers of every answer, errors included; pages are asked for again each time."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""

        async def send_safely(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers[name] = value
                headers.setdefault("Cache-Control", "private, no-cache")
                headers.add_vary_header("Cookie, Accept-Language, HX-Request")
            await send(message)

        await self.app(scope, receive, send_safely if scope["type"] == "http" else send)


class SmallBodies:
    """Middleware that takes no more than `most` bytes, whether they are announced or not."""

    def __init__(self, app: ASGIApp, most: int = MOST_BYTES) -> None:
        self.app, self.most = app, most

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        announced = Headers(scope=scope).get("content-length", "0")
        if not announced.isdecimal() or len(announced) > 18 or int(announced) > self.most:
            await error_response(Request(scope, receive), RoomError(413, "too_large"))(scope, receive, send)
            return
        taken = 0

        async def receive_little() -> Message:
            nonlocal taken
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > self.most:
                raise RoomError(413, "too_large")
            return message

        await self.app(scope, receive_little, send)


async def guard(request: Request) -> None:
    """Let a request pass, or raise RoomError: asked of every route before it does anything."""
    _check_host(request)
    if "\0" in unquote(request.url.path + "?" + request.url.query):
        raise RoomError(400, "request")
    room, session = room_of(request), session_of(request)
    if room.closed and not session.signed_in and not request.url.path.startswith(OPEN_PATHS):
        raise RoomError(401, "sign_in")
    if request.method in SAFE_METHODS:
        return
    _check_origin(request)
    if room.read_only and request.url.path not in ("/sign-in", "/sign-out"):
        raise RoomError(403, "read_only")
    if not session.by_token and not is_form_token(room.secret, session, await _token(request)):
        raise RoomError(403, "form_token")


def is_known_host(host: str, names: frozenset[str]) -> bool:
    """Whether a room may be called by this name: an address, localhost, or one of `names`.

    A page of somebody else's can make its own name lead to this machine, never an address.
    """
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    if name.lower() in names or name.lower() == "localhost":
        return True
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def _check_host(request: Request) -> None:
    if not is_known_host(request.headers.get("host", ""), room_of(request).names):
        raise RoomError(400, "host")


def _check_origin(request: Request) -> None:
    origin = request.headers.get("origin")
    if origin is not None and _place(origin) != request.headers.get("host"):
        raise RoomError(403, "origin")
    if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        raise RoomError(403, "origin")


def _place(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


async def _token(request: Request) -> str:
    if token := request.headers.get("x-form-token"):
        return token
    if request.headers.get("content-type", "").startswith(("application/x-www-form-urlencoded", "multipart/form-data")):
        sent = (await request.form()).get("form_token")
        return sent if isinstance(sent, str) else ""
    return ""
