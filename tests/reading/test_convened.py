"""Whose gathering it is that the text tells of without an organisation."""

from __future__ import annotations

import pytest

from dragoman.reading.reader import Reader, make_document


@pytest.mark.parametrize(
    ("text", "agents"),
    [
        ("L'Union africaine a suspendu le Gabon. Le sommet s'est ouvert lundi à Addis-Abeba.", ["org:AU"]),
        ("Le Ghana et le Gabon y seront. Le prochain sommet aura lieu en mars à Accra.", ["GHA"]),
        ("Le Ghana et le Gabon y étaient. La session s'est ouverte lundi à Accra.", []),
    ],
)
def test_a_gathering_is_of_the_organisation_told_before_or_of_its_host(text: str, agents: list[str]) -> None:
    acts = Reader(language="fr").read(make_document(text, published="2024-05-16", language="fr")).acts
    assert [p.actor for a in acts if a.type == "conference" for p in a.participants] == agents
