from __future__ import annotations

import time

import pytest
from marked import marked

from dragoman.model.vocabulary import RELATIONS
from dragoman.reading.freezing import Freezer
from dragoman.reading.relation_context import borders
from dragoman.reading.relation_rules import Example, OfficeRow, PatternRow, relation_rules
from dragoman.reading.relations import relations

RULES = relation_rules()
ROWS: list[PatternRow | OfficeRow] = [*RULES.file.patterns, *RULES.file.offices]
EXAMPLES = [(row.relation, example) for row in ROWS for example in row.examples]


def told(source: str) -> list[str]:
    item = marked(source)
    freezer = Freezer(item)
    found = relations(item, freezer)
    for relation in found:
        assert all(item.document.text[s.start : s.end] == s.text for s in relation.evidence)
        assert relation.subject in freezer.used
        assert relation.object in freezer.used or " " in relation.object or relation.object.islower()
    return [f"{r.subject} {r.type} {r.object}" for r in found]


@pytest.mark.parametrize(("relation", "example"), EXAMPLES, ids=lambda v: v.text if isinstance(v, Example) else v)
def test_every_example_tells_what_it_says(relation: str, example: Example) -> None:
    wanted = [] if example.tells == "nothing" else example.tells.split("; ")
    assert told(example.text) == wanted


def test_every_relation_has_patterns_and_every_pattern_an_example_that_tells() -> None:
    assert {row.relation for row in ROWS} == set(RELATIONS)
    for row in ROWS:
        assert any(e.tells != "nothing" for e in row.examples), row


def test_a_presidency_and_two_exporters_in_one_communique() -> None:
    source = (
        "Il a salué le soutien aux efforts de la présidence [~GEO géorgienne] du [org:NAM Mouvement des non-alignés] ([org:NAM MNA]). "
        "Ils coopèrent, [DZA l'Algérie] et [GEO la Géorgie] étant parmi les principaux exportateurs de gaz."
    )
    assert told(source) == ["GEO presides org:NAM", "DZA exporter_of gas", "GEO exporter_of gas"]


def test_a_border_is_told_once() -> None:
    assert told("[NER Le Niger], voisin du [MLI Mali], a parlé. [MLI Le Mali], voisin du [NER Niger], a parlé.") == ["NER neighbour_of MLI"]


def test_a_holder_known_by_the_office_only_is_the_state() -> None:
    source = "[per:head_of_state@SEN Le président sénégalais], qui assure la présidence tournante de [org:AU l'UA], a parlé."
    assert told(source) == ["SEN presides org:AU"]


def test_evidence_names_the_organisation_that_words_point_back_at() -> None:
    item = marked("[org:SADC La SADC] est réunie. [NAM La Namibie], qui assure la présidence de l'organisation, a parlé.")
    (relation,) = relations(item, Freezer(item))
    assert [s.text for s in relation.evidence] == ["La Namibie, qui assure la présidence de l'organisation", "La SADC"]


@pytest.mark.parametrize(
    "source",
    [
        "[per:diallo@MLI Le président du club, Awa Diallo], a reçu les membres de la ligue.",
        "Les relations avec le voisin du dessus sont bonnes.",
        "[FRA La France] préside une réunion de la commission à [@CHE Genève].",
        "[org:UN L'ONU] à [@CHE Genève] y travaille.",
        "Il est l'hôte de [per:sarr@SEN Malick Sarr].",
        "[FRA Paris] vend des avions à [QAT Doha].",
    ],
)
def test_what_only_looks_like_a_relation_tells_none(source: str) -> None:
    assert told(source) == []


def test_borders_go_both_ways() -> None:
    assert all(a in borders()[b] for a, found in borders().items() for b in found)
    assert "DZA" in borders()["MAR"]


@pytest.mark.parametrize(
    "source",
    [
        "[SEN Le Sénégal], qui assure, et son voisin, pays membre des présidences de exportateurs " * 400,
        "[SEN Le Sénégal], " * 3000,
        "[SEN Le Sénégal] et son voisin, sommet de la gaz " * 1000,
        "sommet de la " * 4000,
    ],
    ids=lambda s: s[:30],
)
def test_hostile_text_is_read_in_time(source: str) -> None:
    begun = time.perf_counter()
    told(source)
    assert time.perf_counter() - begun < 3
