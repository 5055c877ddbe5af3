from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

STATIC = Path(str(files("dragoman.views.web"))) / "static"
TOKENS = (STATIC / "tokens.css").read_text(encoding="utf-8")
GROUNDS = ("paper", "sheet", "sunk")
MARKS = tuple(sorted(set(re.findall(r"--(mark-[a-z]+)", TOKENS))))
WORDS = [(ink, ground) for ink in ("ink", "soft", "accent") for ground in GROUNDS]
WORDS += [(name, f"{name}-sunk") for name in ("accent", "good", "warn", "bad")]
WORDS += [("ink", mark) for mark in MARKS] + [("accent-ink", "accent"), ("ink", "accent-sunk"), ("soft", "accent-sunk")]
EDGES = [("line", ground) for ground in GROUNDS] + [(name, "sheet") for name in ("good", "bad")]


def themes() -> dict[str, dict[str, str]]:
    light, auto_dark, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", block)) for block in re.findall(r"\{([^{}]+)\}", TOKENS))
    assert auto_dark == dark
    assert set(dark) == set(light)
    return {"light": light, "dark": dark}


def luminance(colour: str) -> float:
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(a: str, b: str) -> float:
    low, high = sorted((luminance(a), luminance(b)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_words_and_edges_stand_out_as_wcag_aa_asks(theme: str) -> None:
    colours = themes()[theme]
    weak = [(a, b, round(contrast(colours[a], colours[b]), 2)) for a, b in WORDS if contrast(colours[a], colours[b]) < 4.5]
    faint = [(a, b, round(contrast(colours[a], colours[b]), 2)) for a, b in EDGES if contrast(colours[a], colours[b]) < 3]
    assert (weak, faint) == ([], [])


def test_sheets_use_the_tokens_only() -> None:
    for sheet in STATIC.glob("*.css"):
        if sheet.name not in ("tokens.css", "print.css"):
            assert not re.search(r"#[0-9a-fA-F]{3,8}\b(?![^{]*\{)", sheet.read_text(encoding="utf-8")), sheet.name


def test_every_symbol_that_acts_use_is_drawn() -> None:
    from dragoman.model.vocabulary import ACT_TYPES
    from dragoman.views.web.glyphs import glyph

    drawn = set(re.findall(r'<symbol id="([a-z]+)"', (STATIC / "glyphs.svg").read_text(encoding="utf-8")))
    assert {glyph(act) for act in ACT_TYPES} == drawn - {"other"}


def test_paper_has_a_colour_of_its_own_for_all_that_the_dark_has() -> None:
    printed = (STATIC / "print.css").read_text(encoding="utf-8")
    assert set(re.findall(r"--([a-z-]+):", printed)) == set(themes()["dark"])
