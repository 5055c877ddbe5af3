"""Which acts are asked for."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.errors import FilterError
from dragoman.model.vocabulary import ACT_TYPES, STATUSES, TOPICS
from dragoman.record.days import days_of

PAGE = 50
"""How many acts a page holds unless told otherwise."""
LARGEST_PAGE = 1000
FOLLOW_UPS = ("open", "fulfilled", "renewed", "called_off")


class ActFilter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Conditions that all hold at once.

    Of `countries`, `organisations`, `persons` and `pair` every one must take part in the act (a country's acts are those of whoever
    stands for it); of `types`, `statuses`, `topics`, `publishers` and `follow_up` one must fit. The period holds where the act's `day`
    falls in it, ends included; `2022` and `2022-08` will do for days. `place` is a town of `place_country`, or of any. `text` is looked
    for in the documents that tell of the act: words, "phrases", beginnings*, -words not to be there.
    """

    countries: tuple[str, ...] = ()
    pair: tuple[str, str] | None = None
    persons: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    first_day: str | None = None
    last_day: str | None = None
    place: str | None = None
    place_country: str | None = None
    text: str | None = None
    follow_up: tuple[str, ...] = ()
    cursor: str | None = None
    limit: int = PAGE
    newest_first: bool = True

    @property
    def blocs(self) -> tuple[str, ...]:
        """The countries and organisations that must all take part, each once."""
        return tuple(dict.fromkeys([*self.countries, *(self.pair or ()), *self.organisations]))


def checked(asked: ActFilter) -> ActFilter:
    """The filter with whole days for its period; raises `FilterError` for a word, a day or a number that cannot be meant."""
    _among("type", asked.types, ACT_TYPES)
    _among("status", asked.statuses, STATUSES)
    _among("topic", asked.topics, TOPICS)
    _among("follow_up", asked.follow_up, FOLLOW_UPS)
    check_limit(asked.limit)
    first = _day("first_day", asked.first_day, 0)
    last = _day("last_day", asked.last_day, 1)
    return msgspec.structs.replace(asked, first_day=first, last_day=last, text=(asked.text or "").strip() or None)


def check_limit(limit: int) -> None:
    """Raise `FilterError` for a page of less than one or more than a thousand."""
    if not 1 <= limit <= LARGEST_PAGE:
        raise FilterError(f"a page holds 1 to {LARGEST_PAGE} rows; {limit} were asked for")


def checked_day(name: str, day: str) -> str:
    """A day as asked for, whole; raises `FilterError` for what is no date."""
    return _day(name, day, 0) or ""


def _among(name: str, values: Iterable[str], known: Iterable[str]) -> None:
    wrong = next((v for v in values if v not in known), None)
    if wrong is not None:
        raise FilterError(f"there is no {name} {wrong[:40]!r}; there are {', '.join(known)}")


def _day(name: str, day: str | None, end: int) -> str | None:
    if not day:
        return None
    whole = days_of(day)[end] if len(day) <= 10 else ""
    if not whole:
        raise FilterError(f"{name} {day[:40]!r} is no day; write 2022-08-24, 2022-08 or 2022")
    return whole
