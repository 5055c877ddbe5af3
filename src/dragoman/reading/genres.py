"""Texts that tell of diplomacy without reporting it: fiction, memoirs, simulations, exhibitions, history."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files

import msgspec

from dragoman.annotations.dates.bounds import Bounds, bounds, older_than_a_year
from dragoman.annotations.folding import fold_text
from dragoman.annotations.mentions import DateMention
from dragoman.reading.plausibility import any_of

HEAD = 300
"""So many code points are a text's title and first lines, where it says what it is."""

READ = 3000
"""Words further on than this are not weighed: a long report has words of every kind."""

STRONG, STRONG_AT_HEAD, PLAIN = 2, 3, 1
"""What a word weighs, each word once."""

ENOUGH = 6
"""So much weight of one genre makes a text one of it: two strong words and a few plain ones."""

FAR_BACK = 20
"""Years before the publication that no news goes back to in its first date."""

NEWS_DAYS = 31
"""Dates so few days before the publication are of the news."""


class GenreWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The words of one genre: `strong` are rare elsewhere, `plain` count only beside them; see `lexicon/<language>/genres.yaml`."""

    strong: tuple[str, ...]
    plain: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Genre:
    """A genre's words as patterns over folded text."""

    strong: re.Pattern[str]
    plain: re.Pattern[str]


@cache
def genres(language: str) -> dict[str, Genre]:
    """The genres by name."""
    data = files("dragoman").joinpath(f"lexicon/{language}/genres.yaml").read_bytes()
    return {g: Genre(any_of(w.strong), any_of(w.plain)) for g, w in msgspec.yaml.decode(data, type=dict[str, GenreWords]).items()}


def weight(folded: str, genre: Genre) -> int:
    """How much a folded text's words weigh for a genre; 0 where it has none of the strong ones."""
    first: dict[str, int] = {}
    for found in genre.strong.finditer(folded):
        first.setdefault(found.group(), found.start())
    if not first:
        return 0
    plain = {found.group() for found in genre.plain.finditer(folded)} - first.keys()
    return sum(STRONG_AT_HEAD if at < HEAD else STRONG for at in first.values()) + PLAIN * len(plain)


def is_no_report(text: str, language: str) -> bool:
    """Whether a text is of a genre that invents, remembers or shows: what it tells is no news, whoever acts in it."""
    folded = fold_text(text[:READ])
    return any(weight(folded, g) >= ENOUGH for g in genres(language).values())


def is_history(dates: Iterable[DateMention], published: str | None) -> bool:
    """Whether a text tells of long ago: its first date is old and nearly all are, or it lies far back and none is of the last days."""
    told = [d.past for d in dates if d.past is not None]
    now = published or max(told, key=_last_day, default=None)
    if not told or not older_than_a_year(told[0], now):
        return False
    old = sum(older_than_a_year(d, now) for d in told)
    if old >= 2 and old > 2 * (len(told) - old):
        return True
    appeared = _bounds(now).lower if now else None
    first = _bounds(told[0]).upper
    if appeared is None or first is None or appeared.year - first.year < FAR_BACK:
        return False
    return not any(_is_recent(d, appeared) for d in told)


def _last_day(edtf: str) -> date:
    found = _bounds(edtf)
    return found.upper if found.upper is not None and found.lower is not None else date.min


def _bounds(edtf: str) -> Bounds:
    try:
        return bounds(edtf)
    except ValueError:
        return Bounds(None, None)


def _is_recent(edtf: str, appeared: date) -> bool:
    upper = _bounds(edtf).upper
    return upper is not None and upper >= appeared - timedelta(days=NEWS_DAYS) and upper <= appeared
