"""What actors are called."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, bindparam, select

from dragoman.errors import UnknownError
from dragoman.record.answers import Named
from dragoman.record.bulk import in_parts
from dragoman.record.prepared import Prepared
from dragoman.record.schema import actor, bloc

_NAMES = Prepared(lambda among: select(actor.c.ident, actor.c.kind, actor.c.name, actor.c.country).where(among(actor.c.ident, "idents")))
_ACTOR = Prepared(lambda among: select(actor).where(actor.c.ident == bindparam("ident")))
_PREFIXES = {"org": "organisation", "inst": "institution", "per": "person"}


def names_of(connection: Connection, idents: Iterable[str]) -> dict[str, Named]:
    """The actors by their idents; one that is only stood for, never named, is called by its ident."""
    wanted = list(dict.fromkeys(idents))
    found = (row for part in in_parts(wanted) for row in _NAMES.rows(connection, idents=part))
    known = {row.ident: Named(ident=row.ident, kind=row.kind, name=row.name, country=row.country) for row in found}
    return {ident: known.get(ident) or _unnamed(ident) for ident in wanted}


def known_actor(connection: Connection, ident: str) -> tuple[Named, int | None]:
    """An actor and its row, None for one that is only stood for; raises `UnknownError` where the record does not know it."""
    rows = _ACTOR.rows(connection, ident=ident)
    if rows:
        (row,) = rows
        return Named(ident=row.ident, kind=row.kind, name=row.name, country=row.country), row.id
    if connection.execute(select(bloc.c.act_id).where(bloc.c.ident == ident).limit(1)).first() is not None:
        return _unnamed(ident), None
    raise UnknownError(f"the record knows no {_kind(ident)} {ident[:60]!r}; look for a name with who")


def _unnamed(ident: str) -> Named:
    kind = _kind(ident)
    return Named(ident=ident, kind=kind, name=ident, country=ident if kind == "country" else None)


def _kind(ident: str) -> str:
    prefix, colon, _ = ident.partition(":")
    return _PREFIXES.get(prefix, "actor") if colon else "country"
