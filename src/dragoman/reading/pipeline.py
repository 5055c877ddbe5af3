"""The parser of a language: spaCy's pipeline without what the reader does itself."""

from __future__ import annotations

from functools import cache

import spacy
from spacy.language import Language

MODELS = {"fr": "fr_core_news_md"}


@cache
def load_pipeline(language: str) -> Language:
    """The pipeline that tags, parses and lemmatises clauses; names are found by the annotators, not by a model."""
    return spacy.load(MODELS[language], exclude=["ner"])
