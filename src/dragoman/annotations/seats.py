"""Towns told by what they are to a state: `dans la capitale angolaise`, `la capitale de l'Angola`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from dragoman.annotations.gazetteer import NameMatch
from dragoman.annotations.mentions import PlaceMention
from dragoman.annotations.towns import capital_town
from dragoman.annotations.word_sets import written_words

_AHEAD = 24


@cache
def _opening() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, written_words("seat_nouns")))
    return re.compile(rf"\b({nouns})\s+(?:(?:de|du|des)\s+(?:la\s+|les\s+|l['’])?|d['’])?\Z", re.IGNORECASE)


def find_seats(text: str, names: Sequence[NameMatch]) -> tuple[PlaceMention, ...]:
    """The capitals that a text tells by their state, in its order; none where the name may be one of several states'."""
    found = []
    for name in names:
        if name.kind not in ("country", "nationality") or len(name.ids) != 1:
            continue
        opening = _opening().search(text, max(0, name.start - _AHEAD), name.start)
        town = capital_town(name.ids[0]) if opening else None
        if opening is not None and town is not None:
            found.append(PlaceMention(opening.start(1), name.end, town.name, town.country, town.geonames, town.latitude, town.longitude))
    return tuple(found)
