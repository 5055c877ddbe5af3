"""Who held which office from when to when, as far as documents tell, and who that was on a day."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from dragoman.record.days import days_between
from dragoman.record.person_table import person_table

Reason = Literal["covers", "nearest", "before", "after"]


class HeldOn(msgspec.Struct, frozen=True):
    """One document's word that somebody holds an office: the days it tells of (its own, or a roster's from and to)."""

    person: str
    office: str
    of: str
    title: str
    first_day: str
    last_day: str
    former: bool = False
    document: str = ""
    start: int = 0
    end: int = 0
    text: str = ""


class Words(msgspec.Struct, frozen=True):
    """The words that tell of a tenure, in one document."""

    document: str
    start: int
    end: int
    text: str


class Tenure(msgspec.Struct, frozen=True):
    """Somebody's time in an office as far as seen: first and last day on which a document tells it, '' where none has a day.

    A last day of '' behind a first one is a roster's word that the office is not over.
    `former_day` is the first day on which it is called a former office, `documents` how many tell of it, `words` the first and the last.
    """

    person: str
    office: str
    of: str
    title: str
    first_day: str
    last_day: str
    former_day: str
    documents: int
    words: tuple[Words, ...]


class Holder(msgspec.Struct, frozen=True):
    """Who held an office on a day: `covers` where the tenure's days do, else by the nearest, `days` away."""

    person: str
    by: Reason
    days: int
    tenure: Tenure


def tenures_of(held: Iterable[HeldOn]) -> tuple[Tenure, ...]:
    """The tenures that documents tell of, one for each person, office and state or organisation, sorted; order makes no difference."""
    groups: dict[tuple[str, str, str], list[HeldOn]] = {}
    for told in held:
        groups.setdefault((told.person, told.office, told.of), []).append(told)
    return tuple(_tenure(key, groups[key]) for key in sorted(groups))


def _tenure(key: tuple[str, str, str], told: list[HeldOn]) -> Tenure:
    told = sorted(told, key=lambda h: (h.first_day, h.document, h.start))
    present = [h for h in told if not h.former]
    dated = [h for h in present if h.first_day or h.last_day]
    former = [h.first_day for h in told if h.former and h.first_day]
    ends = [present or told] if not dated else [dated]
    shown = dict.fromkeys([min(ends[0], key=lambda h: h.first_day), max(ends[0], key=lambda h: h.last_day)])
    return Tenure(
        *key,
        title=max((h.title for h in told), key=lambda t: (len(t), t)),
        first_day=min((h.first_day or h.last_day for h in dated), default=""),
        last_day="" if any(not h.last_day for h in dated) else max((h.last_day for h in dated), default=""),
        former_day=min(former, default=""),
        documents=len({h.document for h in told}),
        words=tuple(Words(h.document, h.start, h.end, h.text) for h in shown),
    )


def holder(tenures: Iterable[Tenure], office: str, of: str, day: str) -> Holder | None:
    """Who held an office on a day; None where it is an office of many, where no day is known, or where two may have.

    The tenure whose days cover the day; else the nearest within a year, if nobody else is known within that year or the other is far;
    within two years where nobody else was seen in the office in these.
    """
    if office not in person_table().one_holder or not day:
        return None
    known = [t for t in tenures if t.office == office and t.of == of and t.first_day]
    covering = [t for t in known if t.first_day <= day and (not t.last_day or day <= t.last_day)]
    covering = [t for t in covering if t.last_day] or covering
    if covering:
        return Holder(covering[0].person, "covers", 0, covering[0]) if len({t.person for t in covering}) == 1 else None
    return _nearest(known, day)


def _nearest(known: list[Tenure], day: str) -> Holder | None:
    table = person_table().days
    near = sorted(((_distance(t, day), t) for t in known if not _is_over(t, day)), key=lambda found: (found[0], found[1].person))
    near = [found for found in near if found[0] <= table.alone]
    if len({t.person for _, t in near}) > 1:
        near = [found for found in near if found[0] <= table.nearest]
    if not near:
        return None
    days, tenure = near[0]
    others = [d for d, t in near if t.person != tenure.person]
    if others and not (days <= table.clear and others[0] >= table.clear_times * max(days, 1)):
        return None
    return Holder(tenure.person, "before" if day < tenure.first_day else "after", days, tenure)


def _distance(tenure: Tenure, day: str) -> int:
    if day < tenure.first_day:
        return days_between(day, tenure.first_day)
    return days_between(tenure.last_day, day) if tenure.last_day else 0


def _is_over(tenure: Tenure, day: str) -> bool:
    """Whether the office is called a former one by then."""
    return bool(tenure.former_day) and tenure.last_day <= tenure.former_day <= day
