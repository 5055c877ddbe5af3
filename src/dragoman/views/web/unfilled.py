"""A page before its visitor's form token stands in it."""

from __future__ import annotations

from starlette.responses import HTMLResponse


class Unfilled(HTMLResponse):
    """A page for one visitor that remembers its `parts`, between which its visitor's form token stands."""

    def __init__(self, parts: tuple[bytes, ...], token: str, status_code: int) -> None:
        self.parts = parts
        super().__init__(token.encode().join(parts), status_code=status_code)
