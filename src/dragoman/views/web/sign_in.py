"""Signing in where the room has a password or tokens, and signing out."""

from __future__ import annotations

import hmac
import time
from collections import deque
from typing import Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from dragoman.views.web.errors_shape import RoomError
from dragoman.views.web.rendering import render
from dragoman.views.web.room import Room, room_of
from dragoman.views.web.sessions import session_of

router = APIRouter(include_in_schema=False)

MOST_FAILURES, SPAN = 10, 60.0
"""So many wrong passwords in so many seconds, and the door stays shut for a while, to all alike."""


@router.get("/sign-in")
def sign_in_page(request: Request) -> Response:
    """The door."""
    return render(request, "sign_in.html", wrong=False)


@router.post("/sign-in")
def sign_in(
    request: Request, word: Annotated[str, Form(max_length=1000)] = "", name: Annotated[str, Form(max_length=400)] = ""
) -> Response:
    """Let in who knows the password, or holds a token, whose name is then known."""
    failures: deque[float] = request.app.state.__dict__.setdefault("failures", deque(maxlen=MOST_FAILURES))
    if len(failures) == MOST_FAILURES and time.monotonic() - failures[0] < SPAN:
        raise RoomError(429, "too_many")
    known = _who(room_of(request), word, name)
    if known is None:
        failures.append(time.monotonic())
        return render(request, "sign_in.html", status=401, wrong=True)
    session_of(request).sign_in(known)
    return RedirectResponse("/", status_code=303)


@router.post("/sign-out")
def sign_out(request: Request) -> Response:
    """Forget the session."""
    session_of(request).sign_out()
    return RedirectResponse("/", status_code=303)


def _who(room: Room, word: str, name: str) -> str | None:
    given = word.encode("utf-8", "replace")
    if room.password is not None and hmac.compare_digest(room.password.encode(), given):
        return name
    for token, holder in room.tokens.items():
        if hmac.compare_digest(token.encode(), given):
            return holder
    return None
