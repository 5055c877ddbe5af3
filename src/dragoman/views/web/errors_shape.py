"""The one shape of an error: `{"error": {"code", "message", "remedy"}}`, or a page that says the same.

RoomError's code names its words in the language files (`error.<code>.message`, `error.<code>.remedy`).
"""

from __future__ import annotations

import logging
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from dragoman.errors import (
    CursorError,
    DecisionError,
    DragomanError,
    FilterError,
    FullRecordError,
    LockedRecordError,
    ReadOnlyRecordError,
    RecordError,
    UnknownError,
)
from dragoman.views.web.languages import language_of
from dragoman.views.web.rendering import render

log = logging.getLogger(__name__)

_BY_STATUS = {400: "request", 401: "sign_in", 403: "forbidden", 404: "not_found", 405: "method", 413: "too_large", 422: "request"}

_BY_KIND: dict[type[RecordError], tuple[int, str]] = {
    CursorError: (400, "cursor"),
    UnknownError: (404, "unknown"),
    DecisionError: (422, "decision"),
    FilterError: (422, "asked"),
    ReadOnlyRecordError: (403, "read_only"),
    LockedRecordError: (503, "locked"),
    FullRecordError: (507, "full"),
    RecordError: (503, "record"),
}


class RoomError(DragomanError):
    """A request that cannot be answered: a status, a code, and what the words of the code leave open (`{what}`)."""

    def __init__(self, status: int, code: str, *, what: str = "") -> None:
        super().__init__(code)
        self.status, self.code, self.what = status, code, what


def error_response(request: Request, error: RoomError) -> Response:
    """The answer to a request that failed: JSON for programs, a page for people."""
    say = language_of(request)
    message, remedy = say(f"error.{error.code}.message", what=error.what), say(f"error.{error.code}.remedy", what=error.what)
    if wants_json(request):
        return JSONResponse(error_body(error.code, message, remedy), status_code=error.status)
    if error.code == "sign_in":
        return RedirectResponse("/sign-in", status_code=303)
    return render(request, "error.html", status=error.status, code=error.code, message=message, remedy=remedy)


def error_body(code: str, message: str, remedy: str) -> dict[str, Any]:
    """The one shape."""
    return {"error": {"code": code, "message": message, "remedy": remedy}}


def wants_json(request: Request) -> bool:
    """Whether a program asks: under `/api/v`, or where JSON is all that is accepted."""
    accepted = request.headers.get("accept", "")
    return request.url.path.startswith("/api/v") or ("application/json" in accepted and "text/html" not in accepted)


def install(app: FastAPI) -> None:
    """Give the app its handlers of errors."""

    def on_room(request: Request, error: Exception) -> Response:
        assert isinstance(error, RoomError)
        return error_response(request, error)

    def on_http(request: Request, error: Exception) -> Response:
        assert isinstance(error, HTTPException)
        response = error_response(request, RoomError(error.status_code, _BY_STATUS.get(error.status_code, "request")))
        response.headers.update(error.headers or {})
        return response

    def on_validation(request: Request, error: Exception) -> Response:
        assert isinstance(error, RequestValidationError)
        what = ", ".join(sorted({str(e["loc"][-1]) for e in error.errors() if e.get("loc")}))
        return error_response(request, RoomError(422, "parameter", what=what))

    def on_record(request: Request, error: Exception) -> Response:
        status, code = next(told for kind, told in _BY_KIND.items() if isinstance(error, kind))
        return error_response(request, RoomError(status, code, what=str(error)))

    app.add_exception_handler(RoomError, on_room)
    app.add_exception_handler(HTTPException, on_http)
    app.add_exception_handler(RequestValidationError, on_validation)
    app.add_exception_handler(RecordError, on_record)


class Failsafe:
    """Middleware that answers in the one shape where a page failed, and tells the log why."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Handle one request."""
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, watched)
        except Exception as error:
            if started or scope["type"] != "http":
                raise
            request = Request(scope, receive)
            log.error("%s failed", request.url.path, exc_info=error)
            await error_response(request, RoomError(500, "failed"))(scope, receive, send)
