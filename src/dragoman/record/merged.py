"""The act that reports of the same thing are merged into: each field with the value shown, and what every report says of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import msgspec

from dragoman.record.corrections import corrected
from dragoman.record.days import width
from dragoman.record.merged_sides import MergedSide, merge_sides
from dragoman.record.report import Report

_STATUS = ("done", "called_off", "denied", "agreed", "announced", "intended")
_BASIS = ("told", "", "report", "inherited")


class Said(msgspec.Struct, frozen=True):
    """A value and the idents of the reports that say so."""

    value: Any
    reports: tuple[str, ...]


class MergedField(msgspec.Struct, frozen=True):
    """A field of a merged act: the value shown, every value said, whether they cannot all be true; `decided` where a human set it."""

    value: Any
    said: tuple[Said, ...]
    disagree: bool = False
    decided: bool = False


class MergedAct(msgspec.Struct, frozen=True, kw_only=True):
    """One act as all its reports tell it. `ident` is that of the report filed first, `reports` are in the order of filing.

    `fields` holds `status`, `form`, `date`, `place`; `shown` is the report whose words stand for the act.
    """

    ident: str
    type: str
    status: str
    form: str | None
    edtf: str | None
    first_day: str
    last_day: str
    day: str
    place: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    hedged: bool
    plover: str | None
    plover_mode: str | None
    cameo: str | None
    quad_class: int | None
    topics: tuple[str, ...]
    words: str
    shown: str
    reports: tuple[str, ...]
    publishers: tuple[str, ...]
    first_published: str
    last_published: str
    fields: dict[str, MergedField]
    sides: tuple[MergedSide, ...]

    @property
    def disagree(self) -> tuple[str, ...]:
        """The names of the fields on which the reports disagree."""
        return tuple(sorted(name for name, field in self.fields.items() if field.disagree))

    @property
    def blocs(self) -> tuple[str, ...]:
        """The countries and organisations that take part, sorted."""
        return tuple(sorted({s.bloc for s in self.sides if s.bloc}))


Corrections = Mapping[str, Mapping[str, Any]]
"""By the ident of a report, the right value of each field that a human corrected in it."""


def merge(reports: Sequence[Report], corrections: Corrections | None = None) -> MergedAct:
    """The act that these reports tell of; raises ValueError where there is no report. Their order makes no difference."""
    if not reports:
        raise ValueError("an act has one report at least")
    fixed = corrections or {}
    told = [corrected(r, fixed.get(r.ident, {})) for r in sorted(reports, key=lambda r: (r.seq, r.document, _number(r.local), r.local))]
    decided = {name for fields in fixed.values() for name in fields if any(r.ident in fixed for r in reports)}
    fields = {name: _field(name, value, told, fixed, name in decided) for name, value in _VALUES.items()}
    return _act(told, fields)


def _number(local: str) -> int:
    digits = local.lstrip("abcdefghijklmnopqrstuvwxyz")
    return int(digits) if digits.isascii() and digits.isdigit() else 0


def _act(told: list[Report], fields: dict[str, MergedField]) -> MergedAct:
    dated = next((r for r in told if r.edtf == fields["date"].value), told[0])
    placed = next((r for r in told if fields["place"].value and _place(r) == fields["place"].value), None)
    shown = _shown(told, fields)
    days = [r.day for r in told if r.day]
    return MergedAct(
        ident=told[0].ident,
        type=told[0].type,
        status=fields["status"].value,
        form=fields["form"].value,
        edtf=fields["date"].value,
        first_day=dated.first_day if fields["date"].value else "",
        last_day=dated.last_day if fields["date"].value else "",
        day=(dated.first_day or dated.last_day if fields["date"].value else "") or min(days, default=""),
        place=placed.place if placed else None,
        country=(placed.country or None) if placed else None,
        latitude=placed.latitude if placed else None,
        longitude=placed.longitude if placed else None,
        hedged=all(r.hedged for r in told),
        plover=shown.plover or None,
        plover_mode=shown.plover_mode or None,
        cameo=shown.cameo or None,
        quad_class=shown.quad_class,
        topics=tuple(sorted({t for r in told for t in r.topics})),
        words=shown.sentence,
        shown=shown.ident,
        reports=tuple(r.ident for r in told),
        publishers=tuple(dict.fromkeys(r.publisher for r in told if r.publisher)),
        first_published=min(days, default=""),
        last_published=max(days, default=""),
        fields=fields,
        sides=merge_sides(told),
    )


def _shown(told: list[Report], fields: dict[str, MergedField]) -> Report:
    """The report that says most of what is shown, of those that hold back least; the first filed of equals."""

    def rank(report: Report) -> tuple[bool, int, int]:
        agree = sum(_VALUES[name](report) == field.value for name, field in fields.items() if field.value)
        return report.hedged, -agree, -sum(bool(s.name) for s in report.sides)

    return min(told, key=rank)


def _date(report: Report) -> str | None:
    return report.edtf or None


def _place(report: Report) -> str | None:
    if not report.place:
        return None
    return report.place if report.place == report.country or not report.country else f"{report.place}@{report.country}"


_VALUES: dict[str, Callable[[Report], Any]] = {
    "status": lambda r: r.status,
    "form": lambda r: r.form or None,
    "date": _date,
    "place": _place,
}


def _field(name: str, value: Callable[[Report], Any], told: list[Report], fixed: Corrections, decided: bool) -> MergedField:
    by_value: dict[Any, list[Report]] = {}
    for report in told:
        if value(report) is not None:
            by_value.setdefault(value(report), []).append(report)
    if not by_value:
        return MergedField(None, ())
    candidates = {v: rs for v, rs in by_value.items() if any(name in fixed.get(r.ident, {}) for r in rs)} if decided else by_value
    chosen = min(candidates or by_value, key=lambda v: _rank(name, v, by_value[v], told))
    said = tuple(Said(v, tuple(r.ident for r in rs)) for v, rs in by_value.items())
    return MergedField(chosen, said, _disagree(name, by_value), decided and bool(candidates))


def _rank(name: str, value: Any, says: list[Report], told: list[Report]) -> tuple[Any, ...]:
    """The value shown is the one that most publishers tell, then the more exact one, then the one filed first; a fallback comes last."""
    publishers = len({r.publisher or r.document for r in says})
    first = told.index(says[0])
    if name == "date":
        exact = width((says[0].first_day, says[0].last_day)) or 100_000
        sure = min(_BASIS.index(r.basis) if r.basis in _BASIS else 1 for r in says)
        return (exact > 8, all(r.hedged for r in says), -publishers, sure, exact, first)
    if name == "place":
        return (says[0].latitude is None and says[0].place == says[0].country, -publishers, first)
    if name == "status":
        return (_STATUS.index(value) if value in _STATUS else len(_STATUS), first)
    return (all(r.hedged for r in says), -publishers, first)


def _disagree(name: str, by_value: dict[Any, list[Report]]) -> bool:
    if len(by_value) < 2:
        return False
    reports = [says[0] for says in by_value.values()]
    if name == "date":
        known = [r.days for r in reports if r.first_day or r.last_day]
        return any(not _within(a, b) and not _within(b, a) for i, a in enumerate(known) for b in known[:i])
    if name == "place":
        towns = Counter(_place(r) for r in reports if r.latitude is not None or r.place != r.country)
        return len(towns) > 1 or len({r.country for r in reports if r.country}) > 1
    return True


def _within(a: tuple[str, str], b: tuple[str, str]) -> bool:
    return (not b[0] or bool(a[0] and a[0] >= b[0])) and (not b[1] or bool(a[1] and a[1] <= b[1]))
