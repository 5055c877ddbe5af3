"""Which acts an address asks for: the query's parameters as an ActFilter, and back."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, Any, Literal
from urllib.parse import quote_plus

from fastapi import Depends, Query
from pydantic import BaseModel, Field
from starlette.datastructures import QueryParams

from dragoman.model.vocabulary import ACT_TYPES, STATUSES, TOPICS
from dragoman.record.act_filter import LARGEST_PAGE, PAGE, ActFilter
from dragoman.views.web.addresses import with_query
from dragoman.views.web.errors_shape import RoomError

FOLLOW_UPS = ("open", "fulfilled", "renewed", "called_off")
MOST_VALUES = 50
"""How many values one parameter may have."""
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_COUNTRY = re.compile(r"[A-Za-z]{3}")


def _list(description: str, vocabulary: Iterable[str] = ()) -> Any:
    items: dict[str, Any] = {"type": "string"} | ({"enum": sorted(vocabulary)} if vocabulary else {})
    return Field(default_factory=list, description=description, json_schema_extra={"items": items})


class Asked(BaseModel):
    """The parameters by which lists of acts are asked for."""

    country: list[str] = _list("alpha-3 codes of countries that all take part")
    pair: str = Field("", description="two sides that both take part: DZA,AZE", max_length=300)
    person: list[str] = _list("idents of persons who all take part: per:lamamra@DZA")
    organisation: list[str] = _list("idents of organisations that all take part: org:UN")
    type: list[str] = _list("types, any of them", ACT_TYPES)
    status: list[str] = _list("statuses, any of them", STATUSES)
    topic: list[str] = _list("topics, any of them", TOPICS)
    publisher: list[str] = _list("publishers, any of them")
    follow_up: list[str] = _list("what became of promises, any of them", FOLLOW_UPS)
    since: str = Field("", description="first day: 2022, 2022-08 or 2022-08-24", max_length=10)
    until: str = Field("", description="last day, likewise", max_length=10)
    place: str = Field("", description="name of the place", max_length=200)
    place_country: str = Field("", description="alpha-3 code of the place's country", max_length=3)
    text: str = Field("", description='words, "phrases", -words in the documents that tell of it', max_length=500)
    cursor: str = Field("", description="where to go on: `next` of the page before", max_length=1000)
    limit: int = Field(PAGE, description="how many on a page", ge=1, le=LARGEST_PAGE)
    order: Literal["newest", "oldest"] = "newest"


def act_filter(asked: Asked) -> ActFilter:
    """The ActFilter of a query. Raises RoomError (422, `parameter`) naming what is not valid."""
    return ActFilter(
        countries=tuple(code.upper() for code in _told("country", asked.country, shape=_COUNTRY)),
        pair=_pair(asked.pair),
        persons=_told("person", asked.person),
        organisations=_told("organisation", asked.organisation),
        types=_told("type", asked.type, ACT_TYPES),
        statuses=_told("status", asked.status, STATUSES),
        topics=_told("topic", asked.topic, TOPICS),
        publishers=_told("publisher", asked.publisher),
        follow_up=_told("follow_up", asked.follow_up, FOLLOW_UPS),
        first_day=day_of("since", asked.since, last=False),
        last_day=day_of("until", asked.until, last=True),
        place=asked.place.strip() or None,
        place_country=next(iter(_told("place_country", [asked.place_country.upper()], shape=_COUNTRY)), None),
        text=asked.text.strip() or None,
        cursor=asked.cursor or None,
        limit=asked.limit,
        newest_first=asked.order == "newest",
    )


async def _filter_of_query(asked: Annotated[Asked, Query()]) -> ActFilter:
    return act_filter(asked)


Filter = Annotated[ActFilter, Depends(_filter_of_query)]
"""What a page of acts takes: the ActFilter of its address."""


def day_of(name: str, told: str, *, last: bool) -> str | None:
    """A day that a parameter tells; of a month or a year its first or last day. None where empty; RoomError where it is no day."""
    told = told.strip()
    if not told:
        return None
    found = _DAY.fullmatch(told)
    year, month, day = (int(part) if part else 0 for part in found.groups()) if found else (0, 0, 0)
    month = month or (0 if found is None or found.group(2) else 12 if last else 1)
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        raise RoomError(422, "parameter", what=name)
    longest = calendar.monthrange(year, month)[1]
    day = day or (0 if found is None or found.group(3) else longest if last else 1)
    if not 1 <= day <= longest:
        raise RoomError(422, "parameter", what=name)
    return f"{year:04}-{month:02}-{day:02}"


def _told(name: str, values: list[str], vocabulary: Iterable[str] = (), shape: re.Pattern[str] | None = None) -> tuple[str, ...]:
    found = tuple(dict.fromkeys(value.strip() for value in values if value.strip()))
    wrong = len(found) > MOST_VALUES or any(len(value) > 300 or not value.isprintable() for value in found)
    if wrong or (vocabulary and not set(found) <= set(vocabulary)) or (shape and not all(shape.fullmatch(value) for value in found)):
        raise RoomError(422, "parameter", what=name)
    return found


def _pair(told: str) -> tuple[str, str] | None:
    sides = tuple(side.strip() for side in told.split(",") if side.strip())
    if not sides:
        return None
    if len(sides) != 2:
        raise RoomError(422, "parameter", what="pair")
    return (sides[0], sides[1])


KEYS = tuple(name for name in Asked.model_fields if name not in ("cursor", "limit"))
"""The parameters that say which acts are meant, without those that say which page of them."""


@dataclass(frozen=True)
class Chosen:
    """What an address asks for, to make links that ask for more or less: `query` has the parameters of KEYS only."""

    path: str
    query: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, path: str, params: QueryParams) -> Chosen:
        """What the address of a request asks for."""
        return cls(path, tuple((k, v) for k, v in params.multi_items() if k in KEYS and v.strip()))

    def has(self, key: str, value: str) -> bool:
        """Whether a value is chosen."""
        return (key, value) in self.query

    def values(self, key: str) -> tuple[str, ...]:
        """The values chosen of a key."""
        return tuple(v for k, v in self.query if k == key)

    def toggled(self, key: str, value: str) -> str:
        """The address with a value added, or taken out where it is chosen."""
        if self.has(key, value):
            return self._address([pair for pair in self.query if pair != (key, value)])
        joint = "&" if self.query else "?"
        return f"{self._as_it_is}{joint}{key}={quote_plus(value)}"

    def without(self, *keys: str) -> str:
        """The address without some keys."""
        return self._address([(k, v) for k, v in self.query if k not in keys])

    def replaced(self, **values: str | None) -> str:
        """The address with one value each for some keys, whatever was chosen before; an empty one takes the key out."""
        kept = [(k, v) for k, v in self.query if k not in values]
        return self._address(kept + [(k, v) for k, v in values.items() if v])

    def address(self, path: str, **more: str | None) -> str:
        """The same choice at another path, with more parameters."""
        return Chosen(path, self.query).replaced(**more)

    @cached_property
    def _as_it_is(self) -> str:
        return self._address(list(self.query))

    def _address(self, pairs: list[tuple[str, str]]) -> str:
        grouped: dict[str, list[str]] = {}
        for key, value in pairs:
            grouped.setdefault(key, []).append(value)
        return with_query(self.path, **grouped)
