"""Documents as JSON objects: `text`, and where told `uri`, `title`, `publisher`, `published`, `language`, `fiction`.

Other keys are left aside.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from dragoman.intake.encoding import decode, encoding
from dragoman.intake.failure import IntakeFailure
from dragoman.model.document import Document, document_id

_WORDS = ("uri", "title", "publisher", "published", "language")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ESCAPING = 6
"""How many bytes of JSON one byte of text may take (`\\u0041`)."""
_METADATA_BYTES = 1 << 16
_BLOCK = 1 << 20
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
_KINDS = {dict: "an object", list: "a list", str: "a string", bool: "true or false", int: "a number", float: "a number", type(None): "null"}


def from_lines(path: str, stream: BinaryIO, max_bytes: int, first: bytes = b"") -> Iterator[Document | IntakeFailure]:
    """The documents of JSONL, one a line; blank lines are left out. `first` is what was read of the stream before.

    Lines are read one by one, so that a file may be larger than the memory.
    """
    empty = True
    for number, line in enumerate(_lines(stream, max_bytes * _ESCAPING + _METADATA_BYTES, first), start=1):
        where = f"{path}:{number}"
        if line is None:
            yield IntakeFailure(where, _too_long(max_bytes))
        elif line.strip():
            yield _from_line(path, where, line, max_bytes)
        else:
            continue
        empty = False
    if empty:
        yield IntakeFailure(path, "is empty")


def from_json(path: str, data: bytes, max_bytes: int) -> Iterator[Document | IntakeFailure]:
    """The documents of a JSON file: one object, or a list of objects."""
    if not data.strip():
        yield IntakeFailure(path, "is empty")
        return
    value = _parsed(data)
    if isinstance(value, IntakeFailure):
        yield IntakeFailure(path, value.reason)
    elif isinstance(value, list):
        if not value:
            yield IntakeFailure(path, "the list holds no document")
        for number, item in enumerate(value, start=1):
            yield _document(path, f"{path}:{number}", item, max_bytes)
    else:
        yield _document(path, path, value, max_bytes)


def is_record(data: bytes) -> bool:
    """Whether the bytes are one JSON value that could be documents: an object or a list of objects."""
    value = _parsed(data)
    return isinstance(value, dict) or (isinstance(value, list) and all(isinstance(item, dict) for item in value))


def _lines(stream: BinaryIO, limit: int, first: bytes) -> Iterator[bytes | None]:
    """The lines, None for one that is too long."""
    line = first if first.endswith(b"\n") else first + stream.readline(limit + 1)
    if line.startswith(_WIDE_MARKS):
        yield from decode(line + stream.read()).encode("utf-8", "surrogatepass").split(b"\n")
        return
    line = line.removeprefix(b"\xef\xbb\xbf")
    while line:
        if len(line) > limit:
            _skip_line(stream, line)
            yield None
        else:
            yield line
        line = stream.readline(limit + 1)


def _skip_line(stream: BinaryIO, line: bytes) -> None:
    while line and not line.endswith(b"\n"):
        line = stream.readline(_BLOCK)


def _from_line(path: str, where: str, line: bytes, max_bytes: int) -> Document | IntakeFailure:
    value = _parsed(line)
    return IntakeFailure(where, value.reason) if isinstance(value, IntakeFailure) else _document(path, where, value, max_bytes)


def _parsed(data: bytes) -> Any:
    """The JSON value, or a failure that says why there is none."""
    if encoding(data) is None:
        return IntakeFailure("", "is not valid UTF-8, and no other encoding explains it; save it as UTF-8")
    try:
        return json.loads(decode(data))
    except (ValueError, RecursionError) as error:
        return IntakeFailure("", f"is not JSON ({error}); one object with a `text` is expected")


def _document(path: str, where: str, value: Any, max_bytes: int) -> Document | IntakeFailure:
    """The document that an object describes."""
    if not isinstance(value, dict):
        return IntakeFailure(where, f"is {_kind(value)}; one object with a `text` is expected")
    text = value.get("text")
    if not isinstance(text, str):
        return IntakeFailure(where, "has no `text`" if text is None else f"`text` is {_kind(text)}; a string is expected")
    text = _clean(text.removeprefix("\ufeff"))
    if not text.strip():
        return IntakeFailure(where, "`text` is empty")
    if len(text) * 4 > max_bytes and len(text.encode("utf-8", "surrogatepass")) > max_bytes:
        return IntakeFailure(where, _too_long(max_bytes))
    try:
        told = {key: _word(key, value.get(key)) for key in _WORDS}
        fiction = _truth("fiction", value.get("fiction"))
    except ValueError as error:
        return IntakeFailure(where, str(error))
    told = {**told, "uri": told["uri"] or path}
    language = told.pop("language") or "und"
    return Document(id=document_id(text), text=text, language=language, fiction=fiction, **told)


def _too_long(max_bytes: int) -> str:
    return f"the text has more than {max_bytes:,} bytes; split it into documents"


def _word(key: str, value: Any) -> str | None:
    """A string, or a number as one (`published: 2022`); None where nothing is told."""
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value)
    if value is not None and not isinstance(value, str):
        raise ValueError(f"`{key}` is {_kind(value)}; a string is expected")
    return _clean(value) if value else None


def _truth(key: str, value: Any) -> bool | None:
    if value is not None and not isinstance(value, bool):
        raise ValueError(f"`{key}` is {_kind(value)}; true or false is expected")
    return value


def _clean(text: str) -> str:
    """The text with U+FFFD for halves of surrogate pairs, which JSON can write and no encoding can hold."""
    return _LONE_SURROGATE.sub("\ufffd", text)


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "something else")
