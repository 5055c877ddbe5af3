"""Who speaks in each quotation of short texts, as `quotations.csv` tells: its `speakers` are told apart by spaces, those of one quotation
and those of the next by a bar; a paragraph mark parts paragraphs."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from dragoman.flow import read

with Path(__file__).with_name("quotations.csv").open(encoding="utf-8", newline="") as table:
    ROWS = list(csv.DictReader(table))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["text"][:60])
def test_the_speakers_of_quotations(row: dict[str, str]) -> None:
    reading = read(row["text"].replace(" ¶ ", "\n\n"), published="2022-03-03", language="fr")
    said = [" ".join(s.speakers) for s in reading.statements if s.mode != "indirect"]
    assert said == [s.strip() for s in row["speakers"].split("|")]
