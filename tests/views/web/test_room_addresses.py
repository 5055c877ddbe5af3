from __future__ import annotations

from jinja2 import Undefined

from dragoman.views.web.addresses import with_query


def test_a_query_leaves_out_what_is_empty_or_undefined() -> None:
    assert with_query("/review", kind=None, state=Undefined(), cursor="") == "/review"
    assert with_query("/search", country=["DZA", "AZE"], page=0) == "/search?country=DZA&country=AZE&page=0"
