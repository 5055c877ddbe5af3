from __future__ import annotations

import re
import time
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from dragoman.views.highlight import LAYERS, Mark, highlighted, pieces, stretches, text_html


class _Text(HTMLParser):
    """The text of an HTML fragment, and the elements that are open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.open: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(tag)
        self.tags.add(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def _read(html: str) -> _Text:
    parser = _Text()
    parser.feed(html)
    parser.close()
    assert parser.open == []
    return parser


_TEXTS = st.text(alphabet=st.sampled_from(list("ab <>&\"'\r\n\t\u202e\u2066\u0661\u0627\u0644\U0001f54a\x08\x85;#")), max_size=60)
_SPANS = st.lists(st.tuples(st.integers(0, 70), st.integers(0, 70), st.sampled_from(LAYERS)), max_size=8)


@given(_TEXTS, _SPANS, st.integers(0, 30), st.one_of(st.none(), st.integers(30, 80)))
def test_html_without_its_tags_is_the_text(text: str, spans: list[tuple[int, int, str]], start: int, end: int | None) -> None:
    start = min(start, len(text))
    marks = [Mark(f"m{n}", layer, a, b) for n, (a, b, layer) in enumerate(spans)]
    read = _read(highlighted(text, marks, start, end))
    assert read.text == text[start:end]
    assert read.tags <= {"mark", "bdi", "a"}


@given(_TEXTS, _SPANS)
def test_every_mark_covers_exactly_its_words(text: str, spans: list[tuple[int, int, str]]) -> None:
    marks = [Mark(f"m{n}", layer, a, b) for n, (a, b, layer) in enumerate(spans)]
    cut = list(pieces(text, marks))
    for mark in marks:
        assert "".join(p.text for p in cut if mark in p.marks) == text[mark.start : mark.end]
        assert sum(mark in p.opening for p in cut) == (mark.start < min(mark.end, len(text)))
    html = highlighted(text, marks)
    for mark in marks:
        assert html.count(f'id="{mark.ident}"') == (mark.start < min(mark.end, len(text)))


def test_crossing_marks() -> None:
    assert highlighted("abcd", [Mark("m0", "act", 0, 3), Mark("m1", "date", 1, 4)]) == (
        '<mark class="m l-act" data-m="m0" id="m0">a</mark>'
        '<mark class="m l-act l-date" data-m="m0 m1" id="m1">bc</mark>'
        '<mark class="m l-date" data-m="m1">d</mark>'
    )


def test_hostile_text_is_text() -> None:
    text = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u202eevil\u2066\x00\ud800"
    html = text_html(text)
    assert re.findall(r"<(\w+)", html) == ["bdi"] * 4
    assert 'data-character="U+202E">\u202e</bdi>' in html
    html.encode("utf-8")
    assert "\x00" not in html


def test_many_marks_on_a_long_line_take_little_time() -> None:
    text = "a b <" * 1_000_000
    marks = [Mark(f"m{n}", "act", n * 100, n * 100 + 150) for n in range(20_000)]
    begun = time.perf_counter()
    assert len(highlighted(text, marks, 0, 200_000)) > 200_000
    highlighted(text, marks)
    assert time.perf_counter() - begun < 20


@given(st.text(alphabet="ab \n", max_size=200), st.integers(2, 50))
def test_stretches_are_the_text(text: str, longest: int) -> None:
    parts = stretches(text, longest)
    assert "".join(text[a:b] for a, b in parts) == text
    assert all(b - a <= longest for a, b in parts)
    assert all(a < b for a, b in parts) or text == ""
