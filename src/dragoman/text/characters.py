"""Typographic normalisation: one kind of space, of apostrophe, of line end; no invisible characters; composed letters."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from dragoman.text.edits import Edit
from dragoman.text.lexicons import repair_lexicon

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\ufffc\x00-\x08\x0e-\x1f\x7f"
_SPACES = "\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_ENDS = "\x0b\x0c\x85\u2028\u2029"
# fmt: off
_WRITTEN: dict[str, str] = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "ᵉ": "e", "ʳ": "r", "ᵈ": "d", "ⁿ": "n", "ᵐ": "m", "ᵗ": "t", "ˢ": "s", "№": "n°",
    "＂": '"', "″": '"', "〝": '"', "〞": '"', "‟": "“", "`": "'", "´": "'", "ʼ": "'", "ʹ": "'", "′": "'", "＇": "'",
    "``": '"', "´´": '"', "‘‘": '"', "’’": '"', "《": "«", "》": "»", "≪": "«", "≫": "»", "\r\n": "\n", "\r": "\n",
}
# fmt: on
_SINGLE = "".join(key for key in _WRITTEN if len(key) == 1 and key != "\r")
_SPECIAL = re.compile(rf"[\r{_LINE_ENDS}{_INVISIBLE}{_SPACES}{_SINGLE}’‘](?:(?<=\r)\n|(?<=`)`|(?<=´)´|(?<=‘)‘|(?<=’)’’?)?")
_DOUBLED = re.compile(r"  +|''(?:'(?=\w))?|<<|>>|,,")
_COLUMN = 3
"""This many spaces in a line part what stands side by side on a page, where they are rare."""
_RUN = re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def character_edits(text: str) -> Iterator[Edit]:
    """The edits that make single characters plain; quotation marks stay what they are."""
    opened = 0
    for match in _SPECIAL.finditer(text):
        found, start, end = match[0], match.start(), match.end()
        if found in "’‘":
            replacement, opened = _single_quote(text, found, start, end, opened)
        elif found[0] == "’" and len(found) > 1:  # `l’’ambassade`, `qu’’’il faut agir’’`
            elided = _is_elision(text, start, end)
            replacement = "'\"" if len(found) == 3 else "'" if elided else '"'
        elif found in _WRITTEN:
            replacement = _WRITTEN[found]
        else:
            replacement = _blank(found)
        yield Edit(start, end, replacement)


def _blank(character: str) -> str:
    if character in _LINE_ENDS:
        return "\n"
    return " " if character == "\t" or (character.isspace() and character > "\x1f") else ""


def _is_elision(text: str, start: int, end: int) -> bool:
    """Whether marks between two letters stand for one apostrophe: `l''Algérie`."""
    return end < len(text) and text[end].isalpha() and bool(repair_lexicon().elided.search(text[max(0, start - 8) : start]))


def _single_quote(text: str, found: str, start: int, end: int, opened: int) -> tuple[str, int]:
    """An apostrophe where it joins letters or elides a word; else the quotation mark that it is, with the number of those now open."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    if before.isalnum() and after.isalnum():
        return "'", opened
    if found == "‘":
        return ("'", opened) if before.isalnum() and _is_elision(text, start, end) else ("‘", opened + 1)
    if opened and not after.isalnum():
        return "’", opened - 1
    return ("'" if before.isalnum() or after.isalnum() else "’"), opened


def doubling_edits(text: str) -> Iterator[Edit]:
    """The edits that make one space of several, and one quotation mark of two apostrophes, angles or commas."""
    if not any(pair in text for pair in ("  ", "''", "<<", ">>", ",,")):
        return
    opened = 0
    columns = _has_columns(text)
    for match in _DOUBLED.finditer(text):
        found, start, end = match[0], match.start(), match.end()
        if found[0] == " ":
            apart = columns and len(found) >= _COLUMN and start > 0 and text[start - 1] != "\n" and not text[end : end + 1].islower()
            yield Edit(start, end, "\n") if apart else Edit(start + 1, end, "")
        elif found == "'''":
            yield Edit(start, end, "'\"")
        elif found == "''":
            yield Edit(start, end, "'" if _is_elision(text, start, end) else '"')
        elif found == ",,":
            yield Edit(start, end, "„" if text[end : end + 1].isalpha() and not text[start - 1 : start].isalnum() else ",")
        elif found == "<<":
            opened += 1
            yield Edit(start, end, "«")
        elif opened:
            opened -= 1
            yield Edit(start, end, "»")


def _has_columns(text: str) -> bool:
    """Whether wide gaps are few enough to part buttons or titles; a justified text is full of them."""
    gaps = text.count(" " * _COLUMN)
    return gaps > 0 and gaps * 8 < text.count(" ") - gaps * (_COLUMN - 1)


def composing_edits(text: str) -> Iterator[Edit]:
    """The edits that compose letters with the accents that follow them (NFC)."""
    if unicodedata.is_normalized("NFC", text):
        return
    for run in _RUN.finditer(text):
        if unicodedata.is_normalized("NFC", run[0]):
            continue
        for start, end in _clusters(run[0]):
            cluster = run[0][start:end]
            composed = unicodedata.normalize("NFC", cluster)
            if composed != cluster:
                yield Edit(run.start() + start, run.start() + end, composed)


def _clusters(run: str) -> Iterator[tuple[int, int]]:
    """A letter with the marks that combine with it, one after the other."""
    start = 0
    for i in range(1, len(run) + 1):
        if i == len(run) or not unicodedata.combining(run[i]):
            yield start, i
            start = i


_NUMBER = re.compile(r"(?:\b1|\b[2-9]|\b\d\d|\b[IVX]{1,5})$")
_DEGREE = re.compile(r"[nN](?: ?º| °)")


def ordinal_edits(text: str) -> Iterator[Edit]:
    """The edits that join ordinals whose superscript was set apart (`1 er janvier`) and write `n°` in one way."""
    lexicon = repair_lexicon()
    edits = []
    for match in re.finditer(rf" ({'|'.join((*lexicon.first_ordinals, *lexicon.ordinals))})(?= [^\W\d_])", text):
        number = _NUMBER.search(text[max(0, match.start() - 6) : match.start()])
        if number and (number[0] == "1") == (match[1] in lexicon.first_ordinals):
            edits.append(Edit(match.start(), match.start() + 1, ""))
    if "º" in text or " °" in text:
        edits += [Edit(m.start() + 1, m.end(), "°") for m in _DEGREE.finditer(text)]
    yield from sorted(edits)
