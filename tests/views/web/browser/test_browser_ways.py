"""Ways through the room: review by keys, searching and going back, the keyboard alone, from home to a printed brief."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from room_pages import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import BrowserContext, Page


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
    page.wait_for_load_state("load")
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


def test_from_home_to_the_printed_brief_of_a_pair_in_four_clicks(page: Page, served: str) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto("/")
    page.locator('main a[href^="/pair/"]').first.click()
    page.wait_for_url(re.compile("/pair/"))
    page.locator('a[href*="brief"]').first.click()
    page.wait_for_url(re.compile("brief"))
    page.locator("button[data-print]").click()
    assert page.evaluate("window.printed") is True
    assert page.pdf(format="A4").startswith(b"%PDF-")
    lines = page.locator(".brief section:not(.sources) li")
    assert lines.count() > 5
    for line in lines.all():
        words = line.locator("a.words").first
        assert words.inner_text().strip(), line.inner_text()
        document, start, end = re.fullmatch(r"/document/([^?]+)\?at=(\d+)-(\d+)#at", words.get_attribute("href") or "").groups()  # type: ignore[union-attr]
        assert told(served, f"/api/v1/document/{document}/words?start={start}&end={end}")["text"]
    words.click()
    page.wait_for_url(re.compile("/document/"))
    assert page.locator("#at").first.is_visible()


def test_a_value_put_right_is_marked_and_taken_back(page: Page, pages: dict[str, str]) -> None:
    page.goto(pages["act"])
    page.locator("details.correct summary", has_text="topics").click()
    page.locator("details.correct[open] select[name=value]").select_option(["water", "sport"])
    page.locator("details.correct[open] button").click()
    page.locator(".told-by .chip.decided").wait_for()
    assert "sport" in page.locator(".told-by tr", has_text="topics").inner_text()
    page.locator('form[action$="/undo"] button').first.click()
    page.locator(".told-by .chip.decided").wait_for(state="detached")


def test_a_coder_goes_from_act_to_act_and_confirms_them_by_keys(page: Page, served: str) -> None:
    page.goto("/search?country=DZA")
    acts = page.locator('.acts > li a[href^="/act/"]').evaluate_all("links => links.map((link) => link.pathname)")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**" + acts[0])
    with page.expect_navigation():
        page.keyboard.press("a")
    assert told(served, "/api/v1/decisions")[-1]["what"]["kind"] == "right_fact"
    for _ in range(page.locator('form[action$="/undo"] button').count()):
        with page.expect_navigation():
            page.locator('form[action$="/undo"] button').first.click()
    page.keyboard.press("n")
    page.wait_for_url("**" + acts[1])
    assert page.locator("[data-place]").inner_text() == f"2 / {len(acts)}"
    page.keyboard.press("p")
    page.wait_for_url("**" + acts[0])
    page.locator("[data-list]").click()
    page.wait_for_url("**/search?country=DZA")


def test_two_coders_answer_the_same_question_and_are_compared(context_of: Callable[..., BrowserContext], served: str) -> None:
    for name, key in (("Ana", "a"), ("Boris", "r")):
        page = context_of().new_page()
        page.goto("/review")
        page.locator('input[name="name"]').fill(name)
        with page.expect_navigation():
            page.locator('input[name="name"]').press("Enter")
        assert page.locator('input[name="name"]').input_value() == name
        if name == "Boris":
            page.locator('main a[href="/review/second"]').click()
            page.locator("article.question mark").first.wait_for()
        page.locator("body").press(key)
        page.wait_for_url(re.compile("done="))
        assert told(served, "/api/v1/decisions")[-1]["by"] == name
    page.goto("/review/agreement")
    assert page.locator("table tbody tr").count() >= 2
    assert page.locator("main").inner_text().count("Boris") >= 1
    assert page.get_by_role("heading", name="Where they differ").is_visible()


def test_a_text_is_read_and_then_filed_or_not(page: Page, served: str) -> None:
    before = told(served, "/api/v1/coverage")["documents"]
    text = "Le ministre islandais des Affaires étrangères, Jón Arnarson, a reçu mardi à Reykjavik l'ambassadeur du Pérou, Luis Quispe."
    page.goto("/read")
    page.locator("#text").fill(text)
    page.locator('input[name="published"]').fill("2024-05-16")
    page.locator("#text").press("Control+Enter")
    page.locator("[data-reading]").wait_for(timeout=60_000)
    assert "meeting" in page.locator(".facts-side").inner_text()
    assert told(served, "/api/v1/coverage")["documents"] == before
    page.locator('button[value="file"]').click()
    page.wait_for_url(re.compile("/document/.*filed=1"))
    assert told(served, "/api/v1/coverage")["documents"] == before + 1
    page.goto("/")
    assert "Jón Arnarson" in page.locator("main").inner_text()


def test_what_came_in_since_last_time_is_told_on_the_next_visit(page: Page, served: str) -> None:
    page.goto("/")
    assert page.get_by_role("heading", name="New since your last visit").count() == 0
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    seen = cookies["dragoman_seen"]
    page.context.clear_cookies()
    page.context.add_cookies([{"name": seen["name"], "value": str(int(seen["value"]) - 3), "url": served}])
    page.goto("/")
    page.get_by_role("heading", name="New since your last visit").wait_for()
    page.reload()
    page.get_by_role("heading", name="New since your last visit").wait_for()
    page.get_by_role("button", name="All seen").click()
    page.get_by_text("Nothing new since your last visit.").wait_for()
