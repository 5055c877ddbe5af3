from __future__ import annotations

import re
from pathlib import Path

import pytest

from dragoman.evaluation import load_corpus
from dragoman.model.vocabulary import ACT_TYPES, FORMS, OFFICES, RELATIONS, ROLES, STATUSES, TOPICS
from dragoman.views.codebook import CodedExample, codebook
from dragoman.views.codebook_examples import cases
from dragoman.views.codebook_page import codebook_page

ROOT = Path(__file__).parents[2]
BOOK = codebook()
CODED = [e.example for chapter in (BOOK.acts, BOOK.statuses, BOOK.roles) for e in chapter.values()]
TELLS = re.compile(r"(?P<type>\w+)(?:/(?P<form>\w+))? (?P<status>\w+)(?P<parts>(?: \w+=\S+)*)")


def test_the_page_is_up_to_date() -> None:
    page = (ROOT / "docs/codebook.md").read_text(encoding="utf-8")
    assert page == codebook_page(), "run scripts/make_codebook.py"


def test_every_word_has_its_heading_or_row() -> None:
    page = codebook_page()
    for word in (*ACT_TYPES, *STATUSES, *ROLES):
        assert f"\n### {word}\n" in page
    for word in (*OFFICES, *TOPICS, *RELATIONS, *(form for forms in FORMS.values() for form in forms)):
        assert f"\n| `{word}` | " in page


@pytest.mark.parametrize("example", CODED, ids=lambda e: e.tells)
def test_examples_are_coded_in_words_of_the_vocabulary(example: CodedExample) -> None:
    told = TELLS.fullmatch(example.tells)
    assert told is not None
    assert told["type"] in ACT_TYPES and told["status"] in STATUSES
    assert told["form"] is None or told["form"] in FORMS[told["type"]]
    assert all(part.partition("=")[0] in ROLES for part in told["parts"].split())


def test_examples_from_the_corpus_stand_in_it() -> None:
    texts = {d.uri: " ".join(d.text.split()) for d in load_corpus(ROOT / "evaluation/fr/develop").documents}
    cited = [e for e in CODED if e.source]
    assert cited
    for example in cited:
        assert example.source in texts and example.text in texts[example.source]


def test_a_rule_that_points_back_finds_one() -> None:
    for chapter in (BOOK.acts, BOOK.statuses, BOOK.roles):
        for word, entry in chapter.items():
            for case in entry.confusions:
                if case.rule == "See there.":
                    back = [c.other for c in chapter[case.other].confusions if c.rule != "See there."]
                    assert word in back, f"{word} sends the reader to {case.other}, which does not tell it from {word}"


def test_there_is_a_case_for_every_type_form_and_status() -> None:
    words = {c.word for c in cases()}
    assert words == {*ACT_TYPES, *STATUSES, *(f"{t}/{f}" for t, forms in FORMS.items() for f in forms)}
