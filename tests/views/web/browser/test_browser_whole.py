"""The whole example record as `dragoman serve` opens it: every page, in both languages, by day and by night, on a desk and on a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from fitness import PHONE, violations, wider
from room_pages import addresses
from watched_page import Watched

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.campaign

LOCALES, SCHEMES = ("en-GB", "fr-FR"), ("light", "dark")
SIZES: dict[str, dict[str, Any]] = {
    "desk": {"viewport": {"width": 1280, "height": 860}},
    "phone": {"viewport": PHONE, "is_mobile": True, "has_touch": True},
}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_is_fit_for_all(browser: Browser, whole: str, locale: str, scheme: Any, size: str) -> None:
    context = browser.new_context(base_url=whole, locale=locale, color_scheme=scheme, **SIZES[size])
    watched = Watched(context.new_page())
    bad: dict[str, object] = {}
    for name, path in addresses(whole).items():
        answer = watched.page.goto(path, wait_until="load")
        assert answer is not None and answer.status == 200, name
        assert watched.page.evaluate("document.documentElement.lang") == locale[:2]
        if found := violations(watched.page):
            bad[name] = found
        if by := wider(watched.page) > 0:
            bad[f"{name} is too wide"] = by
    assert bad == {}
    assert (watched.errors, watched.outside) == ([], [])
    context.close()


@pytest.mark.parametrize("locale", LOCALES)
def test_every_page_prints(browser: Browser, whole: str, locale: str) -> None:
    context = browser.new_context(base_url=whole, locale=locale, color_scheme="dark")
    page = context.new_page()
    for name, path in addresses(whole).items():
        page.goto(path)
        assert page.pdf(format="A4").startswith(b"%PDF-"), name
        page.emulate_media(media="print")
        assert not page.locator("header.top nav").is_visible(), name
        page.emulate_media(media="screen")
    context.close()
