"""The state whose voice a document is: the one it means by `le ministère`, `notre pays`, `le chef de l'État`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dragoman.annotations.institutions import Institution
from dragoman.annotations.known_persons import known_country
from dragoman.annotations.lexicon import organisations
from dragoman.annotations.page import Page
from dragoman.annotations.phrases import Phrase
from dragoman.annotations.publishers import find_agency, publisher_of
from dragoman.annotations.sections import NO_SECTIONS, Sections
from dragoman.annotations.word_sets import WordSet

_ONE_HOLDER = frozenset({"head_of_state", "head_of_government", "foreign_minister", "deputy_head_of_state"})
_ADJECTIVE_WEIGHT = 0.5
_MAJESTY_WEIGHT = 2
_LEAST = 1
_TOWN_SPAN = 40
_SENT_WEIGHT = 1
_FIRST_WEIGHT = 1.5
_HEADED = frozenset({"-", "–", "—", ":"})
_ARTICLES = WordSet("articles")
_FOREIGN_WEIGHT = 1.5


@dataclass(frozen=True, slots=True)
class Home:
    """The home of a document: a state, or the organisation that publishes it; `strong` where publisher, agency, dateline or signature
    tell it. `sections` are the parts of a digest, each with a home of its own."""

    state: str | None = None
    organisation: str | None = None
    strong: bool = False
    sections: Sections = NO_SECTIONS

    def at(self, offset: int) -> Home:
        """The home of what is told around a code point of the text."""
        state = self.sections.state_at(offset)
        return self if state is None else replace(self, state=state, organisation=None, strong=True)


def find_home(
    page: Page, phrases: Sequence[Phrase], institutions: Sequence[Institution], publisher: str | None, dateline_country: str | None
) -> Home:
    """The home: by the publisher, the agency that signs, the place of signature, the dateline, else the state that the text is most about
    and never
    calls foreign."""
    for source in (publisher_of(publisher, page.text), find_agency(page.text)):
        if source is not None and source.country is not None:
            if source.country.startswith("org:"):
                return Home(organisation=source.country, strong=True)
            return Home(source.country, strong=True)
    signed = _signed(page)
    if signed is not None:
        return Home(signed, strong=True)
    if dateline_country is not None and not _is_foreign(dateline_country, phrases):
        seated = _seated(page, dateline_country)
        return Home(organisation=seated, strong=True) if seated is not None else Home(dateline_country, strong=True)
    return Home(_most_spoken_of(page, phrases, institutions))


def _seated(page: Page, country: str) -> str | None:
    """The organisation that a text filed at its seat speaks of most, where it does not speak of the state that the seat lies in."""
    counts: dict[str, int] = defaultdict(int)
    for j, match in enumerate(page.name):
        if match is None or (j and page.name[j - 1] is match):
            continue
        if match.kind != "organisation" and country in match.ids:
            return None
        if match.kind == "organisation":
            known = organisations().get(match.ids[0])
            if known is not None and known.kind == "igo" and known.seat is not None and known.seat[1] == country:
                counts[match.ids[0]] += 1
    return max(counts, key=lambda o: counts[o], default=None)


def _signed(page: Page) -> str | None:
    """The country of `Fait à Cotonou, le ...`."""
    for i in range(len(page) - 1, 1, -1):
        place = page.place[i]
        if place is not None and page.at(i - 1) in ("a", "au") and page.at(i - 2) == "fait":
            return place.country
    return None


def _is_foreign(country: str, phrases: Sequence[Phrase]) -> bool:
    """Whether the text tells whose an office is for this country, while it leaves the same office's other holder to be understood."""
    told, understood = _holders(phrases)
    return any(
        country in told[office] and understood[office] - told_names for office, told_names in _names_by_office(phrases, country).items()
    )


def _holders(phrases: Sequence[Phrase]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """By office: the states told of it, and the names of those whose state is to be understood."""
    told: dict[str, set[str]] = defaultdict(set)
    understood: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        for title in phrase.titles:
            office = title.office()
            if office not in _ONE_HOLDER or title.former or title.private or title.organisation:
                continue
            known = known_country(phrase.names[0].words) if phrase.names else None
            if title.states or known is not None:
                told[office].update(title.states or (known or "",))
            elif phrase.names:
                understood[office].add(phrase.names[0].folded[-1])
    return told, understood


def _names_by_office(phrases: Sequence[Phrase], country: str) -> dict[str, set[str]]:
    names: dict[str, set[str]] = defaultdict(set)
    for phrase in phrases:
        for title in phrase.titles:
            if country in title.states and phrase.names:
                names[title.office()].add(phrase.names[0].folded[-1])
    return names


def _most_spoken_of(page: Page, phrases: Sequence[Phrase], institutions: Sequence[Institution]) -> str | None:
    counts: dict[str, float] = defaultdict(float)
    seen: object = None
    titled = {i for p in phrases for t in p.titles if t.states and t.office() in _ONE_HOLDER for i in range(t.first, t.last)}
    for i, (match, place) in enumerate(zip(page.name, page.place)):
        current = match or place
        if current is None or current is seen or i in titled or _is_heading(page, i):
            continue
        seen = current
        if match is not None and match.kind in ("country", "nationality", "people", "compound_nationality") and not match.ambiguous:
            for state in match.ids:
                counts[state] += 1 if match.kind == "country" else _ADJECTIVE_WEIGHT
        elif match is None and place is not None:
            counts[place.country] += 1
    if not counts:
        return None
    for country in list(counts):
        if _is_foreign(country, phrases):
            del counts[country]
    if not counts:
        return None
    _weigh_envoys(page, phrases, counts)
    first = _first_state(page, phrases)
    for phrase in phrases:
        known = known_country(phrase.names[0].words) if len(phrase.names) == 1 and phrase.titles and not phrase.titles[0].states else None
        if known is not None and not known.startswith("org:"):
            at_home = phrase.titles[0].republic or (phrase.courtesy is not None and phrase.courtesy.majesty)
            counts[known] += _MAJESTY_WEIGHT if at_home else _ADJECTIVE_WEIGHT
    told, understood = _holders(phrases)
    for office in understood:
        for state in told[office] & counts.keys():
            counts[state] += _ADJECTIVE_WEIGHT
    if first in counts:
        counts[first] += _FIRST_WEIGHT
    for state in _told_of_offices(phrases) & counts.keys():
        counts[state] -= _FOREIGN_WEIGHT
    best = max(counts.values())
    if best < _LEAST:
        return None
    return next(country for country, count in counts.items() if count == best)


def _told_of_offices(phrases: Sequence[Phrase]) -> set[str]:
    """States whose office-holders are told with their state, while another holder's is to be understood: rather foreign ones."""
    titles = [(t, p) for p in phrases for t in p.titles if t.office() in _ONE_HOLDER and not (t.former or t.private or t.organisation)]
    understood = {t.office() for t, p in titles if not t.states and p.names}
    return {state for t, _ in titles if t.office() in understood for state in t.states}


def _weigh_envoys(page: Page, phrases: Iterable[Phrase], counts: dict[str, float]) -> None:
    """A state whose ambassador is spoken of is rather abroad, and so is the one where a state has its own; the town told just before the
    holder
    of an office without a state is rather at home."""
    for phrase in phrases:
        for title in phrase.titles:
            if title.word.scope == "sent":
                for state in (*title.states, *(title.abroad if not title.states else ())):
                    if state in counts:
                        counts[state] -= _SENT_WEIGHT
            elif title.word.scope in ("state", "head", "minister") and not title.states and not title.organisation and phrase.names:
                town = _town_before(page, phrase.first)
                if town in counts:
                    counts[town] += 1


def _town_before(page: Page, i: int) -> str | None:
    """The country of the town told last before a word in its paragraph, with `à`."""
    for j in range(i - 1, max(-1, i - _TOWN_SPAN), -1):
        if page.words[j] == "\n":
            return None
        place = page.place[j]
        if place is not None and page.at(j - 1) in ("a", "au"):
            return place.country
    return None


def _first_state(page: Page, phrases: Sequence[Phrase]) -> str | None:
    """The state told first, senders of envoys apart: that of the one who acts, as a rule."""
    senders = {j for p in phrases for t in p.titles if t.word.scope == "sent" for j in range(t.first, t.last)}
    for j in range(len(page)):
        match = page.name[j]
        if (
            match is not None
            and j not in senders
            and match.kind in ("country", "nationality")
            and not match.ambiguous
            and not _is_heading(page, j)
        ):
            return match.ids[0]
    return None


def _is_heading(page: Page, j: int) -> bool:
    """Whether a state stands at the head of a line before a dash or a colon (`Niger - `, `Niger : `): what is spoken of, not who acts."""
    if page.name[j] is None:
        return False
    start = j == 0 or page.words[j - 1] == "\n" or (page.at(j - 1) in _ARTICLES and (j == 1 or page.words[j - 2] == "\n"))
    return start and page.at(page.name_end(j)) in _HEADED
