"""What a database says went wrong, in the record's own errors: what happened, and what to do."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from dragoman.errors import (
    DamagedRecordError,
    FullRecordError,
    LockedRecordError,
    MissingRecordError,
    ReadOnlyRecordError,
    RecordError,
)

_LOCKED = (LockedRecordError, "another process holds the record; wait until it has finished, or end it, and try again")
_READ_ONLY = (ReadOnlyRecordError, "the record may not be written to; give yourself the right to write to it and its folder, or copy it")
_FULL = (FullRecordError, "no room is left where the record lies; make room and try again (what was confirmed before is kept)")
_DAMAGED = (
    DamagedRecordError,
    "the file is cut short or damaged; put back a copy, or make a new record, file the documents again and import what"
    " `dragoman record decisions export` still gives",
)
_NO_DATABASE = (MissingRecordError, "this file is no record; name another file")
_CANNOT_OPEN = (MissingRecordError, "the record cannot be opened; check that its folder exists and that you may read it")
_NOT_MADE = (ReadOnlyRecordError, "no file may be made in this folder; give yourself the right to write to it, or name a file elsewhere")
_NO_SERVER = (MissingRecordError, "the database does not answer as asked; check the URL, the password and that the server runs")
_NOT_READABLE = (RecordError, "the disk does not read or write as it should; check it, and put back a copy of the record if need be")

_Kind = tuple[type[RecordError], str]
_BY_SQLITE_CODE: dict[int, _Kind] = {
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_READONLY: _READ_ONLY,
    sqlite3.SQLITE_PERM: _READ_ONLY,
    sqlite3.SQLITE_FULL: _FULL,
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_NOTADB: _NO_DATABASE,
    sqlite3.SQLITE_CANTOPEN: _CANNOT_OPEN,
    sqlite3.SQLITE_IOERR: _NOT_READABLE,
}
"""By the primary result code, SQLite's own page `rescode.html`."""
_BY_SQL_STATE: dict[str, _Kind] = {
    "55P03": _LOCKED,
    "57014": _LOCKED,
    "25006": _READ_ONLY,
    "42501": _READ_ONLY,
    "53100": _FULL,
    "XX001": _DAMAGED,
    "XX002": _DAMAGED,
    "3D000": _NO_SERVER,
    "28P01": _NO_SERVER,
    "28000": _NO_SERVER,
    "57P01": _NO_SERVER,
    "57P03": _NO_SERVER,
}
"""By SQLSTATE, PostgreSQL's appendix A: locks, rights, disk full, corruption, no database."""


def failure(error: BaseException, where: str) -> RecordError | None:
    """The record's error for what a database's driver raised; None where the fault is not one that users can mend."""
    kind = _sqlite_kind(error, Path(where)) if isinstance(error, sqlite3.Error) else _server_kind(error)
    if kind is None:
        return None
    error_class, remedy = kind
    return error_class(f"{where}: {remedy} ({_first_line(error)})")


def _sqlite_kind(error: sqlite3.Error, path: Path) -> _Kind | None:
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    kind = _BY_SQLITE_CODE.get(code & 0xFF)
    return _not_opened(path) if kind is _CANNOT_OPEN else kind


def _not_opened(path: Path) -> _Kind:
    """SQLite says the same of a file that it may not read and of a folder in which it may not make one, such as the journal beside it."""
    if path.is_file():
        return _READ_ONLY if os.access(path, os.R_OK) else _CANNOT_OPEN
    return _NOT_MADE if path.parent.is_dir() and not os.access(path.parent, os.W_OK) else _CANNOT_OPEN


def _server_kind(error: BaseException) -> _Kind | None:
    """Of a driver's error with an SQLSTATE; without one, an operational error means that the server was not reached."""
    state = getattr(error, "sqlstate", None)
    if state:
        return _BY_SQL_STATE.get(state) or (_NO_SERVER if state.startswith("08") else None)
    return _NO_SERVER if type(error).__name__ in {"OperationalError", "ConnectionTimeout"} else None


def _first_line(error: BaseException) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
