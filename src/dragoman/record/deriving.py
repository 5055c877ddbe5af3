"""What a change of readings changes in all that is derived from them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection


def derive(connection: Connection, documents: Sequence[str]) -> None:
    """Derive the documents' rows anew, and those of the acts and persons that they touch."""
