"""The reading room as an ASGI application."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from secrets import token_bytes
from threading import Thread
from typing import Any

from anyio import to_thread
from fastapi import Depends, FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.staticfiles import StaticFiles

from dragoman import __version__
from dragoman.views.web import encoded, errors_shape
from dragoman.views.web.page_modules import routers
from dragoman.views.web.rendering import warm
from dragoman.views.web.room import Room
from dragoman.views.web.security import SafeHeaders, SmallBodies, guard
from dragoman.views.web.sessions import Sessions

AT_ONCE = 2
"""Pages made at once in a process: more would only wait for each other."""
_STATIC = Path(__file__).parent / "static"


def make_application(
    record_url: str | os.PathLike[str] | None,
    *,
    password: str | None = None,
    tokens: Mapping[str, str] | None = None,
    read_only: bool = False,
    names: Iterable[str] = (),
    secret: bytes | None = None,
) -> FastAPI:
    """The room on a record: opened here, closed when the application ends.

    `password` is asked of everyone, `tokens` maps a token to its user's name; `names` are host names under which the room may be called
    besides addresses and localhost; `secret` signs sessions, by default a new one. Raises RecordError where the record cannot be opened.
    """
    from dragoman.record.record import Record

    record = Record.open(record_url, read_only=read_only)
    known = frozenset(name.lower() for name in names)
    return application_of(Room(record, password, dict(tokens or {}), read_only, known, secret or token_bytes(32)))


def application_of(room: Room) -> FastAPI:
    """The application of a room whose record is open."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        to_thread.current_default_thread_limiter().total_tokens = AT_ONCE
        Thread(target=warm, daemon=True).start()
        yield
        room.record.close()

    app = FastAPI(
        title="dragoman",
        version=__version__,
        lifespan=lifespan,
        dependencies=[Depends(guard)],
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/v1/openapi.json",
        summary="What states say they did, every fact with its words",
    )
    app.state.room = room
    errors_shape.install(app)
    for router in routers():
        app.include_router(router)
    encoded.describe(app)
    app.mount("/static", _Static(directory=_STATIC))
    app.add_middleware(errors_shape.Failsafe)
    app.add_middleware(SmallBodies)
    app.add_middleware(Sessions, secret=room.secret, tokens=dict(room.tokens))
    app.add_middleware(GZipMiddleware, minimum_size=1000, compresslevel=4)
    app.add_middleware(SafeHeaders)
    return app


class _Static(StaticFiles):
    """Static files, kept by the browser: their addresses change when they do."""

    def file_response(self, *args: Any, **more: Any) -> Any:
        """The file, with leave to keep it."""
        response = super().file_response(*args, **more)
        response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        return response
