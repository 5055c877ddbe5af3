"""Actors by name: accents, case, usual spellings and transliterations do not matter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process
from sqlalchemy import Connection, func, select

from dragoman.annotations.folding import fold_text
from dragoman.record.answers import Match, Named, TenureLine
from dragoman.record.bulk import rows_where
from dragoman.record.name_keys import keys_of
from dragoman.record.schema import actor, card, side, tie
from dragoman.record.utterances import tenures_of

_LEAST = 72.0
"""How alike a name must be, of 100, to be shown."""
_NEAR, _LOOKED_AT = 45.0, 400
"""How alike a name must be to be looked at for other spellings, and how many are at most."""
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


def name_state(connection: Connection) -> tuple[int, ...]:
    """What changes where names are added or joined."""
    actors = connection.execute(select(func.count(actor.c.id), func.max(actor.c.id))).one()
    cards = connection.execute(select(func.count(card.c.id), func.max(card.c.id), func.sum(card.c.actor_id))).one()
    return tuple(int(value or 0) for value in (*actors, *cards))


def name_index(connection: Connection, state: tuple[int, ...]) -> NameIndex:
    """Read all names."""
    told = [(fold_text(row.folded), row.id) for row in connection.execute(select(actor.c.id, actor.c.folded)).all()]
    ways = select(card.c.actor_id, card.c.name).where(card.c.actor_id.is_not(None))
    told += [(fold_text(row.name), row.actor_id) for row in connection.execute(ways).all()]
    told = sorted(set(told))
    return NameIndex(state, tuple(name for name, _ in told), tuple(row for _, row in told))


def matches(connection: Connection, index: NameIndex, name: str, limit: int) -> tuple[Match, ...]:
    """The actors whose names fit best."""
    asked = " ".join(fold_text(name).split())
    if not asked:
        return ()
    scores: dict[int, float] = {}
    words, keys = set(asked.split()), [keys_of(word) for word in asked.split()]
    near = process.extract(asked, index.names, scorer=fuzz.token_set_ratio, score_cutoff=_NEAR, limit=_LOOKED_AT)
    for told, alike, place in near:
        if told == asked or words <= set(told.split()):
            score = 100.0 if told == asked else _WHOLE
        elif _is_keyed(told, keys):
            score = _KEYED + alike * (_WHOLE - _KEYED) / 101
        else:
            score = (alike + fuzz.ratio(asked, told)) / 2 if alike >= _LEAST else 0.0
        if score >= _LEAST:
            scores[index.rows[place]] = max(score, scores.get(index.rows[place], 0.0))
    best = sorted(scores, key=lambda row: (-scores[row], row))[: limit * 2]
    return _shown(connection, best, scores, limit)


def _is_keyed(told: str, asked: Sequence[frozenset[str]]) -> bool:
    """Whether a name holds every word asked for, in some spelling of it."""
    keys = frozenset().union(*map(keys_of, told.split()))
    return all(word & keys for word in asked)


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
    return tenures_of(connection, row, _OFFICES)


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
