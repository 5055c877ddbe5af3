"""Every example of every frame comes out as it says."""

from __future__ import annotations

import pytest

from dragoman.flow import read
from dragoman.grammar.frames import ActFrame, Example, ModalFrame, ReportingFrame, load_frames
from dragoman.model.reading import Reading

FRAMES = load_frames("fr")
CASES = [
    pytest.param(frame, example, id=f"{frame.id}-{number}")
    for frame in (*FRAMES.acts, *FRAMES.modals, *FRAMES.reports)
    for number, example in enumerate(frame.examples)
]


def told(reading: Reading) -> list[tuple[str, str | None, str, set[str]]]:
    """Of each act: its type, form, status and participants as `role=key`, where a key is an id without its kind."""
    return [(a.type, a.form, a.status, {f"{p.role}={p.actor.removeprefix('per:')}" for p in a.participants}) for a in reading.acts]


def wanted(tells: str) -> tuple[str, str | None, str, set[str]]:
    """`type/form status role=key ...`, taken apart."""
    head, status, *parts = tells.split()
    kind, _, form = head.partition("/")
    return kind, form or None, status, set(parts)


@pytest.mark.parametrize(("frame", "example"), CASES)
def test_example(frame: ActFrame | ModalFrame | ReportingFrame, example: Example) -> None:
    acts = told(read(example.text, published="2024-05-16"))
    if example.tells == "nothing":
        assert not acts
        return
    kind, form, status, parts = wanted(example.tells)
    assert any(a[0] == kind and (form is None or a[1] == form) and a[2] == status and parts <= a[3] for a in acts), (
        f"{example.text}\n  wanted {example.tells}\n  read   {acts}"
    )


def test_every_frame_has_an_example() -> None:
    without = [f.id for f in (*FRAMES.acts, *FRAMES.modals, *FRAMES.reports) if not f.examples]
    assert not without


def test_frame_ids_are_unique() -> None:
    ids = [f.id for f in (*FRAMES.acts, *FRAMES.modals, *FRAMES.reports)]
    assert len(ids) == len(set(ids))
