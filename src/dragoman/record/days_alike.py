"""How the days of two reports agree."""

from __future__ import annotations

from dragoman.record.days import gap
from dragoman.record.features import Feature, feature
from dragoman.record.likeness_table import likeness_table
from dragoman.record.report import Report
from dragoman.record.windows import Window, window


def is_rare(report: Report) -> bool:
    """Whether two sides do this seldom, so that a month or a guess at the day tells it apart."""
    table = likeness_table()
    return report.type in table.rare or report.form in table.rare_forms


def days_alike(a: Report, b: Report) -> Feature | None:
    """The feature of the days; None where they part the reports, or where one has neither a date nor a publication."""
    wa, wb = window(a), window(b)
    rare = is_rare(a) or is_rare(b)
    words = f"{_shown(a, wa)} / {_shown(b, wb)}"
    if not any(wa.days) or not any(wb.days):
        return None
    if a.tense == "coming":
        return _of_promises(a, b, wa, wb, words)
    apart = gap(wa.days, wb.days)
    if wa.told and wb.told:
        return _of_told(apart, wa, wb, rare, words)
    near = bool(a.day and b.day) and gap((a.day, a.day), (b.day, b.day)) < likeness_table().days.apart
    return _of_assumed(apart, rare, near, words)


def _shown(report: Report, w: Window) -> str:
    return report.edtf if w.told else f"({report.published or '?'})"


def _of_told(apart: int, wa: Window, wb: Window, rare: bool, words: str) -> Feature | None:
    table = likeness_table().days
    if apart >= table.apart:
        return None
    if apart > table.slack:
        return feature("days", f"day_near_{'rare' if rare else 'frequent'}", words)
    if wa.precise and wb.precise:
        if apart:
            return feature("days", "day_beside", words)
        return feature("days", "day_same" if wa.width == wb.width == 1 else "days_meet", words)
    widest = max(wa.width or 10_000, wb.width or 10_000)
    span = "month" if widest <= table.month else "year"
    return feature("days", f"{span}_{'rare' if rare else 'frequent'}", words)


def _of_assumed(apart: int, rare: bool, near: bool, words: str) -> Feature | None:
    if apart >= likeness_table().days.apart:
        return None
    return feature("days", ("assumed_near" if near else "assumed_rare") if rare else "assumed_frequent", words)


def _of_promises(a: Report, b: Report, wa: Window, wb: Window, words: str) -> Feature | None:
    """Promises are one where they were made at about the same time for days that agree; a new day is a promise renewed."""
    table = likeness_table().days
    told_apart = gap((a.day, a.day), (b.day, b.day)) if a.day and b.day else 0
    same_day = wa.precise and wb.precise and wa.days == wb.days
    apart = gap(wa.days, wb.days)
    if apart > table.slack or (told_apart > table.told_apart and not same_day):
        return None
    if apart:
        return feature("days", "day_near_rare", words)
    if told_apart > table.told_together and not same_day:
        return feature("days", "told_late", words)
    if same_day:
        return feature("days", "day_same", words)
    both = wa.told and wb.told
    return feature("days", "days_meet" if both and (wa.precise or wb.precise or wa.days[1] == wb.days[1]) else "told_together", words)
