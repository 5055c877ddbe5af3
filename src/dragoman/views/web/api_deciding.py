"""The HTTP API where it decides: questions answered, decisions listed, made, taken back, in the name of the session or the token."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Request
from pydantic import BaseModel, Field
from starlette.concurrency import run_in_threadpool
from starlette.responses import Response

from dragoman.record import answers as told
from dragoman.record.decisions import Decision, Undo, What
from dragoman.views.coder_agreement import CoderAgreement, agreement
from dragoman.views.second_opinions import SecondOpinion, second_opinions
from dragoman.views.web.api import Ask, Ident, Text
from dragoman.views.web.deciding import decide, now, who
from dragoman.views.web.encoded import ERRORS, answers, encoded, takes
from dragoman.views.web.errors_shape import RoomError
from dragoman.views.web.room import room_of
from dragoman.views.web.second_opinion import answered

router = APIRouter(prefix="/api/v1", responses=ERRORS, tags=["review"])


class AnswerSent(BaseModel):
    """An answer to a question, and why."""

    verdict: Literal["yes", "no", "unsure"]
    why: str = Field("", max_length=1000)


class DecisionSent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What is decided, and why."""

    what: What
    why: Annotated[str, msgspec.Meta(max_length=1000)] = ""


@router.get("/review/{ident}", responses=answers(told.Doubt))
def question(ask: Ask, ident: Ident) -> Response:
    """One question."""
    return encoded(ask.doubt(ident))


@router.post("/review/{ident}", status_code=201, responses=answers(Decision, status=201))
def answer(request: Request, ident: Ident, sent: AnswerSent) -> Response:
    """Answer a question: the decision that this is."""
    made = room_of(request).record.answer(ident, sent.verdict, by=who(request), at=now(), why=" ".join(sent.why.split()))
    return encoded(made, status=201)


@router.get("/decisions", responses=answers(tuple[Decision, ...]))
def decisions(request: Request) -> Response:
    """Every decision ever made, those taken back too, in the order in which the record got them."""
    return encoded(room_of(request).record.decisions())


@router.post("/decisions", status_code=201, responses=answers(Decision, status=201), openapi_extra=takes(DecisionSent))
async def make(request: Request) -> Response:
    """Make a decision: `what` is written as in the files of `dragoman record decisions export`."""
    try:
        sent = msgspec.json.decode(await request.body(), type=DecisionSent)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise RoomError(422, "decision", what=str(error)[:300]) from error
    return encoded(await run_in_threadpool(decide, request, sent.what, sent.why), status=201)


@router.post("/decisions/{ident}/undo", status_code=201, responses=answers(Decision, status=201))
def undo(request: Request, ident: Ident) -> Response:
    """Take a decision back."""
    return encoded(decide(request, Undo(ident)), status=201)


@router.get("/second-opinions", responses=answers(tuple[SecondOpinion, ...]))
def second(request: Request) -> Response:
    """The questions that others answered and the one who asks did not, without the answers."""
    return encoded(second_opinions(room_of(request).record.decisions(), who(request)))


@router.post("/second-opinions/{ident}", status_code=201, responses=answers(Decision, status=201))
def opine(request: Request, ident: Ident, sent: AnswerSent) -> Response:
    """Answer the question that the decision `ident` answered: the decision that this is."""
    return encoded(answered(request, ident, sent.verdict, sent.why), status=201)


@router.get("/agreement", responses=answers(CoderAgreement))
def compare(request: Request, one: Text, other: Text) -> Response:
    """How far two coders agree where both decided."""
    return encoded(agreement(room_of(request).record.decisions(), one, other))
