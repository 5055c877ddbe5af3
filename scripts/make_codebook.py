"""Write docs/codebook.md from src/dragoman/tables/codebook.yaml, the vocabularies and the table of codes."""

from __future__ import annotations

from pathlib import Path

from dragoman.views.codebook_page import codebook_page

PAGE = Path(__file__).parents[1] / "docs/codebook.md"

if __name__ == "__main__":
    PAGE.write_text(codebook_page(), encoding="utf-8")
