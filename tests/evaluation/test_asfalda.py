from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from dragoman.errors import MeasureError
from dragoman.evaluation.asfalda import measure

GOLD = Path(os.environ.get("DRAGOMAN_GOLD", "gold"), "frames-asfalda-sequoia-fr.jsonl")
"""The folder of public gold data is told by DRAGOMAN_GOLD; the data is no part of this repository."""


def frame(text: str, cue: str, speaker: str | None) -> dict[str, Any]:
    def at(words: str) -> dict[str, Any]:
        return {"start": text.index(words), "end": text.index(words) + len(words), "text": words}

    roles = [{"role": "Speaker", **at(speaker)}] if speaker else [{"role": "Speaker", "null": "DNI"}]
    return {"text": text, "target": [at(cue)], "roles": roles}


FRAMES = [
    frame("Le maire a déclaré que la route serait ouverte lundi.", "déclaré", "Le maire"),
    frame("La route sera ouverte lundi, selon une promesse faite par le préfet.", "promesse", "le préfet"),
    frame("La fermeture a été annoncée par la directrice.", "annoncée", "la directrice"),
    frame("Le conseil a renouvelé sa demande de crédits.", "demande", "Le conseil"),
    frame("La mesure avait été annoncée.", "annoncée", None),
    frame("Le garde dormait quand le maire a déclaré la fête ouverte.", "déclaré", "Le garde"),
]


def test_verb_and_noun_cues_are_counted_apart(tmp_path: Path) -> None:
    path = tmp_path / "frames.jsonl"
    path.write_text("".join(json.dumps(f) + "\n" for f in FRAMES), encoding="utf-8")
    found = measure(path)
    assert (found["verb"]["cues"], found["noun"]["cues"]) == (3, 2)
    assert found["verb"]["right"] == 2
    assert found["verb"]["accuracy"] == 0.6667


def test_a_file_of_another_kind(tmp_path: Path) -> None:
    path = tmp_path / "other.jsonl"
    with pytest.raises(MeasureError, match="cannot be read"):
        measure(path)
    path.write_text(json.dumps(FRAMES[4]) + "\n")
    with pytest.raises(MeasureError, match="no cue with a speaker"):
        measure(path)


@pytest.mark.skipif(not GOLD.exists(), reason="the gold file is not there")
def test_speakers_of_asfalda() -> None:
    found = measure(GOLD)
    assert found["verb"]["accuracy"] > 0.757
    assert found["noun"]["accuracy"] > 0.26
