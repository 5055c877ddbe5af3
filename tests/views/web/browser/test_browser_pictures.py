"""The pictures of the documentation: taken from the example record, small, and those that the pages show."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[4]
DOCS = ROOT / "docs"
SCRIPT = ROOT / "scripts" / "make_room_pictures.py"
LARGEST = 150_000


def shown() -> set[str]:
    """The pictures of the room that the README and its page show."""
    told = (ROOT / "README.md").read_text(encoding="utf-8") + (DOCS / "reading-room.md").read_text(encoding="utf-8")
    return set(re.findall(r"\((?:docs/)?(room-\w+\.png)\)", told))


def test_every_picture_that_is_shown_is_there_and_small() -> None:
    assert shown() == {file.name for file in DOCS.glob("room-*.png")}
    assert all((DOCS / name).stat().st_size < LARGEST for name in shown())


@pytest.mark.campaign
def test_the_pictures_can_be_taken_again(browser: Browser, tmp_path: Path) -> None:
    pytest.importorskip("PIL", reason="no Pillow: python -m pip install --group pictures")
    subprocess.run([sys.executable, str(SCRIPT), str(tmp_path)], check=True, cwd=ROOT, timeout=300)
    assert {file.name for file in tmp_path.iterdir()} == shown()
