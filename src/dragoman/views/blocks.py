"""Pages that are partly generated: between two marks stands what a script writes, around them what people write."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from dragoman.errors import DataError

_BLOCK = re.compile(r"(<!-- generated: (?P<name>[\w-]+) -->\n).*?(<!-- end -->)", re.DOTALL)


def filled(page: str, blocks: Mapping[str, str]) -> str:
    """The page with each block's text between its marks, `<!-- generated: NAME -->` and `<!-- end -->`; the rest is left as it is.

    Raises `DataError` where the page has a mark for a block that is not there, or no mark for one that is.
    """
    names = {m["name"] for m in _BLOCK.finditer(page)}
    if names != set(blocks):
        raise DataError(f"the page's generated blocks are {sorted(names)}, what was generated is {sorted(blocks)}: make the two alike")
    return _BLOCK.sub(lambda m: f"{m[1]}{blocks[m['name']].rstrip()}\n{m[3]}", page)


def table(heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, numbers: bool = True) -> str:
    """A Markdown table; the columns behind the first are set to the right where they hold numbers."""
    rule = ("---", *("---:" if numbers else "---" for _ in heads[1:]))
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in (heads, rule, *rows))
