"""The page of figures, docs/performance.md: each benchmark keeps its part between two marks of its own."""

from __future__ import annotations

from pathlib import Path


def put(page: Path, part: str) -> None:
    """Put a part into the page, in place of the one between the same marks: its first line and its last."""
    begin, end = part.partition("\n")[0], part.rpartition("\n")[2]
    text = page.read_text(encoding="utf-8") if page.exists() else "# Performance\n"
    if begin in text:
        before, _, rest = text.partition(begin)
        text = before + part + rest.partition(end)[2]
    else:
        text = text.rstrip("\n") + "\n\n" + part + "\n"
    page.write_text(text, encoding="utf-8")
