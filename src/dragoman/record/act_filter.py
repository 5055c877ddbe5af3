"""Which acts are asked for."""

from __future__ import annotations

import msgspec

PAGE = 50
"""How many acts a page holds unless told otherwise."""
LARGEST_PAGE = 1000


class ActFilter(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Conditions that all hold at once.

    Of `countries`, `organisations`, `persons` and `pair` every one must take part in the act (a country's acts are those of whoever
    stands for it); of `types`, `statuses`, `topics`, `publishers` and `follow_up` one must fit. The period holds where the act's `day`
    falls in it, ends included. `text` is looked for in the documents that tell of the act: words, "phrases", -words not to be there.
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
