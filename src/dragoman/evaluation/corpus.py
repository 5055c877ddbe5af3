"""A corpus on disk: documents and their gold, side by side in one folder."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import msgspec

from dragoman.errors import MeasureError
from dragoman.evaluation.gold import GoldDocument, decode_lines, read_gold
from dragoman.model.document import Document, document_id


class SourceDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A document as a corpus file has it: its text, and what is known of where it came from. `published` is EDTF."""

    uri: str
    text: str
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    language: str = "fr"
    fiction: bool | None = None

    def as_document(self) -> Document:
        """The document as the rest of the package knows it."""
        return Document(
            id=document_id(self.text),
            uri=self.uri,
            title=self.title,
            publisher=self.publisher,
            language=self.language,
            published=self.published,
            text=self.text,
            fiction=self.fiction,
        )


@dataclass(frozen=True, slots=True)
class Corpus:
    """Documents and gold; `gold` may lack some documents and hold them in another order."""

    documents: tuple[SourceDocument, ...]
    gold: tuple[GoldDocument, ...]

    @property
    def digest(self) -> str:
        """`sha256:` of documents and gold as canonical JSON (keys sorted, nothing left out), whatever the files' layout."""
        content = {"documents": msgspec.to_builtins(self.documents), "gold": msgspec.to_builtins(self.gold)}
        canonical = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(canonical.encode("utf-8", "surrogatepass")).hexdigest()


def load_corpus(folder: Path) -> Corpus:
    """The corpus of a folder: `documents.jsonl` with `gold.jsonl`, and every `NAME.documents.jsonl` with its `NAME.gold.jsonl`, by name.

    Raises `MeasureError` where there is no such pair, a file of a pair is missing, a line is wrong, or a gold document has no text.
    """
    names = sorted(p.name.removesuffix("documents.jsonl") for p in folder.glob("*documents.jsonl"))
    names = [n for n in names if not n or n.endswith(".")]
    if not names:
        raise MeasureError(f"{folder}: no documents.jsonl or NAME.documents.jsonl here")
    documents: list[SourceDocument] = []
    gold: list[GoldDocument] = []
    for name in names:
        documents += decode_lines(folder / f"{name}documents.jsonl", SourceDocument, "document")
        gold += read_gold(folder / f"{name}gold.jsonl")
    _check(folder, documents, gold)
    return Corpus(tuple(documents), tuple(gold))


def _check(folder: Path, documents: list[SourceDocument], gold: list[GoldDocument]) -> None:
    uris = [d.uri for d in documents]
    if len(set(uris)) < len(uris):
        raise MeasureError(f"{folder}: a uri comes twice: {next(u for u in uris if uris.count(u) > 1)!r}")
    missing = sorted({g.id for g in gold} - {name for uri in uris for name in names_of(uri)})
    if missing:
        raise MeasureError(f"{folder}: gold without a document: {', '.join(missing[:5])}")


def names_of(uri: str) -> tuple[str, str, str]:
    """The gold ids that a document's uri answers to: the last part of the path without its ending, the last part, the whole."""
    last = uri.replace("\\", "/").rsplit("/", 1)[-1]
    return last.rsplit(".", 1)[0], last, uri
