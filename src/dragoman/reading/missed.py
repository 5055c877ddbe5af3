"""The predicates of a corpus that no frame took, counted: what to write a frame for next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.grammar.missed import Missed, missed
from dragoman.grammar.parsed import parsed
from dragoman.model.document import Document
from dragoman.reading.annotated import Annotated, annotate
from dragoman.reading.reader import Reader
from dragoman.reading.selection import LONGEST


@dataclass(frozen=True, slots=True)
class MissedPredicate:
    """A predicate between actors that no frame took: how often in how many documents, with which complements, and one sentence.

    `known` counts the times that an act frame names the word and did not fit.
    """

    words: str
    kind: str
    count: int
    documents: int
    known: int
    slots: tuple[str, ...]
    example: str


def missed_predicates(reader: Reader, documents: Iterable[Document]) -> list[MissedPredicate]:
    """The predicates of the documents with two actors that no frame of the reader took, most frequent first.

    Every segment is parsed, those too that the reader leaves out because it knows none of their words.
    """
    found: dict[tuple[str, str], list[tuple[Missed, str, int]]] = {}
    for number, document in enumerate(documents):
        item = annotate(document)
        if isinstance(item, Annotated):
            for case, sentence in _of_document(reader, item):
                found.setdefault((case.words, case.kind), []).append((case, sentence, number))
    rows = [_row(words, kind, cases) for (words, kind), cases in found.items()]
    return sorted(rows, key=lambda r: (-r.documents, -r.count, r.words))


def _of_document(reader: Reader, item: Annotated) -> Iterator[tuple[Missed, str]]:
    segments = [i for i, s in enumerate(item.text.segments) if s.end - s.start <= LONGEST]
    clauses = [reader.clause(item, i) for i in segments]
    docs = reader.nlp.pipe(clause.text for clause, _ in clauses)
    for index, (clause, indexes), doc in zip(segments, clauses, docs):
        segment = item.text.segments[index]
        parse = parsed(segment, index, clause, doc, item.annotations.mentions, indexes)
        tellings = reader.engine.tellings(parse, item.annotations)
        sentence = " ".join(item.text.repaired.text[segment.start : segment.end].split())
        yield from ((case, sentence) for case in missed(parse, item.annotations, tellings, reader.engine))


def _row(words: str, kind: str, cases: list[tuple[Missed, str, int]]) -> MissedPredicate:
    slots = dict.fromkeys(slot for case, _, _ in cases for slot in case.slots)
    example = min((sentence for _, sentence, _ in cases), key=len)
    return MissedPredicate(
        words=words,
        kind=kind,
        count=len(cases),
        documents=len({number for _, _, number in cases}),
        known=sum(case.known for case, _, _ in cases),
        slots=tuple(slots),
        example=example,
    )
