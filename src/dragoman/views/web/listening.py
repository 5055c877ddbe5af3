"""The room on a socket: one process or several that answer, and where a browser finds them."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from dragoman.errors import DragomanError

_WAITING = 128
"""How many callers may wait at the door."""
_SECONDS_TO_END = 5
_GARBAGE = (20_000, 20, 50)
"""After how many new objects garbage is looked for: a page makes thousands and leaves none, and looking through all costs more than it."""


@dataclass(frozen=True)
class Opening:
    """How a room is opened: all processes that answer for it have the same rules and the same secret."""

    record: str | None
    password: str | None
    tokens: Mapping[str, str]
    read_only: bool
    names: tuple[str, ...]
    secret: bytes = field(repr=False)


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens. Raises DragomanError where the address cannot be had."""
    made = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((host, port))
        made.listen(_WAITING)
    except OSError as error:
        made.close()
        message = f"{host}:{port} cannot be listened on ({error.strerror}): another room may be open there; name another with --port"
        raise DragomanError(message) from error
    return made


def address_of(host: str, port: int) -> str:
    """Where a browser on this machine finds the room."""
    if host in ("0.0.0.0", "::"):
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"


def answer(opening: Opening, listening: socket.socket) -> None:
    """Answer those who call, until told to end. Raises RecordError where the record cannot be opened."""
    import uvicorn

    from dragoman.views.web.application import make_application

    app = make_application(
        opening.record,
        password=opening.password,
        tokens=opening.tokens,
        read_only=opening.read_only,
        names=opening.names,
        secret=opening.secret,
    )
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, proxy_headers=False, timeout_graceful_shutdown=_SECONDS_TO_END
    )
    gc.collect()
    gc.freeze()
    gc.set_threshold(*_GARBAGE)
    uvicorn.Server(config).run(sockets=[listening])


@contextmanager
def others(opening: Opening, listening: socket.socket, number: int) -> Iterator[None]:
    """So many more processes that answer on the same socket, as long as the context lasts."""
    spawning = multiprocessing.get_context("spawn")
    started = [spawning.Process(target=_answer_beside, args=(opening, listening), daemon=True) for _ in range(number)]
    for process in started:
        process.start()
    try:
        yield
    finally:
        for process in started:
            process.terminate()
        for process in started:
            process.join(_SECONDS_TO_END)


def _answer_beside(opening: Opening, listening: socket.socket) -> None:
    threading.Thread(target=_end_with_parent, daemon=True).start()
    answer(opening, listening)


def _end_with_parent() -> None:
    if (parent := multiprocessing.parent_process()) is not None:
        parent.join()
        os.kill(os.getpid(), signal.SIGTERM)
