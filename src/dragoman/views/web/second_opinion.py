"""Second opinions: what others answered, asked again of a second coder who is not told the first answer."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Query, Request
from starlette.responses import RedirectResponse, Response

from dragoman.errors import RecordError
from dragoman.record.answers import Words
from dragoman.record.decisions import Decision
from dragoman.record.document_answers import Excerpt
from dragoman.record.questions import Questions
from dragoman.views.second_opinions import SecondOpinion, Verdict, answer_like, second_opinions
from dragoman.views.web.addresses import with_query
from dragoman.views.web.api import Ask, Ident
from dragoman.views.web.deciding import Why, decide, who
from dragoman.views.web.errors_shape import RoomError
from dragoman.views.web.rendering import render
from dragoman.views.web.room import room_of

router = APIRouter(include_in_schema=False)
AROUND = 400
"""Characters shown before and after the words that a question is about."""


@router.get("/review/second")
def second(
    request: Request,
    ask: Ask,
    skip: Annotated[int, Query(ge=0, le=1_000_000)] = 0,
    done: Annotated[str, Query(max_length=80)] = "",
) -> Response:
    """One question that somebody else answered; `skip` leaves out the first so many."""
    waiting = second_opinions(room_of(request).record.decisions(), who(request))
    one = waiting[min(skip, len(waiting) - 1)] if waiting else None
    return render(
        request,
        "second.html",
        one=one,
        excerpts=_excerpts(ask, one),
        around=AROUND,
        waiting=len(waiting),
        done=done,
        next=with_query("/review/second", skip=skip + 1) if skip + 1 < len(waiting) else None,
        twin="/api/v1/second-opinions",
    )


@router.post("/review/second/{ident}")
def answer(request: Request, ident: Ident, verdict: Annotated[Verdict, Form()], why: Why = "") -> Response:
    """Answer the question that a decision answered; then to the next."""
    made = answered(request, ident, verdict, why)
    return RedirectResponse(with_query("/review/second", done=made.ident), status_code=303)


def answered(request: Request, ident: str, verdict: Verdict, why: str) -> Decision:
    """The visitor's own answer to the question that a decision answered. Raises RoomError where there is none."""
    first = next((d for d in room_of(request).record.decisions() if d.ident == ident), None)
    if first is None:
        raise RoomError(404, "unknown", what=ident[:80])
    what = answer_like(first, verdict)
    if what is None:
        raise RoomError(422, "parameter", what="verdict")
    return decide(request, what, why)


def _excerpts(ask: Questions, one: SecondOpinion | None) -> tuple[tuple[Words, Excerpt | None], ...]:
    return tuple((words, _excerpt(ask, words)) for words in one.words) if one else ()


def _excerpt(ask: Questions, words: Words) -> Excerpt | None:
    try:
        return ask.words(words.document, words.start, words.end, around=AROUND)
    except RecordError:
        return None
