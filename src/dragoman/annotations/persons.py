"""Persons with their offices: one phrase of the text, title and name together."""

from __future__ import annotations

from functools import cache

from dragoman.annotations.apposition import attach_appositions, attach_name, attach_principal, stack_titles
from dragoman.annotations.courtesy import parse_courtesy
from dragoman.annotations.folding import fold
from dragoman.annotations.french_words import is_verb
from dragoman.annotations.lexicon import states
from dragoman.annotations.names import is_common, is_personal, parse_name
from dragoman.annotations.offices import honorifics
from dragoman.annotations.page import Page
from dragoman.annotations.phrase_book import PhraseBook
from dragoman.annotations.phrases import CONTRACTED, DETERMINERS, MAJESTY, QUALITY, Anaphor, Phrase
from dragoman.annotations.table import rows
from dragoman.annotations.titles import parse_title, pass_private
from dragoman.annotations.whose import parse_adjectives, parse_of
from dragoman.annotations.word_sets import WordSet

_STEM = 4
_MOST_BEFORE = 4
_NEEDS_DETERMINER = frozenset({"aide", "post", "noun", "rank"})
_POSSESSIVES = WordSet("possessives")
_ARTICLES = WordSet("articles")
_POINTS = {
    "counterpart": _POSSESSIVES,
    "guest_or_host": _POSSESSIVES,
    "predecessor": _POSSESSIVES,
    "successor": _POSSESSIVES,
    "same": WordSet("pointing_at_person"),
}
_QUANTITIES = WordSet("quantities")
_VISITORS = WordSet("visitors")


@cache
def anaphor_book() -> PhraseBook[Anaphor]:
    """The nouns that point at a person told elsewhere."""
    book: PhraseBook[Anaphor] = PhraseBook()
    genders = {"m": False, "f": True, "": None}
    for r in rows("anaphors"):
        book.add(r["noun"], Anaphor(r["noun"], r["kind"], genders[r["gender"]], r["number"] == "p", tuple(r["offices"].split())))
    return book


def find_phrases(page: Page) -> list[Phrase]:
    """Every person phrase of the page, in order, none inside another but principals."""
    phrases: list[Phrase] = []
    i = 0
    while i < len(page):
        phrase = parse_phrase(page, i)
        if phrase is None:
            i += 1
        else:
            if phrases:  # a determiner that the phrase before took for its own (`du son président`)
                phrase.first = max(phrase.first, phrases[-1].last)
            phrases.append(phrase)
            i = max(phrase.last, i + 1)
    return phrases


def parse_phrase(page: Page, i: int, nested: bool = False, depth: int = 0) -> Phrase | None:
    """The person phrase whose first word behind the article is the word `i`. `nested`: inside another's title, where no comma may be
    crossed."""
    if not page.words[i][0].isalpha():
        return None
    phrase = Phrase(i, i, depth=depth)
    j = _before(page, i, phrase)
    courtesy = parse_courtesy(page, j)
    if courtesy is not None:
        phrase.courtesy, j = courtesy, courtesy.end
        if page.at(j) in ("le", "la", "l'") and parse_title(page, j + 1) is not None:
            j += 1
        j = _before(page, j, phrase)
    if j >= len(page) or (j > i and page.words[j] == "\n"):
        return None
    found = _titled(page, j, phrase, nested) or _anaphoric(page, j, phrase) or _named(page, j, phrase, nested)
    if not found and courtesy is not None and courtesy.majesty:
        phrase.anaphor, phrase.last = MAJESTY, courtesy.end
        found = True
    if not found:
        return None
    _determine(page, i, phrase)
    return phrase if _is_mention(page, phrase, nested) else None


def _before(page: Page, i: int, phrase: Phrase) -> int:
    """Pass over `ancien`, `nouvel`, `ex-`; the index behind them."""
    j = i
    while j < min(len(page), i + _MOST_BEFORE):
        if page.at(j) == "ex-":
            phrase.former = True
        else:
            honorific = honorifics().get(page.folded[j])
            if honorific is None or not honorific.before:
                break
            phrase.former = phrase.former or honorific.former
        j += 1
    return j


def _titled(page: Page, j: int, phrase: Phrase, nested: bool) -> bool:
    if page.name[j] is not None and page.starts_upper(j):
        return False
    title = parse_title(page, j)
    if title is None:
        return False
    title.former = title.former or phrase.former
    phrase.titles.append(title)
    phrase.last = title.last
    attach_principal(page, phrase, title, parse_phrase, comma_names=page.at(j - 2) == "qualite")
    pass_private(page, title)
    phrase.last = max(phrase.last, title.last)
    stack_titles(page, phrase, parse_phrase, nested)
    attach_name(page, phrase, nested)
    if phrase.names and not nested:
        attach_appositions(page, phrase, parse_phrase)
    return True


def _anaphoric(page: Page, j: int, phrase: Phrase) -> bool:
    found = anaphor_book().find(page, j)
    if found is None or not _accents_agree(page.words[j], found.entries[0].noun):
        return False
    phrase.anaphor, phrase.last = found.entries[0], found.end
    adjectives = parse_adjectives(page, phrase.last, phrase.anaphor.plural)
    whose = adjectives or parse_of(page, phrase.last, phrase.anaphor.plural)
    if whose is not None:
        phrase.states, phrase.last, phrase.of_states = whose.states, whose.end, adjectives is None
    elif _unknown_adjective(page, phrase.last):
        like = state_like(page.folded[phrase.last])
        phrase.states, phrase.unknown_state = ((like,), False) if like is not None else ((), True)
        phrase.last += 1
    attach_name(page, phrase, nested=False)
    if not phrase.names:
        _title_behind(page, phrase)
    if phrase.names:
        attach_appositions(page, phrase, parse_phrase)
    return True


def _title_behind(page: Page, phrase: Phrase) -> None:
    """`son homologue le président X`: the counterpart's own title and name behind the noun."""
    j = phrase.last + 1 if page.at(phrase.last) == "," else phrase.last
    title = parse_title(page, j + 1) if page.at(j) in ("le", "la", "l'") and j + 1 < len(page) else None
    if title is None or title.plural:
        return
    last = phrase.last
    phrase.titles, phrase.last = [title], title.last
    attach_name(page, phrase, nested=False)
    if not phrase.names:
        phrase.titles, phrase.last = [], last


def _unknown_adjective(page: Page, j: int) -> bool:
    """A word between `homologue` and a name that no lexicon knows: a nationality all the same (`son homologue tongan, X`)."""
    k = j + 2 if page.at(j + 1) == "," else j + 1
    return (
        j + 1 < len(page)
        and page.words[j].islower()
        and page.words[j].isalpha()
        and len(page.words[j]) > 3
        and page.starts_upper(k)
        and not is_verb(page.words[j])
    )


@cache
def state_like(adjective: str) -> str | None:
    """The only state whose name begins as a nationality does that no lexicon has: `tongan`."""
    stem = adjective[:_STEM]
    found = {code for code, state in states().items() if fold(state.name).startswith(stem)}
    return found.pop() if len(found) == 1 and len(adjective) > _STEM else None


def _accents_agree(written: str, noun: str) -> bool:
    """`invité` is no form of the verb in `qui l'invite`."""
    return noun[-1] != "é" or written[-1] in "éÉ"


def _named(page: Page, j: int, phrase: Phrase, nested: bool) -> bool:
    if not page.starts_upper(j) and phrase.courtesy is None:
        return False
    nationality = _nationality_noun(page, j)
    if nationality is not None:
        phrase.states, j = nationality
    titled = phrase.courtesy is not None or nationality is not None
    name = parse_name(page, j, titled)
    if name is None:
        return False
    phrase.names.append(name)
    phrase.last = name.last
    if phrase.courtesy is not None and phrase.courtesy.plural:
        attach_name(page, phrase, nested)
    if not nested:
        attach_appositions(page, phrase, parse_phrase)
    return True


def _nationality_noun(page: Page, j: int) -> tuple[tuple[str, ...], int] | None:
    """`le Samoan Tuilagi X`: a nationality in capitals before a name."""
    match = page.name[j]
    if (
        match is None
        or match.kind not in ("nationality", "people")
        or match.plural
        or not page.starts_upper(j)
        or page.at(j - 1) not in ("le", "la", "l'", "du", "au")
    ):
        return None
    end = page.name_end(j)
    return (match.ids[:1], end) if page.starts_upper(end) else None


def _determine(page: Page, i: int, phrase: Phrase) -> None:
    """Take in the determiner before the phrase."""
    before = page.at(i - 1)
    if before in _QUANTITIES and page.at(i - 2) in (*DETERMINERS, *CONTRACTED):
        i, before = i - 1, page.at(i - 2)
    if before in DETERMINERS:
        phrase.determiner, phrase.first = before, i - 1
    else:
        phrase.determiner, phrase.first = CONTRACTED.get(before, before if before in ("d'", "de") else ""), i
    if page.at(i - 2) == "qualite" and before in ("de", "d'"):
        phrase.determiner = QUALITY
    if phrase.titles and phrase.titles[0].possessive:
        phrase.determiner = "son"


def _is_mention(page: Page, phrase: Phrase, nested: bool) -> bool:
    """Whether the phrase means a person here, and is no predicate (`nommé ambassadeur`), verb or common noun."""
    if phrase.anaphor is MAJESTY:
        return True
    if phrase.anaphor is not None:
        pointing = _POINTS[phrase.anaphor.kind]
        return phrase.determiner in pointing or (
            phrase.anaphor.kind == "guest_or_host"
            and (
                (phrase.determiner == "l'" and bool(phrase.states)) or (phrase.anaphor.noun in _VISITORS and phrase.determiner in _ARTICLES)
            )
        )
    if phrase.names and phrase.courtesy is None and phrase.titles and phrase.titles[0].first > phrase.names[0].first:
        name = phrase.names[0]
        if phrase.determiner in _ARTICLES and not phrase.states and len(name.words) == 1:
            return False  # `au musée du Bardo, la ministre ...`
        return len(name.words) > 1 or not (is_common(name.words[0]) or page.place[name.first] is not None or name.words[0].isupper())
    if not phrase.titles:
        return (
            phrase.courtesy is not None
            or bool(phrase.states)
            or any(is_personal(page, name) for name in phrase.names)
            or len(phrase.names) == 0
        )
    scope = phrase.titles[0].word.scope
    if phrase.names:
        return True
    if scope == "rank":
        return bool(phrase.titles[0].states) and phrase.determiner != ""
    if phrase.determiner in ("", "d'", "de"):
        return phrase.courtesy is not None or (nested and scope not in _NEEDS_DETERMINER) or _heads_line(page, phrase)
    return True


def _heads_line(page: Page, phrase: Phrase) -> bool:
    """A headline may drop the article: `Président chinois : ...`."""
    return phrase.titles[0].word.scope not in _NEEDS_DETERMINER and page.begins_sentence(phrase.first) and bool(phrase.titles[0].states)
