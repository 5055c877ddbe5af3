"""Pairs after `entre` are one coordination, and the verb behind them keeps the noun that they hang on for its subject."""

from __future__ import annotations

import pytest

from dragoman.flow import read


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("La signature d'un accord entre le Maroc et la Belgique est attendue lundi.", {"MAR", "BEL"}),
        (
            "Un accord entre le Bénin et le Niger est prévu en janvier, la signature d'un accord entre le Bénin et le Niger est attendue.",
            {"BEN", "NER"},
        ),
    ],
)
def test_both_sides_of_a_pair_take_part(text: str, sides: set[str]) -> None:
    acts = [a for a in read(text, published="2024-05-16").acts if a.type == "agreement"]
    assert acts
    assert {p.actor for p in acts[0].participants} == sides
