"""Actors by name: accents, case, usual spellings and transliterations do not matter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, func, select

from dragoman.annotations.folding import fold_text
from dragoman.record.answers import Match, Named, TenureLine
from dragoman.record.bulk import rows_where
from dragoman.record.name_keys import keys_of
from dragoman.record.schema import actor, card, side, tenure, tie
from dragoman.record.utterances import tenures_where

_LEAST = 72.0
"""How alike a name must be, of 100, to be shown."""
_WHOLE = 95.0
"""What a name is worth that holds every word asked for."""
_KEYED = 60.0
"""What a name is worth at least that holds every word asked for in some spelling of it; more, the more alike the two look."""
_OFFICES = 6
_COUNTED = 10_000


@dataclass(frozen=True)
class NameIndex:
    """All names of a record's actors, folded, as they stood when the record had so many."""

    state: tuple[int, ...]
    names: tuple[str, ...]
    rows: tuple[int, ...]
    keys: dict[str, set[int]] = field(default_factory=dict)


def name_state(connection: Connection) -> tuple[int, ...]:
    """What changes where names are added or joined."""
    actors = connection.execute(select(func.count(actor.c.id), func.max(actor.c.id))).one()
    cards = connection.execute(select(func.count(card.c.id), func.max(card.c.id), func.sum(card.c.actor_id))).one()
    return tuple(int(value or 0) for value in (*actors, *cards))


def name_index(connection: Connection, state: tuple[int, ...]) -> NameIndex:
    """Read all names."""
    told = [(fold_text(row.folded), row.id) for row in connection.execute(select(actor.c.id, actor.c.folded))]
    ways = select(card.c.actor_id, card.c.folded).where(card.c.actor_id.is_not(None))
    told += [(fold_text(row.folded), row.actor_id) for row in connection.execute(ways)]
    told = sorted(set(told))
    keys: dict[str, set[int]] = {}
    for place, (name, _) in enumerate(told):
        for word in name.split():
            for key in keys_of(word):
                keys.setdefault(key, set()).add(place)
    return NameIndex(state, tuple(name for name, _ in told), tuple(row for _, row in told), keys)


def matches(connection: Connection, index: NameIndex, name: str, limit: int) -> tuple[Match, ...]:
    """The actors whose names fit best."""
    asked = " ".join(fold_text(name).split())
    if not asked:
        return ()
    scores: dict[int, float] = {}
    words = set(asked.split())
    for told, score, place in process.extract(asked, index.names, scorer=fuzz.token_set_ratio, score_cutoff=_LEAST, limit=limit * 5):
        whole = 100.0 if told == asked else _WHOLE if words <= set(told.split()) else (score + fuzz.ratio(asked, told)) / 2
        _better(scores, index.rows[place], whole)
    for place in _keyed(index, asked):
        alike = fuzz.token_set_ratio(asked, index.names[place])
        _better(scores, index.rows[place], _KEYED + alike * (_WHOLE - _KEYED) / 101)
    best = sorted(scores, key=lambda row: (-scores[row], row))[: limit * 2]
    return _shown(connection, best, scores, limit)


def _better(scores: dict[int, float], row: int, score: float) -> None:
    scores[row] = max(score, scores.get(row, 0.0))


def _keyed(index: NameIndex, asked: str) -> set[int]:
    """Names that hold every word asked for, as any of its spellings."""
    found: set[int] | None = None
    for word in asked.split():
        holding = set().union(*(index.keys.get(key, set()) for key in keys_of(word)))
        found = holding if found is None else found & holding
    return found or set()


def _shown(connection: Connection, rows: list[int], scores: dict[int, float], limit: int) -> tuple[Match, ...]:
    columns = (actor.c.id, actor.c.ident, actor.c.kind, actor.c.name, actor.c.country)
    found = list(rows_where(connection, lambda part: select(*columns).where(actor.c.id.in_(part)), rows))
    acts = _acts(connection, {row.id: row.ident for row in found})
    ways: dict[int, list[str]] = {}
    for row in rows_where(connection, lambda part: select(card.c.actor_id, card.c.name).where(card.c.actor_id.in_(part)), rows):
        ways.setdefault(row.actor_id, []).append(row.name)
    ordered = sorted(found, key=lambda row: (-round(scores[row.id]), -acts[row.id], row.ident))[:limit]
    return tuple(
        Match(
            actor=Named(ident=row.ident, kind=row.kind, name=row.name, country=row.country),
            score=round(scores[row.id], 1),
            acts=acts[row.id],
            tenures=_tenures(connection, row.id) if row.kind == "person" else (),
            names=tuple(dict.fromkeys([row.name, *sorted(ways.get(row.id, []))])),
        )
        for row in ordered
    )


def _tenures(connection: Connection, row: int) -> tuple[TenureLine, ...]:
    return tenures_where(connection, tenure.c.actor_id == row, limit=_OFFICES)


def _acts(connection: Connection, idents: dict[int, str]) -> Counter[int]:
    """In how many acts each takes part: a country or organisation through all who stand for it."""
    counts: Counter[int] = Counter()
    for row, ident in idents.items():
        total = connection.execute(select(tie.c.acts).where(tie.c.ident == ident, tie.c.other == "")).scalar()
        if total is None:
            own = select(side.c.act_id).where(side.c.actor_id == row).limit(_COUNTED).subquery()
            total = connection.execute(select(func.count()).select_from(own)).scalar_one()
        counts[row] = int(total)
    return counts
