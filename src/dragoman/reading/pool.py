"""Reading in several processes: forked once everything is loaded, so that models and lexicons are in memory once."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext

from dragoman.model.document import Document
from dragoman.model.reading import Reading
from dragoman.reading.carefully import failed_reading, read_carefully
from dragoman.reading.reader import BATCH, Reader, make_document

CHUNK = BATCH // 4
"""Documents handed to a process at a time: small enough that the processes end together."""


def pool_readings(reader: Reader, documents: Iterable[Document], n_process: int) -> Iterator[Reading]:
    """The readings of the documents, in order, made by `n_process` processes; by this one where the system cannot fork.

    A document on which the reader fails comes back as an empty reading with a warning; a process that dies costs the
    chunk that it was reading, and another takes its place.
    """
    alone = n_process < 2 or "fork" not in multiprocessing.get_all_start_methods()
    stream = iter(documents)
    chunks = iter(lambda: list(islice(stream, BATCH if alone else CHUNK)), [])
    if alone:
        for chunk in chunks:
            yield from read_carefully(reader.pipe, chunk)
        return
    _warm(reader)
    context = multiprocessing.get_context("fork")
    workers = [_Worker(context, reader) for _ in range(n_process)]
    try:
        yield from _in_order(workers, chunks)
    finally:
        for worker in workers:
            worker.stop()


def _warm(reader: Reader) -> None:
    """Read an example of the reader's own frames, so that everything is loaded before the fork."""
    texts = (example.text for frame in reader.frames.acts for example in frame.examples)
    read_carefully(reader.pipe, [make_document(next(texts, ""), language=reader.language)])


def _in_order(workers: list[_Worker], chunks: Iterator[list[Document]]) -> Iterator[Reading]:
    free, busy = deque(workers), deque[_Worker]()
    while True:
        while free and (chunk := next(chunks, None)):
            free[0].hand(chunk)
            busy.append(free.popleft())
        if not busy:
            return
        readings = busy[0].take()
        free.append(busy.popleft())
        yield from readings


class _Worker:
    """One process and the pipe to it: a chunk of documents goes in, their readings come back as JSON."""

    def __init__(self, context: ForkContext, reader: Reader) -> None:
        self.context = context
        self.reader = reader
        self.chunk: list[Document] = []
        self._start()

    def _start(self) -> None:
        self.pipe, there = self.context.Pipe()
        self.process = self.context.Process(target=_serve, args=(self.reader, there, self.pipe), daemon=True)
        self.process.start()
        there.close()

    def hand(self, chunk: list[Document]) -> None:
        """Give the process a chunk to read; that it is dead shows in `take`."""
        self.chunk = chunk
        with suppress(ConnectionError):
            self.pipe.send(chunk)

    def take(self) -> list[Reading]:
        """The readings of the chunk; empty ones with a warning where the process died of it."""
        try:
            return [Reading.from_json(line) for line in self.pipe.recv()]
        except (EOFError, ConnectionError):
            self.process.join()
            why = f"its process ended with code {self.process.exitcode}"
        self.stop()
        self._start()
        return [failed_reading(document, why) for document in self.chunk]

    def stop(self) -> None:
        """End the process."""
        self.pipe.close()
        self.process.terminate()
        self.process.join()


def _serve(reader: Reader, pipe: Connection, parents: Connection) -> None:
    parents.close()
    with suppress(EOFError, ConnectionError, KeyboardInterrupt):
        while True:
            chunk = pipe.recv()
            pipe.send([reading.to_json() for reading in read_carefully(reader.pipe, chunk)])
