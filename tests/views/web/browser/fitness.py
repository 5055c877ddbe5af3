"""What axe-core (axe/manifest.json) holds against a page, and how far it is wider than its window."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = Path(__file__).parent / "axe"
SERIOUS = ("serious", "critical")
PHONE = {"width": 390, "height": 844}


def violations(page: Page) -> list[str]:
    """The serious ones, each with where it stands first."""
    page.evaluate(_axe())
    found: list[dict[str, Any]] = page.evaluate("async () => (await axe.run({resultTypes: ['violations']})).violations")
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found if one["impact"] in SERIOUS]


def wider(page: Page) -> int:
    """By how many pixels the page scrolls sideways."""
    return int(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))


@cache
def _axe() -> str:
    return (AXE / "axe.min.js").read_text(encoding="utf-8")
