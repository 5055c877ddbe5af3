"""How the sentences of two reports agree: rare words in common, the kind of text signed, quotations."""

from __future__ import annotations

from functools import cache, lru_cache

from dragoman.record.features import Feature, feature
from dragoman.record.folding import fold, folded_words
from dragoman.record.likeness_table import STEM, likeness_table, record_words, state_stems
from dragoman.record.report import Report

_SHORTEST = 4


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(word[:STEM] for word in record_words().ordinary) | frozenset(state_stems())


@lru_cache(maxsize=8192)
def stems(sentence: str) -> frozenset[str]:
    """The words of a sentence that tell its matter, by their first letters; words that any page uses are left out."""
    ordinary = _ordinary()
    return frozenset(w[:STEM] for w in folded_words(sentence) if len(w) >= _SHORTEST and w.isalpha() and w[:STEM] not in ordinary)


def words_alike(a: Report, b: Report) -> list[Feature]:
    """Features of the matter: words, quotations, kinds of text."""
    found = []
    common = sorted((stems(a.sentence) - _named(a)) & (stems(b.sentence) - _named(b)))
    if common:
        points, kind = likeness_table().points, "matter" if a.type == "agreement" else "words"
        found.append(
            Feature("words", str(len(common)), min(points[f"{kind}_most"], points[f"{kind}_each"] * len(common)), " ".join(common))
        )
    quoted = sorted(set(a.quoted) & set(b.quoted))
    if quoted:
        found.append(feature("quoted", "quoted", quoted[0]))
    if a.type == "agreement":
        found += _kind(a, b)
    return found


def _named(report: Report) -> frozenset[str]:
    """The stems of what is compared elsewhere: names, places."""
    told = " ".join([report.place, *(s.name for s in report.sides)])
    return frozenset(w[:STEM] for w in folded_words(told))


def _kind(a: Report, b: Report) -> list[Feature]:
    """Whether both sign the same kind of text; minutes are no treaty, while an accord may be called a memorandum."""
    here, there = _kinds(a.sentence), _kinds(b.sentence)
    if not here or not there:
        return []
    words = f"{', '.join(sorted(here))} / {', '.join(sorted(there))}"
    if any(here & row and there & row for row in record_words().kinds_of_text):
        return [feature("kind", "kind_same", words)]
    return [feature("kind", "kind_other", words)] if (here | there) & record_words().parting else []


@lru_cache(maxsize=8192)
def _kinds(sentence: str) -> frozenset[str]:
    text = f" {fold(sentence)} ".translate(str.maketrans(",.;:'«»\"()", "          "))
    return frozenset(word for row in record_words().kinds_of_text for word in row if f" {word} " in text)
