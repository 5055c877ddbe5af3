"""Decisions made in the room: acts read well, values put right, acts that are none, decisions taken back, in the name of who made them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Form, Request
from starlette.responses import RedirectResponse, Response

from dragoman.record.answers import Act, ReportLine
from dragoman.views.web.addresses import path_part
from dragoman.views.web.api import Ask, Ident
from dragoman.views.web.corrected_values import corrected_value
from dragoman.views.web.errors_shape import RoomError
from dragoman.views.web.preferences import local
from dragoman.views.web.room import room_of
from dragoman.views.web.sessions import session_of

if TYPE_CHECKING:
    from dragoman.record.decisions import Decision, What

router = APIRouter(include_in_schema=False)

UNNAMED = "unnamed"
"""Who decides without having said a name."""

Why = Annotated[str, Form(max_length=1000)]
Report = Annotated[str, Form(max_length=100)]


def who(request: Request) -> str:
    """The name that the visitor's decisions carry."""
    return session_of(request).name or UNNAMED


def now() -> str:
    """The time that a decision carries, ISO 8601."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def decide(request: Request, what: What, why: str = "") -> Decision:
    """Make a decision in the visitor's name, now. Raises RecordError where the record cannot take it."""
    from dragoman.record.decisions import make_decision

    made = make_decision(what, by=who(request), at=now(), why=" ".join(why.split()))
    room_of(request).record.decide(made)
    return made


@router.post("/act/{ident}/correct")
def correct(
    request: Request,
    ask: Ask,
    ident: Ident,
    field: Annotated[str, Form(max_length=20)],
    value: Annotated[list[str], Form()] = [],  # noqa: B006
    country: Annotated[str, Form(max_length=3)] = "",
    report: Report = "",
    why: Why = "",
) -> Response:
    """Put a field right, in one report or in all."""
    from dragoman.record.decisions import CorrectValue

    told = ask.act(ident)
    for one in _chosen(told, report):
        right = corrected_value(ask, one, field, value, country)
        decide(request, CorrectValue(room_of(request).record.anchor(one.ident), field, right), why)
    return RedirectResponse(f"/act/{path_part(told.line.ident)}", status_code=303)


@router.post("/act/{ident}/right")
def right(request: Request, ask: Ask, ident: Ident, why: Why = "") -> Response:
    """Say that the act was read well, in each of its reports."""
    from dragoman.record.decisions import RightFact

    told = ask.act(ident)
    for one in told.reports:
        decide(request, RightFact(room_of(request).record.anchor(one.ident)), why)
    return RedirectResponse(f"/act/{path_part(told.line.ident)}", status_code=303)


@router.post("/act/{ident}/wrong")
def wrong(request: Request, ask: Ask, ident: Ident, report: Report = "", why: Why = "") -> Response:
    """Say that a document, or all of them, do not tell of this act; then to the words."""
    from dragoman.record.decisions import WrongFact

    told = ask.act(ident)
    chosen = _chosen(told, report)
    for one in chosen:
        decide(request, WrongFact(room_of(request).record.anchor(one.ident)), why)
    left = len(chosen) < len(told.reports)
    where = f"/document/{path_part(chosen[0].document.ident)}"
    others = [one.ident for one in told.reports if one not in chosen]
    return RedirectResponse(f"/act/{path_part(others[0])}" if left else where, status_code=303)


@router.post("/decision/{ident}/undo")
def undo(request: Request, ident: Ident, back: Annotated[str, Form(max_length=1000)] = "/review") -> Response:
    """Take a decision back."""
    from dragoman.record.decisions import Undo

    decide(request, Undo(ident))
    return RedirectResponse(local(back), status_code=303)


def _chosen(told: Act, report: str) -> list[ReportLine]:
    found = [one for one in told.reports if report in ("", one.ident)]
    if not found:
        raise RoomError(422, "parameter", what="report")
    return found
