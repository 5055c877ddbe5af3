"""Finding the acts of the reports that a change touched, and writing them: with their sides, and the questions about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select

from dragoman.record import schema
from dragoman.record.act_rows import dissolve, write_acts
from dragoman.record.act_sides import write_sides
from dragoman.record.anchorage import Anchorage
from dragoman.record.asking import Asked, ask, features_json
from dragoman.record.bulk import rows_where
from dragoman.record.change import Change, Kept
from dragoman.record.clusters import Link, clusters
from dragoman.record.deciding import rulings_citing
from dragoman.record.decisions import CorrectValue, RightFact
from dragoman.record.likeness import compare
from dragoman.record.linking import links_of
from dragoman.record.merged import MergedAct, merge

_JOINING = ("same", "decided")
Row = tuple[int, int, str, float, str]


def find_acts(change: Change) -> dict[int, MergedAct]:
    """Find all acts anew whose reports were touched; the new acts by row number.

    Acts that hang together with these and come out as they were stay as they are.
    """
    reports, links = _components(change)
    groups = _changed(change, reports, _grouped(reports, links))
    while orphans := dissolve(change, _acts(reports, groups)) - reports.keys():
        change.touched |= orphans
        reports, links = _components(change)
        groups = _changed(change, reports, _grouped(reports, links))
    by_ident = {kept.ident: kept for kept in reports.values()}
    reports = {by_ident[ident].id: by_ident[ident] for group in groups for ident in group}
    by_ident = {kept.ident: kept for kept in reports.values()}
    corrections, right = _decided(change, by_ident)
    merged: dict[int, MergedAct] = {}
    for group in groups:
        act = merge([by_ident[ident].report for ident in group], corrections)
        merged[by_ident[act.ident].id] = act
    write_acts(change, merged, by_ident)
    write_sides(change, merged, by_ident)
    _ask(change, merged, reports, links, right)
    return merged


def _changed(change: Change, reports: Mapping[int, Kept], groups: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The groups that are not, untouched, the acts that they were."""
    number = {kept.ident: kept.id for kept in reports.values()}
    as_they_are: dict[int, set[int]] = {}
    for kept in reports.values():
        if kept.act is not None:
            as_they_are.setdefault(kept.act, set()).add(kept.id)
    sizes = _sizes(change, as_they_are)
    found = []
    for group in groups:
        members = {number[ident] for ident in group}
        act = reports[next(iter(members))].act
        stays = act is not None and as_they_are[act] == members and sizes.get(act) == len(members) and not members & change.touched
        if not stays:
            found.append(group)
    return found


def _sizes(change: Change, acts: Iterable[int]) -> dict[int, int]:
    act = schema.act
    rows = rows_where(change.connection, lambda part: select(act.c.id, act.c.reports).where(act.c.id.in_(part)), sorted(acts))
    return {row.id: row.reports for row in rows}


def _acts(reports: Mapping[int, Kept], groups: list[tuple[str, ...]]) -> set[int]:
    """The acts that the reports of the groups belong to until now."""
    by_ident = {kept.ident: kept.act for kept in reports.values()}
    return {act for group in groups for ident in group if (act := by_ident[ident]) is not None}


def _components(change: Change) -> tuple[dict[int, Kept], list[Row]]:
    """All reports that hang together with the touched ones by certain links, and all links that any of these has."""
    members: set[int] = set()
    rows: dict[tuple[int, int], Row] = {}
    front = set(change.touched)
    while front:
        members |= front
        found = links_of(change.connection, sorted(front))
        rows.update({(row[0], row[1]): row for row in found})
        front = {end for a, b, verdict, *_ in found if verdict in _JOINING for end in (a, b)} - members
    return change.reports(members), [rows[pair] for pair in sorted(rows)]


def _grouped(reports: Mapping[int, Kept], links: list[Row]) -> list[tuple[str, ...]]:
    """The reports in groups, each one act; components are grouped one by one."""
    ident = {number: kept.ident for number, kept in reports.items()}
    by_ident = {kept.ident: kept.report for kept in reports.values()}
    groups: list[tuple[str, ...]] = []
    for component, rows in _split(reports, links):
        if len(component) == 1:
            groups.append((ident[component[0]],))
            continue
        sure: list[Link] = [
            (ident[a], ident[b], float("inf") if verdict == "decided" else score) for a, b, verdict, score, _ in rows if verdict in _JOINING
        ]
        apart = [(ident[a], ident[b]) for a, b, verdict, *_ in rows if verdict == "apart"]
        groups += clusters(
            [ident[n] for n in component], sure, apart, lambda x, y: compare(by_ident[x], by_ident[y]).verdict == "different"
        )
    return groups


def _split(reports: Mapping[int, Kept], links: list[Row]) -> list[tuple[list[int], list[Row]]]:
    """The components with the links inside each."""
    root = {number: number for number in reports}

    def top(number: int) -> int:
        while root[number] != number:
            root[number] = root[root[number]]
            number = root[number]
        return number

    for a, b, verdict, *_ in links:
        if verdict in _JOINING and a in root and b in root:
            root[top(b)] = top(a)
    parts: dict[int, tuple[list[int], list[Row]]] = {}
    for number in sorted(reports):
        parts.setdefault(top(number), ([], []))[0].append(number)
    for row in links:
        if row[0] in root and row[1] in root and top(row[0]) == top(row[1]):
            parts[top(row[0])][1].append(row)
    return list(parts.values())


def _decided(change: Change, reports: Mapping[str, Kept]) -> tuple[dict[str, dict[str, Any]], set[str]]:
    """The values that people put right, by report and field, and the reports that they called right."""
    documents = {kept.report.document for kept in reports.values()}
    told = {r.seq: r.what for rulings in rulings_citing(change.connection, documents).values() for r in rulings}
    rulings = [what for _, what in sorted(told.items()) if isinstance(what, CorrectValue | RightFact)]
    corrections: dict[str, dict[str, Any]] = {}
    right: set[str] = set()
    anchorage = Anchorage(change.connection, (what.report.document for what in rulings))
    for what in rulings:
        found = anchorage.find(what.report)
        if found is not None and found.ident in reports:
            if isinstance(what, CorrectValue):
                corrections.setdefault(found.ident, {})[what.field] = what.value
            else:
                right.add(found.ident)
    return corrections, right


def _ask(change: Change, merged: Mapping[int, MergedAct], reports: Mapping[int, Kept], links: list[Row], right: set[str]) -> None:
    """Ask about acts that may be one, and about acts that were read by nearness only."""
    act_of = {ident: number for number, act in merged.items() for ident in act.reports}
    others = change.reports({end for a, b, *_ in links for end in (a, b)} - set(reports))
    questions: list[Asked] = []
    away = _acts_of(change, others)
    for a, b, verdict, score, features in links:
        if a not in reports and b not in reports:
            continue
        one, other = (_act_ident(number, reports, merged, act_of, away) for number in (a, b))
        if one and other and one != other and verdict != "decided":
            state = {"apart": "answered", "unsure": "unsure"}.get(verdict, "open")
            if state != "open":
                both = change.reports((a, b))
                likeness = compare(both[a].report, both[b].report)
                score, features = likeness.score, features_json(likeness.features)
            questions.append(Asked("act", min(one, other), max(one, other), score, features, state))
    for number, act in merged.items():
        if len(act.reports) == 1 and reports[number].report.method == "proximity":
            questions.append(Asked("weak", act.ident, "", 0.0, "[]", "answered" if act.ident in right else "open"))
    ask(change.connection, questions)


def _act_ident(
    number: int, reports: Mapping[int, Kept], merged: Mapping[int, MergedAct], act_of: Mapping[str, int], away: Mapping[int, str]
) -> str | None:
    if number in reports:
        return merged[act_of[reports[number].ident]].ident
    return away.get(number)


def _acts_of(change: Change, others: Mapping[int, Kept]) -> dict[int, str]:
    """The idents of the acts that reports out of reach of the change belong to."""
    act, report = schema.act, schema.report
    joined = select(report.c.id, act.c.ident).join(act, act.c.id == report.c.act_id)
    return {row.id: row.ident for row in rows_where(change.connection, lambda part: joined.where(report.c.id.in_(part)), sorted(others))}
