"""Review: the record's questions one after the other, answered by single keys, each answer a decision that can be taken back."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dragoman.views.coder_agreement import agreement, answered, coders
from dragoman.views.second_opinions import second_opinions
from dragoman.views.web.addresses import with_query
from dragoman.views.web.api import Ask, Cursor, Ident
from dragoman.views.web.deciding import Why, now, who
from dragoman.views.web.page_modules import NavLink
from dragoman.views.web.rendering import render
from dragoman.views.web.room import room_of

router = APIRouter(include_in_schema=False)
NAV = NavLink("review", "/review")

KINDS = ("act", "follow_up", "person", "weak", "unanchored")
STATES = ("open", "unsure", "answered")
Kind = Literal["act", "follow_up", "person", "weak", "unanchored"]
State = Literal["open", "unsure", "answered"]


@router.get("/review")
def review(
    request: Request,
    ask: Ask,
    kind: Kind | None = None,
    state: State = "open",
    question: Annotated[str, Query(max_length=80)] = "",
    cursor: Cursor = "",
    done: Annotated[str, Query(max_length=80)] = "",
) -> Response:
    """One question; `question` asks for a certain one, `cursor` for the next of the list, `done` is the decision made just before."""
    decisions = room_of(request).record.decisions()
    page = ask.review(kind, state=state, cursor=cursor or None, limit=1)
    doubt = ask.doubt(question) if question else next(iter(page.doubts), None)
    return render(
        request,
        "review.html",
        doubt=doubt,
        page=page,
        kind=kind,
        state=state,
        cursor=cursor,
        done=done,
        answered=answered(decisions, who(request)),
        second=len(second_opinions(decisions, who(request))),
        kinds=KINDS,
        states=STATES,
        next=with_query("/review", kind=kind, state=None if state == "open" else state, cursor=page.next) if page.next else None,
        twin=with_query("/api/v1/review", kind=kind, state=state, cursor=cursor),
    )


@router.post("/review/{ident}")
def answer(
    request: Request,
    ident: Ident,
    verdict: Annotated[Literal["yes", "no", "unsure"], Form()],
    kind: Annotated[str, Form(max_length=20)] = "",
    state: Annotated[str, Form(max_length=20)] = "",
    cursor: Annotated[str, Form(max_length=1000)] = "",
    why: Why = "",
) -> Response:
    """Answer a question; then to the next one."""
    made = room_of(request).record.answer(ident, verdict, by=who(request), at=now(), why=" ".join(why.split()))
    place = with_query(
        "/review",
        kind=kind if kind in KINDS else None,
        state=state if state in STATES and state != "open" else None,
        cursor=cursor,
        done=made.ident,
    )
    return RedirectResponse(place, status_code=303)


@router.get("/review/agreement")
def compare(
    request: Request, one: Annotated[str, Query(max_length=200)] = "", other: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """How far two coders agree where both decided."""
    decisions = room_of(request).record.decisions()
    names = coders(decisions)
    first, second = (one or next(iter(names), "")), other or next(iter([*names][1:]), "")
    return render(
        request,
        "agreement.html",
        coders=names,
        one=first,
        other=second,
        found=agreement(decisions, first, second) if first in names and second in names and first != second else None,
        twin=with_query("/api/v1/agreement", one=first, other=second) if first and second else None,
    )
