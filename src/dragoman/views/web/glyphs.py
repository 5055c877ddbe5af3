"""Which small sign stands for an act's type: one for a family of types, from `static/glyphs.svg`."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml


@cache
def _families() -> dict[str, str]:
    table = yaml.safe_load((files("dragoman.views.web") / "glyphs.yaml").read_text(encoding="utf-8"))
    return {act: family for family, acts in table.items() for act in acts}


def glyph(act_type: str) -> str:
    """The id, in `static/glyphs.svg`, of the sign for an act of that type."""
    return _families().get(act_type, "other")
