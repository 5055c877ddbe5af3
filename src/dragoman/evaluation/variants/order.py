"""Saying the same in another order: an adjunct of time or circumstance to the front of its sentence, or from it to the end."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from functools import cache

from dragoman.evaluation.variants.edits import Edit
from dragoman.evaluation.variants.rules import rules

_SHARE = 0.6
_SENTENCE = re.compile(r"(?:(?<=[.!?] )|(?<=\n)|^)[A-ZÀ-Þ][^.!?\n]{10,600}")
_HONORIFIC = re.compile(r"\b(?:M|MM|Dr|S|E|Mgr)$")


def order_edits(text: str, anchors: Sequence[int], chance: random.Random) -> list[Edit]:
    """Edits that move adjuncts where nothing quoted stands in the way and no anchor would be carried off."""
    edits: list[Edit] = []
    for hit in _SENTENCE.finditer(text):
        edit = next(_moves(text, hit.start(), hit.end()), None)
        if edit and not any(edit.start < a < edit.end for a in anchors) and chance.random() < _SHARE:
            edits.append(edit)
    return edits


def _moves(text: str, start: int, end: int) -> Iterator[Edit]:
    sentence = text[start:end]
    if hit := _inserted().match(sentence):
        head, adjunct = hit["head"], hit["adjunct"]
        tail = "" if hit["close"] == "," else hit["close"]
        if _is_plain(head) and _can_be_lowered(head):
            moved = f"{_capital(adjunct)}, {_lowered(head)}"
            yield Edit(start, start + hit.end(), moved + tail)
    if hit := _leading().fullmatch(sentence):
        rest = hit["rest"]
        if _is_plain(rest) and text[end : end + 1] == "." and len(rest.split()) <= 30 and "," not in rest:
            yield Edit(start, end, f"{rest[0].upper()}{rest[1:]} {hit['adjunct'][0].lower()}{hit['adjunct'][1:]}")


@cache
def _inserted() -> re.Pattern[str]:
    return re.compile(
        rf'(?P<head>[^,;:"«»“”()]{{5,120}}(?:, [^,;:"«»“”()]{{3,60}})?), (?P<adjunct>{_openers()}[^,;:"«»“”()]{{2,90}})(?P<close>,)'
    )


@cache
def _leading() -> re.Pattern[str]:
    openers = _openers() + "|" + "|".join(rules().weekdays)
    return re.compile(rf'(?P<adjunct>(?i:{openers})[^,;:"«»“”()]{{0,90}}), (?P<rest>[^;:"«»“”()]{{10,300}})')


def _openers() -> str:
    return "(?:" + "|".join(sorted(map(re.escape, rules().adjuncts), key=len, reverse=True)) + ")"


def _is_plain(text: str) -> bool:
    return not re.search(r'["«»“”()\[\]]', text) and not _HONORIFIC.search(text)


def _can_be_lowered(head: str) -> bool:
    first = re.split(r"(?<=['’])|[ \u00a0]", head, maxsplit=1)[0].replace("’", "'")
    return first in rules().lowered


def _lowered(head: str) -> str:
    return head[0].lower() + head[1:]


def _capital(text: str) -> str:
    return text[0].upper() + text[1:]
