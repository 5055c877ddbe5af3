"""Finds the towns that a text names, and tells which of several that share a name is meant."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from math import log10

from dragoman.annotations.gazetteer import find_names
from dragoman.annotations.lexicon import states
from dragoman.annotations.mentions import PlaceMention
from dragoman.annotations.name_text import key, plain
from dragoman.annotations.place_words import Surroundings, in_named_text, is_given_name, is_place_noun, kind_of_apart, surroundings
from dragoman.annotations.towns import Town, is_noted, town, town_names
from dragoman.annotations.venues import find_venues

Range = tuple[int, int]

_CAPITAL = re.compile(r"(?<![^\W_])[A-ZÀ-ÖØ-ÞŒĀĪŪŞŠŽČŁĐ]\w*")
_NEXT = re.compile(r"(?:[ \u00a0'’-]|\. )(\w+)")
_COUNTRY_BESIDE = re.compile(r"\s*[,(]?\s*(?:en|au|aux|à|dans)?\s*(?:l['’]|la |le |les )?\Z")
_ARABIC_ARTICLE = re.compile(r"\b(?:al|el|ad|ar|as|ech|er)[- ]\Z")
_ARTICLES = frozenset({"le", "la", "les", "au", "aux", "du", "des", "l"})
_AHEAD = 48
_SHORT = 4
_MAJOR, _BIG, _FAIR = 750_000, 100_000, 20_000


@dataclass(frozen=True, slots=True)
class _Candidate:
    start: int
    end: int
    name: str
    holders: tuple[int, ...]
    around: Surroundings


def find_places(
    text: str, taken: Iterable[Range] = (), home: str | None = None, mentioned_countries: Collection[str] = frozenset()
) -> tuple[PlaceMention, ...]:
    """The towns in a text, in its order.

    Nothing is found in the `taken` ranges (names of persons and organisations), but for a venue that holds one (`palais de l'Élysée`)
    and a capital that is called as its state (`à Djibouti`). `home` is the state whose voice the text is, `mentioned_countries` those
    that it names: a town of theirs is meant rather than a namesake elsewhere.
    """
    looked_up = plain(text)
    mask = bytearray(len(text) + 1)
    for start, end in taken:
        mask[start:end] = b"\1" * (end - start)
    venues = find_venues(text, looked_up)
    for start, end, _ in venues:
        mask[start:end] = b"\1" * (end - start)
    near = frozenset(mentioned_countries) | ({home} if home else frozenset())
    candidates = list(_candidates(text, looked_up, mask))
    persons = {c.name for c in candidates if c.around.person}
    found = [m for c in candidates if (m := _mention(text, looked_up, c, near, persons)) is not None]
    return tuple(sorted((*found, *(_place(*venue) for venue in venues)), key=lambda m: m.start))


def _place(start: int, end: int, place: Town) -> PlaceMention:
    return PlaceMention(start, end, place.name, place.country, place.geonames, place.latitude, place.longitude)


def _candidates(text: str, looked_up: str, mask: bytearray) -> Iterator[_Candidate]:
    """The longest names of towns in the text, whatever stands around them."""
    done = 0
    for match in _CAPITAL.finditer(text):
        if match.start() < done:
            continue
        start = match.start()
        found = _longest_name(text, looked_up, start, match.end())
        article = _ARABIC_ARTICLE.search(text, max(0, start - 4), start)
        if article is not None:
            found = _behind_arabic_article(looked_up, article.start(), found[0] if found else match.end()) or found
            start = article.start() if found and found[1].startswith(plain(article.group())) else start
        if found is None:
            continue
        end, name, holders = found
        done = end
        around = surroundings(text, start, end)
        if mask.find(1, start, end) < 0 or _is_city_state(name, holders, around):
            yield _Candidate(start, end, name, holders, around)


def _longest_name(text: str, looked_up: str, start: int, end: int) -> tuple[int, str, tuple[int, ...]] | None:
    names = town_names()
    name = looked_up[start:end]
    best: tuple[int, str, tuple[int, ...]] | None = None
    for _ in range(names.longest.get(name, 1)):
        holders = names.held.get(name)
        if holders:
            best = (end, name, tuple(holders))
        following = _NEXT.match(text, end)
        if following is None:
            break
        end = following.end()
        name = f"{name} {looked_up[following.start(1) : end]}"
    return best or _behind_article(looked_up, start, end if " " not in name else start + len(name.split()[0]))


def _behind_article(looked_up: str, start: int, end: int) -> tuple[int, str, tuple[int, ...]] | None:
    """`Caire` in `au Caire`, `du Caire`."""
    name = looked_up[start:end]
    holders = town_names().behind_article.get(name)
    if not holders:
        return None
    before = looked_up[max(0, start - 5) : start].split()
    return (end, name, tuple(holders)) if before and before[-1] in _ARTICLES else None


def _behind_arabic_article(looked_up: str, start: int, end: int) -> tuple[int, str, tuple[int, ...]] | None:
    """`al-Ula`, whose article a text may write with a small letter."""
    name = looked_up[start:end]
    holders = town_names().held.get(name)
    return (end, name, tuple(holders)) if holders else None


def _is_city_state(name: str, holders: tuple[int, ...], around: Surroundings) -> bool:
    """Whether the name is a capital's and its state's at once and stands as a town's: `à Djibouti`."""
    first = town(holders[0])
    state = states().get(first.country)
    return around.at and first.seat and state is not None and key(state.name) == name


def _mention(text: str, looked_up: str, c: _Candidate, near: frozenset[str], persons: set[str]) -> PlaceMention | None:
    around = c.around
    if around.person or around.inside_word or kind_of_apart(c.name) == "never" or in_named_text(looked_up, c.start):
        return None
    written = text[c.start : c.end]
    beside = _country_beside(text, c.end) if len(c.holders) > 1 or town(c.holders[0]).population < _MAJOR else None
    place = max((town(i) for i in c.holders), key=lambda t: _score(t, written, near, beside))
    if not _is_meant(place, c, place.country in near, place.country == beside, persons):
        return None
    if len(written) <= _SHORT and written.isupper() and not place.seat:
        return None
    return _place(c.start, c.end, place)


def _score(place: Town, written: str, near: frozenset[str], beside: str | None) -> float:
    """How likely a town is meant by a name: its size, rank and spelling, and whether the text names its state, best right beside it."""
    score = log10(place.population or 30_000)
    score += 2 * place.seat + 3 * is_noted(place)
    score += (3 if place.population >= _FAIR else 2) * (place.country in near) + 6 * (place.country == beside)
    return score + 1.5 * (place.name == written) + 0.7 * (key(place.name) == key(written))


def _country_beside(text: str, end: int) -> str | None:
    """The state named right behind a town: `Valence (Espagne)`, `Tripoli, en Libye`."""
    window = text[end : end + _AHEAD].partition("\n")[0]
    for name in find_names(window):
        if name.kind == "country":
            return name.ids[0] if _COUNTRY_BESIDE.fullmatch(window[: name.start]) else None
    return None


def _is_meant(place: Town, c: _Candidate, near: bool, beside: bool, persons: set[str]) -> bool:
    around = c.around
    strongly = around.at or around.dateline or is_place_noun(around.plain_before) or around.of_place_noun
    if around.longer_name and not (place.seat and around.at):
        return False
    if beside or c.name in persons:
        return beside or (around.at and (place.seat or (near and place.population >= _BIG)))
    if kind_of_apart(c.name) is not None or (is_given_name(c.name) and not place.seat):
        return (strongly and (near or is_noted(place) or place.population >= _MAJOR)) or (near and place.seat and around.loosely_at)
    if place.seat or (near and around.loosely_at):
        return True
    if place.population >= _MAJOR or is_noted(place):
        return strongly or around.loosely_at
    return strongly and (near or place.population >= _FAIR)
