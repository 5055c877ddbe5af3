"""From bytes to text: byte order marks, UTF-8, UTF-16, then the Windows code pages of western languages and of Arabic, by evidence.

cp1252 is tried for latin-1 too: it is the same but for 27 characters where latin-1 has only control codes, which no document holds.
"""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""UTF-32 first: its little-endian mark begins with UTF-16's."""
_SIGNATURES = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3", "a database"),
)
"""First bytes of what people hand in by mistake (the formats' own specifications)."""
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_HIGH_RUN = re.compile(rb"[\x80-\xff]+")
_WESTERN = frozenset(
    "ÀÂÄÆÇÈÉÊËÎÏÔÖŒÙÛÜŸàâäæçèéêëîïôöœùûüÿÑñÁÍÓÚáíóúÃÕãõÅåØøßŠšŽžÌìÒòÝý«»‹›‘’“”„‚–—…€£°§©®™·•±½¼¾²³¹ºª¿¡´¸×\u00a0\u00ad".encode("cp1252")
)
"""The bytes that French and its neighbours use in cp1252."""
_SAMPLE = 1 << 20
_MOST_CONTROLS = 0.01
_LEAST_WESTERN = 0.85
_LEAST_WIDE = 0.7
_LEAST_ARABIC = 0.7
_LONGEST_WESTERN_RUN = 3


def decode(data: bytes) -> str:
    """The text of the bytes, without a byte order mark, line ends kept.

    Never raises: bytes that no encoding explains are read as UTF-8 with U+FFFD where it fails. Whoever must know asks `encoding` first.
    """
    name = encoding(data)
    return data.decode(name) if name else data.decode("utf-8", "replace").removeprefix("\ufeff")


def encoding(data: bytes) -> str | None:
    """The name of the encoding that explains the bytes, as Python calls it; None where none does or where they are no text."""
    for mark, name in _BOMS:
        if data.startswith(mark) and _decodes(data, name):
            return name
    wide = _wide(data)
    if wide:
        return wide
    if binary(data):
        return None
    return "utf-8" if _decodes(data, "utf-8") else _code_page(data)


def binary(data: bytes) -> str | None:
    """What the bytes are, where they are no text (`a PDF`); None where they may be text."""
    sample = data[:_SAMPLE]
    controls = len(_CONTROL.findall(sample)) > _MOST_CONTROLS * len(sample)
    return signature(data) or ("a binary file" if controls else None)


def signature(data: bytes) -> str | None:
    """What the first bytes say that the file is, where they are those of a format that is no text."""
    return next((kind for start, kind in _SIGNATURES if data.startswith(start)), None)


def _decodes(data: bytes, name: str) -> bool:
    try:
        data.decode(name)
    except UnicodeDecodeError:
        return False
    return True


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: nearly every second byte is that of a block (Latin, Arabic, punctuation), and the others are not."""
    sample = data[:_SAMPLE]
    if len(sample) < 4 or len(data) % 2 or b"\x00" not in sample:
        return None
    for name, high, low in (("utf-16-le", sample[1::2], sample[0::2]), ("utf-16-be", sample[0::2], sample[1::2])):
        blocks = sum(high.count(block) for block in (0x00, 0x06, 0x20))
        if blocks > _LEAST_WIDE * len(high) and low.count(0) < 0.05 * len(low) and _decodes(data, name):
            return name
    return None


def _code_page(data: bytes) -> str | None:
    """cp1256 where the high bytes stand together in words, cp1252 where they are letters of western languages among others."""
    sample = data[:_SAMPLE]
    runs = _HIGH_RUN.findall(sample)
    total = sum(len(run) for run in runs)
    in_words = sum(len(run) for run in runs if len(run) > _LONGEST_WESTERN_RUN)
    if in_words > _LEAST_ARABIC * total * 0.5 and _arabic_share(b"".join(runs)) > _LEAST_ARABIC:
        return "cp1256"
    western = sum(byte in _WESTERN for run in runs for byte in run)
    if western >= _LEAST_WESTERN * total and _decodes(data, "cp1252"):
        return "cp1252"
    return None


def _arabic_share(high: bytes) -> float:
    """How much of the high bytes, read as cp1256, is Arabic."""
    text = high.decode("cp1256")
    return sum("\u060c" <= c <= "\u0652" for c in text) / max(1, len(text))
