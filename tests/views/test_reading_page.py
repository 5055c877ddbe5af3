from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from commands import GOOD, run
from readings_by_hand import HOSTILE, TEXT, hostile_reading, reading_of

from dragoman.model.reading import Reading
from dragoman.views.reading_page import ReadingPage

VOID = {"meta", "link", "input", "br", "use", "path", "circle"}


class Page(HTMLParser):
    """What a browser would see: elements, their attributes, the text of those with class `evidenced`."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.evidenced = ""
        self.depth: int | None = None
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if "evidenced" in (dict(attrs).get("class") or ""):
            self.depth = len(self.open)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        if tag in VOID:
            return
        assert self.open.pop() == tag
        if self.depth == len(self.open):
            self.depth = None

    def handle_data(self, data: str) -> None:
        if self.depth is not None:
            self.evidenced += data


def page_of(*readings: Reading, labels: str = "en") -> str:
    page = ReadingPage(labels)
    return page.head("title") + "".join(map(page.article, readings)) + page.tail()


@pytest.mark.parametrize("labels", ["en", "fr"])
def test_the_text_stands_in_the_page_as_it_came(labels: str) -> None:
    assert Page(page_of(reading_of(), labels=labels)).evidenced == TEXT


def test_every_fact_leads_to_its_words_and_back() -> None:
    page = Page(page_of(reading_of(), reading_of()))
    ids = [attrs["id"] for _, attrs in page.elements if attrs.get("id")]
    assert len(ids) == len(set(ids))
    links = [attrs for tag, attrs in page.elements if tag == "a" and "evidence" in (attrs.get("class") or "")]
    assert len(links) > 20
    assert all(attrs["href"] == f"#{attrs['data-m']}" and attrs["data-m"] in ids for attrs in links)
    marked = {ident for tag, attrs in page.elements if tag == "mark" for ident in (attrs["data-m"] or "").split()}
    assert marked == {attrs["data-m"] for attrs in links}


def test_hostile_words_stay_words() -> None:
    html = page_of(hostile_reading())
    page = Page(html)
    assert [tag for tag, _ in page.elements].count("script") == 1
    assert {tag for tag, _ in page.elements}.isdisjoint({"img", "b", "iframe"})
    assert not any(name.startswith("on") or name == "style" for _, attrs in page.elements for name in attrs)
    assert not any((attrs.get("href") or "#").startswith("javascript") for _, attrs in page.elements)
    assert not re.search('(?<!">)\u202e', html)
    assert page.evidenced == (HOSTILE * 3).replace("\x00", "\ufffd")


def test_the_page_needs_nothing_else_and_allows_only_its_own() -> None:
    html = page_of(reading_of(uri="https://example.org/a"))
    page = Page(html)
    assert not any("src" in attrs or tag == "link" for tag, attrs in page.elements)
    assert [attrs["href"] for tag, attrs in page.elements if tag == "a" and (attrs.get("href") or "#")[0] != "#"] == [
        "https://example.org/a"
    ]
    assert "url(" not in html and "@import" not in html
    (policy,) = [attrs["content"] or "" for tag, attrs in page.elements if tag == "meta" and attrs.get("http-equiv")]
    for kind, tag in (("script", "script"), ("style", "style")):
        (body,) = re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL)
        assert f"{kind}-src 'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'" in policy
    assert "default-src 'none'" in policy


def test_the_command_writes_one_page(capfd: pytest.CaptureFixture[str]) -> None:
    done = run(capfd, "read", "-", "--format", "html", "--labels", "fr", stdin=GOOD.encode())
    assert done.status == 0, done.err
    page = Page(done.out)
    assert page.evidenced == GOOD
    assert [tag for tag, _ in page.elements].count("article") == 1
    assert ("html", {"lang": "fr", "data-theme": "auto"}) in page.elements
