"""The HTTP API where it reads and writes: a text read at once, a text filed."""

from __future__ import annotations

from typing import Annotated

import msgspec
from fastapi import APIRouter, Request
from pydantic import AfterValidator, BaseModel, Field
from starlette.responses import Response

from dragoman.model.reading import Reading
from dragoman.record.truth import Filed
from dragoman.views.web.encoded import ERRORS, answers, encoded
from dragoman.views.web.room import room_of
from dragoman.views.web.sent_texts import Told

router = APIRouter(prefix="/api/v1", responses=ERRORS)


def _edtf(value: str | None) -> str | None:
    from dragoman.annotations.dates.bounds import is_valid

    if value and not is_valid(value):
        raise ValueError("no EDTF date: write 2022-08-24, 2022-08 or 2022")
    return value or None


class TextSent(BaseModel):
    """A text to read, and what is known of it."""

    text: str = Field(description="the text as it came", max_length=8_000_000)
    title: str | None = Field(None, max_length=1000)
    publisher: str | None = Field(None, max_length=300)
    published: Annotated[str | None, Field(max_length=120, description="EDTF: 2022-08-24, 2022-08"), AfterValidator(_edtf)] = None
    uri: str | None = Field(None, max_length=2000)


class FiledAnswer(msgspec.Struct, frozen=True):
    """What filing a text added, and the ident of its document."""

    document: str
    filed: Filed


def reading_of(sent: TextSent) -> Reading:
    """The reading of a text; the models load when the first one is asked for."""
    return Told(sent.text, sent.title or "", sent.publisher or "", sent.published or "", sent.uri or "").reading()


@router.post("/read", tags=["reading"], responses=answers(Reading))
def read_text(sent: TextSent) -> Response:
    """Read a text and file nothing."""
    return encoded(reading_of(sent))


@router.post("/documents", tags=["reading"], status_code=201, responses=answers(FiledAnswer, status=201))
def file_text(request: Request, sent: TextSent) -> Response:
    """Read a text and file the reading."""
    reading = reading_of(sent)
    return encoded(FiledAnswer(reading.document.id, room_of(request).record.file([reading])), status=201)
