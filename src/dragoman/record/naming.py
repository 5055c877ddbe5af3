"""What actors are called."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from dragoman.errors import UnknownError
from dragoman.record.answers import Named
from dragoman.record.bulk import rows_where
from dragoman.record.schema import actor, bloc

_PREFIXES = {"org": "organisation", "inst": "institution", "per": "person"}


def names_of(connection: Connection, idents: Iterable[str]) -> dict[str, Named]:
    """The actors by their idents; one that is only stood for, never named, is called by its ident."""
    wanted = list(dict.fromkeys(idents))
    columns = (actor.c.ident, actor.c.kind, actor.c.name, actor.c.country)
    found = rows_where(connection, lambda part: select(*columns).where(actor.c.ident.in_(part)), wanted)
    known = {row.ident: Named(ident=row.ident, kind=row.kind, name=row.name, country=row.country) for row in found}
    return {ident: known.get(ident) or _unnamed(ident) for ident in wanted}


def known_actor(connection: Connection, ident: str) -> tuple[Named, int | None]:
    """An actor and its row, None for one that is only stood for; raises `UnknownError` where the record does not know it."""
    row = connection.execute(select(actor).where(actor.c.ident == ident)).first()
    if row is not None:
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
