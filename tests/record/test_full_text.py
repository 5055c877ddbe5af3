"""Words are found without regard to accents and case, alike in both databases; no text is a wrong query."""

from __future__ import annotations

import pytest
from dumped import found_by
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from told_readings import reading

from dragoman.model.reading import Reading
from dragoman.record import Record
from dragoman.record.full_text import Wanted, excerpt, parse_query

TEXTS = (
    "L’Algérie et l’Azerbaïdjan renforcent leurs échanges à Bakou.",
    "Le président algérien a reçu l'ambassadeur d'Azerbaïdjan, cœur du dossier.",
    "زار الوزير باكو يوم الأربعاء",
    "Rien de tel ici: O'Neill & <b>fils</b> 1⁄2 ½ ʼaïn aujourdʼhui \x00 nul",
)


@pytest.fixture
def filled(record: Record) -> Record:
    record.file([reading(head=text) for text in TEXTS])
    return record


def _texts(record: Record, query: str) -> set[int]:
    from dragoman.model.document import document_id

    found = found_by(record, query)
    return {number for number, text in enumerate(TEXTS) if document_id(text) in found}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("algerie", {0}),
        ("ALGÉRIE bakou", {0}),
        ("azerbaidjan", {0, 1}),
        ("azerbaïdjan -bakou", {1}),
        ('"président algérien"', {1}),
        ('"algérien président"', set()),
        ("l'algérie", {0}),
        ("échang*", {0}),
        ("coeur", {1}),
        ("باكو", {2}),
        ("azerbaidjan -(ambassadeur)", {0}),
        ("-bakou", set()),
        ("", set()),
        ('"', set()),
        ("AND OR NOT", set()),
        ("o'neill", {3}),
        ("aujourd'hui", {3}),
        ("nul", {3}),
    ],
)
def test_queries(filled: Record, query: str, found: set[int]) -> None:
    assert _texts(filled, query) == found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.sampled_from("aé'\"-*()&|!<>:\\ %_ʼ½~^\x00\ud800{}[],;") | st.characters(), max_size=30))
def test_no_text_is_a_wrong_query(filled: Record, query: str) -> None:
    found_by(filled, query.encode("utf-8", "replace").decode())
    found_by(filled, query)


def test_words_go_with_a_forgotten_document_and_come_back(filled: Record) -> None:
    from dragoman.model.document import document_id

    decision = filled.forget(document_id(TEXTS[0]), by="A", at="2024-01-01T00:00:00Z")
    assert _texts(filled, "azerbaidjan") == {1}
    filled.undo(decision.ident, by="A", at="2024-01-02T00:00:00Z")
    assert _texts(filled, "azerbaidjan") == {0, 1}


def test_excerpts_show_the_words_in_their_place() -> None:
    text = "mot " * 200 + TEXTS[0] + " fin" * 200
    found = excerpt(text, parse_query("algerie échang*"))
    assert text[found.start : found.end] == found.text
    assert [text[a:b] for a, b in found.marks] == ["Algérie", "échanges"]
    assert excerpt("rien", parse_query("autre")).marks == ()


def test_queries_are_read_as_written() -> None:
    query = parse_query('visite -"coup d\'état" Tebb*')
    assert query.wanted == (Wanted(("visite",)), Wanted(("tebb",), prefix=True))
    assert query.unwanted == (Wanted(("coup", "d", "etat")),)


def test_hostile_text_is_indexed(record: Record) -> None:
    words: list[Reading] = [reading(head=text) for text in ("a" * 300_000, "é\u0301\u0301" * 50_000, "' \\ : * ( ) " * 5000)]
    record.file(words)
    assert record.check() == ()
