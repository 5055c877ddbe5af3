"""`dragoman serve`: the reading room on a record, in the browser."""

from __future__ import annotations

import ipaddress
import os
import secrets
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import click

from dragoman.errors import DragomanError
from dragoman.views.record_options import record_option

if TYPE_CHECKING:
    from collections.abc import Mapping

PASSWORD_VARIABLE = "DRAGOMAN_PASSWORD"
EXAMPLE_FILE = "example.record"
_SHORTEST_TOKEN = 16


@click.command(epilog="Example:  dragoman serve --example")
@record_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on: by default this machine only.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="Port to listen on; 0: any that is free.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A host name under which the room may be called too.")
@click.option("--password", is_flag=True, help=f"Ask everyone for a password: {PASSWORD_VARIABLE}, else asked for now.")
@click.option("--tokens", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE", help="Lines of NAME TOKEN.")
@click.option("--open-to-all", is_flag=True, help="Listen beyond this machine without password or tokens.")
@click.option("--read-only", is_flag=True, help="Nothing can be filed or decided.")
@click.option("--processes", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N", help="Answer in N processes.")
@click.option("--example", is_flag=True, help="File the package's example record first, into a file of its own unless --record is given.")
@click.option("--open/--no-open", "browse", default=None, help="Open the browser; by default where a terminal runs the command.")
def serve(
    where: str | None,
    host: str,
    port: int,
    names: tuple[str, ...],
    password: bool,
    tokens: Path | None,
    open_to_all: bool,
    read_only: bool,
    processes: int,
    example: bool,
    browse: bool | None,
) -> int:
    """Open the reading room: look at the record, question it, correct it, in the browser."""
    require_extra()
    if not (_is_own(host) or password or tokens or open_to_all):
        raise click.UsageError(f"others can reach {host}: give --password or --tokens, or say --open-to-all")
    from dragoman.views.web.listening import Opening, address_of, answer, listen, others

    word, holders = _password() if password else None, token_holders(tokens) if tokens else {}
    with listen(host, port) as listening:
        opening = Opening(example_record(where) if example else where, word, holders, read_only, names, secrets.token_bytes(32))
        address = address_of(host, listening.getsockname()[1])
        with others(opening, listening, processes - 1):
            print(f"The reading room is open at {address} (Ctrl-C closes it)", file=sys.stderr, flush=True)
            if browse if browse is not None else sys.stdout.isatty():
                webbrowser.open(address)
            answer(opening, listening)
    return 0


def require_extra() -> None:
    """Raise DragomanError where the room's packages are not installed."""
    try:
        import fastapi  # noqa: F401
        import jinja2  # noqa: F401
        import python_multipart  # noqa: F401
        import uvicorn  # noqa: F401
    except ModuleNotFoundError as error:
        raise DragomanError("the reading room needs packages of its own: python -m pip install 'dragoman[serve]'") from error


def token_holders(file: Path) -> Mapping[str, str]:
    """Who holds which token, from lines of NAME TOKEN; empty lines and those with # are left out. Raises DragomanError for a bad line."""
    found: dict[str, str] = {}
    for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("#"):
            continue
        name, _, token = line.strip().rpartition(" ")
        if not name or len(token) < _SHORTEST_TOKEN:
            example = secrets.token_urlsafe(24)
            message = f"{file}:{number}: write a name, a blank and a token of {_SHORTEST_TOKEN} characters or more, such as {example}"
            raise DragomanError(message)
        found[token] = name.strip()
    return found


def example_record(record: str | None) -> str:
    """File the example documents into a record, by default one of their own in the user's data folder; where it lies.

    What it holds already is not read again.
    """
    from dragoman.flow import reader
    from dragoman.reading.freezing import reader_version
    from dragoman.record.location import data_folder
    from dragoman.record.record import Record
    from dragoman.views.example_documents import record_documents

    where = record or str(data_folder() / EXAMPLE_FILE)
    documents = tuple(record_documents())
    with Record.open(where) as opened:
        known = opened.holds((document.id for document in documents), reader_version())
        missing = [document for document in documents if document.id not in known]
        if missing:
            print(f"Reading {len(missing)} example documents into {where}, once: this takes a moment", file=sys.stderr, flush=True)
            opened.file(reader().pipe(missing))
    return where


def _is_own(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _password() -> str:
    word = os.environ.get(PASSWORD_VARIABLE) or str(click.prompt("Password of the room", hide_input=True, confirmation_prompt=True))
    if not word:
        raise click.UsageError("the password is empty")
    return word
