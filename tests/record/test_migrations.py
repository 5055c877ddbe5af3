"""The migrations, one after the other, make the tables of the schema."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, inspect

from dragoman.record import full_text
from dragoman.record.connection import connect
from dragoman.record.location import locate
from dragoman.record.migrations import HEAD, bring_up, version_of
from dragoman.record.schema import metadata

VERSIONS = Path(full_text.__file__).parent / "migrations" / "versions"


def _tables(engine: Engine) -> dict[str, dict[str, Any]]:
    """All tables but alembic's own, as the database tells them; names of constraints and words of comments do not count."""
    found = inspect(engine)
    told = {}
    for name in found.get_table_names():
        if name == "alembic_version":
            continue
        told[name] = {
            "columns": {c["name"]: (str(c["type"]), c["nullable"], c["default"]) for c in found.get_columns(name)},
            "key": found.get_pk_constraint(name)["constrained_columns"],
            "foreign": sorted((k["constrained_columns"], k["referred_table"], k["referred_columns"]) for k in found.get_foreign_keys(name)),
            "unique": sorted(u["column_names"] for u in found.get_unique_constraints(name)),
            "indexes": sorted((i["name"] or "", i["column_names"], bool(i["unique"])) for i in found.get_indexes(name)),
        }
    if engine.dialect.name == "sqlite":
        with engine.connect() as connection:
            for name, sql in connection.exec_driver_sql("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"):
                if name in told:
                    told[name]["numbers"] = [word in sql for word in ("AUTOINCREMENT", "WITHOUT ROWID")]
    return told


def _agree(migrated: Engine, made: Engine) -> None:
    bring_up(migrated)
    with made.begin() as connection:
        metadata.create_all(connection)
        full_text.make_tables(connection)
    by_migrations, by_schema = _tables(migrated), _tables(made)
    assert by_migrations.keys() == by_schema.keys()
    for name, told in by_schema.items():
        assert by_migrations[name] == told, name
    with migrated.connect() as connection:
        assert version_of(connection) == HEAD
    for engine in (migrated, made):
        engine.dispose()


def test_the_migrations_make_the_tables_of_the_schema(tmp_path: Path) -> None:
    _agree(connect(locate(str(tmp_path / "migrated.record"))), connect(locate(str(tmp_path / "made.record"))))


def test_the_migrations_make_the_tables_of_the_schema_in_postgresql(postgresql_url: str, postgresql_module_url: str) -> None:
    _agree(connect(locate(postgresql_url)), connect(locate(postgresql_module_url)))


@pytest.mark.parametrize("file", sorted(VERSIONS.glob("v*.py")), ids=lambda file: file.stem)
def test_a_migration_does_not_look_at_tables_that_will_change(file: Path) -> None:
    assert "record.schema" not in file.read_text(encoding="utf-8")


def test_the_known_version_is_the_last_migration() -> None:
    numbers = [re.match(r"v(\d{4})_", file.name) for file in sorted(VERSIONS.glob("v*.py"))]
    assert [number and number[1] for number in numbers] == [f"{n:04}" for n in range(1, int(HEAD) + 1)]
