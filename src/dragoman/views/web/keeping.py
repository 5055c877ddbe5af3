"""Pages that are kept as they were made, while the record stays what it was.

A page is a function of the record's state, of its address, and of how its visitor likes the room: language, theme, name. Only the tokens in
its forms are another visitor's each time. So a page is kept in parts between those tokens, each part deflated once.
"""

from __future__ import annotations

import struct
import zlib
from collections import OrderedDict
from typing import NamedTuple

from dragoman.views.web.unfilled import Unfilled

MOST_BYTES = 48 * 1024 * 1024
"""How many bytes of pages a process keeps."""
_LEVEL = 2
_GZIP = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
_END = b"\x03\x00"
"""The last, empty block of a deflated stream."""


class KeptPage(NamedTuple):
    """A page's parts, each also deflated, and the headers that it came with."""

    parts: tuple[bytes, ...]
    deflated: tuple[bytes, ...]
    headers: tuple[tuple[bytes, bytes], ...]

    @property
    def size(self) -> int:
        """Its length in bytes, as it is kept."""
        return sum(map(len, (*self.parts, *self.deflated)))

    def plain(self, token: bytes) -> bytes:
        """The page."""
        return token.join(self.parts)

    def gzipped(self, token: bytes) -> bytes:
        """The page for browsers that take gzip: the token is not compressed, so that the length tells nothing about it."""
        stored = b"\x00" + struct.pack("<HH", len(token), len(token) ^ 0xFFFF) + token
        page = self.plain(token)
        tail = struct.pack("<II", zlib.crc32(page), len(page) & 0xFFFFFFFF)
        return _GZIP + stored.join(self.deflated) + _END + tail


def kept_page(response: Unfilled) -> KeptPage:
    """A page to keep."""
    own = (b"content-length", b"etag", b"vary")
    headers = tuple((name, value) for name, value in response.raw_headers if name not in own)
    return KeptPage(response.parts, tuple(map(_deflated, response.parts)), headers)


class Keeping:
    """The pages kept of one room; those asked for last stay. Used by one thread: that of the event loop."""

    def __init__(self, most: int = MOST_BYTES) -> None:
        self.most, self.size = most, 0
        self._pages: OrderedDict[str, KeptPage] = OrderedDict()

    def get(self, key: str) -> KeptPage | None:
        """The page of a key."""
        page = self._pages.get(key)
        if page is not None:
            self._pages.move_to_end(key)
        return page

    def put(self, key: str, page: KeptPage) -> None:
        """Keep a page; the ones not asked for longest go."""
        old = self._pages.pop(key, None)
        self._pages[key] = page
        self.size += page.size - (old.size if old else 0)
        while self.size > self.most and self._pages:
            self.size -= self._pages.popitem(last=False)[1].size


def _deflated(part: bytes) -> bytes:
    """A part as blocks of a deflated stream that others can follow at the next byte."""
    packing = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packing.compress(part) + packing.flush(zlib.Z_FULL_FLUSH)
