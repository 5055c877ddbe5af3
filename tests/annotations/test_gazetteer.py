"""Names of states, nationalities, organisations and institutions in sentences."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.name_text import plain

CASES = [
    ("l'Algérie et le Mali", [("Algérie", "country", "DZA"), ("Mali", "country", "MLI")]),
    ("un diplomate d’Algérie", [("Algérie", "country", "DZA")]),
    ("les Algériens", [("Algériens", "people", "DZA")]),
    ("Maliens et Nigériens s'entendent", [("Maliens", "people", "MLI"), ("Nigériens", "people", "NER")]),
    ("la délégation nigériane", [("nigériane", "nationality", "NGA")]),
    ("la Société Nationale Algérienne", [("Algérienne", "nationality", "DZA")]),
    ("la frontière algéro-tunisienne", [("algéro-tunisienne", "compound_nationality", "DZA TUN")]),
    ("le sommet franco–allemand", [("franco–allemand", "compound_nationality", "FRA DEU")]),
    ("l'axe russo-turco-iranien", [("russo-turco-iranien", "compound_nationality", "RUS TUR IRN")]),
    ("un front libano-syrien", [("libano-syrien", "compound_nationality", "LBN SYR")]),
    ("le traité irakien-iranien", [("irakien-iranien", "compound_nationality", "IRQ IRN")]),
    ("la RDC et les Etats-Unis", [("RDC", "country", "COD"), ("Etats-Unis", "country", "USA")]),
    ("LES ETATS UNIS", [("ETATS UNIS", "country", "USA")]),
    ("au Soudan du Sud", [("Soudan du Sud", "country", "SSD")]),
    ("la ministre sud-soudanaise", [("sud-soudanaise", "nationality", "SSD")]),
    ("le Congo", [("Congo", "country", "COG COD")]),
    ("l'azerbaidjanais", [("azerbaidjanais", "nationality", "AZE")]),
    ("la République arabe sahraouie démocratique", [("République arabe sahraouie démocratique", "country", "ESH")]),
    ("le Saint-Siège", [("Saint-Siège", "country", "VAT")]),
    ("la Cédéao, la CEDEAO", [("Cédéao", "organisation", "org:ECOWAS"), ("CEDEAO", "organisation", "org:ECOWAS")]),
    ("l'Onu et l'O.N.U.", [("Onu", "organisation", "org:UN"), ("O.N.U", "organisation", "org:UN")]),
    ("le Conseil de sécurité de l’ONU", [("Conseil de sécurité de l’ONU", "organisation", "org:UN")]),
    ("le Conseil de sécurité russe", [("Conseil de sécurité russe", "institution", "inst:security_council@RUS")]),
    ("l'OPEP et l'OPEP+", [("OPEP", "organisation", "org:OPEC"), ("OPEP", "organisation", "org:OPEC+")]),
    ("les talibans", [("talibans", "organisation", "org:Taliban")]),
    ("selon Le Monde", [("Le Monde", "organisation", "org:Le Monde")]),
    ("le groupe Etat islamique", [("groupe Etat islamique", "organisation", "org:ISIS")]),
    ("le Quai d’Orsay", [("Quai d’Orsay", "institution", "inst:foreign_ministry@FRA")]),
    ("à l'île Maurice", [("île Maurice", "country", "MUS")]),
    ("en visite à Maurice.", [("Maurice", "country", "MUS")]),
    ("la défense d'Israël Yossi Levi le dit", [("Israël", "country", "ISR")]),
    ('une "base" de l\'armée US', [("US", "country", "USA")]),
    ("le Commonwealth de la Dominique", [("Commonwealth de la Dominique", "country", "DMA")]),
]

NOTHING = [
    "le monde entier",
    "Maurice Ravel et Dominique Aubry",
    "Israël Cohen et Israel Levi",
    "l'US Open",
    "l'océan Indien",
    "l'Amérique latine",
    "une école latino-américaine",
    "il parle en français",
    "le régime pro-russe",
    "une partie de la mna",
    "à Luxembourg, à Panama",
    "l'OUAT, la MNAC",
    "un mur d'enceinte, en chinoiserie",
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_finds(text: str, expected: list[tuple[str, str, str]]) -> None:
    found = [(text[m.start : m.end], m.kind, " ".join(m.ids)) for m in find_names(text)]
    assert found == expected


@pytest.mark.parametrize("text", NOTHING)
def test_finds_nothing(text: str) -> None:
    assert find_names(text) == ()


def test_an_adjective_that_two_states_share_is_ambiguous() -> None:
    (match,) = find_names("le président congolais")
    assert match.ambiguous
    assert set(match.ids) == {"COD", "COG"}
    assert not find_names("la presse rd-congolaise")[0].ambiguous


@pytest.mark.parametrize(
    ("text", "plural", "feminine"),
    [
        ("la ministre tunisienne", False, True),
        ("les ministres tunisiennes", True, True),
        ("les ministres français", True, False),
        ("le ministre français", False, False),
        ("les Philippines", True, True),
        ("le Mali", False, False),
    ],
)
def test_tells_number_and_gender(text: str, plural: bool, feminine: bool) -> None:
    (match,) = find_names(text)
    assert (match.plural, match.feminine) == (plural, feminine)


@given(st.text(max_size=200))
def test_plain_keeps_offsets(text: str) -> None:
    assert len(plain(text)) == len(text)


WORDS = st.sampled_from(["Algérie", "franco-", "malien", " ", "-", "ONU", "l'", "Congo", "la ", "du ", "\n", "é", "OPEP+", "sud-", "🕊"])


@given(st.lists(WORDS, max_size=30).map("".join))
def test_matches_are_in_order_and_do_not_overlap(text: str) -> None:
    last = 0
    for match in find_names(text):
        assert last <= match.start < match.end <= len(text)
        assert match.ids
        last = match.end


@pytest.mark.parametrize("piece", ["franco-", "Conseil de sécurité de l'", "Algérie-", "l'", "République ", "a", " ", "ONU+"])
def test_is_linear(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    begin = time.perf_counter()
    find_names(text)
    assert time.perf_counter() - begin < 2
