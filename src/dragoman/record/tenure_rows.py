"""Tenures as rows: kept up with every document, without going through all that told of them before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec
from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.bulk import insert_rows, rows_where, run_many
from dragoman.record.change import numbers
from dragoman.record.loading import texts
from dragoman.record.tenures import HeldOn, Tenure, tenures_of

Key = tuple[int, str, str]
"""The row of the actor, the office, the country or organisation."""
_COLUMNS = ("id", "actor_id", "office", "of", "title", "first_day", "last_day", "former_day", "documents", "words")


class Seen(msgspec.Struct, frozen=True):
    """The words that tell of a tenure, in one document, and the days that these tell of."""

    document: str
    start: int
    end: int
    text: str
    first_day: str = ""
    last_day: str = ""


_words = msgspec.json.Decoder(tuple[Seen, ...])


@dataclass(frozen=True)
class TenureRow:
    """A tenure with its row."""

    id: int
    key: Key
    tenure: Tenure
    words: tuple[Seen, ...]

    @property
    def is_plain(self) -> bool:
        """Whether what is to be added can be added to it: it has both days, and news told it."""
        return bool(self.tenure.first_day and self.tenure.last_day)


Offices = dict[tuple[str, str], list[tuple[Tenure | None, Tenure | None]]]
"""By office and country or organisation, the tenures whose days changed, each as it was and as it is."""


def keep_tenures(connection: Connection, added: Mapping[Key, Sequence[HeldOn]], anew: Iterable[Key]) -> Offices:
    """Add what documents told to tenures, and work out anew, from all documents, those of which something was taken away or moved."""
    whole = set(anew)
    old = _rows(connection, {*added, *whole})
    whole |= {key for key, told in added.items() if not _can_add(old.get(key), told)}
    tenures = {key: _added(old.get(key), told) for key, told in added.items() if key not in whole}
    tenures.update(_worked_out(connection, whole))
    _write(connection, old, {key: tenures.get(key) for key in {*added, *whole}})
    changes: Offices = {}
    for key in sorted({*added, *whole}):
        before = old[key].tenure if key in old else None
        after = tenures[key][0] if key in tenures else None
        if _days(before) != _days(after):
            changes.setdefault(key[1:], []).append((before, after))
    return changes


def _days(tenure: Tenure | None) -> tuple[str, str, str] | None:
    return None if tenure is None else (tenure.first_day, tenure.last_day, tenure.former_day)


def _can_add(row: TenureRow | None, told: Sequence[HeldOn]) -> bool:
    """News adds to a tenure with known days; a roster's row, or a document without a day, asks for working all out."""
    return (row is None or row.is_plain) and all(h.first_day and h.first_day == h.last_day for h in told)


Made = tuple[Tenure, tuple[Seen, ...]]


def _added(row: TenureRow | None, told: Sequence[HeldOn]) -> Made:
    held = [msgspec.structs.replace(h, person="") for h in told]
    if row is not None:
        t = row.tenure
        ends = [(seen.document, seen.start, seen.end, seen.text, seen.first_day, seen.last_day) for seen in row.words]
        held += [HeldOn("", t.office, t.of, t.title, first, last, False, d, start, end, text) for d, start, end, text, first, last in ends]
        if t.former_day:
            held.append(HeldOn("", t.office, t.of, t.title, t.former_day, t.former_day, True))
    (made,) = tenures_of(held)
    documents = len({h.document for h in told}) + (row.tenure.documents if row else 0)
    return msgspec.structs.replace(made, documents=documents), _seen(made, held)


def _seen(tenure: Tenure, held: Sequence[HeldOn]) -> tuple[Seen, ...]:
    days = {(h.document, h.start, h.end): (h.first_day, h.last_day) for h in held if not h.former}
    days = {(h.document, h.start, h.end): (h.first_day, h.last_day) for h in held} | days
    return tuple(Seen(w.document, w.start, w.end, w.text, *days[w.document, w.start, w.end]) for w in tenure.words)


def _worked_out(connection: Connection, keys: set[Key]) -> dict[Key, Made]:
    """Tenures from all that documents tell of them; those that none tells of are missing."""
    told: dict[Key, list[HeldOn]] = {}
    for key, held in _held(connection, {key[0] for key in keys}):
        if key in keys:
            told.setdefault(key, []).append(held)
    made = {key: tenures_of(held)[0] for key, held in told.items()}
    bodies = texts(connection, sorted({w.document for tenure in made.values() for w in tenure.words}))
    found = {}
    for key, tenure in made.items():
        words = tuple(msgspec.structs.replace(w, text=bodies[w.document][w.start : w.end]) for w in tenure.words)
        full = msgspec.structs.replace(tenure, words=words)
        found[key] = (full, _seen(full, told[key]))
    return found


def _held(connection: Connection, actors: set[int]) -> Iterable[tuple[Key, HeldOn]]:
    held, card, document = schema.held, schema.card, schema.document
    columns = (card.c.actor_id, held.c.office, held.c.of, held.c.title, held.c.first_day, held.c.last_day, held.c.former)
    question = select(*columns, document.c.ident, held.c.start, held.c.stop)
    joined = question.join(card, card.c.id == held.c.card_id).join(document, document.c.id == held.c.document_id)
    for row in rows_where(connection, lambda part: joined.where(card.c.actor_id.in_(part)), sorted(actors)):
        actor, office, of, title, first, last, former, ident, start, stop = row
        yield (actor, office, of), HeldOn("", office, of, title, first, last, bool(former), ident, start, stop)


def _rows(connection: Connection, keys: set[Key]) -> dict[Key, TenureRow]:
    table = schema.tenure
    rows = rows_where(connection, lambda part: select(table).where(table.c.actor_id.in_(part)), sorted({key[0] for key in keys}))
    return {row.key: row for row in map(_row, rows) if row.key in keys}


def _row(row: object) -> TenureRow:
    told = row._mapping  # type: ignore[attr-defined]
    days = (told["first_day"], told["last_day"], told["former_day"])
    tenure = Tenure("", told["office"], told["of"], told["title"], *days, told["documents"], ())
    return TenureRow(told["id"], (told["actor_id"], told["office"], told["of"]), tenure, _words.decode(told["words"]))


def _write(connection: Connection, old: Mapping[Key, TenureRow], made: Mapping[Key, Made | None]) -> None:
    free = numbers(connection, schema.tenure)
    new, changed, gone = [], [], []
    for key, told in sorted(made.items()):
        row = old.get(key)
        if told is None:
            gone += [(row.id,)] if row else []
            continue
        tenure, words = told
        values = (tenure.title, tenure.first_day, tenure.last_day, tenure.former_day, tenure.documents, msgspec.json.encode(words).decode())
        if row is None:
            new.append((next(free), *key, *values))
        else:
            changed.append((*values, row.id))
    insert_rows(connection, schema.tenure, _COLUMNS, new)
    sets = ", ".join(f"{name} = ?" for name in _COLUMNS[4:])
    run_many(connection, f"UPDATE tenure SET {sets} WHERE id = ?", changed)
    run_many(connection, "DELETE FROM tenure WHERE id = ?", gone)
