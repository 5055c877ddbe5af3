"""Names that stand alone: family names of persons whom the text names in full elsewhere or whom everybody knows, and speakers' names."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from dragoman.annotations.known_persons import known_surnames
from dragoman.annotations.names import Name, is_common, parse_name
from dragoman.annotations.page import QUOTES, Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.walk import Item
from dragoman.annotations.word_sets import WordSet
from dragoman.text.reporting_lexicon import reporting_lexicon

_AUXILIARIES = WordSet("auxiliaries_of_saying")
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


def speakers_names(page: Page, items: Sequence[Item]) -> list[Phrase]:
    """The names right behind a verb of saying that follows a quotation (`», raconte Hanta, 34 ans`), which no phrase holds."""
    taken = bytearray(len(page))
    for item in items:
        taken[item.first : item.last] = b"\1" * (item.last - item.first)
    found: list[Phrase] = []
    for i, word in enumerate(page.words):
        if not page.capital[i] or taken[i] or page.name[i] is not None or page.place[i] is not None or is_common(word) or word.isupper():
            continue
        name = parse_name(page, i, titled=True) if _says(page, i - 1) else None
        if name is not None and not any(taken[name.first : name.last]):
            found.append(Phrase(name.first, name.last, names=[name]))
    return found


def _says(page: Page, i: int) -> bool:
    """Whether the word at an index is a verb of saying, with a quotation's mark just before it."""
    lexicon = reporting_lexicon()
    word = page.words[i].lower() if i > 1 else ""
    j = i - 1
    if word in lexicon.participles and page.at(j) in _AUXILIARIES:
        j -= 1
    elif word not in lexicon.finite:
        return False
    return page.words[j] in QUOTES or (page.words[j] == "," and page.words[j - 1] in QUOTES)
