"""One spelling for one date, so that equal dates compare equal."""

from __future__ import annotations

import re

_DOUBT = re.compile(r"[~?%\s]")


def plain_edtf(text: str | None) -> str | None:
    """The date without blanks and doubt marks, sets ascending, `2022-08-XX` as `2022-08`, `d/d` as `d`; None for no date."""
    if not text:
        return None
    text = _DOUBT.sub("", text)
    while text.endswith("-XX"):
        text = text.removesuffix("-XX")
    if text.startswith("["):
        return "[" + ",".join(sorted(text.strip("[]").split(","))) + "]"
    start, _, end = text.partition("/")
    return start if start == end else text
