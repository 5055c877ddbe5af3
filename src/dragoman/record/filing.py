"""Filing readings: in batches, each one transaction that holds the truth and all that is derived from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import Engine

from dragoman.model.reading import Reading
from dragoman.record.connection import writing
from dragoman.record.deriving import derive
from dragoman.record.truth import Filed, Sighting, add_readings, add_sightings, check_identity

BATCH = 500
"""How many readings are kept in one transaction, by default."""


def file_readings(engine: Engine, readings: Iterable[Reading], *, batch: int = BATCH) -> Iterator[Filed]:
    """File readings; each batch is confirmed, for good, when its counts come out.

    The next batch is drawn from `readings` before the record is locked, so that who reads slowly keeps nobody waiting.
    Raises `RecordError` for a reading whose document has a false id, before anything of its batch is kept.
    """
    source = iter(readings)
    while part := list(islice(source, batch)):
        for reading in part:
            check_identity(reading)
        with writing(engine) as connection:
            filed, changed = add_readings(connection, part)
            derive(connection, list(changed), changed)
        yield filed


def file_sightings(engine: Engine, sightings: Iterable[Sighting]) -> Filed:
    """Keep where texts were seen, of documents that are known already."""
    with writing(engine) as connection:
        return Filed(sightings=add_sightings(connection, sightings))
