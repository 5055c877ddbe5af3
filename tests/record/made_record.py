"""A made-up record in either database, and what it holds as plain lists, for comparing answers with."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from dragoman.annotations.folding import fold_text
from dragoman.record import schema
from dragoman.record.act_filter import ActFilter
from dragoman.record.bodies import inflate_text

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"
ACTS = 500


def fill(url: str) -> None:
    """Fill an empty record with made-up acts of a month; skips where the generator is not beside the tests."""
    if not (BENCHMARKS / "generate_record.py").exists():
        pytest.skip("the generator of records is not beside the tests")
    sys.path.insert(0, str(BENCHMARKS))
    try:
        from generate_record import generate
    finally:
        sys.path.remove(str(BENCHMARKS))
    generate(url, ACTS, seed=3, a_day=17)


@dataclass
class PlainAct:
    """An act with all that filters ask for."""

    row: int
    ident: str
    type: str
    status: str
    day: str
    topics: set[str]
    place: str | None
    country: str | None
    follow_up: str
    last_day: str
    blocs: set[str] = field(default_factory=set)
    actors: set[str] = field(default_factory=set)
    publishers: set[str] = field(default_factory=set)
    texts: list[list[str]] = field(default_factory=list)


def plain_acts(engine: Engine) -> list[PlainAct]:
    """Every act of a record, the newest first."""
    with engine.connect() as connection:
        acts = {
            row.id: PlainAct(
                row.id,
                row.ident,
                row.type,
                row.status,
                row.day,
                set(row.topics.split(",")) - {""},
                row.place,
                row.country,
                row.follow_up,
                row.last_day,
            )
            for row in connection.execute(select(schema.act))
        }
        for row in connection.execute(select(schema.bloc)):
            acts[row.act_id].blocs.add(row.ident)
        sides = select(schema.side.c.act_id, schema.actor.c.ident).join(schema.actor, schema.actor.c.id == schema.side.c.actor_id)
        for row in connection.execute(sides):
            acts[row.act_id].actors.add(row.ident)
        told = select(schema.report.c.act_id, schema.document.c.publisher, schema.document.c.title, schema.text.c.body)
        told = told.join(schema.document, schema.document.c.id == schema.report.c.document_id)
        for row in connection.execute(told.join(schema.text, schema.text.c.document == schema.document.c.ident)):
            acts[row.act_id].publishers.add(row.publisher)
            words = fold_text(f"{row.title} {inflate_text(row.body)}")
            acts[row.act_id].texts.append("".join(c if c.isalnum() else " " for c in words).split())
    return sorted(acts.values(), key=lambda act: (act.day, act.row), reverse=True)


def fits(act: PlainAct, asked: ActFilter) -> bool:
    """Whether an act matches, looked at one condition after the other."""
    words = (asked.text or "").split()
    return (
        set(asked.blocs) <= act.blocs
        and set(asked.persons) <= act.actors
        and (not asked.types or act.type in asked.types)
        and (not asked.statuses or act.status in asked.statuses)
        and (not asked.topics or bool(act.topics & set(asked.topics)))
        and (not asked.publishers or bool(act.publishers & set(asked.publishers)))
        and (not asked.follow_up or act.follow_up in asked.follow_up)
        and (not asked.place or act.place == asked.place)
        and (not asked.place_country or act.country == asked.place_country)
        and (not asked.first_day or act.day >= asked.first_day)
        and (not asked.last_day or "" < act.day <= asked.last_day)
        and (not words or any(all(word in text for word in words) for text in act.texts))
    )
