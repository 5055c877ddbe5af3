"""An act: each field with what every report tells, what it promised or kept, what its codes mean, how it was read, and putting it right."""

from __future__ import annotations

from functools import lru_cache

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.model.vocabulary import ACT_TYPES, FORMS, STATUSES, TOPICS
from dragoman.record.answers import Act
from dragoman.views.code_meanings import cameo_names
from dragoman.views.codebook import codebook
from dragoman.views.frame_rows import FrameRow, frame_row
from dragoman.views.web.addresses import path_part
from dragoman.views.web.api import Ask, Ident
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.rendering import render

router = APIRouter(include_in_schema=False, route_class=KeptRoute)

FIELDS = ("status", "form", "date", "place", "topics", "sources", "hedged")
"""The fields in the order of the page, behind the sides."""


@router.get("/act/{ident}")
def act(request: Request, ask: Ask, ident: Ident) -> Response:
    """All about an act, by the ident of any of its reports."""
    told = ask.act(ident)
    book = codebook().acts.get(told.line.type)
    return render(
        request,
        "act.html",
        act=told,
        fields=[field for name in FIELDS for field in told.fields if field.name == name],
        frames=_frames(told),
        meaning=book.meaning if book else "",
        cameo=cameo_names(),
        choices=choices(told.line.type),
        twin=f"/api/v1/act/{path_part(told.line.ident)}",
    )


def choices(act_type: str) -> dict[str, tuple[str, ...]]:
    """The words that a field may take, for those that take words of a vocabulary."""
    return {"type": ACT_TYPES, "status": STATUSES, "form": FORMS.get(act_type, ()), "topics": TOPICS}


def _frames(told: Act) -> dict[str, FrameRow]:
    """The rows of the frames by which the act's reports were read, those that the package has."""
    found = {report.frame: _frame(report.frame) for report in told.reports if report.frame}
    return {name: row for name, row in found.items() if row is not None}


@lru_cache(maxsize=2000)
def _frame(name: str) -> FrameRow | None:
    return frame_row(name)
