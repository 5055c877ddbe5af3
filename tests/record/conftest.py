"""What the tests of the record share: records in both databases, and readings to file."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from postgresql_server import NoServerError, running_server
from sqlalchemy import create_engine, make_url

from dragoman.record import Record

_numbers = count()


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
    engine = create_engine(make_url(postgresql_server.format("postgres")), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        others = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        connection.exec_driver_sql(others)
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        connection.exec_driver_sql("CREATE SCHEMA public")
    engine.dispose()


@pytest.fixture(scope="module")
def postgresql_module_url(postgresql_server: str) -> Iterator[str]:
    """The URL of an empty database that a module's tests share."""
    yield from _database(postgresql_server)


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


def _database(server: str) -> Iterator[str]:
    name = f"record_{next(_numbers)}"
    admin = create_engine(make_url(server.format("postgres")), isolation_level="AUTOCOMMIT")
    with admin.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    yield server.format(name)
    with admin.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
    admin.dispose()
