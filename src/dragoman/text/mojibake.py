"""UTF-8 that was read as another encoding: `Ã©` for `é`, `â€™` for `’`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dragoman.text.edits import Edit

_HIGH = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_TWO, _THREE, _FOUR = "\xc2-\xdf", "\xe0-\xef", "\xf0-\xf4"
_SEQUENCE = re.compile(
    rf"[{_TWO}{_THREE}{_FOUR}](?:(?<=[{_TWO}])[{_HIGH}]|(?<=[{_THREE}])[{_HIGH}]{{2}}|(?<=[{_FOUR}])[{_HIGH}]{{3}}"
    rf"|(?<=Ã) (?= )|(?<=Ã)(?= \w))"
)
_REACH = 12
"""How many characters around a suspect are shown to the judge."""


def mojibake_edits(text: str) -> Iterator[Edit]:
    """The edits that undo a wrong decoding, only where `ftfy` finds one, character by character."""
    for sequence in _SEQUENCE.finditer(text):
        decoded = _decode(sequence[0])
        if decoded and (decoded == "à" or _is_broken(text[max(0, sequence.start() - _REACH) : sequence.end() + _REACH])):
            yield Edit(sequence.start(), sequence.end(), decoded)


@lru_cache(maxsize=4096)
def _is_broken(stretch: str) -> bool:
    import ftfy

    return bool(ftfy.fix_encoding(stretch) != stretch)


@lru_cache(maxsize=1024)
def _decode(sequence: str) -> str:
    """The one character that a sequence stands for; empty where it stands for none."""
    if sequence in ("Ã ", "Ã"):  # the second byte was taken for a space
        return "à"
    raw = bytearray()
    for character in sequence:
        try:
            raw += character.encode("latin-1") if ord(character) < 256 else character.encode("cp1252")
        except UnicodeEncodeError:
            return ""
    try:
        decoded = raw.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return decoded if len(decoded) == 1 else ""
