"""The brief: one page on a pair, a country or a person, each line with its sentence, to print or to keep as one file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from fastapi import APIRouter, Request
from starlette.responses import Response

from dragoman.errors import RecordError
from dragoman.record.answers import ActLine, DocumentLine, Dossier, Words
from dragoman.record.questions import Questions
from dragoman.views.web.addresses import with_query
from dragoman.views.web.api import Ask, Day, Ident
from dragoman.views.web.dossiers import title_of
from dragoman.views.web.filters import day_of
from dragoman.views.web.kept_pages import KeptRoute
from dragoman.views.web.languages import language_of
from dragoman.views.web.rendering import render
from dragoman.views.web.subjects import Subject, subject

router = APIRouter(include_in_schema=False, route_class=KeptRoute)
ACTS, AGREEMENTS, OFFICES, STATEMENTS, OPEN, ENDED = 5, 2, 4, 2, 3, 2
_WAITING = ("overdue", "due_soon", "open")
OneKind = Literal["country", "organisation", "person"]


@dataclass(frozen=True)
class Sources:
    """The documents that a brief quotes, numbered in the order in which it does."""

    documents: tuple[DocumentLine, ...]

    def number(self, document: str) -> int | None:
        """The number of a document, from 1; None where the record no longer tells of it."""
        return next((n for n, line in enumerate(self.documents, 1) if line.ident == document), None)


@router.get("/pair/{a}/{b}/brief")
def of_pair(request: Request, ask: Ask, a: Ident, b: Ident, as_of: Day = "") -> Response:
    """The brief of a pair, to read and to print."""
    return _shown(request, ask, subject("pair", a, b), as_of, alone=False)


@router.get("/pair/{a}/{b}/brief.html")
def of_pair_alone(request: Request, ask: Ask, a: Ident, b: Ident, as_of: Day = "") -> Response:
    """The brief of a pair as one file that needs nothing else."""
    return _shown(request, ask, subject("pair", a, b), as_of, alone=True)


@router.get("/{kind}/{ident}/brief")
def of_one(request: Request, ask: Ask, kind: OneKind, ident: Ident, as_of: Day = "") -> Response:
    """The brief of one actor."""
    return _shown(request, ask, subject(kind, ident), as_of, alone=False)


@router.get("/{kind}/{ident}/brief.html")
def of_one_alone(request: Request, ask: Ask, kind: OneKind, ident: Ident, as_of: Day = "") -> Response:
    """The brief of one actor as one file."""
    return _shown(request, ask, subject(kind, ident), as_of, alone=True)


def _shown(request: Request, ask: Questions, of: Subject, as_of: str, *, alone: bool) -> Response:
    day = day_of("as_of", as_of, last=True)
    told, t = of.dossier(ask, day), language_of(request)
    agreements = told.agreements[:AGREEMENTS]
    waiting = [p for p in told.promises.promises if p.state in _WAITING][:OPEN]
    ended = [p for p in told.promises.promises if p.state not in _WAITING][:ENDED]
    acts = [one for one in told.acts if one.ident not in {agreed.ident for agreed in agreements}][:ACTS]
    lines = [*acts, *agreements, *(p.act for p in waiting + ended), *(f.act for p in ended for f in p.follow)]
    response = render(
        request,
        "brief_alone.html" if alone else "brief.html",
        of=of,
        told=told,
        title=title_of(told, t),
        acts=acts,
        agreements=agreements,
        waiting=waiting,
        ended=ended,
        offices=told.tenures[:OFFICES],
        statements=told.statements[:STATEMENTS],
        sources=_sources(ask, told, lines),
        download=with_query(f"{of.path}/brief.html", as_of=day, lang=t.code),
        style=_style() if alone else "",
        twin=with_query(of.twin, as_of=day),
    )
    if alone:
        name = "-".join("".join(c for c in ident if c.isascii() and c.isalnum()) for ident in of.idents)
        response.headers["Content-Disposition"] = f'attachment; filename="dragoman-{name[:80]}.html"'
    return response


def _sources(ask: Questions, told: Dossier, lines: list[ActLine]) -> Sources:
    quoted: list[Words] = [words for one in told.tenures[:OFFICES] for words in one.words[:1]]
    quoted += [line.source for line in lines if line.source]
    found = {one.document.ident: one.document for one in told.statements[:STATEMENTS]}
    for words in quoted:
        if words.document not in found:
            try:
                found[words.document] = ask.words(words.document, words.start, words.end, around=0).document
            except RecordError:
                continue
    return Sources(tuple(found.values()))


@cache
def _style() -> str:
    return (files("dragoman.views.web") / "static" / "brief_alone.css").read_text(encoding="utf-8")
