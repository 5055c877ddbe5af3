"""What was there last time: a visitor's last seen filing, kept in two cookies.

`seen` outlives the visit and holds the filing that the visitor saw last; `since` lasts as long as the browser is open and holds what `seen`
was when the visit began. So what is new stays new until the visit is over.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

SEEN, SINCE = "dragoman_seen", "dragoman_since"
_YEAR = 365 * 24 * 3600
_DIGITS = 15


def since(request: Request) -> int | None:
    """The filing up to which the visitor has seen everything before this visit; None on a first visit."""
    for name in (SINCE, SEEN):
        value = request.cookies.get(name, "")
        if value.isascii() and value.isdecimal() and len(value) <= _DIGITS:
            return int(value)
    return None


def remember(response: Response, known: int | None, seq: int) -> None:
    """Keep what this visit began with, and that the visitor has now seen the filing `seq`."""
    response.set_cookie(SINCE, str(seq if known is None else known), httponly=True, samesite="lax")
    response.set_cookie(SEEN, str(seq), max_age=_YEAR, httponly=True, samesite="lax")
