"""The HTTP API: every page's twin, the record's answers as they are. Versioned by its path; errors have one shape."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec
from fastapi import APIRouter, Depends, Path, Query, Request
from pydantic import BaseModel, Field
from starlette.responses import Response

from dragoman.record import answers as told
from dragoman.record.document_answers import DocumentPage, Excerpt, HitPage
from dragoman.record.questions import Questions
from dragoman.views.web.encoded import ERRORS, answers, encoded
from dragoman.views.web.filters import Filter, day_of
from dragoman.views.web.listing import ACT_COLUMNS, PROMISE_COLUMNS, Form, export, whole
from dragoman.views.web.room import room_of
from dragoman.views.web.security import SAFE_METHODS
from dragoman.views.web.sessions import form_token, session_of

router = APIRouter(prefix="/api/v1", responses=ERRORS)

LARGEST_NUMBER = 2**53
EXPORTED = 1000
"""Rows that an export asks the record for at once."""

Ident = Annotated[str, Path(max_length=300)]
Text = Annotated[str, Query(max_length=500)]
Cursor = Annotated[str, Query(max_length=1000, description="where to go on: `next` of the page before")]
Limit = Annotated[int, Query(ge=1, le=1000)]
Offset = Annotated[int, Query(ge=0, le=LARGEST_NUMBER)]
Day = Annotated[str, Query(max_length=10, description="the day that promises are asked as of; by default the latest publication")]
State = Annotated[list[told.PromiseState], Query(description="only promises that stand so")]


async def questions_of(request: Request) -> Questions:
    """What the record can be asked, for a route: of one state of the record, where the route changes nothing."""
    room = room_of(request)
    return room.moment() if request.method in SAFE_METHODS else room.questions


Ask = Annotated[Questions, Depends(questions_of)]


class SessionAnswer(msgspec.Struct, frozen=True):
    """Who asks, and the token that what is sent must carry in the header X-Form-Token."""

    name: str
    signed_in: bool
    read_only: bool
    form_token: str


@router.get("/session", tags=["session"], responses=answers(SessionAnswer))
def session(request: Request) -> Response:
    """Who asks, and the token for the header X-Form-Token of every request that writes."""
    room, known = room_of(request), session_of(request)
    return encoded(SessionAnswer(known.name, known.signed_in, room.read_only, form_token(room.secret, known)))


class NameSent(BaseModel):
    """The name that the visitor's decisions carry."""

    name: str = Field(max_length=400)


@router.post("/session", tags=["session"], responses=answers(SessionAnswer))
def say_name(request: Request, sent: NameSent) -> Response:
    """Say the name that decisions of this session carry; who holds a token has one already."""
    if not session_of(request).by_token:
        session_of(request).rename(sent.name)
    return session(request)


@router.get("/acts", tags=["acts"], responses=answers(told.ActPage))
def acts(ask: Ask, asked: Filter) -> Response:
    """A page of acts."""
    return encoded(ask.acts(asked))


@router.get("/acts.{form}", tags=["acts"])
def acts_exported(ask: Ask, asked: Filter, form: Form) -> Response:
    """All acts that match, as a file: CSV, JSON or JSONL."""

    def page(cursor: str | None) -> tuple[tuple[told.ActLine, ...], str | None]:
        found = ask.acts(msgspec.structs.replace(asked, cursor=cursor, limit=EXPORTED))
        return found.acts, found.next

    return export("acts", form, whole(page), ACT_COLUMNS)


@router.get("/acts/count", tags=["acts"], responses=answers(told.Count))
def count(ask: Ask, asked: Filter) -> Response:
    """How many acts match."""
    return encoded(ask.count(asked))


@router.get("/acts/facets", tags=["acts"], responses=answers(told.Facets))
def facets(ask: Ask, asked: Filter) -> Response:
    """How the acts that match spread over types, statuses, countries, persons, topics, publishers, years."""
    return encoded(ask.facets(asked))


@router.get("/acts/timeline", tags=["acts"], responses=answers(told.Timeline))
def timeline(ask: Ask, asked: Filter, by: Literal["day", "month", "year"] = "month") -> Response:
    """How many acts of each type match by day, month or year."""
    return encoded(ask.timeline(asked, by))


@router.get("/acts/network", tags=["acts"], responses=answers(told.Network))
def network(ask: Ask, asked: Filter, of: Literal["country", "person"] = "country", most: Limit = 150) -> Response:
    """Who acts with whom among the acts that match."""
    return encoded(ask.network(asked, of=of, limit=most))


@router.get("/acts/places", tags=["acts"], responses=answers(told.Places))
def places(ask: Ask, asked: Filter, most: Limit = 500) -> Response:
    """Where the acts that match happened."""
    return encoded(ask.places(asked, limit=most))


@router.get("/act/{ident}", tags=["acts"], responses=answers(told.Act))
def act(ask: Ask, ident: Ident) -> Response:
    """All about one act, by the ident of any of its reports."""
    return encoded(ask.act(ident))


@router.get("/country/{code}", tags=["dossiers"], responses=answers(told.Dossier))
def country(ask: Ask, code: Ident, as_of: Day = "") -> Response:
    """The dossier of a country."""
    return encoded(ask.country(code.upper(), as_of=day_of("as_of", as_of, last=True)))


@router.get("/pair/{a}/{b}", tags=["dossiers"], responses=answers(told.Dossier))
def pair(ask: Ask, a: Ident, b: Ident, as_of: Day = "") -> Response:
    """The dossier of two countries or organisations."""
    return encoded(ask.pair(a, b, as_of=day_of("as_of", as_of, last=True)))


@router.get("/person/{ident}", tags=["dossiers"], responses=answers(told.Dossier))
def person(ask: Ask, ident: Ident, as_of: Day = "") -> Response:
    """The dossier of a person or an institution."""
    return encoded(ask.person(ident, as_of=day_of("as_of", as_of, last=True)))


@router.get("/organisation/{ident}", tags=["dossiers"], responses=answers(told.Dossier))
def organisation(ask: Ask, ident: Ident, as_of: Day = "") -> Response:
    """The dossier of an organisation."""
    return encoded(ask.organisation(ident, as_of=day_of("as_of", as_of, last=True)))


@router.get("/who", tags=["dossiers"], responses=answers(tuple[told.Match, ...]))
def who(ask: Ask, name: Text, limit: Limit = 20) -> Response:
    """Actors whose name is like the one given."""
    return encoded(ask.who(name, limit=limit))


@router.get("/counterparts/{ident}", tags=["dossiers"], responses=answers(tuple[told.Counterpart, ...]))
def counterparts(ask: Ask, ident: Ident, limit: Limit = 50) -> Response:
    """Whom an actor acts with."""
    return encoded(ask.counterparts(ident, limit=limit))


@router.get("/promises", tags=["promises"], responses=answers(told.PromisePage))
def promises(ask: Ask, asked: Filter, state: State = [], as_of: Day = "") -> Response:  # noqa: B006
    """A page of promises and how they stand."""
    return encoded(ask.promises(asked, states=tuple(dict.fromkeys(state)), as_of=day_of("as_of", as_of, last=True)))


@router.get("/promises.{form}", tags=["promises"])
def promises_exported(ask: Ask, asked: Filter, form: Form, state: State = [], as_of: Day = "") -> Response:  # noqa: B006
    """All promises that match, as a file: CSV, JSON or JSONL."""
    day, states = day_of("as_of", as_of, last=True), tuple(dict.fromkeys(state))

    def page(cursor: str | None) -> tuple[tuple[told.Promise, ...], str | None]:
        found = ask.promises(msgspec.structs.replace(asked, cursor=cursor, limit=EXPORTED), states=states, as_of=day)
        return found.promises, found.next

    return export("promises", form, whole(page), PROMISE_COLUMNS)


@router.get("/promises/count", tags=["promises"], responses=answers(told.PromiseCounts))
def promise_counts(ask: Ask, asked: Filter, as_of: Day = "") -> Response:
    """How many promises stand how."""
    return encoded(ask.promise_counts(asked, as_of=day_of("as_of", as_of, last=True)))


@router.get("/document/{ident}", tags=["documents"], responses=answers(DocumentPage))
def document(ask: Ask, ident: Ident) -> Response:
    """A document with its reading."""
    return encoded(ask.document(ident))


@router.get("/document/{ident}/words", tags=["documents"], responses=answers(Excerpt))
def words(ask: Ask, ident: Ident, start: Offset, end: Offset, around: Annotated[int, Query(ge=0, le=5000)] = 200) -> Response:
    """Words of a document by their offsets."""
    return encoded(ask.words(ident, start, end, around=around))


@router.get("/documents", tags=["documents"], responses=answers(HitPage))
def documents(ask: Ask, text: Text, cursor: Cursor = "", limit: Limit = 20) -> Response:
    """Documents that hold the words, "phrases", and none of the -words."""
    return encoded(ask.find(text, cursor=cursor or None, limit=limit))


@router.get("/review", tags=["review"], responses=answers(told.ReviewPage))
def review(
    ask: Ask,
    kind: Literal["act", "person", "follow_up", "weak", "unanchored"] | None = None,
    state: Literal["open", "answered", "unsure"] = "open",
    cursor: Cursor = "",
    limit: Limit = 20,
) -> Response:
    """Questions that wait for people."""
    return encoded(ask.review(kind, state=state, cursor=cursor or None, limit=limit))


@router.get("/new", tags=["record"], responses=answers(told.News))
def new(ask: Ask, since: Offset = 0, limit: Limit = 50) -> Response:
    """What was filed after a filing."""
    return encoded(ask.new_since(since, limit=limit))


@router.get("/coverage", tags=["record"], responses=answers(told.Coverage))
def coverage(ask: Ask) -> Response:
    """What the record holds."""
    return encoded(ask.coverage())
