"""Dragoman reads diplomatic communiqués and keeps the record of what states say they did, every fact with its words.

>>> import dragoman
>>> reading = dragoman.read("Le président du Mali a reçu mardi à Bamako l'ambassadeur du Japon.", published="2024-05-16")
>>> [(act.type, act.form, act.status) for act in reading.acts]
[('meeting', 'audience', 'done')]
"""

from __future__ import annotations

from typing import Any

__version__ = "0.1.0"

_HOMES = {
    "Document": "dragoman.model.document",
    "DragomanError": "dragoman.errors",
    "Reader": "dragoman.reading.reader",
    "Reading": "dragoman.model.reading",
    "read": "dragoman.flow",
    "read_sources": "dragoman.flow",
}

__all__ = sorted([*_HOMES, "__version__"])


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for: importing the package loads no model."""
    if name not in _HOMES:
        raise AttributeError(f"module 'dragoman' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
