"""Titles: an office with whatever says whose it is, where it is exercised, and whether it is past."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.annotations.french_words import infinitives, is_verb
from dragoman.annotations.institutions import Institution, parse_institution, tail_behind
from dragoman.annotations.lexicon import organisations
from dragoman.annotations.offices import Honorific, OfficeWord, entry_for, honorifics, may_stand_inside, office_book
from dragoman.annotations.page import Page
from dragoman.annotations.portfolio import FOREIGN, parse_portfolio
from dragoman.annotations.possession import last_organisation
from dragoman.annotations.whose import Whose, parse_abroad, parse_adjectives, parse_of
from dragoman.annotations.word_sets import WordSet

NUMBERS = {"deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6}
_OF = WordSet("of")
_OF_THE_STATE = WordSet("of_the_state")
_INNER = WordSet("at")
_THE_ORGANISATION = WordSet("the_organisation")
_POSSESSIVES = WordSet("possessives_singular")
_CHARGED = WordSet("charge_openers")
_ARTICLES = WordSet("articles")
_FOR = WordSet("sent_for")
_LONGEST_TASK = 7
_OF_STATES = WordSet("of_states")
_TAILS = (
    ("par", "interim"),
    ("ad", "interim"),
    ("en", "exercice"),
    ("non", "resident"),
    ("en", "titre"),
    ("en", "personne"),
    ("non", "residente"),
    ("d'", "alors"),
    ("de", "l'epoque"),
)
_ORGANS = WordSet("organs")


@dataclass(slots=True)
class Title:
    """A title in the text, by word indexes, from the office noun on.

    `states` are the states told as those whose office it is (several for a plural), `organisation` the organisation, `abroad` where an
    envoy is
    posted; `institution` what an aide serves; `republic` where only `de la République` is said; `private` where the complement names
    something else.
    """

    first: int
    last: int
    entries: tuple[OfficeWord, ...]
    states: tuple[str, ...] = ()
    organisation: str | None = None
    abroad: tuple[str, ...] = ()
    institution: Institution | None = None
    domain: str = ""
    republic: bool = False
    private: bool = False
    former: bool = False
    plural: bool = False
    determiner: str = ""
    possessive: bool = False
    """Whether a possessive stands in it: `le chef de sa diplomatie`."""
    group: int = 0
    """How many states a plural is of, where it says only that: 2 in `les chefs d'État des deux pays`."""
    _portfolio: bool = field(default=False, repr=False)

    @property
    def length(self) -> int:
        """How many words the title has."""
        return self.last - self.first

    @property
    def word(self) -> OfficeWord:
        """The row of the table that fits the states told."""
        return entry_for(self.entries, self.states)

    def office(self, country: str | None = None) -> str:
        """The office of the vocabulary, for a holder of this country where the title itself tells none."""
        word = entry_for(self.entries, self.states or ((country,) if country else ()))
        if self.organisation is not None and word.of_organisation and not self.states:
            return word.of_organisation
        if word.scope == "minister" and self.domain == FOREIGN and word.office == "minister":
            return "foreign_minister"
        return "official" if self.private and word.scope == "head" else word.office


def parse_title(page: Page, i: int) -> Title | None:
    """The title whose office noun begins at the word `i`, None where none does."""
    found = office_book().find(page, i, may_stand_inside)
    if found is None:
        return None
    title = Title(i, found.end, found.entries, plural=found.entries[0].plural)
    for k in found.skipped:
        _pass_over(page, k, title)
    while _extend(page, title):
        pass
    _fix_country(title)
    title.possessive = any(page.at(k) in _POSSESSIVES for k in range(i, title.last))
    return title


def _pass_over(page: Page, k: int, title: Title) -> None:
    match, honorific = page.name[k], honorifics().get(page.folded[k])
    if match is not None:
        title.states = tuple(dict.fromkeys((*title.states, *match.ids)))
    elif honorific is not None and honorific.former:
        title.former = True


def _fix_country(title: Title) -> None:
    """A title that only one country has tells that country: `le Pape`, `le président du Faso`."""
    if not title.states and title.organisation is None and len(title.entries) == 1 and len(title.entries[0].countries) == 1:
        title.states = title.entries[0].countries


def _extend(page: Page, title: Title) -> bool:
    """Read one more complement; False where none follows."""
    return (
        _qualifier(page, title)
        or _portfolio(page, title)
        or _region(page, title)
        or _adjectives(page, title)
        or _holder(page, title)
        or _abroad(page, title)
        or _task(page, title)
    )


def _qualifier(page: Page, title: Title) -> bool:
    j = title.last
    honorific: Honorific | None = honorifics().get(page.at(j))
    if honorific is not None and not honorific.before:
        title.former = title.former or honorific.former
        title.last = j + 1
        return True
    if (page.at(j), page.at(j + 1)) in _TAILS:
        title.last = j + 2
        return True
    if title.word.scope == "minister" and page.at(j) in _OF_THE_STATE and not title._portfolio:
        title.last = j + 1
        return True
    tail = tail_behind(page, j)
    if tail is not None and page.at(j - 1) in ("gouvernement", "ministre", "president"):
        title.last = tail
        return True
    if page.at(j) == "et" and page.at(j + 1) in ("plenipotentiaire", "plenipotentiaires"):
        title.last = j + 2
        return True
    return False


def _region(page: Page, title: Title) -> bool:
    """`ministre wallon de l'Économie`: a word that is no state's nationality makes the office a region's."""
    j = title.last
    if (
        title.word.scope != "minister"
        or title._portfolio
        or title.states
        or j >= len(page)
        or not page.words[j].islower()
        or len(page.words[j]) < 5
    ):
        return False
    if page.name[j] is not None or page.at(j + 1) not in _OF or is_verb(page.words[j]):
        return False
    portfolio = parse_portfolio(page, j + 1)
    if portfolio is None:
        return False
    title.last, title.domain, title._portfolio, title.private = portfolio.end, portfolio.domain, True, True
    return True


def _portfolio(page: Page, title: Title) -> bool:
    if title.word.scope == "minister" and not title._portfolio and page.at(title.last) == "aupres" and _beside(page, title):
        return True
    if title._portfolio or (title.word.scope != "minister" and not _in_charge(page, title)):
        return False
    portfolio = parse_portfolio(page, title.last)
    if portfolio is None:
        return False
    if title.word.scope != "minister":
        title.last = portfolio.end
        return True
    title.domain, title.last, title._portfolio = portfolio.domain, portfolio.end, True
    if portfolio.states and not title.states:
        title.states = portfolio.states[:1]
    return True


def _beside(page: Page, title: Title) -> bool:
    """`secrétaire d'État auprès du ministre des Affaires étrangères`: the portfolio is the minister's."""
    j = title.last + 2
    while page.at(j) in _ARTICLES:
        j += 1
    other = parse_title(page, j) if page.at(title.last + 1) in _OF and j < len(page) else None
    if other is None or other.word.scope not in ("minister", "state", "head"):
        return False
    title.domain, title.last, title._portfolio = other.domain, other.last, True
    title.states = title.states or other.states
    title.abroad = ()
    return True


def _in_charge(page: Page, title: Title) -> bool:
    """Whether a portfolio may follow an aide or another official: `haut-commissaire aux Droits de l'homme`, `conseiller chargé de
    l'Énergie`."""
    return title.word.scope in ("aide", "post", "sent") and page.at(title.last) in _CHARGED


def _adjectives(page: Page, title: Title) -> bool:
    if title.states:
        return False
    whose = parse_adjectives(page, title.last, title.plural)
    if whose is None:
        return False
    title.states, title.last = whose.states, whose.end
    return True


def _holder(page: Page, title: Title) -> bool:
    """`du Mali`, `de l'Union africaine`, `du ministère`."""
    if title.organisation is not None or title.institution is not None or title.republic:
        return False
    if _of_both(page, title) or _of_the_organisation(page, title):
        return True
    whose = parse_of(page, title.last, title.plural) or _organ(page, title.last)
    if whose is not None and (whose.republic or not title.states or whose.organisation):
        _take(title, whose)
        return True
    if title.word.scope in ("aide", "post", "noun", "sent") and page.at(title.last) in (*_OF, "a", "au"):
        return _institution(page, title)
    return False


def _of_both(page: Page, title: Title) -> bool:
    """`des deux pays`: a plural whose states are told elsewhere."""
    j = title.last
    if not title.plural or title.states or title.group or page.at(j) not in ("des", "de") or (count := NUMBERS.get(page.at(j + 1))) is None:
        return False
    if page.at(j + 2) not in _OF_STATES:
        return False
    title.group, title.last = count, j + 3
    return True


def _of_the_organisation(page: Page, title: Title) -> bool:
    """`secrétaire général de l'organisation`: of the one named last."""
    j = title.last
    if (
        title.word.scope not in ("aide", "post")
        or page.at(j) not in _OF
        or page.at(j + 2) not in _THE_ORGANISATION
        or page.name[j + 2] is not None
    ):
        return False
    named = last_organisation(page, title.first)
    if page.at(j + 1) not in _ARTICLES or named is None:
        return False
    title.organisation, title.last = named, j + 3
    return True


def _take(title: Title, whose: Whose) -> None:
    title.states = title.states or whose.states
    party = organisations().get(whose.organisation) if whose.organisation is not None else None
    if party is not None and party.kind == "party" and party.seat is not None:
        title.states = title.states or (party.seat[1],)
    else:
        title.organisation = whose.organisation
    title.republic = whose.republic
    title.last = whose.end


def _organ(page: Page, i: int) -> Whose | None:
    """`de la Commission de l'UA`, `du Conseil de paix et de sécurité de l'Union africaine`: an organ, then its organisation."""
    j = i + 2 if page.at(i + 1) in ("la", "l'") else i + 1
    if page.at(i) not in _OF or page.at(j) not in _ORGANS or page.name[j] is not None:
        return None
    for k in range(j + 1, min(j + 9, len(page))):
        if page.at(k) in (",", ".", "\n", "(", '"', "«", "a", "qui"):
            return None
        whose = parse_of(page, k, many=False)
        if whose is not None and whose.organisation is not None:
            return whose
        adjective = page.name[k]
        if adjective is not None and adjective.kind == "organisation":
            return Whose(page.name_end(k), organisation=adjective.ids[0])
    return None


def _institution(page: Page, title: Title) -> bool:
    j = title.last + 1
    while page.at(j) in ("la", "le", "l'", "les", "notre", "ce") or page.at(j) in _POSSESSIVES:
        j += 1
    if j >= len(page):
        return False
    institution = parse_institution(page, j, bare=True)
    if institution is None:
        return False
    title.institution, title.last = institution, institution.last
    if institution.states and not title.states:
        title.states = institution.states[:1]
    elif institution.word.country and institution.word.country.startswith("org:"):
        title.organisation = institution.word.country
    elif institution.word.country and not title.states:
        title.states = (institution.word.country,)
    return True


def _abroad(page: Page, title: Title) -> bool:
    if title.word.scope not in ("sent", "aide") or title.abroad:
        return False
    there = parse_abroad(page, title.last)
    if there is None:
        return False
    title.abroad, title.last = there.states or ((there.organisation,) if there.organisation else ("",)), there.end
    return True


def _task(page: Page, title: Title) -> bool:
    """`le représentant spécial turc pour la normalisation, X`: what an envoy is sent for, up to the comma before the name."""
    j = title.last
    if title.word.office != "special_envoy" or page.at(j) not in _FOR or page.at(j + 1) not in _ARTICLES:
        return False
    end = next((k for k in range(j + 2, min(j + 2 + _LONGEST_TASK, len(page))) if not page.words[k].islower()), j)
    if end <= j + 2 or page.at(end) != ",":
        return False
    title.last = end
    return True


def pass_private(page: Page, title: Title) -> None:
    """Where a complement follows that names no state, organisation or person (`du club d'El Khroub`), take it in and mark the title
    private."""
    j = title.last
    if (
        page.at(j) not in _OF
        or title.states
        or title.organisation
        or title.institution
        or title.republic
        or title.group
        or title._portfolio
    ):
        return
    first = j + 2 if page.at(j + 1) in _ARTICLES else j + 1
    if first < len(page) and _is_infinitive(page.words[first]):
        return
    title.private = True
    if page.at(first) in _POSSESSIVES:
        return
    while page.at(j) in _OF or page.at(j) in _INNER or page.at(j) in _ARTICLES:
        while page.at(j) in _OF or page.at(j) in _INNER or page.at(j) in _ARTICLES:
            j += 1
        if j >= len(page) or not page.words[j][0].isalnum() or _is_infinitive(page.words[j]) or page.name[j] is not None:
            break
        institution = parse_institution(page, j) if title.word.scope in ("post", "aide") else None
        if institution is not None:
            title.institution, title.last, title.private = institution, institution.last, False
            title.states = institution.states[:1]
            return
        proper = page.starts_upper(j)
        j += 1
        while proper and page.starts_upper(j) and page.words[j][0].isalpha():
            j += 1
    title.last = j


def _is_infinitive(word: str) -> bool:
    """`chargé le ministre de transmettre`: no complement of the title."""
    return word in infinitives()
