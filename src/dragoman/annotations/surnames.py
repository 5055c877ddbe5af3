"""Family names that stand alone: those of persons whom the text names in full elsewhere, and of persons whom everybody knows."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.annotations.known_persons import known_surnames
from dragoman.annotations.names import Name, is_common
from dragoman.annotations.page import Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.walk import Item
from dragoman.annotations.word_sets import WordSet

_NOT_BEFORE = WordSet("before_unknown_names")


def bare_surnames(page: Page, items: Sequence[Item], surnames: Collection[str]) -> list[Phrase]:
    """The single capitalised words that no phrase holds and that are such a family name."""
    wanted = {*surnames, *known_surnames()}
    taken = bytearray(len(page))
    for item in items:
        taken[item.first : item.last] = b"\1" * (item.last - item.first)
    found: list[Phrase] = []
    for i, word in enumerate(page.words):
        if not page.capital[i] or taken[i] or page.folded[i] not in wanted or page.name[i] is not None or page.place[i] is not None:
            continue
        alone = not (page.starts_upper(i - 1) and not page.begins_sentence(i - 1)) and not page.starts_upper(i + 1)
        told = page.folded[i] in surnames and not page.begins_sentence(i)
        if alone and (told or not is_common(word)) and page.at(i - 1) not in _NOT_BEFORE and not (word.isupper() and len(word) < 5):
            found.append(Phrase(i, i + 1, names=[Name(i, i + 1, (word,))]))
    return found
