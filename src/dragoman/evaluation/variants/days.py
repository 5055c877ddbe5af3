"""Moving a text to another time: header, weekdays, months, years, with its publication and its gold."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import cache

import msgspec

from dragoman.annotations.dates import annotate_dates
from dragoman.annotations.mentions import DateMention
from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.variants.edits import Anchored, Edit, apply
from dragoman.evaluation.variants.elision import fitted, same_case
from dragoman.evaluation.variants.folded import fold
from dragoman.evaluation.variants.rules import rules
from dragoman.evaluation.variants.shifting import Shift

_TRIES = 24
_ISO = re.compile(r"(?<![\d-])(?:\d{4}-\d\d-\d\d|\d{4}-\d\d)(?![\d-])")
_NUMERIC = re.compile(r"(?<!\d)(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")
_WORD = re.compile(r"\d{1,4}(?:er)?(?!\w)|[^\W\d_]+")


class _UnclearError(Exception):
    """A date cannot be rewritten in its words."""


def choose_shift(texts: Sequence[str], published: str | None, chance: random.Random) -> Shift | None:
    """A shift under which every date of the texts, read again, is the old one shifted.

    None where the publication is unknown (`published` is EDTF, to the day or the month), or no such shift is found.
    """
    before = _publication(published)
    if before is None or published is None:
        return None
    for _ in range(_TRIES):
        shift = _random_shift(before, len(published) == 7, chance)
        if all(_is_sound(text, published, shift) for text in texts):
            return shift
    return None


def day_edits(text: str, published: str, shift: Shift) -> list[Edit]:
    """The edits that move a text's dates."""
    mentions = annotate_dates(text, published)
    numeric = [Edit(h.start(), h.end(), shift.edtf(h.group())) for h in _ISO.finditer(text) if int(h.group()[5:7]) in range(1, 13)]
    numeric += [e for h in _NUMERIC.finditer(text) if (e := _numeric(h, shift)) is not None]
    taken = [(e.start, e.end) for e in numeric]
    words = [e for m in mentions for e in _mention_edits(text, m, shift) if not any(a <= e.start < b for a, b in taken)]
    covered = [(m.start, m.end) for m in mentions]
    weekdays = [e for e in _weekday_edits(text, shift) if not any(a <= e.start < b for a, b in covered)]
    return numeric + words + weekdays


def shift_published(published: str | None, shift: Shift) -> str | None:
    """The publication of the moved text, as precise as it was."""
    return published and shift.after.isoformat()[: len(published)]


def shift_gold(gold: GoldDocument, shift: Shift) -> GoldDocument:
    """The gold of the moved text."""
    acts = tuple(msgspec.structs.replace(a, date=shift.edtf(a.date) if a.date else a.date) for a in gold.acts)
    return msgspec.structs.replace(gold, published=shift_published(gold.published, shift), acts=acts)


def _publication(published: str | None) -> date | None:
    if not published or not re.fullmatch(r"\d{4}-\d\d(-\d\d)?", published):
        return None
    return date.fromisoformat(published if len(published) == 10 else f"{published}-01")


def _random_shift(before: date, month_only: bool, chance: random.Random) -> Shift:
    if month_only:
        count = before.year * 12 + before.month - 1 + chance.choice([-1, 1]) * chance.randint(1, 40)
        after = date(count // 12, count % 12 + 1, 1)
        return Shift((after - before).days + chance.randint(-3, 3), before, after)
    days = chance.choice([-1, 1]) * chance.randint(20, 1100)
    return Shift(days, before, before + timedelta(days=days))


def _is_sound(text: str, published: str, shift: Shift) -> bool:
    """Whether the dates of the moved text, read again, are the old ones moved."""
    try:
        moved = apply(Anchored(text), day_edits(text, published, shift)).text
    except _UnclearError:
        return False
    old, new = annotate_dates(text, published), annotate_dates(moved, shift_published(published, shift))
    wanted = [(_shifted(m.past, shift), _shifted(m.future, shift)) for m in old]
    return wanted == [(m.past, m.future) for m in new]


def _shifted(text: str | None, shift: Shift) -> str | None:
    return shift.edtf(text) if text else text


def _numeric(hit: re.Match[str], shift: Shift) -> Edit | None:
    day, mark, month, year = hit.groups()
    try:
        old = f"{int(year):04}-{int(month):02}-{int(day):02}"
        date.fromisoformat(old)
    except ValueError:
        return None
    new = shift.edtf(old)
    text = mark.join([_padded(int(new[8:]), day), _padded(int(new[5:7]), month), new[:4]])
    return Edit(hit.start(), hit.end(), text)


def _padded(number: int, model: str) -> str:
    return f"{number:02}" if len(model) == 2 else str(number)


def _mention_edits(text: str, mention: DateMention, shift: Shift) -> Iterator[Edit]:
    """The words of a date, each rewritten by what it says: a day, a month, a year, a weekday."""
    old = mention.past or mention.future
    if old is None:
        return
    new = shift.edtf(old)
    if new == old and shift.days:
        return
    parts = _parts(old, new, shift)
    for hit in _WORD.finditer(text, mention.start, mention.end):
        word = hit.group()
        folded = fold(word)
        if folded in _weekdays():
            weekday = rules().weekdays[(_weekdays()[folded] + shift.days) % 7]
            yield fitted(text, hit.start(), hit.end(), same_case(word, weekday))
        elif folded in _months():
            yield fitted(text, hit.start(), hit.end(), same_case(word, rules().months[_only(parts["month"], _months()[folded]) - 1]))
        elif folded in _short_months():
            yield _short_month_edit(text, hit, _only(parts["month"], _short_months()[folded]))
        elif word[0].isdigit():
            number = int(word.removesuffix("er"))
            if len(word) == 4 and number in parts["year"]:
                yield Edit(hit.start(), hit.end(), str(_only(parts["year"], number)))
            elif len(word) < 4 and number in parts["day"]:
                day = _only(parts["day"], number)
                yield fitted(text, hit.start(), hit.end(), "1er" if day == 1 else str(day))


def _short_month_edit(text: str, hit: re.Match[str], month: int) -> Edit:
    short = rules().months_short.get(month)
    dotted = not short and text[hit.end() : hit.end() + 1] == "."
    new = short[0] if short else rules().months[month - 1]
    return fitted(text, hit.start(), hit.end() + dotted, same_case(hit.group(), new))


def _parts(old: str, new: str, shift: Shift) -> dict[str, dict[int, set[int]]]:
    """What each day, month and year of a date becomes."""
    parts: dict[str, dict[int, set[int]]] = {"year": {}, "month": {}, "day": {}}
    pairs = list(zip(re.findall(r"\d{4}(?:-\d\d)*", old), re.findall(r"\d{4}(?:-\d\d)*", new), strict=False))
    for was, now in pairs:
        for name, one, other in zip(parts, was.split("-"), now.split("-"), strict=False):
            parts[name].setdefault(int(one), set()).add(int(other))
    return parts


def _only(becomes: dict[int, set[int]], number: int) -> int:
    found = becomes.get(number, set())
    if len(found) != 1:
        raise _UnclearError(number)
    return next(iter(found))


def _weekday_edits(text: str, shift: Shift) -> Iterator[Edit]:
    for hit in _WORD.finditer(text):
        if fold(hit.group()) in _weekdays() and shift.days % 7:
            weekday = rules().weekdays[(_weekdays()[fold(hit.group())] + shift.days) % 7]
            yield fitted(text, hit.start(), hit.end(), same_case(hit.group(), weekday))


@cache
def _weekdays() -> dict[str, int]:
    return {fold(w): i for i, w in enumerate(rules().weekdays)}


@cache
def _months() -> dict[str, int]:
    return {fold(m): i for i, m in enumerate(rules().months, 1)}


@cache
def _short_months() -> dict[str, int]:
    return {fold(form): month for month, forms in rules().months_short.items() for form in forms}
