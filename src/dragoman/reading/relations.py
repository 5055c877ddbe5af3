"""Standing facts told in passing: who presides, belongs to, hosts, exports."""

from __future__ import annotations

from dragoman.model.statement import Relation
from dragoman.reading.annotated import Annotated
from dragoman.reading.freezing import Freezer


def relations(item: Annotated, freezer: Freezer) -> tuple[Relation, ...]:
    """The relations of a document."""
    return ()
