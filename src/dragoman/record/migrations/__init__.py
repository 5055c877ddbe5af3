"""Making a record's tables, and bringing older records to the tables of this version."""

from __future__ import annotations

from sqlalchemy import Connection, Engine, inspect

from dragoman.errors import MissingRecordError, NewerRecordError, ReadOnlyRecordError
from dragoman.record.connection import asking, writing
from dragoman.record.location import shown

HEAD = "0001"
"""The version of the tables that this dragoman knows; one file of `versions` for each."""
APPLICATION = 0x44524147
"""What an SQLite record's header names as its program: `DRAG`."""


def bring_up(engine: Engine, *, read_only: bool = False) -> None:
    """Make the tables of a new record, or bring an older one's up to this version, in one transaction.

    Raises `NewerRecordError` for a record of a newer dragoman, `MissingRecordError` for a database that is none, `ReadOnlyRecordError`
    where tables must be made or changed and may not.
    """
    with asking(engine) as connection:
        version = _known_version(connection, engine)
    if version == HEAD:
        return
    if read_only:
        none = "there is no record yet; file documents into it first (dragoman keep)"
        older = "the record is of an older dragoman; bring it up to this one first: dragoman record rebuild"
        raise ReadOnlyRecordError(f"{shown(engine.url)}: {none if version is None else older}")
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            driver = connection.connection.driver_connection
            assert driver is not None
            driver.execute("PRAGMA journal_mode = WAL")
    with writing(engine) as connection:
        if _known_version(connection, engine) != HEAD:
            _upgrade(connection)


def version_of(connection: Connection) -> str | None:
    """The version of the tables; None where there are none."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _known_version(connection: Connection, engine: Engine) -> str | None:
    version = version_of(connection)
    where = shown(engine.url)
    if version is None and _foreign(connection):
        raise MissingRecordError(f"{where} is the database of another program; name another file or database")
    if version is not None and version > HEAD:
        raise NewerRecordError(f"{where} was written by a newer dragoman (tables {version}, known {HEAD}); update: pip install -U dragoman")
    return version


def _foreign(connection: Connection) -> bool:
    """Whether tables are there that are not a record's."""
    if connection.dialect.name == "sqlite":
        return bool(connection.exec_driver_sql("SELECT 1 FROM sqlite_schema LIMIT 1").first())
    return bool(inspect(connection).get_table_names())


def _upgrade(connection: Connection) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "dragoman.record:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION}")
