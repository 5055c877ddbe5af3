"""`dragoman keep`: read documents and file what they say in the record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from dragoman.views.options import colour_option, publication_options
from dragoman.views.record_options import format_option, record_option, tell

if TYPE_CHECKING:
    from dragoman.intake.failure import IntakeFailure
    from dragoman.model.document import Document
    from dragoman.model.reading import Reading
    from dragoman.record.record import Record
    from dragoman.record.truth import Filed, Sighting


@click.command(epilog="Example:  dragoman keep archive/ --publisher 'Agence de presse' --record desk.record")
@click.argument("sources", nargs=-1, metavar="FILE...")
@record_option
@click.option(
    "--roster", "rosters", multiple=True, metavar="FILE.csv", help="File who held which office: name,country,office,of,from,to,source."
)
@click.option("--batch", type=click.IntRange(1, 10_000), default=200, show_default=True, metavar="N", help="Confirm every N documents.")
@click.option("--processes", type=click.IntRange(1, 256), default=1, show_default=True, metavar="N", help="Read in N processes.")
@publication_options
@format_option
@colour_option
def keep(
    sources: tuple[str, ...],
    where: str | None,
    rosters: tuple[str, ...],
    batch: int,
    processes: int,
    published: str | None,
    publisher: str | None,
    form: str,
    no_colour: bool,
) -> int:
    """Read documents and file them: plain text, HTML pages, JSONL or JSON with a `text`, folders, or - for standard input.

    What the record holds already is not read again. What was confirmed outlives any crash; run the same command again to go on.
    """
    if not sources and not rosters:
        raise click.UsageError("nothing to keep: name a file, a folder or -")
    from dragoman.record.record import Record
    from dragoman.record.truth import Filed
    from dragoman.views.progress import progress

    with Record.open(where) as record:
        total = sum((record.file([reading]) for reading in _rosters(rosters)), Filed())
        intake = _Intake(record, sources, published, publisher)
        with progress(no_colour) as advance:
            for filed in record.filing(intake.readings(processes, advance), batch=batch):
                total += filed
        total += record.file((), sightings=intake.seen)
        tell(total, form, lambda filed: _told(filed, record.where), no_colour)
    return 0 if intake.sound else 1


class _Intake:
    """Brings documents in, sets those aside that the record holds already, and reads the others."""

    def __init__(self, record: Record, sources: tuple[str, ...], published: str | None, publisher: str | None) -> None:
        self.record, self.sources = record, sources
        self.published, self.publisher = published, publisher
        self.seen: list[Sighting] = []
        self.sound = True

    def readings(self, processes: int, advance: object) -> Iterator[Reading]:
        """The readings to file; what cannot be read is told on standard error."""
        from dragoman.flow import reader
        from dragoman.reading.in_place import read_in_place
        from dragoman.views.read_command import failed, readable

        items = read_in_place(self._unknown(), reader(), n_process=processes, published=self.published, publisher=self.publisher)
        for item in items:
            reading = readable(item)
            if reading is None or failed(reading):
                self.sound = False
                continue
            advance(len(reading.acts))  # type: ignore[operator]
            yield reading

    def _unknown(self) -> Iterator[Document | IntakeFailure]:
        import msgspec

        from dragoman.intake.failure import IntakeFailure
        from dragoman.intake.sources import documents
        from dragoman.reading.freezing import reader_version
        from dragoman.record.truth import sighting_of

        version = reader_version()
        for item in documents(self.sources):
            if isinstance(item, IntakeFailure) or not self.record.holds([item.id], version):
                yield item
            else:
                told = msgspec.structs.replace(item, published=item.published or self.published, publisher=item.publisher or self.publisher)
                self.seen.append(sighting_of(told))


def _rosters(files: tuple[str, ...]) -> Iterator[Reading]:
    from pathlib import Path

    from dragoman.errors import RosterError
    from dragoman.record.roster import roster_reading

    for file in files:
        try:
            text = Path(file).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            raise RosterError(
                f"{file}: cannot be read ({getattr(error, 'strerror', None) or 'it is not UTF-8'}); check the path"
            ) from error
        yield roster_reading(text, file)


_PLURALS = {"new document": "new documents", "reading": "readings", "place seen": "places seen"}


def _told(filed: Filed, where: str) -> str:
    counts = ((filed.documents, "new document"), (filed.readings, "reading"), (filed.sightings, "place seen"))
    parts = [f"{count} {noun if count == 1 else _PLURALS[noun]}" for count, noun in counts]
    known = f"; {filed.known} known already" if filed.known else ""
    return f"{where}: filed {', '.join(parts)}{known}"
