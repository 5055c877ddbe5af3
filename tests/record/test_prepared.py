"""Prepared questions: the same rows as asked the usual way, whatever the values."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import bindparam, insert, select

from dragoman.record import Record
from dragoman.record.connection import asking, writing
from dragoman.record.prepared import Prepared
from dragoman.record.schema import tie

STRONGEST = Prepared(
    lambda among: (
        select(tie.c.other, tie.c.acts.label("shared"))
        .where(tie.c.ident == bindparam("ident"), among(tie.c.other, "others"))
        .order_by(tie.c.acts.desc(), tie.c.other)
        .limit(bindparam("most"))
    )
)


@pytest.fixture
def record(tmp_path: Path) -> Record:
    """A record in which DZA acts with a thousand others."""
    made = Record.open(tmp_path / "made.record")
    with writing(made.engine) as connection:
        connection.execute(insert(tie), [{"ident": "DZA", "other": f'o"{n}', "acts": n} for n in range(1000)])
    return made


def test_a_prepared_question_is_asked_with_other_values_each_time(record: Record) -> None:
    with asking(record.engine) as connection:
        two = STRONGEST.rows(connection, ident="DZA", others=['o"7', 'o"5', "none"], most=10)
        assert [(row.other, row.shared) for row in two] == [('o"7', 7), ('o"5', 5)]
        assert len(STRONGEST.rows(connection, ident="DZA", others=[f'o"{n}' for n in range(1000)], most=950)) == 950
        assert STRONGEST.rows(connection, ident="DZA", others=[], most=10) == []
        assert STRONGEST.rows(connection, ident="' OR 1", others=['o"7'], most=10) == []
