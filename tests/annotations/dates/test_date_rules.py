"""Every rule and modifier of the lexicon does what its examples say."""

from __future__ import annotations

import unicodedata
from importlib import resources
from typing import Any

import pytest

from dragoman.annotations.dates import annotate_dates
from dragoman.annotations.dates.building import BUILDERS
from dragoman.annotations.dates.lexicon import Word, add_word, lexicon, source
from dragoman.annotations.dates.modifying import MODIFIERS
from dragoman.errors import DataError

DATA = source("fr")
ROWS = [*DATA["rules"], *DATA["modifiers"]]
EXAMPLES = [pytest.param(example, id=f"{row['id']}-{i}") for row in ROWS for i, example in enumerate(row["examples"])]


@pytest.mark.parametrize("example", EXAMPLES)
def test_example(example: dict[str, Any]) -> None:
    found = annotate_dates(example["text"], example.get("published"))
    words = [example["text"][m.start : m.end] for m in found]
    if example["found"] is None:
        assert words == []
        return
    assert example["found"] in words
    mention = found[words.index(example["found"])]
    past = example["past"] and str(example["past"])
    future = str(example["future"]) if "future" in example else past
    assert (mention.past, mention.future) == (past, future)


def test_every_rule_has_examples_a_source_and_a_builder() -> None:
    for row in DATA["rules"]:
        assert row["examples"] and row["source"], row["id"]
        assert row["build"] == "no_date" or row["build"] in BUILDERS, row["id"]
    assert all(row["build"] in MODIFIERS and row["examples"] for row in DATA["modifiers"])
    assert all(row["source"] and row["example"] for row in DATA["words"])


def test_ids_are_unique() -> None:
    ids = [row["id"] for row in ROWS]
    assert len(ids) == len(set(ids))


def test_every_builder_is_named_by_a_rule() -> None:
    assert set(BUILDERS) == {row["build"] for row in DATA["rules"]} - {"no_date"}
    assert set(MODIFIERS) == {row["build"] for row in DATA["modifiers"]}


def test_the_lexicon_is_compiled_once() -> None:
    assert lexicon("fr") is lexicon("fr")


def test_the_lexicon_is_in_one_normal_form() -> None:
    text = (resources.files("dragoman") / "lexicon" / "fr" / "dates.yaml").read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)


def test_a_form_in_two_classes_is_an_error() -> None:
    words: dict[str, Word] = {}
    add_word(words, {"class": "one", "forms": ["mai"]}, "a")
    with pytest.raises(DataError, match="two classes"):
        add_word(words, {"class": "two", "forms": ["mai"]}, "b")
