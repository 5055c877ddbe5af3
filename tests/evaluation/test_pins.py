from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.errors import MeasureError
from dragoman.evaluation.pins import Pin, losses, pinned, read_pins, write_pins

PIN = Pin("sha256:a", {"fact_f1": 0.6, "act_f1": 0.7})


def test_floors_go_up() -> None:
    assert pinned("x", PIN, "sha256:a", {"fact_f1": 0.65, "act_f1": 0.71}).figures == {"fact_f1": 0.65, "act_f1": 0.71}


def test_a_floor_is_kept_where_the_figure_is_a_little_lower() -> None:
    assert pinned("x", PIN, "sha256:b", {"fact_f1": 0.598, "act_f1": 0.75}) == Pin("sha256:b", {"fact_f1": 0.6, "act_f1": 0.75})


def test_no_floor_is_lowered_silently() -> None:
    with pytest.raises(MeasureError, match=r"fact_f1 by 1\.0 points"):
        pinned("x", PIN, "sha256:a", {"fact_f1": 0.59, "act_f1": 0.7})


def test_a_floor_is_lowered_for_a_reason() -> None:
    low = pinned("x", PIN, "sha256:b", {"fact_f1": 0.5, "act_f1": 0.8}, lower="the gold was corrected")
    assert low.figures == {"fact_f1": 0.5, "act_f1": 0.8}
    assert [(e.reason, e.before, e.after) for e in low.lowered] == [("the gold was corrected", {"fact_f1": 0.6}, {"fact_f1": 0.5})]
    assert pinned("x", low, "sha256:b", {"fact_f1": 0.6, "act_f1": 0.8}).lowered == low.lowered


def test_losses_are_those_over_half_a_point() -> None:
    assert losses(PIN, {"fact_f1": 0.5951, "act_f1": 0.69}) == {"act_f1": 0.01}


def test_pins_are_written_and_read(tmp_path: Path) -> None:
    path = tmp_path / "pinned.json"
    assert read_pins(path) == {}
    pins = {"b": PIN, "a": pinned("a", PIN, "sha256:c", {"fact_f1": 0.1, "act_f1": 0.1}, lower="why")}
    write_pins(path, pins)
    assert read_pins(path) == pins
    path.write_text("[]")
    with pytest.raises(MeasureError, match="no pinned scores"):
        read_pins(path)
