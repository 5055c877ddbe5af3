from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from canned import BASE, HOSTILE, client_of
from starlette.testclient import TestClient
from test_reading_page import Page

from dragoman.reading.reader import Reader
from dragoman.record.record import Record
from dragoman.views.example_documents import record_documents
from dragoman.views.web.application import make_application


@pytest.fixture(scope="module")
def example(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The room on the documents of the example record that tell of one pair."""
    where: Path = tmp_path_factory.mktemp("room") / "example.record"
    told = [document for document in record_documents() if "Azerba" in document.text]
    with Record.open(where) as record:
        record.file(reader.pipe(told))
    with TestClient(make_application(where), base_url=BASE, follow_redirects=False, headers={"accept-language": "en"}) as client:
        yield client


def links(html: str) -> list[str]:
    return [attrs["href"] or "" for tag, attrs in Page(html).elements if tag == "a" and attrs.get("href")]


def test_from_home_to_a_printed_brief(example: TestClient) -> None:
    dossier = next(link for link in links(example.get("/").text) if link == "/pair/AZE/DZA")
    brief = next(link for link in links(example.get(dossier).text) if link.endswith("/brief"))
    page = example.get(brief).text
    assert "data-print" in page and brief + ".html" in " ".join(links(page))
    lines = re.findall(r"<li>.*?</li>", re.search(r'<article class="brief">.*?<section class="sources">', page, re.S).group(), re.S)  # type: ignore[union-attr]
    assert len(lines) > 8
    assert all('class="words" href="/document/' in line and re.search(r'href="#source-\d+"', line) for line in lines)


def test_every_line_of_a_dossier_leads_to_its_words(example: TestClient) -> None:
    page = example.get("/pair/AZE/DZA").text
    rows = re.findall(r"<li data-step>.*?</li>", page, re.S)
    told = [row for row in rows if "data-point" not in row]
    assert len(told) > 20
    assert all('class="words" href="/document/' in row for row in told)
    for link in [link for link in links(page) if link.startswith("/document/")][:10]:
        assert 'id="at"' in example.get(link).text


def test_every_link_of_a_dossier_leads_somewhere(example: TestClient) -> None:
    for start in ("/pair/AZE/DZA", "/country/DZA", "/map", "/network", "/network?of=person"):
        for link in sorted(set(links(example.get(start).text))):
            if link.startswith("/") and not link.startswith(("/preferences", "/static")):
                assert example.get(link).status_code in (200, 303), (start, link)


def test_the_download_needs_nothing_else(example: TestClient) -> None:
    answer = example.get("/pair/AZE/DZA/brief.html")
    assert answer.headers["content-disposition"] == 'attachment; filename="dragoman-AZE-DZA.html"'
    page = Page(answer.text)
    assert not [tag for tag, _ in page.elements if tag in ("script", "link", "img", "iframe")]
    inside = [link for link in links(answer.text) if not link.startswith(("http://", "https://"))]
    ids = {attrs.get("id") for _, attrs in page.elements}
    assert inside and all(link.startswith("#") and link[1:] in ids for link in inside)


def test_the_timeline_zooms_by_its_address(example: TestClient) -> None:
    page = example.get("/pair/AZE/DZA").text
    drawn = re.search(r'<svg class="timeline".*?</svg>', page, re.S)
    assert drawn and "<title" in drawn.group() and "<desc" in drawn.group()
    mark = next(link for link in links(drawn.group()) if "since=" in link)
    zoomed = example.get(mark.replace("&amp;", "&"))
    assert zoomed.status_code == 200 and "All time" in zoomed.text and "Acts chosen" in zoomed.text
    only = example.get("/pair/AZE/DZA?type=visit").text
    lanes = re.findall(r'<line class="lane"', only)
    assert len(lanes) == 1 and 'aria-current="true"' in only


def test_the_list_beside_the_map_and_the_network_tells_all(example: TestClient) -> None:
    world = Page(example.get("/map").text).elements
    places = [attrs for _, attrs in world if "data-point" in attrs]
    told = example.get("/api/v1/acts/places?type=meeting&type=visit&type=conference&type=mission").json()["places"]
    assert len(places) == len(told) and any("data-latitude" in attrs for attrs in places)
    edges = [attrs for _, attrs in Page(example.get("/network").text).elements if "data-edge" in attrs]
    nodes = {attrs["data-ident"] for _, attrs in Page(example.get("/network").text).elements if "data-node" in attrs}
    assert edges and all({edge["data-a"], edge["data-b"]} <= nodes for edge in edges)


def test_a_person_with_offices_and_words(example: TestClient) -> None:
    found = example.get("/api/v1/acts/facets?pair=AZE,DZA").json()["facets"]
    persons = [value["value"] for facet in found if facet["name"] == "person" for value in facet["values"]]
    page = example.get(f"/person/{persons[0]}").text
    assert example.get(f"/api/v1/person/{persons[0]}").json()["tenures"]
    offices = page[page.index('id="offices"') : page.index('id="partners"')]
    assert "<li data-step>" in offices and 'class="words"' in offices


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/country/XQX", 404),
        ("/country/org:UN", 404),
        ("/person/%3Cscript%3E", 404),
        ("/organisation/inst:nobody@XXX", 404),
        ("/pair/DZA/DZA", 422),
        ("/pair/DZA/AZE?since=never", 422),
        ("/pair/DZA/AZE?cursor=made-up", 400),
        ("/pair/DZA/AZE/brief?as_of=x", 422),
        ("/planet/DZA/brief", 422),
        ("/network?of=planet", 422),
        ("/network?most=0", 422),
        ("/map?since=0000", 422),
    ],
)
def test_what_cannot_be_meant_is_refused(example: TestClient, path: str, status: int) -> None:
    assert example.get(path).status_code == status


def test_hostile_words_in_a_download_are_text() -> None:
    page = client_of().get("/pair/DZA/AZE/brief.html").text
    assert "<script" not in page and "<img" not in page and 'href="javascript:' not in page and HOSTILE not in page
