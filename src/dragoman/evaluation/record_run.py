"""What the record makes of a set of readings, without a store: acts, follow-ups, persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import msgspec

from dragoman.model.reading import Reading
from dragoman.record.blocks import block_keys, probe_keys
from dragoman.record.cards import Card, card_keys, card_of, combined
from dragoman.record.clusters import clusters
from dragoman.record.days import days_of
from dragoman.record.features import Likeness
from dragoman.record.follow_up import FollowUp, compare_follow_up, is_promise, promise_keys, settled
from dragoman.record.held import held_of, office_of
from dragoman.record.likeness import compare
from dragoman.record.merged import MergedAct, merge
from dragoman.record.persons_alike import CardKey, people
from dragoman.record.report import Report, bloc_of, reports_of
from dragoman.record.tenures import holder, tenures_of
from dragoman.record.unnamed_sides import one_each

Local = tuple[str, str]
"""A document's ident and an actor's id in its reading."""


class Derived(msgspec.Struct, frozen=True):
    """What follows from the readings: groups of reports, doubtful pairs, follow-ups of promises, who each local person is."""

    reports: dict[str, Report]
    acts: dict[str, MergedAct]
    act_of: dict[str, str]
    doubtful: tuple[tuple[str, str], ...]
    follow_ups: tuple[tuple[str, str, FollowUp], ...]
    persons: dict[Local, str]


def derive(readings: Sequence[Reading]) -> Derived:
    """All that is derived of readings filed in this order."""
    reports = {r.ident: r for n, reading in enumerate(readings, 1) for r in reports_of(reading, n)}
    likes = _likes(list(reports.values()))
    links = [(a, b, like.score) for (a, b), like in likes.items() if like.verdict == "same"]
    groups = clusters(reports, links, (), lambda a, b: compare(reports[a], reports[b]).verdict == "different")
    acts = {act.ident: act for act in (merge([reports[i] for i in group]) for group in groups)}
    act_of = {i: act.ident for act in acts.values() for i in act.reports}
    doubtful = tuple(pair for pair, like in likes.items() if like.verdict == "doubtful" and act_of[pair[0]] != act_of[pair[1]])
    persons = _by_acts(readings, acts.values(), _persons(readings))
    return Derived(reports, acts, act_of, doubtful, _follow_ups(list(acts.values())), persons)


def _likes(reports: list[Report]) -> dict[tuple[str, str], Likeness]:
    lying: dict[str, list[Report]] = defaultdict(list)
    for report in reports:
        for key in block_keys(report):
            lying[key].append(report)
    found = {}
    for report in reports:
        for other in {o.ident: o for key in probe_keys(report) for o in lying[key]}.values():
            if other.ident < report.ident:
                found[other.ident, report.ident] = compare(other, report)
    return found


def _follow_ups(acts: list[MergedAct]) -> tuple[tuple[str, str, FollowUp], ...]:
    lying: dict[str, list[MergedAct]] = defaultdict(list)
    for act in acts:
        for key in promise_keys(act):
            lying[key].append(act)
    out = []
    for promise in filter(is_promise, acts):
        later = {act.ident: act for key in promise_keys(promise) for act in lying[key]}
        found = [(act, follow) for act in later.values() if (follow := compare_follow_up(promise, act)) is not None]
        out += [(promise.ident, act.ident, follow) for act, follow in settled(found)]
    return tuple(out)


def _persons(readings: Iterable[Reading]) -> dict[Local, str]:
    told: dict[CardKey, list[Card]] = defaultdict(list)
    of_local: dict[Local, CardKey] = {}
    for reading in readings:
        for actor in reading.actors:
            card = card_of(actor, days_of(reading.document.published)[0])
            if card is not None:
                told[card.key].append(card)
                of_local[reading.document.id, actor.id] = card.key
    cards = {key: combined(group) for key, group in told.items()}
    person = {key: "/".join(group[0]) for block in _blocks(cards) for group in people(block).groups for key in group}
    persons = {local: person[key] for local, key in of_local.items()}
    return persons | _unnamed(readings, persons)


def _by_acts(readings: Iterable[Reading], acts: Iterable[MergedAct], persons: dict[Local, str]) -> dict[Local, str]:
    """The persons, with those without a name whom another report of the same act calls by one."""
    documents = {reading.document.id.removeprefix("sha256:")[:16]: reading.document.id for reading in readings}
    found = {}
    for (digest, local), tellings in one_each(acts).items():
        meant = {persons[documents[other], name] for other, name in tellings if (documents[other], name) in persons}
        if len(meant) == 1 and (documents[digest], local) not in persons:
            found[documents[digest], local] = meant.pop()
    return persons | found


def _blocks(cards: dict[CardKey, Card]) -> list[list[Card]]:
    """The cards in sets that share a key with one another, directly or through others."""
    lying: dict[str, list[CardKey]] = defaultdict(list)
    for key, card in cards.items():
        for sound in card_keys(card):
            lying[sound].append(key)
    root: dict[CardKey, CardKey] = {key: key for key in cards}

    def top(key: CardKey) -> CardKey:
        while root[key] != key:
            key = root[key]
        return key

    for group in lying.values():
        for a, b in pairwise(group):
            root[top(a)] = top(b)
    sets: dict[CardKey, list[Card]] = defaultdict(list)
    for key, card in cards.items():
        sets[top(key)].append(card)
    return list(sets.values())


def _unnamed(readings: Iterable[Reading], persons: dict[Local, str]) -> dict[Local, str]:
    held = []
    for reading in readings:
        held += [msgspec.structs.replace(h, person=persons[reading.document.id, h.person]) for h in held_of(reading)]
    tenures = tenures_of(held)
    found = {}
    for reading in readings:
        day = days_of(reading.document.published)[0]
        for actor in reading.actors:
            office = office_of(actor)
            who = holder(tenures, office, bloc_of(actor), day) if office else None
            if who is not None:
                found[reading.document.id, actor.id] = who.person
    return found


def pairs(groups: Iterable[Sequence[str]]) -> set[tuple[str, str]]:
    """Every two members of a group, sorted."""
    return {(a, b) for group in groups for a, b in combinations(sorted(group), 2)}
