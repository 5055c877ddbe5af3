"""The record: many documents, one memory.

Readings and decisions are kept; acts, persons, tenures, merges and follow-ups are derived from them.
"""

from __future__ import annotations

from typing import Any

__all__ = ["Record"]


def __getattr__(name: str) -> Any:
    """Load the database's libraries when `Record` is first asked for."""
    if name != "Record":
        raise AttributeError(f"module 'dragoman.record' has no attribute {name!r}")
    from dragoman.record.record import Record

    return Record
