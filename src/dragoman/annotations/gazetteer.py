"""Finds the names of states, their nationalities and peoples, organisations and institutions in a text."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from dragoman.annotations.lexicon import nationalities, states
from dragoman.annotations.name_guards import holds, is_people, is_town_beside
from dragoman.annotations.name_patterns import Pattern, name_automaton
from dragoman.annotations.name_text import key, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

NameKind = Literal["country", "nationality", "compound_nationality", "organisation", "institution", "people"]
_LONGEST_COMPOUND = 5
_RANK = {"apart": 0, "country": 1, "organisation": 2, "institution": 3, "nationality": 4, "prefix": 5}


@dataclass(frozen=True, slots=True)
class NameMatch:
    """A name in the text, without its article. `ids` are alpha-3 codes, organisations' or institutions' ids, in the order of the words.

    More than one id stand for a compound (`algéro-tunisien`) or, where `ambiguous`, for what the name may mean (`congolais`). `plural` and
    `feminine` tell of the form; a form that both numbers share is plural where the word before it is.
    """

    start: int
    end: int
    kind: NameKind
    ids: tuple[str, ...]
    ambiguous: bool = False
    plural: bool = False
    feminine: bool = False
    capitalised: bool = False


@dataclass(frozen=True, slots=True)
class _Hit:
    start: int
    end: int
    patterns: tuple[Pattern, ...]

    @property
    def kind(self) -> str:
        return self.patterns[0].kind


def find_names(text: str) -> tuple[NameMatch, ...]:
    """The names in a text, in its order, none over another; where names overlap the longest holds."""
    return tuple(_matches(text, _longest_first(_hits(text))))


def _hits(text: str) -> Iterator[_Hit]:
    looked_up = f" {plain(text)} "
    for last, (length, patterns) in name_automaton().iter(looked_up):
        end = last - 1
        start = end - length
        kept = tuple(p for p in patterns if holds(p, text, start, end))
        if kept:
            best = min(kept, key=lambda p: _RANK[p.kind]).kind
            yield _Hit(start, end, tuple(p for p in kept if p.kind == best))


def _longest_first(hits: Iterator[_Hit]) -> list[_Hit]:
    """The hits that remain when each takes its words from the shorter ones it overlaps, by start."""
    kept: list[_Hit] = []
    for hit in sorted(hits, key=lambda h: (h.start, -h.end)):
        if kept and hit.start < kept[-1].end:
            if hit.end - hit.start > kept[-1].end - kept[-1].start:
                kept[-1] = hit
            continue
        kept.append(hit)
    return kept


def _matches(text: str, hits: list[_Hit]) -> Iterator[NameMatch]:
    i = 0
    while i < len(hits):
        group = _compound(text, hits, i)
        if len(group) > 1:
            yield _joined(text, group)
        elif hits[i].kind not in ("apart", "prefix"):
            match = _single(text, hits[i])
            if match is not None:
                yield match
        i += len(group)


def _compound(text: str, hits: list[_Hit], i: int) -> list[_Hit]:
    """The hits from `i` on that make one compound: prefixes and the adjective behind them, or adjectives with hyphens between."""
    group = [hits[i]]
    if hits[i].kind not in ("prefix", "nationality"):
        return group
    for hit in hits[i + 1 : i + _LONGEST_COMPOUND]:
        before = group[-1]
        between = text[before.end : hit.start]
        joins = len(between) == 1 and (between in "-‐‑–" or (between in " \u00a0" and before.kind == "prefix"))
        if not joins or hit.kind not in ("prefix", "nationality"):
            break
        group.append(hit)
        if hit.kind == "nationality" and text[hit.end : hit.end + 1] not in ("-", "‐", "‑", "–"):
            break
    while group[-1].kind == "prefix" and len(group) > 1:
        group.pop()
    return group


def _joined(text: str, group: list[_Hit]) -> NameMatch:
    last = group[-1].patterns
    ids = tuple(dict.fromkeys(i for hit in group for i in hit.patterns[0].ids))
    return NameMatch(
        group[0].start,
        group[-1].end,
        "compound_nationality",
        ids,
        ambiguous=any(len(hit.patterns[0].ids) > 1 for hit in group),
        plural=_plural(text, group[0].start, last),
        feminine=all(p.feminine for p in last),
        capitalised=text[group[0].start].isupper(),
    )


def _single(text: str, hit: _Hit) -> NameMatch | None:
    first = hit.patterns[0]
    ids = tuple(dict.fromkeys(i for p in hit.patterns for i in p.ids))
    capitalised = text[hit.start].isupper()
    match = NameMatch(
        hit.start,
        hit.end,
        first.kind,  # type: ignore[arg-type]
        ids,
        ambiguous=len(ids) > 1,
        plural=_plural(text, hit.start, hit.patterns),
        feminine=all(p.feminine for p in hit.patterns),
        capitalised=capitalised,
    )
    if first.kind == "country" and is_town_beside(text, hit.start, ids):
        return None
    if first.kind == "nationality":
        if hit.start and text[hit.start - 1] in "-‐‑–":
            return None
        if capitalised and is_people(text, hit.start):
            return replace(match, kind="people")
    return match


def _plural(text: str, start: int, patterns: tuple[Pattern, ...]) -> bool:
    plural = {p.plural for p in patterns}
    if len(plural) == 1:
        return plural.pop()
    before = text[:start].rstrip().rpartition(" ")[2] if start < 64 else text[start - 64 : start].rstrip().rpartition(" ")[2]
    return before.lower().rstrip(",").endswith(("s", "x"))


@cache
def capital_states() -> Mapping[str, str]:
    """The states that a capital may stand for, by the capital's plain name (`key`): `alger` is `DZA`, `tel aviv` is `ISR`.

    Former states and dependencies (no adjective of theirs is in the lexicon) have none.
    """
    acting = {alpha3 for nationality in nationalities() for alpha3 in nationality.states}
    found: dict[str, str] = {}
    for state in states().values():
        for capital in state.capitals if state.alpha3 in acting and not state.former else ():
            found.setdefault(key(capital), state.alpha3)
    return found
