"""Opening the database of a record: its settings, its transactions, its errors in the record's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext

from dragoman.errors import DamagedRecordError, MissingRecordError
from dragoman.record.failures import failure
from dragoman.record.location import shown

WAIT = 60.0
"""How many seconds a process waits for another that writes."""
_WRITES = "dragoman_writes"
_ADVISORY_LOCK = 0x647261676F6D616E
"""The key of PostgreSQL's advisory lock that writers of a record take in turn: `dragoman` in ASCII."""
_MAPPED = 2_147_418_112
"""How much of a file is read as memory that all processes share: as much as SQLite lets by default."""
_HEADER = 100


def connect(url: URL, *, create: bool = True, read_only: bool = False, wait: float = WAIT) -> Engine:
    """An engine for the record at `url`; `wait` is how long, in seconds, to wait for another writer.

    Raises `MissingRecordError` where there is no file and none shall be made, or where PostgreSQL's driver is not installed.
    """
    where = shown(url)
    if url.get_backend_name() == "sqlite":
        engine = _sqlite(url, create=create, read_only=read_only, wait=wait)
    else:
        engine = _postgresql(url, read_only=read_only, wait=wait)
    event.listen(engine, "handle_error", lambda context: _tell(context, where))
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that writes: it waits for other writers first, and is kept whole or not at all."""
    with engine.connect() as raw:
        connection = raw.execution_options(**{_WRITES: True})
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql("SELECT pg_advisory_xact_lock(%s)", (_ADVISORY_LOCK,))
            yield connection


@contextmanager
def asking(engine: Engine) -> Iterator[Connection]:
    """One transaction that only reads, and sees one state of the record throughout."""
    with engine.connect() as connection:
        if connection.dialect.name == "postgresql":
            connection = connection.execution_options(isolation_level="REPEATABLE READ")
        with connection.begin():
            yield connection


def _sqlite(url: URL, *, create: bool, read_only: bool, wait: float) -> Engine:
    name = url.database or ":memory:"
    memory = name == ":memory:" or name.startswith("file:")
    if not memory:
        _look_at(Path(name), create=create and not read_only)
    target = _read_only_uri(Path(name)) if read_only and not memory else name

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(target, timeout=wait, uri=target.startswith("file:"), check_same_thread=False, isolation_level=None)

    options: dict[str, Any] = {}
    if memory:
        from sqlalchemy.pool import StaticPool

        options["poolclass"] = StaticPool
    engine = create_engine(url, creator=open_file, **options)
    event.listen(engine, "connect", lambda connection, _: _settings(connection, read_only=read_only))
    event.listen(engine, "begin", _begin)
    return engine


def _look_at(path: Path, *, create: bool) -> None:
    """Check what lies at the path before SQLite does, whose messages say less."""
    if path.is_dir():
        raise MissingRecordError(f"{path} is a folder; name a file in it")
    if not path.exists():
        if not create:
            raise MissingRecordError(f"{path}: there is no record; file documents into it first (dragoman keep), or name another file")
        _make_folder(path.parent)
        return
    _check_length(path)


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MissingRecordError(f"{folder}: the folder cannot be made ({error.strerror}); name a file elsewhere") from error


def _check_length(path: Path) -> None:
    """A file shorter than its header says was cut, unless the journal beside it still holds the rest."""
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER)
    except OSError as error:
        raise MissingRecordError(f"{path}: the record cannot be read ({error.strerror}); give yourself the right to read it") from error
    size = path.stat().st_size
    journal = path.with_name(path.name + "-wal")
    if size == 0 or not header.startswith(b"SQLite format 3\x00") or (journal.exists() and journal.stat().st_size):
        return
    page = int.from_bytes(header[16:18], "big") or 1
    pages = int.from_bytes(header[28:32], "big")
    told = header[24:28] == header[92:96]
    if size < _HEADER or (told and size < pages * (65536 if page == 1 else page)):
        message = f"{path}: the file is cut short; put back a copy, or make a new record and file the documents again"
        raise DamagedRecordError(message)


def _read_only_uri(path: Path) -> str:
    """Read only; where not even the journal's index can be made beside the file, the file is taken as nobody else's."""
    uri = f"{path.as_uri()}?mode=ro"
    try:
        with sqlite3.connect(uri, uri=True) as connection:
            connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1").fetchall()
        connection.close()
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}:
            return f"{path.as_uri()}?mode=ro&immutable=1"
    except sqlite3.DatabaseError:
        pass
    return uri


def _settings(connection: Any, *, read_only: bool) -> None:
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA temp_store = MEMORY")
    connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
    if read_only:
        connection.execute("PRAGMA query_only = ON")
        return
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA journal_size_limit = 67108864")


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _postgresql(url: URL, *, read_only: bool, wait: float) -> Engine:
    settings = f"-c lock_timeout={int(wait * 1000)} -c timezone=UTC"
    if read_only:
        settings += " -c default_transaction_read_only=on"
    try:
        return create_engine(url, connect_args={"options": settings}, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        message = "records in PostgreSQL need its driver: python -m pip install 'dragoman[postgresql]'"
        raise MissingRecordError(message) from error


def _tell(context: ExceptionContext, where: str) -> None:
    told = failure(context.original_exception, where)
    if told is not None:
        raise told from context.original_exception
