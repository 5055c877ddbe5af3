"""Do a file's frames tell what their examples say? Each example is read, by the package's frames with those of the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.grammar.frames import ActFrame, AdjunctFrame, Example, ModalFrame, ReportingFrame, read_frames
from dragoman.model.act import Act
from dragoman.reading.reader import Reader, make_document

AnyFrame = ActFrame | ModalFrame | ReportingFrame | AdjunctFrame

PUBLISHED = "2024-05-16"
"""The day as of which examples are read: a Thursday."""


@dataclass(frozen=True, slots=True)
class UntrueExample:
    """An example that does not come out: the frame's id, the example, and what was read instead, in its notation."""

    frame: str
    example: Example
    read: tuple[str, ...]

    def __str__(self) -> str:
        told = "; ".join(self.read) or "nothing"
        return f"{self.frame}: {self.example.text}\n  wanted {self.example.tells}\n  read   {told}"


def untrue_examples(path: str | Path, language: str = "fr") -> Iterator[UntrueExample]:
    """The examples of a frame file that do not come out as they say; raises `FrameError` where the file is wrong."""
    part = read_frames(Path(path))
    reader = Reader(language=language, frames=(str(path),))
    frames: tuple[AnyFrame, ...] = (*part.acts, *part.modals, *part.reports, *part.adjuncts)
    for frame in frames:
        for example in frame.examples:
            acts = reader.read(make_document(example.text, published=PUBLISHED, language=language)).acts
            if not _holds(example.tells, acts):
                yield UntrueExample(frame.id, example, tuple(map(notation, acts)))


def notation(act: Act) -> str:
    """An act as examples tell it: `type/form status role=key ...`."""
    kind = f"{act.type}/{act.form}" if act.form else act.type
    return " ".join([kind, act.status, *(f"{p.role}={p.actor.removeprefix('per:')}" for p in act.participants)])


def _holds(tells: str, acts: tuple[Act, ...]) -> bool:
    """Whether one of the acts is what an example tells; what it leaves out may be anything, `nothing` is no act at all."""
    if tells == "nothing":
        return not acts
    kind, status, *parts = tells.split()
    for act in acts:
        read_kind, read_status, *read_parts = notation(act).split()
        if kind in (read_kind, act.type) and status == read_status and set(parts) <= set(read_parts):
            return True
    return False
