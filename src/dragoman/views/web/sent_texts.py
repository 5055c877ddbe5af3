"""Texts as a form sends them: pasted, or a file dropped, with what is known of them; and their reading."""

from __future__ import annotations

from dataclasses import dataclass, replace
from io import BytesIO
from threading import Lock

from fastapi import UploadFile

from dragoman.errors import DragomanError
from dragoman.intake.failure import IntakeFailure
from dragoman.intake.sources import MAX_BYTES, STANDARD_INPUT, documents
from dragoman.model.reading import Reading

_one_at_a_time = Lock()


class SentError(DragomanError):
    """A text that cannot be read: `code` names the words for it (`read.wrong.<code>`), `what` is what they leave open."""

    def __init__(self, code: str, what: str = "") -> None:
        super().__init__(code)
        self.code, self.what = code, what


@dataclass(frozen=True)
class Told:
    """A text and what was said of it; empty where nothing was."""

    text: str = ""
    title: str = ""
    publisher: str = ""
    published: str = ""
    uri: str = ""

    def reading(self) -> Reading:
        """What the text says; one text is read at a time. The models load when the first one is."""
        from dragoman.flow import read

        with _one_at_a_time:
            return read(
                self.text,
                published=self.published or None,
                publisher=self.publisher or None,
                title=self.title or None,
                uri=self.uri or None,
            )


def sent_text(told: Told, file: UploadFile | None, longest: int) -> Told:
    """What was sent, ready to be read: the file's text where there is a file, with what it says of itself where the form says nothing.

    Raises SentError for what cannot be read.
    """
    if file is not None and file.filename:
        told = _of_file(told, file.filename, file.file.read(MAX_BYTES + 1))
    else:
        told = replace(told, text=told.text.replace("\r\n", "\n"))
    if not told.text.strip():
        raise SentError("empty")
    if len(told.text) > longest:
        raise SentError("long")
    _check_day(told.published)
    return told


def _of_file(told: Told, name: str, data: bytes) -> Told:
    found = list(documents([STANDARD_INPUT], stdin=BytesIO(data)))
    if len(found) != 1:
        raise SentError("several" if found else "empty", str(len(found)))
    (document,) = found
    if isinstance(document, IntakeFailure):
        raise SentError("file", f"{name}: {document.reason}")
    own = document.uri if document.uri not in (None, STANDARD_INPUT) else name
    return Told(
        text=document.text,
        title=told.title or document.title or "",
        publisher=told.publisher or document.publisher or "",
        published=told.published or document.published or "",
        uri=told.uri or own or "",
    )


def _check_day(published: str) -> None:
    from dragoman.annotations.dates.bounds import is_valid

    if published and not is_valid(published):
        raise SentError("day", published)
