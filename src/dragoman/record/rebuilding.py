"""Building everything derived again, from readings and decisions alone."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, func, select

from dragoman.record import full_text
from dragoman.record.bulk import in_parts
from dragoman.record.connection import writing
from dragoman.record.deciding import rebuild_anchors
from dragoman.record.deriving import derive
from dragoman.record.schema import TRUTH, metadata, reading

BATCH = 1000
Progress = Callable[[int, int], None]
"""Told after every batch: documents done, documents in all."""


def rebuild(engine: Engine, progress: Progress | None = None) -> int:
    """Derive all again in one transaction: whoever asks meanwhile sees the record as it was. How many documents there were."""
    with writing(engine) as connection:
        clear_derived(connection)
        rebuild_anchors(connection)
        documents = list(
            connection.execute(select(reading.c.document).group_by(reading.c.document).order_by(func.min(reading.c.seq))).scalars()
        )
        for number, part in enumerate(in_parts(documents, BATCH)):
            derive(connection, part)
            if progress is not None:
                progress(number * BATCH + len(part), len(documents))
    return len(documents)


def clear_derived(connection: Connection) -> None:
    """Empty every derived table."""
    derived = [table for table in reversed(metadata.sorted_tables) if table not in TRUTH]
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql("TRUNCATE " + ", ".join(f'"{table.name}"' for table in derived))
    else:
        for table in derived:
            connection.execute(table.delete())
    full_text.clear(connection)
