"""The example communiqués of the package: real public events told as plain facts, and fiction with invented persons."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib.resources import files

from dragoman.model.document import Document, document_id


def example_documents() -> Iterator[Document]:
    """The examples, each a text file with a line of `documents.jsonl` that says what is known of it."""
    folder = files("dragoman").joinpath("examples")
    for line in folder.joinpath("documents.jsonl").read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        text = folder.joinpath(told["uri"]).read_text(encoding="utf-8")
        yield Document(id=document_id(text), text=text, **told)


def record_documents() -> Iterator[Document]:
    """The documents of the example record: fiction that belongs together, so that acts are told twice and promises kept."""
    told = files("dragoman").joinpath("examples/record/documents.jsonl").read_text(encoding="utf-8")
    for line in told.splitlines():
        fields = json.loads(line)
        yield Document(id=document_id(fields["text"]), **fields)
