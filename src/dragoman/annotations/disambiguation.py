"""Names that several states share (`congolais`, `dominicain`): which one a document means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dragoman.annotations.gazetteer import NameMatch
from dragoman.annotations.mentions import PlaceMention


def disambiguate(names: Sequence[NameMatch], places: Iterable[PlaceMention], home: str | None) -> list[NameMatch]:
    """The names, each ambiguous one with the state first that the document otherwise tells most of; where it tells of none, as they
    were."""
    told: Counter[str] = Counter(place.country for place in places)
    for name in names:
        if not name.ambiguous and name.kind in ("country", "nationality", "people"):
            told.update(name.ids)
    if home is not None:
        told[home] += 1
    return [_settled(name, told) if name.ambiguous and name.kind != "compound_nationality" else name for name in names]


def _settled(name: NameMatch, told: Counter[str]) -> NameMatch:
    ranked = sorted(name.ids, key=lambda state: -told[state])
    if told[ranked[0]] == told[ranked[1]]:
        return name
    return replace(name, ids=tuple(ranked))
