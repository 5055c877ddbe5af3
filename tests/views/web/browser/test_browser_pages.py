"""Each page by itself: it loads in peace, fits a phone, is fit for all, prints, and says what harmful documents hold as text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

from fitness import AXE, PHONE, violations, wider
from hostile_documents import CLOSING, hostile_documents
from room_pages import told
from watched_page import Watched

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

LOOKED_AT = ("home", "search", "pair", "act", "document", "promises", "review")
"""The pages that axe-core looks at here; the campaign has it look at all of them, in both languages, by day and by night."""
FIRST_READING = 60_000
"""Milliseconds: the reader may have to be loaded for it."""


def test_axe_is_the_file_that_the_manifest_tells() -> None:
    for entry in json.loads((AXE / "manifest.json").read_text(encoding="utf-8")):
        assert hashlib.sha256((AXE / entry["file"]).read_bytes()).hexdigest() == entry["sha256"], entry["file"]


def test_every_page_loads_without_an_error_and_is_fit_for_all(watched: Watched, pages: dict[str, str]) -> None:
    bad = {}
    for name, path in pages.items():
        answer = watched.page.goto(path, wait_until="load")
        assert answer is not None and answer.status == 200, name
        if name in LOOKED_AT and (found := violations(watched.page)):
            bad[name] = found
    assert bad == {}


def test_no_page_scrolls_sideways_on_a_phone(context_of: Callable[..., BrowserContext], pages: dict[str, str]) -> None:
    page = context_of(viewport=PHONE, is_mobile=True, has_touch=True).new_page()
    wide = {}
    for name, path in pages.items():
        page.goto(path)
        wide[name] = wider(page)
    assert {name: by for name, by in wide.items() if by > 0} == {}


def test_the_dark_is_dark_as_the_machine_says_or_as_chosen(context_of: Callable[..., BrowserContext]) -> None:
    shade = "getComputedStyle(document.documentElement).backgroundColor.match(/\\d+/g).slice(0, 3).map(Number)"
    page = context_of(color_scheme="dark").new_page()
    page.goto("/")
    assert max(page.evaluate(shade)) < 80
    page.goto("/preferences?theme=light&back=/")
    assert min(page.evaluate(shade)) > 200
    page.goto("/preferences?theme=dark&back=/")
    assert max(page.evaluate(shade)) < 80


def test_pages_print_to_pdf_without_their_navigation(page: Page, pages: dict[str, str]) -> None:
    for name in ("home", "act", "document", "promises", "pair", "brief"):
        page.goto(pages[name])
        page.emulate_media(media="print")
        assert not page.locator("header.top nav").is_visible(), name
        assert page.pdf(format="A4").startswith(b"%PDF-"), name
        page.emulate_media(media="screen")


def test_harmful_documents_are_shown_as_text(watched: Watched, served: str) -> None:
    page = watched.page
    acts = told(served, "/api/v1/acts?country=CPV&limit=200")["acts"]
    paths = [f"/document/{quote(document.id, safe='')}" for document in hostile_documents()]
    paths += [f"/act/{quote(act['ident'], safe='')}" for act in acts]
    paths += ["/", "/search?country=CPV", "/search/documents?text=ambassade", "/review", "/promises?country=CPV", "/country/CPV"]
    for path in paths:
        answer = page.goto(path)
        assert answer is not None and answer.status == 200, path
        assert page.evaluate("window.harmed") is None, path
        assert page.locator("img[onerror]").count() == 0, path
        assert page.locator('a[href^="javascript:" i]').count() == 0, path
        assert wider(page) <= 0, path
    page.goto(paths[0])
    assert CLOSING in page.locator("main").inner_text()


def test_a_harmful_text_pasted_is_read_as_text(page: Page) -> None:
    page.goto("/read")
    page.locator("main textarea").first.fill(next(hostile_documents()).text)
    page.locator('main button[value="read"]').click(timeout=FIRST_READING)
    page.locator("main mark, main [data-m]").first.wait_for()
    assert page.evaluate("window.harmed") is None
    assert CLOSING in page.locator("main").inner_text()
