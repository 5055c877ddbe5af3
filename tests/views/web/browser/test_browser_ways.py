"""Ways through the room: review by keys, searching and going back, the keyboard alone, from home to a printed brief."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from room_pages import told

if TYPE_CHECKING:
    from playwright.sync_api import Page


def test_a_question_is_answered_and_taken_back_by_keys(page: Page, served: str) -> None:
    page.goto("/review")
    asked = page.locator("article.question").inner_text()
    before = len(told(served, "/api/v1/decisions"))
    page.keyboard.press("a")
    page.wait_for_url(re.compile("done="))
    assert page.locator("article.question").inner_text() != asked
    assert len(told(served, "/api/v1/decisions")) == before + 1
    with page.expect_navigation():
        page.keyboard.press("z")
    assert page.locator("article.question").inner_text() == asked
    assert len(told(served, "/api/v1/decisions")) == before + 2


def test_every_choice_of_the_review_page_leads_to_questions(page: Page) -> None:
    page.goto("/review")
    for path in page.locator('main a[href^="/review"]').evaluate_all("links => links.map((link) => link.getAttribute('href'))"):
        answer = page.goto(path)
        assert answer is not None and answer.status == 200, path


def test_facets_narrow_and_the_back_button_widens(page: Page) -> None:
    page.goto("/search")
    count = page.locator("#found [role=status] strong")
    whole, start = count.inner_text(), page.url
    page.locator(".facet a").first.click()
    page.wait_for_url(re.compile(r"\?"))
    page.locator("ul.chosen").wait_for()
    narrow = count.inner_text()
    assert page.locator("ul.chosen li").count() == 1
    page.go_back()
    page.wait_for_url(start)
    page.locator("ul.chosen").wait_for(state="detached")
    assert count.inner_text() == whole
    page.go_forward()
    page.locator("ul.chosen").wait_for()
    assert count.inner_text() == narrow


def test_the_room_is_walked_by_keyboard_alone(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("?")
    assert page.locator("dialog#keys").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "find"
    page.keyboard.type("ministre")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("text=ministre"))
    page.locator("body").evaluate("document.activeElement.blur()")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    assert page.locator(".here").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/act/"))
    page.keyboard.press("g")
    page.keyboard.press("h")
    page.wait_for_url(re.compile(r":\d+/$"))


def test_every_control_of_the_home_page_shows_that_it_has_the_focus(page: Page) -> None:
    page.goto("/")
    seen = set()
    for _ in range(40):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(() => {const e = document.activeElement, s = getComputedStyle(e);"
            " return [e.outerHTML.slice(0, 90), s.outlineStyle !== 'none' || s.boxShadow !== 'none']})()"
        )
        seen.add(tuple(style))
    assert [html for html, shown in seen if not shown and not html.startswith("<body")] == []


def test_from_home_to_the_printed_brief_of_a_pair_in_four_clicks(page: Page, pages: dict[str, str]) -> None:
    if "brief" not in pages:
        pytest.skip("this room has no briefs")
    page.goto("/")
    page.locator('main a[href^="/pair/"]').first.click()
    page.wait_for_url(re.compile("/pair/"))
    page.locator('a[href*="brief"]').first.click()
    page.wait_for_url(re.compile("brief"))
    assert page.pdf(format="A4").startswith(b"%PDF-")
