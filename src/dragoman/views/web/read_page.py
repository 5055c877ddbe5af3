"""Read: a text pasted or a file dropped, its reading at once; filed into the record or not."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, File, Form, Request, UploadFile
from starlette.responses import RedirectResponse, Response

from dragoman.model.reading import Reading
from dragoman.views.reading_page import ReadingPage
from dragoman.views.reading_view import LONGEST, ReadingView
from dragoman.views.web.addresses import path_part, static
from dragoman.views.web.languages import language_of
from dragoman.views.web.page_modules import NavLink
from dragoman.views.web.rendering import render
from dragoman.views.web.room import room_of
from dragoman.views.web.sent_texts import SentError, Told, sent_text

router = APIRouter(include_in_schema=False)
NAV = NavLink("read", "/read")

MOST = 1_000_000
"""Characters of a text that the page reads; what is longer is for `dragoman keep`."""

Line = Annotated[str, Form(max_length=2000)]


@router.get("/read")
def empty(request: Request) -> Response:
    """Where to paste or to drop."""
    return _page(request, Told())


@router.post("/read")
def read(
    request: Request,
    text: Annotated[str, Form()] = "",
    file: Annotated[UploadFile | None, File()] = None,
    title: Line = "",
    publisher: Line = "",
    published: Line = "",
    uri: Line = "",
    action: Annotated[Literal["read", "file", "page"], Form()] = "read",
) -> Response:
    """The reading of what was sent; filed with `action=file`, as one page to keep with `action=page`."""
    told = Told(text, title.strip(), publisher.strip(), published.strip(), uri.strip())
    try:
        told = sent_text(told, file, MOST)
    except SentError as error:
        return _page(request, told, wrong=error)
    reading = told.reading()
    if action == "page":
        return _alone(request, reading)
    if action == "file":
        room_of(request).record.file([reading])
        return RedirectResponse(f"/document/{path_part(reading.document.id)}?filed=1", status_code=303)
    return _page(request, told, reading)


def _page(request: Request, told: Told, reading: Reading | None = None, wrong: SentError | None = None) -> Response:
    view = ReadingView(reading, longest=max(LONGEST, len(reading.document.text))) if reading else None
    return render(
        request, "read.html", status=422 if wrong else 200, told=told, view=view, wrong=wrong, most=MOST, glyphs=static("glyphs.svg")
    )


def _alone(request: Request, reading: Reading) -> Response:
    page = ReadingPage(language_of(request).code)
    html = page.head(page.title(reading)) + page.article(reading) + page.tail()
    headers = {"Content-Disposition": 'attachment; filename="dragoman.html"'}
    return Response(html.encode("utf-8", "replace"), media_type="text/html; charset=utf-8", headers=headers)
