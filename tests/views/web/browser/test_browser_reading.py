"""A document and its facts lead to each other; the map goes through time; pages that stand alone need nothing else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hostile_documents import CLOSING, hostile_documents
from room_pages import told
from watched_page import Watched

from dragoman.reading.reader import Reader
from dragoman.views.reading_page import ReadingPage

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page


def test_words_and_facts_lead_to_each_other(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["document"])
    mark = page.locator(".evidenced .m.l-act").first
    mark.hover()
    assert page.locator(".evidenced .m.lit").count() > 0
    mark.click()
    assert page.locator(".fact.pinned, .fact.here").count() == 1
    page.keyboard.press("Escape")
    page.locator(".facts-side .evidence").first.hover()
    assert page.locator(".evidenced .m.lit").count() > 0
    page.mouse.move(0, 0)
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.locator(".fact.here").count() == 1
    assert page.locator(".evidenced .m.lit").count() > 0


def test_a_layer_is_taken_out_of_the_text(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["document"])
    box = page.locator("[data-layers] input").first
    plain = "getComputedStyle(document.querySelector('.evidenced .m.l-act')).textDecorationLine"
    assert page.evaluate(plain) == "underline"
    box.uncheck()
    assert page.evaluate(plain) == "none"


def test_the_map_goes_through_time(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["map"])
    page.locator(".leaflet-interactive").first.wait_for()
    everywhere = page.locator("#place-list li").count()
    slider = page.locator("[data-slider]")
    slider.focus()
    slider.press("ArrowRight")
    page.wait_for_url(re.compile(r"since=(\d{4}(-\d\d)?)&.*until=\1"))
    page.wait_for_function(f"document.querySelectorAll('#place-list li').length < {everywhere}")
    assert page.locator("#slider-at").inner_text() in page.url


def test_an_edge_of_the_network_leads_to_its_acts(page: Page, pages: dict[str, str], served: str) -> None:
    page.goto(pages["network"])
    page.locator("#graph canvas").first.wait_for()
    tie = told(served, "/api/v1/acts/network")["edges"][0]
    page.locator("[data-edge] a").first.click()
    page.wait_for_url(re.compile("/search"))
    assert str(tie["acts"]) in page.locator("#found [role=status] strong").inner_text()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_reading_as_one_page_needs_nothing_else(
    context_of: Callable[..., BrowserContext], reader: Reader, tmp_path: Path, scheme: str
) -> None:
    document = next(hostile_documents())
    made = ReadingPage("fr")
    file = tmp_path / "alone.html"
    file.write_text(made.head("x") + made.article(reader.read(document)) + made.tail(), encoding="utf-8")
    watched = Watched(context_of(color_scheme=scheme).new_page())
    asked: list[str] = []
    watched.page.on("request", lambda request: asked.append(request.url))
    watched.page.goto(file.as_uri())
    assert CLOSING in watched.page.locator("main").inner_text()
    watched.page.locator(".evidenced .m.l-act").first.click()
    assert watched.page.locator(".fact.pinned, .fact.here").count() == 1
    assert (asked, watched.errors) == ([file.as_uri()], [])
    assert watched.page.evaluate("window.harmed") is None


def test_a_brief_as_one_file_needs_nothing_else(page: Page, pages: dict[str, str], tmp_path: Path) -> None:
    page.goto(pages["brief"])
    with page.expect_download() as download:
        page.locator("a[download]").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(file.as_uri())
    assert page.locator(".brief li").count() > 5
    assert [address for address in asked if address != file.as_uri()] == []
