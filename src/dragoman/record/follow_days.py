"""How the day of a later act agrees with the day that was promised."""

from __future__ import annotations

from dragoman.record.days import NO_DAYS, Days, days_between, gap, width
from dragoman.record.features import Feature
from dragoman.record.follow_table import counted, follow_table
from dragoman.record.merged import MergedAct


def due(promise: MergedAct) -> Days:
    """The days in which a promise falls due: not before it was made; '' for an open end, both where no day is told."""
    first, last = promise.first_day, promise.last_day
    if not first and not last:
        return NO_DAYS
    made = promise.first_published
    return (made if made and (not first or first < made) and (not last or last >= made) else first), last


def happened(act: MergedAct) -> Days:
    """The days in which an act happened: as told, else the publications that tell of it."""
    if act.first_day or act.last_day:
        return act.first_day or act.last_day, act.last_day or act.first_day
    return act.first_published, act.last_published


def kept_days(promise: MergedAct, act: MergedAct) -> list[Feature] | None:
    """The features of a kept promise's days; None where the act lies before the promise or too far from the day promised."""
    days = happened(act)
    made = promise.first_published or promise.first_day
    if not days[1] or not made or days[1] < made:
        return None
    if act.last_published and promise.first_published and act.last_published < promise.first_published:
        return None
    words = f"{promise.edtf or f'told {made}'} / {act.edtf or f'told {days[0]}'}"
    found = _of_due(due(promise), days, made, words)
    if found is None:
        return None
    return [found] if act.first_day or act.last_day else [found, counted("day", "undated_act", words)]


def _of_due(due_days: Days, days: Days, made: str, words: str) -> Feature | None:
    table = follow_table().days
    if due_days == NO_DAYS:
        waited = days_between(made, days[0])
        if waited > table.open:
            return None
        return counted("due", "soon" if waited <= table.undated else "within_reach", words)
    wide = width(due_days) or 10_000
    slack = table.slack if wide <= table.precise else table.month_slack
    off = gap(due_days, days)
    if off <= slack:
        return counted("due", "on_the_day" if wide <= table.precise else "in_the_span" if wide <= table.month else "before_the_end", words)
    late = bool(due_days[1]) and days[0] > due_days[1]
    return counted("due", "late", words) if late and off <= table.late else None


def called_off_days(promise: MergedAct, act: MergedAct) -> list[Feature] | None:
    """The features of the days of a promise and its calling off; None where another day is called off, or before it was promised."""
    if promise.first_published and act.last_published and act.last_published < promise.first_published:
        return None
    words = f"{promise.edtf or '?'} / {act.edtf or '?'}"
    table = follow_table().days
    called = (act.first_day, act.last_day)
    if not any(called) or due(promise) == NO_DAYS:
        made, off = promise.first_published, act.last_published
        reach = days_between(made, off) if made and off else 0
        return [counted("due", "soon" if reach <= table.undated else "within_reach", words)] if reach <= table.open else None
    if gap(due(promise), called) > table.month_slack:
        return None
    wide = width(due(promise)) or 10_000
    return [counted("due", "on_the_day" if wide <= table.precise else "in_the_span" if wide <= table.month else "before_the_end", words)]


def renewed_days(promise: MergedAct, later: MergedAct) -> list[Feature] | None:
    """The features of a promise made again for a later day, spoken of about when the first falls due; None for any other."""
    table = follow_table().days
    first, again = due(promise), due(later)
    if not first[1] or not again[1] or not promise.first_published or later.first_published <= promise.last_published:
        return None
    if again[1] <= first[1] or (again[0] and again[0] <= first[0]):
        return None
    if days_between(first[1], again[0] or again[1]) > table.open:
        return None
    after = days_between(first[1], later.first_published)
    words = f"{promise.edtf} / {later.edtf}"
    if after > (0 if (later.form or promise.form) in follow_table().recurring else table.renewed_after):
        return None
    if days_between(later.first_published, first[0] or first[1]) > table.renewed_before:
        return [counted("due", "within_reach", words)]
    return [counted("due", "new_day", words)]


def days_part(kind: str, promised: Days, days: Days) -> bool:
    """Whether the first and last days told of a promise and a later act alone rule out that it is fulfilled, renewed or called off by it.

    What this rules out, the functions above rule out too; they look at when both were published besides.
    """
    if kind == "renewed":
        return not promised[1] or not days[1] or days[1] <= promised[1]
    if not any(promised) or not any(days):
        return False
    if kind == "fulfilled":
        days = (days[0] or days[1], days[1] or days[0])
    table, off = follow_table().days, gap(promised, days)
    late = kind == "fulfilled" and bool(promised[1]) and days[0] > promised[1] and off <= table.late
    return off > table.month_slack and not late
