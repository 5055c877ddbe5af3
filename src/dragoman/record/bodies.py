"""Texts and readings as the record keeps them: deflated, the reading without its text."""

from __future__ import annotations

import zlib

import msgspec

from dragoman.model.reading import Reading

_LEVEL = 6
_LEAVE_OUT = str.maketrans({"\x00": "\ufffd", **{chr(c): "\ufffd" for c in range(0xD800, 0xE000)}})
_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Reading)


def deflate_text(text: str) -> bytes:
    """A text's UTF-8, lone surrogates passed, deflated."""
    return zlib.compress(text.encode("utf-8", "surrogatepass"), _LEVEL)


def inflate_text(body: bytes) -> str:
    """The text that `deflate_text` took; raises `zlib.error` or `UnicodeDecodeError` where the body is damaged."""
    return zlib.decompress(body).decode("utf-8", "surrogatepass")


def deflate_reading(reading: Reading) -> bytes:
    """A reading's JSON without the document's text, deflated."""
    bare = msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, text=""))
    return zlib.compress(_encoder.encode(bare), _LEVEL)


def inflate_reading(body: bytes, text: str = "") -> Reading:
    """The reading that `deflate_reading` took, with the text put back.

    Raises `zlib.error` or `msgspec.DecodeError` where the body is damaged.
    """
    reading = _decoder.decode(zlib.decompress(body))
    if not text:
        return reading
    return msgspec.structs.replace(reading, document=msgspec.structs.replace(reading.document, text=text))


def deflate_json(body: bytes) -> bytes:
    """JSON that a derived table keeps, deflated."""
    return zlib.compress(body, _LEVEL)


def inflate_json(body: bytes | str) -> bytes | str:
    """The JSON that `deflate_json` took; JSON that was never deflated comes back as it is."""
    return zlib.decompress(body) if isinstance(body, bytes) and not body.startswith((b"{", b"[")) else body


def storable(text: str) -> str:
    """A text as a column can hold it: what no database takes (NUL, lone surrogates) becomes U+FFFD, one for one."""
    return text if text.isprintable() else text.translate(_LEAVE_OUT)
