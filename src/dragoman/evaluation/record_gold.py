"""Gold across documents: which acts are one, which promise was kept by which act, which keys are one person."""

from __future__ import annotations

from pathlib import Path

import msgspec

from dragoman.errors import MeasureError
from dragoman.evaluation.gold import GoldAct, GoldDocument, decode_lines
from dragoman.model.document import Document, document_id


class RecordAct(GoldAct, frozen=True, kw_only=True):
    """An act with its cluster, the same in every document that tells of it; what became of a promise; clusters it is easily taken for."""

    cluster: str
    fulfilled_by: str | None = None
    called_off_by: str | None = None
    renewed_by: str | None = None
    apart: tuple[str, ...] = ()


class RecordDocument(GoldDocument, frozen=True, kw_only=True):
    """The gold of one document of a corpus of documents that belong together; `persons` says whose its keys are record-wide."""

    acts: tuple[RecordAct, ...]
    persons: dict[str, str] = {}


class _Line(msgspec.Struct, frozen=True):
    uri: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "fr"
    fiction: bool | None = None


class RecordCorpus(msgspec.Struct, frozen=True):
    """Documents with their gold, in the order of the file."""

    documents: tuple[Document, ...]
    gold: tuple[RecordDocument, ...]


def read_record_corpus(folder: Path) -> RecordCorpus:
    """The corpus of a folder with `documents.jsonl` and `gold.jsonl`; raises `MeasureError` where a line is wrong or has no counterpart."""
    lines = {line.uri: line for line in decode_lines(folder / "documents.jsonl", _Line, "document")}
    gold = {doc.id: doc for doc in decode_lines(folder / "gold.jsonl", RecordDocument, "gold document with clusters")}
    if lines.keys() != gold.keys():
        alone = sorted(lines.keys() ^ gold.keys())[0]
        raise MeasureError(f"{folder}: {alone!r} stands in one of the two files only: give each document its gold")
    return RecordCorpus(tuple(_document(line) for line in lines.values()), tuple(gold[uri] for uri in lines))


def _document(line: _Line) -> Document:
    return Document(
        id=document_id(line.text),
        uri=line.uri,
        title=line.title,
        publisher=line.publisher,
        language=line.language,
        published=line.published,
        text=line.text,
        fiction=line.fiction,
    )
