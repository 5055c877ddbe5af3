"""`dragoman schema`: the JSON schema of a reading."""

from __future__ import annotations

import json

import click


@click.command(epilog="Example:  dragoman schema > reading.schema.json")
def schema() -> None:
    """Print the JSON schema of a reading (JSON Schema 2020-12)."""
    from dragoman.model.schema import reading_schema

    click.echo(json.dumps(reading_schema(), ensure_ascii=False, indent=2))
