"""The codes of an act in PLOVER and CAMEO, by table."""

from __future__ import annotations

from dragoman.model.act import Codes
from dragoman.reading.drafts import Draft


def codes_of(draft: Draft) -> Codes:
    """The codes of an act."""
    return Codes()
