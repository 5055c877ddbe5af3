"""The participants of a merged act: who the reports together say took part, each with every way it is told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import msgspec

from dragoman.record.names_alike import agreement
from dragoman.record.person_table import person_table
from dragoman.record.report import MAIN, Report, Side
from dragoman.record.sides_alike import offices_agree

_EXACT = ("person", "institution", "organisation", "country")


class Told(msgspec.Struct, frozen=True):
    """How one report tells a participant: the ident of the report, the actor's id in its reading, that of the principal, the words."""

    report: str
    local: str
    name: str = ""
    behalf: str = ""


class MergedSide(msgspec.Struct, frozen=True):
    """A participant of a merged act: role, what it stands for, its fullest name, and every report's telling, the fullest first.

    `named` where a person's name is told, `posts` the offices told of the person.
    """

    role: str
    kind: str
    bloc: str
    name: str
    told: tuple[Told, ...]
    named: bool = False
    posts: tuple[str, ...] = ()


def merge_sides(reports: Sequence[Report]) -> tuple[MergedSide, ...]:
    """The participants of all reports, those that are one joined; a state without a person goes to the person told for it elsewhere."""
    groups: list[list[tuple[Report, Side]]] = []
    told = [(r, s) for r in reports for s in r.sides]
    for item in sorted(told, key=lambda t: _order(t[1])):
        group = next((g for g in groups if all(_joins(item, other) for other in g)), None)
        if group is None:
            groups.append([item])
        else:
            group.append(item)
    return tuple(_side(group, reports) for group in sorted(groups, key=lambda g: _first(g, reports)))


def _order(side: Side) -> tuple[int, bool, int]:
    return _EXACT.index(side.kind) if side.kind in _EXACT else len(_EXACT), not side.name, -len(side.name.split())


def _joins(a: tuple[Report, Side], b: tuple[Report, Side]) -> bool:
    (one_report, one), (other_report, other) = a, b
    if one_report.ident == other_report.ident or one.bloc != other.bloc or (one.role in MAIN) != (other.role in MAIN):
        return one_report.ident == other_report.ident and one.local == other.local and one.role == other.role
    if one.role not in MAIN and one.role != other.role:
        return False
    if one.kind != "person" or other.kind != "person":
        return bool(one.bloc)
    if one.name and other.name:
        return agreement(one.name, other.name, one.country) in ("same", "may") or bool(one.posts & other.posts & person_table().one_holder)
    return offices_agree(one, other)


def _first(group: list[tuple[Report, Side]], reports: Sequence[Report]) -> tuple[int, int]:
    return min((reports.index(report), report.sides.index(side)) for report, side in group)


def _side(group: list[tuple[Report, Side]], reports: Sequence[Report]) -> MergedSide:
    first = group[0][1]
    roles = Counter(side.role for _, side in group)
    role = min(roles, key=lambda r: (r == "party", -roles[r], r))
    names = sorted({s.name for _, s in group if s.name and s.kind == first.kind}, key=lambda n: (-len(n.split()), -len(n), n))
    told = tuple(Told(r.ident, s.local, s.name or _title(s), s.behalf) for r, s in group)
    posts = tuple(sorted({post for _, s in group for post in s.posts}))
    return MergedSide(role, first.kind, first.bloc, names[0] if names else _title(first), told, bool(names), posts)


def _title(side: Side) -> str:
    return next((o.title for o in side.offices if o.title), side.name or side.local)
