"""Usages of the register, verb by verb and noun by noun: each row of `usages.csv` comes out as it says.

`tells` are acts as frames' examples tell them (`type/form status role=key ...`), several with semicolons, or `nothing`.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.flow import read
from dragoman.reading.frame_examples import notation

with Path(__file__).with_name("usages.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = [pytest.param(r["sentence"], r["tells"], id=f"{n}-{r['usage']}") for n, r in enumerate(csv.DictReader(lines))]


@pytest.mark.parametrize(("sentence", "tells"), ROWS)
def test_usage(sentence: str, tells: str) -> None:
    acts = read(sentence, published="2024-05-16", language="fr").acts
    if tells == "nothing":
        assert not acts
        return
    told = [notation(a).split() for a in acts]
    for wanted in tells.split(";"):
        kind, status, *parts = wanted.split()
        plain = [(k, s, set(p)) for k, s, *p in told]
        assert any(kind in (k, k.partition("/")[0]) and s == status and set(parts) <= p for k, s, p in plain), f"{wanted}\n{told}"
