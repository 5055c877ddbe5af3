"""The registry of pages: one module each, in the order of the navigation. Add yours here, on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from fastapi import APIRouter

PAGES: tuple[str, ...] = (
    "home",
    "search",
    "promises",
    "map",
    "network",
    "review",
    "second_opinion",
    "read_page",
    "document_page",
    "act_page",
    "deciding",
    "preferences",
    "sign_in",
    "find_dossier",
    "dossiers",
    "brief",
    "api",
    "api_writing",
    "api_deciding",
    "api_page",
)
"""Modules of this package with a `router`; those with a `NAV` stand in the navigation."""


@dataclass(frozen=True)
class NavLink:
    """A page's place in the navigation: `nav.<key>` is what it is called, `path` where it leads."""

    key: str
    path: str


def routers() -> Iterator[APIRouter]:
    """The routers of all pages."""
    for name in PAGES:
        yield import_module(f"dragoman.views.web.{name}").router


@cache
def navigation() -> tuple[NavLink, ...]:
    """The pages that stand in the navigation, in order."""
    modules = (import_module(f"dragoman.views.web.{name}") for name in PAGES)
    return tuple(module.NAV for module in modules if hasattr(module, "NAV"))
