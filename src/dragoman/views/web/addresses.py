"""Addresses within the room: static files, pages of actors and of words, paths with a query."""

from __future__ import annotations

import hashlib
from functools import cache, lru_cache
from importlib.resources import files
from urllib.parse import quote, quote_plus

_ADDRESSES = 10_000
_STATIC = files("dragoman.views.web") / "static"


def static(path: str) -> str:
    """The address of a static file, with what changes when the file does."""
    return f"/static/{path}?v={_digest(path)}"


def with_query(path: str, **values: object) -> str:
    """A path with a query: empty values and those that a template leaves undefined are left out, lists are told one by one."""
    listed = ((key, v) for key, value in values.items() for v in (value if isinstance(value, (list, tuple)) else [value]))
    query = "&".join(f"{_quoted(key)}={_quoted(told)}" for key, v in listed if v is not None and (told := str(v)))
    return f"{path}?{query}" if query else path


@lru_cache(maxsize=_ADDRESSES)
def _quoted(word: str) -> str:
    return quote_plus(word)


@lru_cache(maxsize=_ADDRESSES)
def path_part(ident: str) -> str:
    """An identifier as one part of a path: `org:UN` stays, a slash does not."""
    return quote(ident, safe=":@-._~")


@lru_cache(maxsize=_ADDRESSES)
def actor_path(ident: str) -> str:
    """The page of an actor: a country, an organisation or institution, a person."""
    kind = {"org:": "organisation", "inst": "organisation", "per:": "person"}.get(ident[:4], "country")
    return f"/{kind}/{path_part(ident)}"


def words_path(document: str, start: int, end: int) -> str:
    """Where the words of a document stand on its page: the document page marks `at` and has the anchor `#at` there."""
    return f"/document/{path_part(document)}?at={start}-{end}#at"


@cache
def _digest(path: str) -> str:
    return hashlib.sha256((_STATIC / path).read_bytes()).hexdigest()[:12]
