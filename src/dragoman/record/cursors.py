"""Cursors: where the next page of a list begins, as an opaque word of letters, digits, `-` and `_`."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Any

import msgspec

from dragoman.errors import CursorError

_WORD = re.compile(r"[A-Za-z0-9_-]{1,1000}")


def cursor(*place: str | int) -> str:
    """The cursor of the place behind a row; the same values in the same order come back from `place_of`."""
    return base64.urlsafe_b64encode(msgspec.json.encode(place)).decode("ascii").rstrip("=")


def place_of(word: str, *kinds: type[str] | type[int]) -> tuple[Any, ...]:
    """The values that a cursor holds, of these kinds; raises `CursorError` where the word is no cursor of such a list."""
    try:
        if not _WORD.fullmatch(word):
            raise ValueError(word)
        values = msgspec.json.decode(base64.urlsafe_b64decode(word + "=" * (-len(word) % 4)), type=tuple[str | int, ...])
    except (ValueError, binascii.Error, msgspec.DecodeError) as error:
        raise _no_cursor() from error
    if len(values) != len(kinds) or any(type(value) is not kind for value, kind in zip(values, kinds)):
        raise _no_cursor()
    return values


def _no_cursor() -> CursorError:
    return CursorError("the cursor is none of this list; ask for its first page again, without a cursor")
