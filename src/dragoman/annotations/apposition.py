"""What stands beside a title or a name and belongs to it: the name behind a title, the title behind a name, the principal of an aide."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.annotations.courtesy import parse_courtesy
from dragoman.annotations.names import Name, is_common, parse_name
from dragoman.annotations.offices import honorifics
from dragoman.annotations.page import QUOTES, Page
from dragoman.annotations.phrases import DETERMINERS, Phrase
from dragoman.annotations.titles import Title, parse_title, pass_private
from dragoman.annotations.whose import parse_of
from dragoman.annotations.word_sets import WordSet

ParsePhrase = Callable[[Page, int, bool, int], Phrase | None]
_DEEPEST = 2
_MOST_WORDS = 6
_ARTICLES = WordSet("articles")
_ELECTED = WordSet("newly")
_FRONTED = WordSet("fronted")
_LONGEST_ACRONYM = 4
_CLOSING_SIGNS = frozenset({",", ".", ")", ";", ":", "\n", "!", "?", "-", "–", "—"}) | QUOTES
_CLOSING_WORDS = WordSet("closing")


def attach_principal(page: Page, phrase: Phrase, title: Title, parse: ParsePhrase, comma_names: bool = False) -> None:
    """Read whom an aide serves: `du président X`, `de la Première ministre`."""
    j = title.last
    if (
        phrase.depth >= _DEEPEST
        or title.word.scope not in ("aide", "post", "noun")
        or title.organisation
        or title.institution
        or page.at(j) not in ("de", "du", "d'")
    ):
        return
    k = j + 1
    while page.at(k) in DETERMINERS and parse_courtesy(page, k) is None:
        k += 1
    if k >= len(page):
        return
    principal = parse(page, k, not comma_names, phrase.depth + 1)
    if principal is None or (not principal.titles and not principal.names):
        return
    phrase.principal = principal
    title.last = principal.last
    if not title.states:
        title.states = principal.titles[0].states[:1] if principal.titles else ()
    while not title.abroad and (there := _purpose(page, title)):
        title.last = there
        title.abroad = ("",)


def _purpose(page: Page, title: Title) -> int | None:
    from dragoman.annotations.whose import parse_abroad

    there = parse_abroad(page, title.last)
    return there.end if there is not None else None


def stack_titles(page: Page, phrase: Phrase, parse: ParsePhrase, nested: bool) -> None:
    """Take in further titles before the name: `le ministre d'État, ministre des Affaires étrangères`, `président et chef suprême`."""
    while len(phrase.titles) < _MOST_WORDS:
        j = phrase.last
        if page.at(j) not in (",", "et") or (nested and page.at(j) == ","):
            direct = parse_title(page, j) if j < len(page) and page.words[j] != "\n" else None
            if direct is None or direct.word.scope not in ("rank",) or direct.last >= len(page) or not page.starts_upper(direct.last):
                return
            phrase.titles.append(direct)
            phrase.last = direct.last
            continue
        k = j + 1
        if page.at(k) in ("le", "la", "l'") and (title := parse_title(page, k + 1)) is not None and _goes_on(page, phrase, title):
            phrase.titles.append(title)
            phrase.last = title.last
            return
        title = parse_title(page, k) if k < len(page) else None
        if title is None or title.plural or title.word.scope in ("noun", "rank") or phrase.titles[0].plural:
            return
        title.former = title.former or phrase.former
        attach_principal(page, phrase, title, parse)
        pass_private(page, title)
        phrase.titles.append(title)
        phrase.last = title.last


def _goes_on(page: Page, phrase: Phrase, title: Title) -> bool:
    """Whether a title with its article behind a comma, before a name, is the same person's: a rank; of an envoy, any that tells no state
    (`l'envoyé spécial du président X, le ministre Y`)."""
    if title.last >= len(page) or not page.starts_upper(title.last):
        return False
    if title.word.scope == "rank":
        return True
    envoy = phrase.titles[0].word.office == "special_envoy" and not phrase.plural and phrase.determiner not in ("un", "une")
    if not envoy or title.plural or title.states or title.organisation:
        return False
    name = parse_name(page, title.last, titled=True)
    return name is not None and page.at(name.last) in _CLOSING_SIGNS


def attach_name(page: Page, phrase: Phrase, nested: bool) -> None:
    """Take in the name or names behind a title, directly or behind a comma."""
    if phrase.plural:
        _list(page, phrase)
        return
    _pass_acronym(page, phrase)
    direct = _name_at(page, phrase.last)
    if direct is not None:
        _add(phrase, direct[0])
        _state_behind(page, phrase)
        return
    if nested or page.at(phrase.last) != ",":
        return
    j = _behind_nationality(page, phrase.last + 1)
    named = _name_at(page, j)
    if named is None or not _fits_comma(page, phrase, named[0], courteous=named[1]):
        return
    match = page.name[j - 1]
    if match is not None and match.kind in ("nationality", "people") and phrase.titles and not phrase.states and not phrase.principal:
        phrase.states = () if phrase.titles[0].states or phrase.titles[0].organisation else match.ids[:1]
    _add(phrase, named[0])
    phrase.loose_name = True


def _pass_acronym(page: Page, phrase: Phrase) -> None:
    """`le chef du Département fédéral des affaires étrangères (DFAE), X`: the brackets belong to the title."""
    j = phrase.last
    if page.at(j) == "(" and page.at(j + 2) == ")" and page.words[j + 1].isupper() and (page.at(j + 3) == "," or page.starts_upper(j + 3)):
        phrase.last = j + 3


def _state_behind(page: Page, phrase: Phrase) -> None:
    """`le roi X d'Espagne`: the state behind the name."""
    title = phrase.titles[0] if phrase.titles else None
    if title is None or title.states or title.organisation or title.word.scope not in ("state", "head"):
        return
    whose = parse_of(page, phrase.last, many=False)
    if whose is not None and whose.states:
        title.states, phrase.last = whose.states, whose.end


def _behind_nationality(page: Page, j: int) -> int:
    """`le représentant de l'Unicef, le Canadien X`, `le ministre de la Santé, le Dr X`: the index behind article and nationality."""
    if j + 1 >= len(page) or page.at(j) not in ("le", "la", "l'"):
        return j
    courtesy = parse_courtesy(page, j + 1)
    if courtesy is not None and not courtesy.plural and parse_name(page, courtesy.end, titled=True) is not None:
        return j + 1
    match = page.name[j + 1]
    if match is not None and match.kind in ("nationality", "people") and page.starts_upper(j + 1) and not match.plural:
        return page.name_end(j + 1)
    return j


def _add(phrase: Phrase, name: Name) -> None:
    phrase.names.append(name)
    phrase.last = name.last


def _name_at(page: Page, j: int) -> tuple[Name, bool] | None:
    """The name at the word `j`, words of courtesy passed over; and whether there were any."""
    if j >= len(page):
        return None
    courtesy = parse_courtesy(page, j)
    k = courtesy.end if courtesy is not None else j
    name = parse_name(page, k, titled=True) if k < len(page) else None
    if name is None or (courtesy is None and len(name.words) == 1 and (page.place[k] is not None or _is_acronym(name.words[0]))):
        return None
    return name, courtesy is not None


def _closes(page: Page, j: int) -> bool:
    """Whether an apposition may end before the word `j`."""
    return page.at(j) in _CLOSING_SIGNS or page.at(j) in _CLOSING_WORDS or j >= len(page)


def _is_acronym(word: str) -> bool:
    return word.isupper() and 1 < len(word) <= _LONGEST_ACRONYM


def _fits_comma(page: Page, phrase: Phrase, name: Name, courteous: bool) -> bool:
    """Whether a name behind a comma is the holder's, and not the next subject's."""
    closed = _closes(page, name.last)
    if len(name.words) == 1 and not courteous and not (closed and not is_common(name.words[0]) and page.place[name.first] is None):
        return False
    start = page.sentence_start(phrase.first)
    while page.words[start] in QUOTES:
        start += 1
    fronted = start < phrase.first and page.at(start) in _FRONTED
    return closed or not fronted


def _list(page: Page, phrase: Phrase) -> None:
    """Names behind a plural: `du Maroc, X, de l'Inde, Y, et du Bangladesh, Z`; `respectivement X et Y`."""
    if len(phrase.names) == 1:
        phrase.last = _bracketed_state(page, phrase, phrase.last)
    j, states = phrase.last, list(phrase.titles[0].states if phrase.titles else phrase.states)
    limit = 12
    while limit and j < len(page):
        limit -= 1
        k = _behind_joiners(page, j)
        if (named := _name_at(page, k)) is not None and (k > j or not phrase.names):
            if k > j and page.at(j) == "," and not phrase.names and not _several_follow(page, named[0].last):
                break
            phrase.names.append(named[0])
            j = named[0].last
            j = _bracketed_state(page, phrase, j)
            continue
        whose = parse_of(page, k, many=False) if phrase.names and k < len(page) else None
        following = _name_at(page, whose.end + 1) if whose is not None and page.at(whose.end) == "," else None
        if whose is None or not whose.states or following is None:
            break
        states.extend(whose.states)
        phrase.names.append(following[0])
        j = following[0].last
    phrase.last = j
    if phrase.titles:
        phrase.titles[0].states = tuple(states)
    else:
        phrase.states = tuple(states)


def _behind_joiners(page: Page, j: int) -> int:
    """The index behind the commas and words that join the members of a list."""
    k = j
    while k - j < 5:
        if page.at(k) in (",", "et", ":", "respectivement"):
            k += 1
        elif (page.at(k), page.at(k + 1)) in (("a", "savoir"), ("ainsi", "que")):
            k += 2
        else:
            break
    return k


def _several_follow(page: Page, j: int) -> bool:
    return page.at(j) in (",", "et", "(") or _closes(page, j)


def _bracketed_state(page: Page, phrase: Phrase, j: int) -> int:
    """`X (Mali)`: the state behind a name in a list."""
    match = page.name[j + 1] if page.at(j) == "(" and j + 1 < len(page) else None
    if match is None or match.kind != "country":
        return j
    end = next((k for k in range(page.name_end(j + 1), min(j + 9, len(page))) if page.at(k) == ")"), None)
    if end is None:
        return j
    phrase.name_states[len(phrase.names) - 1] = match.ids[0]
    return end + 1


def attach_appositions(page: Page, phrase: Phrase, parse: ParsePhrase) -> None:
    """Take in the titles behind a name: `X, ministre de la Défense et envoyé spécial du président Y`, `X (ministre)`."""
    if phrase.plural:
        return
    titled = bool(phrase.titles) or phrase.anaphor is not None
    phrase.last = _bracketed_state(page, phrase, phrase.last)
    while len(phrase.titles) < _MOST_WORDS:
        title = _apposed(page, phrase, titled, parse)
        if title is None:
            return
        phrase.titles.append(title)
        phrase.last = title.last
        if page.at(phrase.last) == ")":
            phrase.last += 1


def _apposed(page: Page, phrase: Phrase, titled: bool, parse: ParsePhrase) -> Title | None:
    j = phrase.last
    joined = page.at(j)
    bracket = joined == "("
    if joined not in (",", "(") and not (joined == "et" and len(phrase.titles) > 0 and phrase.titles[-1].first > phrase.names[0].last):
        return None
    k, article, former = j + 1, False, False
    if joined == "," and page.at(k) in ("en", "agissant") and page.begins_sentence(phrase.first):
        while page.at(k) in ("en", "sa", "qualite", "tant", "que", "d'", "de", "agissant"):
            k += 1
    elif page.at(k) in DETERMINERS:
        k, article = k + 1, True
    last = k + _MOST_WORDS
    while k < last and (page.at(k) in _ELECTED or page.at(k) == "ex-" or ((h := honorifics().get(page.at(k))) is not None and h.before)):
        h = honorifics().get(page.at(k))
        former = former or page.at(k) == "ex-" or (h is not None and h.former)
        k += 1
    title = parse_title(page, k) if k < len(page) else None
    if title is not None and title.word.scope == "aide" and page.at(title.last) in _ARTICLES and page.at(title.last - 1) == "representant":
        return None
    if title is None or title.plural or title.word.scope == "rank" or (article and titled and not bracket):
        return None
    title.former = title.former or former
    attach_principal(page, phrase, title, parse, comma_names=True)
    pass_private(page, title)
    if title.last < len(page) and phrase.principal is None and parse_name(page, title.last, titled=True) is not None:
        return None
    if article and not bracket and not _closes(page, title.last) and page.at(title.last) not in ("a", "ont", "est"):
        return None
    return title
