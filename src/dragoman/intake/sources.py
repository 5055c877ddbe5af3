"""Bringing documents in: from files, folders and the standard input, as plain text, JSONL or JSON."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from dragoman.intake.encoding import binary, decode, encoding, signature
from dragoman.intake.failure import IntakeFailure
from dragoman.intake.pages import ENDINGS, from_page, is_page
from dragoman.intake.records import from_json, from_lines, is_record
from dragoman.model.document import Document, document_id

STANDARD_INPUT = "-"
MAX_BYTES = 5_000_000
"""The size up to which a document is read: beyond it, it is no document but many."""

_LINES = (".jsonl", ".ndjson")
_MAX_JSON_BYTES = 200_000_000


def documents(paths: Sequence[str], *, max_bytes: int = MAX_BYTES, stdin: BinaryIO | None = None) -> Iterator[Document | IntakeFailure]:
    """The documents behind the paths, in order; a failure in the place of each that cannot be brought in.

    A path is a file, a folder (read to its last subfolder, in the order of the paths, hidden files left out) or `-`, the standard input.
    A file is JSONL (`.jsonl`, `.ndjson`), JSON (`.json`: one object or a list of them), an HTML page (`.html`, or what begins as one) or
    else plain text; the standard input is what it looks like. A text of more than `max_bytes` is refused. The language is the one told,
    else `und`: finding it out is left to the caller.
    """
    for path in paths:
        if path == STANDARD_INPUT:
            yield from _standard_input(stdin or sys.stdin.buffer, max_bytes)
        else:
            yield from _path(path, max_bytes)


def _path(path: str, max_bytes: int) -> Iterator[Document | IntakeFailure]:
    try:
        if not path:
            raise FileNotFoundError
        if Path(path).is_dir():
            yield from _folder(path, max_bytes)
        else:
            yield from _file(path, max_bytes)
    except (OSError, ValueError) as error:
        yield IntakeFailure(path, _unreadable(error))


def _unreadable(error: OSError | ValueError) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such file or folder; check the path"
    if isinstance(error, PermissionError):
        return "may not be read; change its permissions"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"


def _folder(path: str, max_bytes: int) -> Iterator[Document | IntakeFailure]:
    root = Path(path)
    files = sorted(_files(root), key=lambda file: file.relative_to(root).parts)
    if not files:
        yield IntakeFailure(path, "the folder holds no file")
    for file in files:
        yield from _path(f"{path.rstrip('/')}/{file.relative_to(root).as_posix()}", max_bytes)


def _files(folder: Path) -> Iterator[Path]:
    """The files below a folder, but for hidden ones; links to folders are not followed, so that there is an end."""
    for entry in folder.iterdir():
        if entry.name.startswith("."):
            continue
        if entry.is_dir():
            if not entry.is_symlink():
                yield from _files(entry)
        else:
            yield entry


def _file(path: str, max_bytes: int) -> Iterator[Document | IntakeFailure]:
    file = Path(path)
    if file.exists() and not file.is_file():
        yield IntakeFailure(path, "is no file that could be read as a document")
        return
    ending = file.suffix.lower()
    with file.open("rb") as stream:
        if ending in _LINES:
            yield from from_lines(path, stream, max_bytes)
        elif ending == ".json":
            yield from _json(path, stream, max_bytes)
        else:
            yield _plain(path, stream.read(max_bytes + 1), max_bytes, page=ending in ENDINGS)


def _json(path: str, stream: BinaryIO, max_bytes: int) -> Iterator[Document | IntakeFailure]:
    data = stream.read(_MAX_JSON_BYTES + 1)
    if len(data) > _MAX_JSON_BYTES:
        yield IntakeFailure(path, f"has more than {_MAX_JSON_BYTES:,} bytes; hand it in as JSONL, one document a line")
        return
    yield from from_json(path, data, max_bytes)


def _standard_input(stream: BinaryIO, max_bytes: int) -> Iterator[Document | IntakeFailure]:
    first = stream.readline(max_bytes + 1)
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()[:1]
    if start == b"{" and is_record(first):
        yield from from_lines(STANDARD_INPUT, stream, max_bytes, first=first)
        return
    data = first + stream.read(_MAX_JSON_BYTES if start in (b"{", b"[") else max_bytes + 1)
    if start in (b"{", b"[") and is_record(data):
        yield from from_json(STANDARD_INPUT, data, max_bytes)
    elif start == b"{":
        yield from from_lines(STANDARD_INPUT, BytesIO(data), max_bytes)
    else:
        yield _plain(STANDARD_INPUT, data, max_bytes)


def _plain(path: str, data: bytes, max_bytes: int, page: bool = False) -> Document | IntakeFailure:
    """A plain text as one document, or the text of a page."""
    name = encoding(data)
    kind = signature(data) if name or len(data) > max_bytes else binary(data)
    if kind:
        return IntakeFailure(path, f"is {kind}, no text; hand in the text in it")
    if len(data) > max_bytes:
        return IntakeFailure(path, f"has more than {max_bytes:,} bytes; split it into documents, for instance as JSONL, one a line")
    if name is None:
        return IntakeFailure(path, _undecodable(data))
    if page or is_page(data):
        return from_page(path, data)
    text = decode(data)
    if not text.strip():
        return IntakeFailure(path, "is empty")
    return Document(id=document_id(text), uri=path, language="und", text=text)


def _undecodable(data: bytes) -> str:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return f"is not valid UTF-8 (byte {error.start}), and no other encoding explains it; save it as UTF-8"
    return "is no text in any known encoding; save it as UTF-8"
