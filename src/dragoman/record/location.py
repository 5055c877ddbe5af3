"""Where a record lies: a file's path or a database's URL, and the file that is meant where nothing is said."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from dragoman.errors import MissingRecordError

ENVIRONMENT = "DRAGOMAN_RECORD"
"""The environment's variable that names the record to use where none is named otherwise."""
_BACKENDS = ("sqlite", "postgresql")
_FILE_NAME = "dragoman.record"


def locate(url_or_path: str | os.PathLike[str] | None = None) -> URL:
    """The URL of a record: of the path or URL given, else of the environment's, else of the file in the user's data folder.

    Raises `MissingRecordError` where a URL is no URL, or one of a database that keeps no records.
    """
    where = os.fspath(url_or_path) if url_or_path is not None else os.environ.get(ENVIRONMENT) or str(data_folder() / _FILE_NAME)
    if "://" not in where:
        return URL.create("sqlite", database=str(Path(where).expanduser().resolve()))
    try:
        url = make_url(where)
    except (ArgumentError, ValueError) as error:
        message = f"{where} is no URL of a record; write a file's path, or postgresql+psycopg://user:password@host/database"
        raise MissingRecordError(message) from error
    if url.get_backend_name() not in _BACKENDS:
        raise MissingRecordError(f"{shown(url)}: records are kept in SQLite (a file's path) or PostgreSQL (postgresql+psycopg://...)")
    if url.drivername == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    return url


def shown(url: URL) -> str:
    """A record's place as messages name it: a file's path, or the URL without its password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ":memory:"
    return url.render_as_string(hide_password=True)


def data_folder() -> Path:
    """The user's folder for programs' data, as the platform has it: a folder `dragoman` in it."""
    home = Path.home()
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share")
    return base / "dragoman"
