"""Questions that are put together once and asked with other values each time.

A dossier asks some thirty questions, each of few rows: most of its time went into putting them together and into the layers between them
and the driver. In SQLite a prepared question goes straight to the driver, and lists of values as one value of JSON.
"""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Callable, Iterable
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, column, func, select

from dragoman.record.failures import failure
from dragoman.record.location import shown

Among = Callable[[ColumnElement[Any], str], ColumnElement[bool]]
"""From a column and a name to the condition that the column has one of the values handed over under that name."""


class Prepared:
    """A question by what makes it: a function of `Among` whose other values are `bindparam`s.

    Rows have their columns as attributes. They come as the database keeps them: a Boolean of SQLite is 0 or 1.
    """

    def __init__(self, make: Callable[[Among], Select[Any]]) -> None:
        self._make = make
        self._sqlite: tuple[str, tuple[str, ...], dict[str, Any], Callable[[Iterable[Any]], Any]] | None = None
        self._other: Select[Any] | None = None

    def rows(self, connection: Connection, **values: Any) -> list[Any]:
        """All rows, for these values."""
        if connection.dialect.name == "sqlite":
            return self._of_driver(connection, values)
        if self._other is None:
            self._other = self._make(_expanded)
        return list(connection.execute(self._other, values).all())

    def _of_driver(self, connection: Connection, values: dict[str, Any]) -> list[Any]:
        sql, names, fixed, row = self._sqlite or self._compiled(connection)
        told = [_handed_over(values[name] if name in values else fixed[name]) for name in names]
        driver: Any = connection.connection.driver_connection
        try:
            found = driver.execute(sql, told).fetchall()
        except Exception as error:
            meant = failure(error, shown(connection.engine.url))
            if meant is None:
                raise
            raise meant from error
        return list(map(row, found))

    def _compiled(self, connection: Connection) -> tuple[str, tuple[str, ...], dict[str, Any], Callable[[Iterable[Any]], Any]]:
        question = self._make(_of_json)
        compiled: Any = question.compile(dialect=connection.dialect, compile_kwargs={"render_postcompile": True})
        row: Any = namedtuple("row", question.selected_columns.keys())  # type: ignore[misc]
        self._sqlite = (str(compiled), tuple(compiled.positiontup), dict(compiled.params), row._make)
        return self._sqlite


def _handed_over(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, list) else value


def _of_json(one: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return one.in_(select(column("value")).select_from(func.json_each(bindparam(name))))


def _expanded(one: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    return one.in_(bindparam(name, expanding=True))
