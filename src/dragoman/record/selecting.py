"""Finding the acts that match a filter, in the order of their days, without looking at many more.

Of the conditions that an index answers, the rarest one leads: its rows are gone through, newest first, and the other conditions are
looked up for each. Rarity is counted up to `MANY`. Every select of a lead has the columns `day` and `act_id`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, or_, select, union_all

from dragoman.record.act_filter import ActFilter
from dragoman.record.leads import MANY, Lead, by_day, leads_of
from dragoman.record.lookups import Lookup, lookups_of

Row = tuple[str, int]
"""An act's day and its row number: the order of lists."""


@dataclass(frozen=True)
class Selecting:
    """A filter, ready to be asked."""

    connection: Connection
    asked: ActFilter
    lead: Lead
    lookups: dict[str, Lookup] = field(default_factory=dict)
    costly: bool = False
    """Whether documents are looked into one after the other: then few acts only are counted."""

    def rows(self, limit: int, after: Row | None = None) -> list[Row]:
        """The first acts that match, or the first ones after a row."""
        return [(row.day, row.act_id) for row in self.connection.execute(self.question(limit, after)).all()]

    def question(self, limit: int, after: Row | None = None) -> Select[Any]:
        """What `rows` asks."""
        parts = [self._ordered(self._narrowed(part, after), limit) for part in self.lead.parts]
        if len(parts) == 1:
            return parts[0]
        together = union_all(*(select(part.subquery()) for part in parts)).subquery()
        return self._ordered(select(together.c.day, together.c.act_id), limit)

    def count(self, most: int) -> int:
        """How many acts match, up to `most`."""
        left = most
        for part in self.lead.parts:
            rows = self._narrowed(part, None).limit(left).subquery()
            left -= int(self.connection.execute(select(func.count()).select_from(rows)).scalar_one())
            if left <= 0:
                break
        return most - left

    def _narrowed(self, part: Select[Any], after: Row | None) -> Select[Any]:
        day, act_id = part.selected_columns.day, part.selected_columns.act_id
        wanted = [lookup(day, act_id) for name, lookup in self.lookups.items() if name not in self.lead.covers]
        part = part.where(*wanted, *within(self.asked, day))
        if after is None:
            return part
        if self.asked.newest_first:
            return part.where(day <= after[0], or_(day < after[0], act_id < after[1]))
        return part.where(day >= after[0], or_(day > after[0], act_id > after[1]))

    def _ordered(self, question: Select[Any], limit: int) -> Select[Any]:
        day, act_id = question.selected_columns.day, question.selected_columns.act_id
        if self.asked.newest_first:
            return question.order_by(day.desc(), act_id.desc()).limit(limit)
        return question.order_by(day, act_id).limit(limit)


def selecting(connection: Connection, asked: ActFilter, *, counted: bool = False) -> Selecting:
    """Make a filter (already `checked`) ready to be asked: see which condition shall lead; `counted` even where only one can."""
    leads = leads_of(connection, asked)
    if counted or len(leads) > 1 or not all(lead.in_order for lead in leads):
        leads = [lead if lead.rows < MANY else _counted(connection, asked, lead) for lead in leads]
    lead = min(leads, key=lambda one: one.rows, default=by_day(asked))
    if lead.rows >= MANY:
        lead = next((one for one in leads if one.in_order), None) or by_day(asked)
    costly = bool(asked.text) and not lead.is_text
    return Selecting(connection, asked, lead, lookups_of(connection, asked), costly)


def within(asked: ActFilter, day: ColumnElement[Any]) -> list[ColumnElement[bool]]:
    """The period as conditions on a column of days; what is undated is in no period."""
    first = [day >= asked.first_day] if asked.first_day else []
    last = [day <= asked.last_day] if asked.last_day else []
    return [*first, *last, day > ""] if last and not first else [*first, *last]


def _counted(connection: Connection, asked: ActFilter, lead: Lead) -> Lead:
    if lead.counted is not None:
        return lead.of(_rows(connection, lead, MANY))
    period = ActFilter(first_day=asked.first_day, last_day=asked.last_day)
    return lead.of(Selecting(connection, period, lead).count(MANY))


def _rows(connection: Connection, lead: Lead, most: int) -> int:
    """How many documents a lead has, up to `most`."""
    assert lead.counted is not None
    return int(connection.execute(select(func.count()).select_from(lead.counted.limit(most).subquery())).scalar_one())
