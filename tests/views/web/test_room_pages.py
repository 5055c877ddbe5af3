from __future__ import annotations

import re

import pytest
from canned import HOSTILE, client_of
from starlette.testclient import TestClient

PAGES = (
    "/",
    "/search",
    "/search?text=visite&country=DZA&type=visit",
    "/search/documents?text=visite",
    "/search/documents",
    "/api",
    "/sign-in",
    "/document/sha256:" + "ab" * 32,
    "/act/abababababababab.a1",
    "/promises",
    "/promises?state=fulfilled&country=DZA&as_of=2022-09",
    "/review",
    "/review?kind=person",
    "/review?kind=follow_up&state=unsure",
    "/review?kind=weak",
    "/review?kind=unanchored&done=d-0123",
    "/review?question=q-act",
    "/review/agreement",
    "/read",
    "/pair/DZA/AZE",
    "/pair/DZA/AZE?type=visit&since=2022-08&until=2022-09",
    "/pair/DZA/AZE/brief",
    "/country/DZA",
    "/country/dza/brief",
    "/organisation/org:UN",
    "/person/per:belkacem@DZA",
    "/person/per:belkacem@DZA/brief",
    "/map",
    "/map?since=2022-09&until=2022-09",
    "/network",
    "/network?of=person&country=DZA",
)


@pytest.fixture
def client() -> TestClient:
    return client_of()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_page_answers_in_both_languages(client: TestClient, path: str, language: str) -> None:
    page = client.get(path, headers={"accept-language": language})
    assert page.status_code == 200, page.text
    assert f'<html lang="{language}"' in page.text


@pytest.mark.parametrize("path", PAGES)
def test_hostile_words_are_shown_as_text(client: TestClient, path: str) -> None:
    page = client.get(path)
    assert "<script>alert" not in page.text
    assert "<img" not in page.text
    assert 'href="javascript:' not in page.text
    assert HOSTILE not in page.text


@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_an_inline_script_or_style(client: TestClient, path: str) -> None:
    page = client.get(path).text
    assert all(" src=" in tag for tag in re.findall(r"<script\b[^>]*>", page))
    assert not re.search(r"<style\b|\sstyle=|\son\w+=", page.replace("onerror=alert(1)&gt;", ""))


def test_only_links_within_the_search_are_swapped(client: TestClient) -> None:
    page = client.get("/search?type=visit").text
    found = page[page.index('<div id="found"') :]
    swapped = re.findall(r'<(aside|ul|div|a)\b[^>]*hx-boost="true"[^>]*>(.*?)</\1>', found, re.DOTALL)
    links = [link for _, inside in swapped for link in re.findall(r'href="([^"]+)"', inside)]
    assert links and all(link.startswith("/search") for link in links)
