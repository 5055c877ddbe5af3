"""The row of YAML that a frame is, as it stands in its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import yaml


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A frame's id, the file it is in, the line where it begins (1 for the first), and its YAML as written there."""

    id: str
    file: str
    line: int
    text: str


def frame_row(frame: str, more: Sequence[str] = (), language: str = "fr") -> FrameRow | None:
    """The row of a frame of the package, or of the files in `more`; None where no file has it."""
    folder = files("dragoman").joinpath(f"frames/{language}")
    own = [(f"frames/{language}/{e.name}", e.read_text("utf-8")) for e in sorted(folder.iterdir(), key=lambda e: e.name)]
    theirs = [(path, Path(path).read_text("utf-8")) for path in more]
    return next(
        (row for name, text in (*own, *theirs) if name.endswith((".yaml", ".yml")) for row in _rows(name, text) if row.id == frame), None
    )


def _rows(name: str, text: str) -> Iterator[FrameRow]:
    """Every mapping of the file's lists that has an id."""
    root = yaml.compose(text, Loader=yaml.CSafeLoader if hasattr(yaml, "CSafeLoader") else yaml.SafeLoader)
    lists = [value for _, value in root.value if isinstance(value, yaml.SequenceNode)] if isinstance(root, yaml.MappingNode) else []
    for node in (item for part in lists for item in part.value if isinstance(item, yaml.MappingNode)):
        names = {key.value: value.value for key, value in node.value}
        if isinstance(names.get("id"), str):
            yield FrameRow(names["id"], name, node.start_mark.line + 1, _source(text, node))


def _source(text: str, node: yaml.MappingNode) -> str:
    """The node's own text, its further lines moved left as far as its first."""
    first, *others = text[node.start_mark.index : node.end_mark.index].rstrip().split("\n")
    return "\n".join([first, *(line[node.start_mark.column :] for line in others)])
