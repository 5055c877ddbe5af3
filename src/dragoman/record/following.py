"""Following promises up: what later acts are to them, kept so that one new act asks for few comparisons."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import msgspec
from sqlalchemy import Connection, select

from dragoman.record import schema
from dragoman.record.asking import Asked, ask, features_json, take_back
from dragoman.record.bodies import inflate_json
from dragoman.record.bulk import insert_rows, rows_where, run_many
from dragoman.record.change import Change
from dragoman.record.follow_decided import decided_follow_ups, put_aside
from dragoman.record.follow_meetings import meetings
from dragoman.record.follow_up import FollowUp, compare_follow_up, is_promise, settled, state
from dragoman.record.merged import MergedAct

_encoder = msgspec.json.Encoder()
_acts = msgspec.json.Decoder(MergedAct)
_found = msgspec.json.Decoder(FollowUp)
_FOLLOW = ("promise_id", "act_id", "kind", "days", "score", "features")


def follow_up(change: Change, merged: Mapping[int, MergedAct]) -> None:
    """Compare the new acts with the promises and later acts that they meet, and settle anew every promise that this touches."""
    pairs = meetings(change.connection, merged)
    acts = _load(change.connection, {end for pair in pairs for end in pair}, merged)
    found: dict[tuple[int, int], FollowUp | None] = {}
    for promise, later in sorted(pairs):
        follow = compare_follow_up(acts[promise], acts[later])
        if follow is not None:
            found[promise, later] = follow
    decided = decided_follow_ups(change, merged)
    ends = _load(change.connection, {promise for promise, _ in decided}, merged)
    found.update({pair: follow for pair, follow in decided.items() if is_promise(ends[pair[0]])})
    rows = [(*pair, _encoder.encode(follow).decode()) for pair, follow in sorted(found.items()) if follow is not None]
    insert_rows(change.connection, schema.follow_found, ("promise_id", "act_id", "body"), rows)
    change.promises |= {promise for promise, _ in found}
    _settle(change, merged)


def _settle(change: Change, merged: Mapping[int, MergedAct]) -> None:
    connection, promises = change.connection, sorted(change.promises)
    if not promises:
        return
    table = schema.follow_found
    found: dict[int, list[tuple[int, FollowUp]]] = {}
    for row in rows_where(connection, lambda part: select(table).where(table.c.promise_id.in_(part)), promises):
        found.setdefault(row.promise_id, []).append((row.act_id, _found.decode(row.body)))
    acts = _load(connection, {*promises, *(act for follows in found.values() for act, _ in follows)}, merged)
    held = {promise: _held(acts, found.get(promise, [])) for promise in promises}
    run_many(connection, "DELETE FROM follow WHERE promise_id = ?", [(promise,) for promise in promises])
    rows = [
        (p, act, f.kind, f.days, f.score, features_json(f.features)) for p, told in held.items() for act, f in told if f.verdict == "same"
    ]
    insert_rows(connection, schema.follow, _FOLLOW, rows)
    states = [(state((acts[act], f) for act, f in told), promise) for promise, told in held.items()]
    run_many(connection, "UPDATE act SET follow_up = ? WHERE id = ?", states)
    run_many(connection, "UPDATE pledge SET follow_up = ? WHERE act_id = ?", states)
    _ask(connection, acts, held)


def _held(acts: Mapping[int, MergedAct], found: Iterable[tuple[int, FollowUp]]) -> list[tuple[int, FollowUp]]:
    """What holds of a promise, by the rows of the acts."""
    by_ident = {acts[number].ident: number for number, _ in found}
    return [(by_ident[act.ident], follow) for act, follow in settled([(acts[number], follow) for number, follow in found])]


def _ask(connection: Connection, acts: Mapping[int, MergedAct], held: Mapping[int, list[tuple[int, FollowUp]]]) -> None:
    """Ask about the doubtful ones; a promise's questions stand under its ident as their subject."""
    take_back(connection, ("follow_up",), [acts[promise].ident for promise in held], subjects_only=True)
    doubtful = {(promise, act): follow for promise, told in held.items() for act, follow in told if follow.verdict == "doubtful"}
    aside = put_aside(connection, [acts[promise] for promise, _ in doubtful])
    questions = [
        Asked("follow_up", acts[p].ident, acts[a].ident, f.score, features_json(f.features), "unsure" if (p, a) in aside else "open")
        for (p, a), f in doubtful.items()
    ]
    ask(connection, questions)


def _load(connection: Connection, wanted: Iterable[int], merged: Mapping[int, MergedAct]) -> dict[int, MergedAct]:
    numbers = set(wanted)
    table = schema.act
    rows = rows_where(
        connection, lambda part: select(table.c.id, table.c.body).where(table.c.id.in_(part)), sorted(numbers - merged.keys())
    )
    return {number: merged[number] for number in numbers & merged.keys()} | {row.id: _acts.decode(inflate_json(row.body)) for row in rows}
