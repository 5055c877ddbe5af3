"""What the tests of the record share: records in both databases, and readings to file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from postgresql_server import NoServerError, running_server
from sqlalchemy import create_engine, make_url
from sqlalchemy.pool import NullPool

from dragoman.record import Record, connection

_numbers = count()


@pytest.fixture(autouse=True, scope="session")
def no_waiting_for_the_disk() -> Iterator[None]:
    """No test pulls the plug: files need not be forced to the disk, which takes most of the time where it is busy.

    Processes that tests start do so all the same.
    """
    settings = connection._settings

    def unforced(opened: Any, *, read_only: bool) -> None:
        settings(opened, read_only=read_only)
        opened.execute("PRAGMA synchronous = OFF")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "_settings", unforced)
        yield


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """A running server's URL with `{}` for the database; skips where none can be had."""
    try:
        with running_server() as url:
            yield url
    except NoServerError as reason:
        pytest.skip(f"no PostgreSQL: {reason}")


@pytest.fixture
def postgresql_url(postgresql_server: str) -> Iterator[str]:
    """The URL of a database that is empty, and emptied again."""
    yield postgresql_server.format("postgres")
    others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
    _administer(postgresql_server, others, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public")


@pytest.fixture(scope="module")
def postgresql_module_url(postgresql_server: str) -> Iterator[str]:
    """The URL of an empty database that a module's tests share."""
    name = f"record_{next(_numbers)}"
    _administer(postgresql_server, f"CREATE DATABASE {name}")
    yield postgresql_server.format(name)
    _administer(postgresql_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def record_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Where a new record may be made: a file, and a database of a real server."""
    if request.param == "sqlite":
        return str(tmp_path / "test.record")
    url: str = request.getfixturevalue("postgresql_url")
    return url


@pytest.fixture
def record(record_url: str) -> Iterator[Record]:
    """An open, empty record."""
    with Record.open(record_url) as opened:
        yield opened


def _administer(server: str, *statements: str) -> None:
    """Run statements on a connection of their own, none of which may wait long for others."""
    options = {"connect_args": {"options": "-c lock_timeout=30s -c statement_timeout=60s"}, "isolation_level": "AUTOCOMMIT"}
    engine = create_engine(make_url(server.format("postgres")), poolclass=NullPool, **options)
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
