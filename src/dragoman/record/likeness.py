"""Whether two reports tell of the same act: a pure function of the two, by named features."""

from __future__ import annotations

import msgspec

from dragoman.record.days_alike import days_alike, is_rare
from dragoman.record.features import Feature, Likeness, Verdict, feature, judged, parted
from dragoman.record.likeness_table import likeness_table
from dragoman.record.report import Report
from dragoman.record.sides_alike import blocs_alike, carriers_alike, persons_alike
from dragoman.record.words_alike import words_alike

__all__ = ["Feature", "Likeness", "Verdict", "compare"]


def compare(a: Report, b: Report) -> Likeness:
    """How certain it is that two reports tell of the same act; the order of the two makes no difference."""
    if (b.document, b.local) < (a.document, a.local):
        a, b = b, a
    table = likeness_table()
    if a.type != b.type or a.tense != b.tense:
        return parted("type", "other", f"{a.type} {a.status} / {b.type} {b.status}")
    if a.document == b.document:
        return parted("document", "one", "one document tells of both")
    form = _forms(a, b)
    blocs = blocs_alike(a, b)
    if blocs is None:
        return parted("states", "other", f"{', '.join(sorted(a.blocs))} / {', '.join(sorted(b.blocs))}")
    days = days_alike(a, b)
    if days is None:
        return parted("days", "apart", f"{a.edtf or a.published} / {b.edtf or b.published}")
    persons = persons_alike(a, b)
    clash = next((p for p in persons if p.value == "person_clash"), None)
    if clash is not None and a.type not in table.of_state and not _one_of_its_kind(a, b):
        return parted("person", "other", clash.words)
    found = [blocs, *persons, days, *_places(a, b), *form, *words_alike(a, b)]
    carrier = carriers_alike(a, b)
    if carrier is not None:
        found.append(carrier)
    if is_rare(a) or is_rare(b):
        found.append(feature("type", "rare", a.type))
    if a.type in table.verbal:
        found.append(feature("type", "verbal", a.type))
    verdict = judged([f for f in found if f.score or f.words])
    parting = any(f.value == "form_other" for f in form)
    return msgspec.structs.replace(verdict, verdict="doubtful") if parting and verdict.verdict == "same" else verdict


def _one_of_its_kind(a: Report, b: Report) -> bool:
    """Whether both are told as what two states have one of at a time, so that pages only name other members of the delegations."""
    forms = {a.form, b.form} - {""}
    return bool(forms) and forms <= likeness_table().rare_forms


def _forms(a: Report, b: Report) -> list[Feature]:
    if not a.form or not b.form:
        return []
    words = f"{a.form} / {b.form}"
    if a.form == b.form:
        return [feature("form", "form_same", words)]
    rows = likeness_table().forms.get(a.type, ())
    near = not rows or any({a.form, b.form} <= row for row in rows)
    return [] if near else [feature("form", "form_other", words)]


def _places(a: Report, b: Report) -> list[Feature]:
    if not a.country or not b.country or a.type in likeness_table().placeless:
        return []
    words = f"{a.place} / {b.place}"
    if a.country != b.country:
        return [feature("place", "country_other", words)]
    if a.place == b.place and a.place != a.country:
        return [feature("place", "town_same", words)]
    return [feature("place", "country_same" if _is_country(a) or _is_country(b) or a.place == b.place else "town_other", words)]


def _is_country(report: Report) -> bool:
    """Whether only the country is told: the place has no point on the map, or is named as the country."""
    return (report.latitude is None and report.geonames is None) or report.place == report.country
