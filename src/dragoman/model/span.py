"""The words that a fact was read from."""

from __future__ import annotations

from typing import Annotated

import msgspec

Offset = Annotated[int, msgspec.Meta(ge=0)]


class Span(msgspec.Struct, frozen=True, forbid_unknown_fields=True, order=True):
    """A stretch of a document's text as it was handed in.

    `start` is inclusive and `end` exclusive; both count Unicode code points, and `text` is exactly `document.text[start:end]`.
    """

    start: Offset
    end: Offset
    text: Annotated[str, msgspec.Meta(description="exactly document.text[start:end]")]


Spans = Annotated[tuple[Span, ...], msgspec.Meta(min_length=1)]
