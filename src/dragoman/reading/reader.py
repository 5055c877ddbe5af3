"""The reader: from a document to its reading, by way of text, annotations, grammar and what makes acts of tellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from spacy.language import Language

from dragoman.grammar.clause_text import ClauseText, clause_text
from dragoman.grammar.engine import Engine, Telling
from dragoman.grammar.frames import load_frames
from dragoman.grammar.parsed import parsed
from dragoman.grammar.syntax import load_syntax
from dragoman.model.document import Document, document_id
from dragoman.model.reading import Reading
from dragoman.reading.annotated import Annotated, annotate
from dragoman.reading.assembly import assemble, unread
from dragoman.reading.carefully import read_carefully
from dragoman.reading.pipeline import load_pipeline
from dragoman.reading.selection import Selection

LANGUAGES = ("fr",)
BATCH = 64
"""Documents whose clauses are parsed together."""


class Reader:
    """Reads documents of one language. Models load on the first reading; the same text is always read the same."""

    def __init__(self, *, language: str = "fr", frames: Sequence[str] = ()) -> None:
        self.language = language
        self.frames = load_frames(language, tuple(frames))
        self.syntax = load_syntax(language)
        self.engine = Engine(self.frames, self.syntax)
        self.selection = Selection(self.frames, language)

    @cached_property
    def nlp(self) -> Language:
        """The parser; loaded when first used."""
        return load_pipeline(self.language)

    def read(self, document: Document) -> Reading:
        """The reading of one document; an empty one with a warning where the reader fails on it."""
        return next(self.pipe([document]))

    def pipe(self, documents: Iterable[Document], *, n_process: int = 1) -> Iterator[Reading]:
        """The readings of many documents, in order; `n_process` > 1 reads in that many processes.

        A document on which the reader fails comes back as an empty reading with a warning. Raises `DataError` where the package's own
        data is wrong.
        """
        if n_process > 1:
            from dragoman.reading.pool import pool_readings

            yield from pool_readings(self, documents, n_process)
            return
        stream = iter(documents)
        while batch := list(islice(stream, BATCH)):
            yield from read_carefully(self._batch, batch)

    def _batch(self, documents: list[Document]) -> Iterator[Reading]:
        annotated = [annotate(d) for d in documents]
        jobs: list[tuple[int, int, ClauseText, list[int]]] = []
        for number, item in enumerate(annotated):
            if isinstance(item, Annotated):
                jobs.extend((number, i, *self.clause(item, i)) for i in self.selection.segments(item))
        docs = self.nlp.pipe((self.nlp.make_doc(job[2].text) for job in jobs), batch_size=256)
        tellings: dict[int, list[Telling]] = {}
        for (number, index, clause, indexes), doc in zip(jobs, docs):
            item = annotated[number]
            assert isinstance(item, Annotated)
            clause_parse = parsed(item.text.segments[index], index, clause, doc, item.annotations.mentions, indexes)
            tellings.setdefault(number, []).extend(self.engine.tellings(clause_parse, item.annotations))
        for number, item in enumerate(annotated):
            if isinstance(item, Annotated):
                yield assemble(item, tellings.get(number, []), self.syntax)
            else:
                yield unread(documents[number], item)

    def clause(self, item: Annotated, index: int) -> tuple[ClauseText, list[int]]:
        """What the parser sees of a segment, and the indexes of the mentions in it."""
        segment = item.text.segments[index]
        mentions = item.annotations.mentions
        indexes = [i for i, m in enumerate(mentions) if any(s <= m.start and m.end <= e for s, e in segment.pieces)]
        known = item.annotations
        return clause_text(item.text.repaired.text, segment.pieces, mentions, indexes, known.dates, self.syntax, known.places), indexes


def make_document(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    uri: str | None = None,
    language: str = "und",
) -> Document:
    """A document from a text and what is known of it."""
    return Document(id=document_id(text), uri=uri, title=title, publisher=publisher, language=language, published=published, text=text)
