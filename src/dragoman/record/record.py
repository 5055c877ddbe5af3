"""A record: many documents, one memory."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from functools import cached_property
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy import Engine, select

from dragoman.model.reading import ReaderVersion, Reading
from dragoman.record.answering import Verdict, anchor_of, answer
from dragoman.record.bulk import rows_where
from dragoman.record.checking import check
from dragoman.record.connection import WAIT, asking, connect
from dragoman.record.deciding import all_decisions
from dragoman.record.decisions import Anchor, Decision, Forget, Undo, What, cited, make_decision
from dragoman.record.filing import BATCH, file_readings, file_sightings
from dragoman.record.location import locate, shown
from dragoman.record.migrations import bring_up
from dragoman.record.rebuilding import Progress, rebuild
from dragoman.record.ruling import decide, take_decisions
from dragoman.record.schema import reading as reading_table
from dragoman.record.schema import text as text_table
from dragoman.record.truth import Filed, Sighting, reader_key

if TYPE_CHECKING:
    from dragoman.record.questions import Questions


class Record:
    """What is known of many documents: their readings, the decisions of those who work with them, and all that follows from the two.

    Use it as a context manager. Every method raises a subclass of `RecordError` that says what to do where the database fails.
    """

    def __init__(self, engine: Engine, *, read_only: bool = False) -> None:
        self.engine = engine
        self.read_only = read_only

    @classmethod
    def open(
        cls,
        url_or_path: str | os.PathLike[str] | None = None,
        *,
        create: bool = True,
        read_only: bool = False,
        wait: float = WAIT,
    ) -> Self:
        """Open a record: a file's path or a database's URL; by default the environment's `DRAGOMAN_RECORD`, else a file in the user's
        data folder.

        A record that is not there is made, unless `create` is false. `wait` is how long to wait for others who write, in seconds.
        """
        engine = connect(locate(url_or_path), create=create, read_only=read_only, wait=wait)
        try:
            bring_up(engine, read_only=read_only)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, read_only=read_only)

    @property
    def where(self) -> str:
        """Where the record lies, as messages name it."""
        return shown(self.engine.url)

    @cached_property
    def questions(self) -> Questions:
        """The one way to ask the record."""
        from dragoman.record.questions import Questions

        return Questions(self.engine)

    def file(self, readings: Iterable[Reading], *, sightings: Iterable[Sighting] = (), batch: int = BATCH) -> Filed:
        """File readings, and places where known texts were seen again; what was added. Filing a reading again changes nothing."""
        total = Filed()
        for filed in self.filing(readings, batch=batch):
            total += filed
        seen = tuple(sightings)
        return total + file_sightings(self.engine, seen) if seen else total

    def filing(self, readings: Iterable[Reading], *, batch: int = BATCH) -> Iterator[Filed]:
        """File readings batch by batch: what comes out is confirmed, and outlives any crash."""
        yield from file_readings(self.engine, readings, batch=batch)

    def holds(self, documents: Iterable[str], reader: ReaderVersion) -> frozenset[str]:
        """Those of the documents (by id) that the record holds a reading of by this very reader: they need not be read again."""
        column, by = reading_table.c.document, reading_table.c.reader == reader_key(reader)
        with asking(self.engine) as connection:
            return frozenset(
                row.document for row in rows_where(connection, lambda part: select(column).where(column.in_(part), by), documents)
            )

    def decide(self, decision: Decision) -> bool:
        """Make a decision (`make_decision` gives it its ident); False where it was made already.

        Raises `DecisionError`, and changes nothing, where it cites what the record does not hold or a value that does not fit.
        """
        return decide(self.engine, decision)

    def answer(self, question: str, verdict: Verdict, *, by: str, at: str, why: str = "") -> Decision:
        """Answer one of the record's questions, by its ident: `yes`, `no` or `unsure`; the decision that this is."""
        with asking(self.engine) as connection:
            what = answer(connection, question, verdict)
        return self._decided(what, by=by, at=at, why=why)

    def anchor(self, ident: str) -> Anchor:
        """The words by which decisions cite an act or a report."""
        with asking(self.engine) as connection:
            return anchor_of(connection, ident)

    def decisions(self) -> tuple[Decision, ...]:
        """Every decision ever made, those taken back too, in the order in which the record got them."""
        with asking(self.engine) as connection:
            return tuple(all_decisions(connection))

    def take_decisions(self, decisions: Iterable[Decision]) -> int:
        """Take over decisions made elsewhere; how many were new. What cites documents not filed yet comes into force when they are."""
        return take_decisions(self.engine, decisions)

    def waiting(self, decisions: Iterable[Decision]) -> int:
        """How many of some decisions cite documents that the record does not hold: these count once it does."""
        wanted = [[key for key in cited(decision.what) if not key.startswith("country:")] for decision in decisions]
        column = text_table.c.document
        with asking(self.engine) as connection:
            rows = rows_where(connection, lambda part: select(column).where(column.in_(part)), {key for keys in wanted for key in keys})
            held = {row.document for row in rows}
        return sum(not held.issuperset(keys) for keys in wanted)

    def forget(self, document: str, *, by: str, at: str, why: str = "") -> Decision:
        """Let a document count no longer, by a decision that can be undone."""
        return self._decided(Forget(document), by=by, at=at, why=why)

    def undo(self, decision: str, *, by: str, at: str, why: str = "") -> Decision:
        """Take a decision back, by another decision."""
        return self._decided(Undo(decision), by=by, at=at, why=why)

    def _decided(self, what: What, *, by: str, at: str, why: str) -> Decision:
        decision = make_decision(what, by=by, at=at, why=why)
        self.decide(decision)
        return decision

    def rebuild(self, progress: Progress | None = None) -> int:
        """Derive everything again from readings and decisions; how many documents there were."""
        return rebuild(self.engine, progress)

    def check(self, *, bodies: bool = True) -> tuple[str, ...]:
        """Every rule of a record that this one breaks, in words; empty where all is well. `bodies` also opens all texts and readings."""
        with asking(self.engine) as connection:
            return check(connection, bodies=bodies)

    def close(self) -> None:
        """Let go of the database."""
        self.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()
