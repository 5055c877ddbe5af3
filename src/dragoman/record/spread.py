"""How the acts that match a filter spread: over types, statuses, sides, topics, publishers, years, and over time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal

from sqlalchemy import Connection, func, select

from dragoman.record.act_filter import ActFilter, checked
from dragoman.record.act_lists import act_count
from dragoman.record.answers import Count, Facet, Facets, FacetValue, Point, Timeline
from dragoman.record.naming import names_of
from dragoman.record.samples import Sample, among, sample
from dragoman.record.schema import act, actor, bloc, document, report, side, tie
from dragoman.record.tallies import is_tallied, tallied, tallied_by, tallied_statuses, tallied_stretch

Period = Literal["day", "month", "year"]
_LENGTHS = {"day": 10, "month": 7, "year": 4}
_YEAR = 4
MONTHS = 48
"""Up to how many months a dossier's timeline is told by months."""
_LONGEST_FACET = 40
_TIMELINE = 20_000


def act_facets(connection: Connection, asked: ActFilter) -> Facets:
    """How many acts match and how they spread; what is kept while filing tells exactly, the rest is counted over the newest."""
    asked = checked(asked)
    drawn = found = sample(connection, asked)
    facets = _of_rows(connection, drawn)
    if is_tallied(asked):
        facets |= {facet.name: facet for facet in _of_tallies(connection, asked)}
    if drawn.exact or asked != ActFilter(countries=asked.countries, organisations=asked.organisations) or len(asked.blocs) > 1:
        sides = _blocs(connection, drawn)
    else:
        sides = Counter(dict(_tied(connection, "".join(asked.blocs))))
        drawn = Sample(drawn.rows, True)
    facets |= {facet.name: facet for facet in _sides(connection, sides, drawn.exact)}
    known = found.exact or found.costly
    total = Count(acts=len(found.rows), exact=found.exact) if known else act_count(connection, asked)
    return Facets(total=total, facets=tuple(facets[name] for name in sorted(facets)))


def act_timeline(connection: Connection, asked: ActFilter, by: Period) -> Timeline:
    """How many acts of each type match in each period, the earliest first."""
    asked = checked(asked)
    counts: Counter[tuple[str, str]] = Counter()
    if by != "day" and is_tallied(asked):
        for month, kind, acts in tallied(connection, asked):
            counts[(month[: _LENGTHS[by]], kind)] += acts
        return Timeline(by=by, points=_points(counts))
    drawn = sample(connection, asked, _TIMELINE)
    for row in connection.execute(select(act.c.day, act.c.type).where(among(connection, act.c.id, drawn.rows))).all():
        counts[(row.day[: _LENGTHS[by]], row.type)] += 1
    return Timeline(by=by, points=_points(counts), exact=drawn.exact)


def tallied_timeline(connection: Connection, asked: ActFilter) -> tuple[Timeline, Counter[str], Counter[str]]:
    """The timeline of acts whose counts are kept, by months or years as `readable` has it, and their types and statuses."""
    first, last = tallied_stretch(connection, asked)
    by: Literal["month", "year"] = "year" if first and _months(last) - _months(first) >= MONTHS else "month"
    points: Counter[tuple[str, str]] = Counter()
    types: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    for period, kind, status, acts in tallied_by(connection, asked, by):
        points[period, kind] += acts
        types[kind] += acts
        statuses[status] += acts
    return Timeline(by=by, points=_points(points)), types, statuses


def readable(points: Iterable[tuple[str, str, int]], *, exact: bool = True) -> Timeline:
    """The timeline of months, types and counts: by months, or by years where it would be longer than `MONTHS`."""
    told = list(points)
    months = sorted({month for month, _, _ in told if month})
    if not months or _months(months[-1]) - _months(months[0]) < MONTHS:
        return Timeline(by="month", points=tuple(Point(period=month, type=kind, acts=acts) for month, kind, acts in told), exact=exact)
    years: Counter[tuple[str, str]] = Counter()
    for month, kind, acts in told:
        years[month[:_YEAR], kind] += acts
    return Timeline(by="year", points=_points(years), exact=exact)


def facet_values(counts: Counter[str], names: dict[str, str] | None = None, most: int = _LONGEST_FACET) -> tuple[FacetValue, ...]:
    """The most frequent values first, equals by the alphabet."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:most]
    return tuple(FacetValue(value=value, acts=acts, label=(names or {}).get(value)) for value, acts in ordered)


def _months(month: str) -> int:
    return int(month[:_YEAR]) * 12 + int(month[5:7])


def _points(counts: Counter[tuple[str, str]]) -> tuple[Point, ...]:
    return tuple(Point(period=period, type=kind, acts=acts) for (period, kind), acts in sorted(counts.items()))


def _of_tallies(connection: Connection, asked: ActFilter) -> Iterable[Facet]:
    counts: dict[str, Counter[str]] = {"type": Counter(), "status": tallied_statuses(connection, asked), "year": Counter()}
    for month, kind, acts in tallied(connection, asked):
        counts["type"][kind] += acts
        counts["year"][month[:_YEAR]] += acts
    return [Facet(name=name, values=facet_values(counted)) for name, counted in counts.items()]


def _of_rows(connection: Connection, drawn: Sample) -> dict[str, Facet]:
    columns = (act.c.type, act.c.status, act.c.day, act.c.topics, act.c.follow_up)
    rows = connection.execute(select(*columns).where(among(connection, act.c.id, drawn.rows))).all()
    counts: dict[str, Counter[str]] = {
        "type": Counter(row[0] for row in rows),
        "status": Counter(row[1] for row in rows),
        "year": Counter(row[2][:_YEAR] for row in rows),
        "topic": Counter(topic for row in rows if row[3] for topic in row[3].split(",")),
        "follow_up": Counter(row[4] for row in rows if row[4]),
    }
    counts["publisher"] = _publishers(connection, drawn)
    made = {name: Facet(name=name, values=facet_values(counted), exact=drawn.exact) for name, counted in counts.items()}
    return made | {"person": _persons(connection, drawn)}


def _publishers(connection: Connection, drawn: Sample) -> Counter[str]:
    acts = func.count(report.c.act_id.distinct())
    told = report.join(document, document.c.id == report.c.document_id)
    question = select(document.c.publisher, acts).select_from(told).where(among(connection, report.c.act_id, drawn.rows))
    return Counter(dict(_pairs(connection.execute(question.group_by(document.c.publisher)))))


def _persons(connection: Connection, drawn: Sample) -> Facet:
    acts = func.count(side.c.act_id.distinct()).label("acts")
    question = select(side.c.actor_id, acts).where(among(connection, side.c.act_id, drawn.rows)).group_by(side.c.actor_id)
    counted = question.subquery("counted")
    who = select(actor.c.ident, actor.c.name, counted.c.acts).select_from(counted.join(actor, actor.c.id == counted.c.actor_id))
    rows = connection.execute(who.where(actor.c.kind == "person").order_by(counted.c.acts.desc()).limit(_LONGEST_FACET)).all()
    names = {row.ident: row.name for row in rows}
    return Facet(name="person", values=facet_values(Counter({row.ident: row.acts for row in rows}), names), exact=drawn.exact)


def _blocs(connection: Connection, drawn: Sample) -> Counter[str]:
    question = select(bloc.c.ident, func.count()).where(among(connection, bloc.c.act_id, drawn.rows)).group_by(bloc.c.ident)
    return Counter(dict(_pairs(connection.execute(question))))


def _tied(connection: Connection, ident: str) -> list[tuple[str, int]]:
    """Every bloc that a bloc acts with, itself too; with an empty ident, every bloc."""
    rows = _pairs(connection.execute(select(tie.c.other, tie.c.acts).where(tie.c.ident == ident)))
    return [(other or ident, acts) for other, acts in rows if other or ident]


def _sides(connection: Connection, counts: Counter[str], exact: bool) -> list[Facet]:
    organisations = Counter({ident: acts for ident, acts in counts.items() if ident.startswith("org:")})
    countries = Counter({ident: acts for ident, acts in counts.items() if not ident.startswith("org:")})
    made = []
    for name, counted in (("country", countries), ("organisation", organisations)):
        top = Counter(dict(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:_LONGEST_FACET]))
        labels = {ident: one.name for ident, one in names_of(connection, top).items()}
        made.append(Facet(name=name, values=facet_values(top, labels), exact=exact))
    return made


def _pairs(rows: Any) -> list[tuple[str, int]]:
    return [(row[0], int(row[1])) for row in rows]
