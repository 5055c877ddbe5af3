"""`dragoman export`: the record as flat tables for R, Stata and whatever reads JSONL."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

import click

from dragoman.errors import DragomanError
from dragoman.views.record_options import opened, record_option

TABLES = ("acts", "participants", "statements", "promises")


@click.command(epilog="Example:  dragoman export csv tables/ --record desk.record")
@click.argument("kind", type=click.Choice(["csv", "jsonl"]))
@click.argument("folder", required=False, type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--table", "tables", multiple=True, type=click.Choice(TABLES), help="Only this table; without a FOLDER, or to -, on standard output."
)
@record_option
def export(kind: str, folder: Path | None, tables: tuple[str, ...], where: str | None) -> None:
    """Write the record as flat tables, one file each in FOLDER: acts, participants, statements, promises.

    CSV is UTF-8 with a header, 1 and 0 for yes and no, lists apart by semicolons, nothing where nothing is told, every row on one line.
    """
    if folder == Path("-"):
        folder = None
    if folder is None and len(tables) != 1:
        raise click.UsageError("name a folder, or one --table for standard output")
    from dragoman.record.connection import asking
    from dragoman.record.exporting import COLUMNS, exported

    with opened(where) as record, asking(record.engine) as connection:
        for table in dict.fromkeys(tables or TABLES):
            with _output(folder, table, kind) as out:
                rows = exported(connection, table)
                if kind == "csv":
                    write_csv(out, COLUMNS[table], rows)
                else:
                    write_jsonl(out, rows)


def write_csv(out: TextIO, columns: Iterable[str], rows: Iterable[dict[str, Any]]) -> None:
    """Rows as CSV that R and Stata open without being told anything: line ends inside a value become blanks."""
    writer = csv.DictWriter(out, list(columns), lineterminator="\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({name: " ".join(value.split()) if isinstance(value, str) else value for name, value in row.items()})


def write_jsonl(out: TextIO, rows: Iterable[dict[str, Any]]) -> None:
    """Rows as JSON objects, one a line."""
    import msgspec

    for row in rows:
        out.write(msgspec.json.encode(row).decode() + "\n")


@contextmanager
def _output(folder: Path | None, table: str, kind: str) -> Iterator[TextIO]:
    if folder is None:
        out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="", write_through=True)
        yield out
        out.flush()
        out.detach()
        return
    file = folder / f"{table}.{kind}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with file.open("w", encoding="utf-8", newline="") as out:
            yield out
    except OSError as error:
        raise DragomanError(f"{file}: cannot be written ({error.strerror}); name another folder") from error
