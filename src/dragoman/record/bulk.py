"""Many rows at once: tuples straight to the driver, and lists of values to look for."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Table, func, select
from sqlalchemy.sql.elements import ColumnElement

from dragoman.record.failures import failure
from dragoman.record.location import shown

AT_ONCE = 900
"""How many values one statement looks for."""
Row = tuple[Any, ...]


def insert_rows(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[Row]) -> None:
    """Insert rows whose values stand in the order of `columns`; PostgreSQL gets them by COPY."""
    if not rows:
        return
    names = ", ".join(f'"{name}"' for name in columns)
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        connection.exec_driver_sql(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})', list(rows))
        return
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(f'COPY "{table.name}" ({names}) FROM STDIN') as copy:
            for row in rows:
                copy.write_row(row)
    except Exception as error:
        told = failure(error, shown(connection.engine.url))
        if told is None:
            raise
        raise told from error


def in_parts(values: Iterable[Any], size: int = AT_ONCE) -> Iterator[list[Any]]:
    """The values in lists short enough for one statement."""
    listed = list(values)
    for start in range(0, len(listed), size):
        yield listed[start : start + size]


def rows_where(connection: Connection, question: Callable[[list[Any]], Any], values: Iterable[Any]) -> Iterator[Any]:
    """The rows of one question asked for many values, part by part."""
    for part in in_parts(values):
        yield from connection.execute(question(part)).all()


def delete_where(connection: Connection, column: ColumnElement[Any], values: Iterable[Any]) -> None:
    """Delete the rows of a column's table in which the column has one of the values."""
    table: Any = column.table
    for part in in_parts(values):
        connection.execute(table.delete().where(column.in_(part)))


def next_id(connection: Connection, table: Table) -> int:
    """The first free row number of a table, for one who holds the write lock."""
    return int(connection.execute(select(func.coalesce(func.max(table.c.id), 0) + 1)).scalar_one())


def run_many(connection: Connection, statement: str, rows: Sequence[Row]) -> None:
    """Run one statement, its values marked by `?`, for many rows."""
    if rows:
        plain = statement if connection.dialect.name == "sqlite" else statement.replace("?", "%s")
        connection.exec_driver_sql(plain, list(rows))
