"""A document as it was handed in."""

from __future__ import annotations

import hashlib
from typing import Annotated

import msgspec


class Document(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A communiqué, a dispatch, an article: its text untouched, and what is known of where it came from."""

    id: Annotated[
        str,
        msgspec.Meta(description="sha256: of the text, in hexadecimal, so that the same text is the same document wherever it came from"),
    ]
    uri: str | None = None
    title: str | None = None
    publisher: str | None = None
    language: Annotated[str, msgspec.Meta(description="BCP 47")]
    published: Annotated[str | None, msgspec.Meta(description="EDTF")] = None
    dateline: Annotated[str | None, msgspec.Meta(description="the place that the text was filed from")] = None
    text: Annotated[
        str,
        msgspec.Meta(
            description="as handed in: decoded, without a byte order mark, line ends kept; of a page or a PDF, what the extractor gave"
        ),
    ]
    fiction: bool | None = None


def document_id(text: str) -> str:
    """The identifier of a text: `sha256:` and the digest of its UTF-8 bytes, in hexadecimal."""
    return "sha256:" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
