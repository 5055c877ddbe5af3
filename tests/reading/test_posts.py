"""Where diplomats and missions are posted."""

from __future__ import annotations

import pytest

from dragoman.reading.posts import posted_to


@pytest.mark.parametrize(
    ("phrase", "states"),
    [
        ("son ambassadeur en France", ("FRA",)),
        ("l'ambassade du Tchad à Doha", ("QAT",)),
        ("ses ambassadeurs en Espagne et en Norvège", ("ESP", "NOR")),
        ("l'ambassadeur du Japon", ()),
        ("x" * 500, ()),
    ],
)
def test_posted_to(phrase: str, states: tuple[str, ...]) -> None:
    assert posted_to(phrase) == states
