"""What is left of a page's markup in its text: entities and tags."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from dragoman.text.edits import Edit

_MARKUP = re.compile(
    r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#x[0-9a-fA-F]{1,5});"
    r"|</?(?:p|br|div|h[1-6]|li|ul|ol|strong|b|em|i|u|a|span|img|font|table|tr|td|blockquote|center|sup|figure|figcaption|section)\b[^<>]{0,400}>"
    r"|<!--[^<>]{0,400}-->",
    re.IGNORECASE,
)
_BLOCK = re.compile(r"</?(?:p|br|div|h[1-6]|li|ul|ol|tr|table|blockquote|center|figure|figcaption|section)\b", re.IGNORECASE)


def markup_edits(text: str) -> Iterator[Edit]:
    """The edits that write entities as characters, tags of blocks as line ends, and drop the other tags."""
    if "&" not in text and "<" not in text:
        return
    for match in _MARKUP.finditer(text):
        found = match[0]
        if found[0] == "&":
            replacement = html.unescape(found)
            if replacement == found:
                continue
        else:
            replacement = "\n" if _BLOCK.match(found) else ""
        yield Edit(match.start(), match.end(), replacement)
