"""The whole way, from sources to readings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dragoman.errors import FrameError
from dragoman.flow import read, read_sources
from dragoman.intake.failure import IntakeFailure

GOOD = "Le président du Mali a reçu mardi à Bamako l'ambassadeur du Japon."


def test_failures_come_in_their_place(tmp_path: Path) -> None:
    lines = [json.dumps({"text": GOOD, "uri": "a"}), "no json", json.dumps({"text": GOOD, "uri": "b"})]
    (tmp_path / "x.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "y.txt").write_bytes(b"")
    (tmp_path / "z.txt").write_text(GOOD, encoding="utf-8")
    found = list(read_sources([str(tmp_path)]))
    assert [type(f).__name__ for f in found] == ["Reading", "IntakeFailure", "Reading", "IntakeFailure", "Reading"]
    assert all(f.acts for f in found if not isinstance(f, IntakeFailure))


def test_what_is_known_of_a_text_is_kept() -> None:
    reading = read(GOOD, published="2024-05-16", publisher="APS", title="Audience", uri="https://example.org/1")
    document = reading.document
    assert (document.published, document.publisher, document.title, document.uri) == (
        "2024-05-16",
        "APS",
        "Audience",
        "https://example.org/1",
    )
    assert document.text == GOOD


def test_wrong_frames_are_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.yaml"
    path.write_text("acts: [{id: x, act: nothing, roles: {}}]", encoding="utf-8")
    with pytest.raises(FrameError, match=r"mine\.yaml"):
        list(read_sources([], frames=(str(path),)))
