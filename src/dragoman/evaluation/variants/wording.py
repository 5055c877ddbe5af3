"""Saying the same in other words: cues and formulae by their synonyms, ministries by others of their kind."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.variants.edits import Edit, without_overlaps
from dragoman.evaluation.variants.elision import fitted, same_case
from dragoman.evaluation.variants.rules import Synonyms, rules

_SHARE = 0.7
"""How many of the phrases that have synonyms are said otherwise."""
_GAP = "~"


@dataclass(frozen=True, slots=True)
class _Group:
    phrases: tuple[str, ...]
    pattern: re.Pattern[str]
    needs: str | None


def wording_edits(text: str, gold: GoldDocument, chance: random.Random) -> list[Edit]:
    """Edits that put synonyms in the place of phrases, about two in three of them."""
    told = {t for a in gold.acts for t in (a.type, f"{a.type}/{a.form}")}
    found = [e for group in _groups() if group.needs is None or group.needs in told for e in _group_edits(text, group, chance)]
    return [edit for edit in without_overlaps(found) if chance.random() < _SHARE]


def portfolio_edits(text: str, chance: random.Random) -> list[Edit]:
    """Edits that give ministries the names of others of their kind, the same name the same one everywhere."""
    edits: list[Edit] = []
    for group in rules().portfolios:
        pattern = re.compile(_joined((*group.phrases, *group.known)) + r"(?![ \u00a0]et (?:de|du|des|d['’])|, d)")
        new = {p: chance.choice([q for q in group.phrases if q != p]) for p in (*group.phrases, *group.known)}
        edits += [Edit(h.start(), h.end(), same_case(h.group(), new[_straight(h.group())])) for h in pattern.finditer(text)]
    return edits


def _group_edits(text: str, group: _Group, chance: random.Random) -> Iterator[Edit]:
    for hit in group.pattern.finditer(text):
        written = _straight(hit.group())
        gap = next((g for g in hit.groups() if g), "")
        at = next((p for p in group.phrases if written.lower() == p.replace(_GAP, gap + " ").lower()), None)
        if at is None or re.search(r"(?<!\w)[lL]['’]$", text[max(0, hit.start() - 3) : hit.start()]):
            continue
        new = chance.choice([p for p in group.phrases if p != at]).replace(_GAP, gap + " ")
        yield fitted(text, hit.start(), hit.end(), same_case(hit.group()[0], new[0]) + new[1:])


@cache
def _groups() -> tuple[_Group, ...]:
    return tuple(_Group(s.phrases, _pattern(s), s.needs) for s in rules().synonyms)


def _pattern(synonyms: Synonyms) -> re.Pattern[str]:
    adverbs = "|".join(map(re.escape, rules().adverbs))
    gap = rf'((?:,[^,.;:"«»\n]{{1,90}},|[ ](?:{adverbs}))?)[ ]'
    before = rf"(?=[ \u00a0](?:{_joined(synonyms.before)}))" if synonyms.before else r"(?!\w)"
    phrases = _joined(synonyms.phrases).replace(_GAP, gap)
    first = r"(?<![\w'’-])"
    return re.compile(f"{first}{phrases}{before}", re.IGNORECASE if all(p[0].islower() for p in synonyms.phrases) else 0)


def _joined(phrases: tuple[str, ...]) -> str:
    longest_first = sorted(phrases, key=lambda p: (-len(p), p))
    return "(?:" + "|".join(re.escape(p).replace(r"\ ", " ").replace(r"\~", "~").replace("'", "['’]") for p in longest_first) + ")"


def _straight(text: str) -> str:
    return text.replace("’", "'")
