"""Whom a reporting clause names: `a commenté la déléguée syndicale, X`, `selon le ministre régional X`, `a glissé un diplomate`."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cache

from dragoman.annotations.folding import fold
from dragoman.annotations.mentions import Mention
from dragoman.annotations.table import rows

RELATIVE = 5
"""So many words at most stand from `que` to the subject behind the verb of a relative clause (`que lui a récemment accordée`)."""

_BESIDE = re.compile(r"\s(?:[^\W\d_]+[\s,]+)?\Z")
_COMMA = re.compile(r",\s(?:MM?\.\s|Mmes?\s)?\Z")


def named_behind(text: str, cue_end: int, mentions: Sequence[Mention]) -> Mention | None:
    """The named person whose name stands in apposition to the first noun phrase behind the cue: right behind the clause's first comma,
    or with one word between (`la première ministre régionale, X`); None where another named person comes first."""
    first = next((m for m in mentions if _is_named(m)), None)
    if first is None:
        return None
    comma = text.find(",", cue_end + 1, first.start)
    described = any(m.end <= first.start and m.kind == "person" for m in mentions)
    if comma >= 0:
        return first if _COMMA.fullmatch(text[comma : first.start]) else None
    last = max((m.end for m in mentions if m.end <= first.start), default=None)
    return first if described and last is not None and _BESIDE.fullmatch(text[last : first.start]) else None


def _is_named(mention: Mention) -> bool:
    return mention.kind == "person" and bool(mention.actors) and not mention.anaphoric and mention.actors[0].startswith("per:")


def opens_with(text: str, cue_end: int, end: int, words: Collection[str]) -> bool:
    """Whether the first word behind the cue is one of these: an indefinite article (`a glissé un diplomate`), a possessive (`selon ses
    mots`)."""
    behind = text[cue_end:end].replace("’", "'").replace("'", "' ").lower().split()
    return bool(behind) and behind[0] in words


def is_text(text: str, cue_end: int, end: int, prepositions: Collection[str] = ()) -> bool:
    """Whether the words behind the cue open with a noun for a written text (`précise le texte`, `lit-on dans le texte`), which speaks for
    its author."""
    behind = fold(text[cue_end:end]).replace("'", "' ").split()
    if behind[:1] and behind[0] in prepositions:
        behind = behind[1:]
    return len(behind) > 1 and behind[1].strip(",.") in _texts()


def in_relative(text: str, cue_end: int, mention: Mention, mentions: Sequence[Mention], openers: Sequence[str]) -> bool:
    """Whether a person is the subject of a relative clause that parts a cue from its own subject: of those named behind the cue the first,
    right behind the verb of that clause (`a indiqué à l'issue de l'audience que lui a accordée le président X l'ambassadeur Y`)."""
    words = text[cue_end : mention.start].lower().replace("’", "'")
    at = max((words.rfind(f" {o}") for o in openers), default=-1)
    if at < 0 or "," in words or mention is not mentions[0]:
        return False
    return len(words[at:].split()) <= RELATIVE and any(m.kind == mention.kind and m.start >= mention.end for m in mentions)


@cache
def _texts() -> frozenset[str]:
    return frozenset(fold(row["noun"]) for row in rows("documents") if row["number"] == "s")
