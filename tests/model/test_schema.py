from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from dragoman.model.document import Document
from dragoman.model.reading import ReaderVersion, Reading
from dragoman.model.schema import reading_schema

KEPT = json.loads(Path(__file__).with_name("reading.schema.json").read_text(encoding="utf-8"))


def test_the_schema_is_the_one_that_others_rely_on() -> None:
    assert reading_schema() == KEPT


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(reading_schema())


def test_it_accepts_an_empty_reading_and_refuses_what_is_none() -> None:
    document = Document(id="sha256:0", language="fr", text="")
    empty = Reading(
        reader=ReaderVersion(name="dragoman", version="0"), document=document, actors=(), acts=(), statements=(), relations=(), warnings=()
    )
    told = json.loads(empty.to_json())
    jsonschema.validate(told, reading_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**told, "more": 1}, reading_schema())
    del told["warnings"]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, reading_schema())
