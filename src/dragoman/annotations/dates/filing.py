"""The day from which a text counts its `hier`: its publication's, or the day on which it was filed, which the dateline tells.

A dateline often leaves the year out (`ALGER, 12 mars (APS)`); where the publication does not tell it either, the day is `XXXX-03-12`, and
what counts from it is told only as far as it is so in every year.
"""

from __future__ import annotations

from collections.abc import Sequence

from dragoman.annotations.dates.annotate import annotate_dates
from dragoman.annotations.dates.bounds import bounds
from dragoman.annotations.dates.days import exists
from dragoman.annotations.dates.publication import publication
from dragoman.annotations.mentions import DateMention

UNKNOWN_YEAR = "XXXX"
LATEST_PAGE = 14
"""A text is published at most so many days after it was filed, else the dateline's day is another's."""

_ANY_YEARS = ("2023", "2025")
"""Two common years in which no day falls on the same weekday."""


def filed_on(published: str | None, dateline: str | None) -> str | None:
    """The day that the dateline tells, with its year where that or the publication tells it; None where it cannot be the text's own.

    `dateline` is EDTF: a day, or a day of an unknown year.
    """
    if dateline is None or not dateline.startswith(UNKNOWN_YEAR):
        return dateline if dateline is None or _agree(published, dateline) else None
    known = publication(published)
    if known is None:
        return dateline
    month, day = int(dateline[5:7]), int(dateline[8:10])
    years = [y for y in (known.upper.year, known.lower.year - 1) if exists(y, month, day)]
    return next((d for y in years if _agree(published, d := f"{y:04d}{dateline[4:]}")), None)


def _agree(published: str | None, day: str) -> bool:
    """Whether a text published then may have been filed on that day: within the publication as told, or shortly before."""
    known, filed = publication(published), publication(day)
    if filed is None or known is None:
        return filed is not None
    late = known.lower.toordinal() - filed.lower.toordinal()
    return filed.lower <= known.upper and late <= LATEST_PAGE


def annotate_from(
    text: str, published: str | None, filed: str | None, ranges: Sequence[tuple[int, int]] | None = None
) -> tuple[DateMention, ...]:
    """Every date in a text whose `hier` counts from the day on which it was filed, where known, else from its publication."""
    if filed is None or not filed.startswith(UNKNOWN_YEAR):
        return annotate_dates(text, filed or published, ranges)
    plain = annotate_dates(text, published, ranges)
    one, other = (annotate_dates(text, year + filed[4:], ranges) for year in _ANY_YEARS)
    if not len(plain) == len(one) == len(other):
        return plain
    return tuple(_in_every_year(p, a, b) for p, a, b in zip(plain, one, other, strict=True))


def _in_every_year(plain: DateMention, one: DateMention, other: DateMention) -> DateMention:
    """A date that is not told without a year, with the day and month that it has in every year."""
    if plain.past is not None or plain.future is not None:
        return plain
    return DateMention(plain.start, plain.end, _shared(one.past, other.past), _shared(one.future, other.future))


def _shared(one: str | None, other: str | None) -> str | None:
    if one is None or other is None or len(one) != len(UNKNOWN_YEAR) + 6 or one[4:] != other[4:]:
        return None
    day = UNKNOWN_YEAR + one[4:]
    bounds(day)
    return day
