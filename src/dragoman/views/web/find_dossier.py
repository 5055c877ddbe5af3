"""From names to dossiers: `/dossier?a=Algérie&b=Azerbaïdjan` leads to the pair, `?a=` alone to one actor."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.responses import RedirectResponse, Response

from dragoman.record.questions import Questions
from dragoman.views.web.addresses import actor_path, path_part, with_query
from dragoman.views.web.api import Ask
from dragoman.views.web.errors_shape import RoomError
from dragoman.views.web.languages import LANGUAGES, language

router = APIRouter(include_in_schema=False)
Name = Annotated[str, Query(max_length=300)]
_SURE = 90.0
"""From here on a name is taken for the one that fits it best; below, one chooses among those found."""


@router.get("/dossier")
def dossier(ask: Ask, request: Request, a: Name = "", b: Name = "") -> Response:
    """Go to the dossier of what is named; to the search where a name may be several."""
    names = [name.strip() for name in (a, b) if name.strip()]
    if not names:
        return RedirectResponse("/search", status_code=303)
    idents = [ident_of(ask, name) for name in names]
    for name, ident in zip(names, idents, strict=True):
        if ident is None:
            return RedirectResponse(with_query("/search", text=name), status_code=303)
    found = [ident for ident in idents if ident]
    if len(found) == 1 or found[0] == found[1]:
        return RedirectResponse(actor_path(found[0]), status_code=303)
    if not all(_is_bloc(ident) for ident in found):
        raise RoomError(422, "pair", what=", ".join(names))
    return RedirectResponse(f"/pair/{path_part(found[0])}/{path_part(found[1])}", status_code=303)


def ident_of(ask: Questions, name: str) -> str | None:
    """The ident that a name stands for: an ident itself, a country in either language, else the actor whose name fits surely."""
    if name.startswith(("org:", "per:", "inst:")):
        return name
    if (code := country_code(name)) is not None:
        return code
    matches = ask.who(name, limit=2)
    sure = [match for match in matches if match.score >= _SURE]
    return sure[0].actor.ident if len(sure) == 1 else None


def country_code(name: str) -> str | None:
    """The alpha-3 code of a country's name in a language of the room, or of the code itself."""
    if name.upper() in language("en").countries():
        return name.upper()
    wanted = name.casefold().replace("'", "’")
    for code in LANGUAGES:
        for alpha3, called in language(code).countries().items():
            if called.casefold() == wanted:
                return alpha3
    return None


def _is_bloc(ident: str) -> bool:
    return ident.startswith("org:") or ":" not in ident
