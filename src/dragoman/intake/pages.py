"""HTML pages: their main text, title, date and publisher, as trafilatura finds them."""

from __future__ import annotations

import re
from typing import Any

from dragoman.intake.encoding import decode
from dragoman.intake.failure import IntakeFailure
from dragoman.model.document import Document, document_id

ENDINGS = (".html", ".htm", ".xhtml")
_START = re.compile(rb"\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)
_LOOKED_AT = 2_000
_WEB = re.compile(r"https?://\S+")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2200-01-01"}
"""Only dates that the page gives as its own, the first one; nothing is compared with today."""


def is_page(data: bytes) -> bool:
    """Whether the bytes begin as an HTML page does."""
    return _START.match(data[:_LOOKED_AT].removeprefix(b"\xef\xbb\xbf")) is not None


def from_page(path: str, data: bytes) -> Document | IntakeFailure:
    """The document of a page; a failure where it holds no text, or where trafilatura is not installed."""
    try:
        from trafilatura import bare_extraction
    except ModuleNotFoundError:
        return IntakeFailure(path, "is an HTML page; reading those needs an extra: python -m pip install 'dragoman[html]'")
    markup = decode(data)
    try:
        found: Any = bare_extraction(markup, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    except Exception as error:
        return IntakeFailure(path, f"is an HTML page that cannot be taken apart ({type(error).__name__}); hand in its text")
    text = _paragraphs(found.text if found else None)
    if not text:
        return IntakeFailure(path, "is an HTML page without a main text; hand in the text in it")
    return Document(
        id=document_id(text),
        uri=found.url if _WEB.fullmatch(found.url or "") else path,
        title=_line(found.title),
        publisher=_line(found.sitename),
        language="und",
        published=found.date if _DAY.fullmatch(found.date or "") else None,
        text=text,
    )


def _paragraphs(text: str | None) -> str:
    """Paragraphs apart by blank lines, as in plain text."""
    return "\n\n".join(line.strip() for line in (text or "").splitlines() if line.strip())


def _line(text: str | None) -> str | None:
    return " ".join(text.split()) or None if text else None
