"""Whether two cards name one person, and which cards of a state are whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dragoman.record.cards import Card, Held
from dragoman.record.clusters import clusters
from dragoman.record.days import gap
from dragoman.record.features import Feature, Likeness, Verdict, parted
from dragoman.record.names_alike import agreement, name_words
from dragoman.record.person_table import go_together, person_table

CardKey = tuple[str, str, str]


def same_person(a: Card, b: Card) -> Likeness:
    """How certain it is that two cards name one person; never across states, never against a contrary office at the same time."""
    a, b = sorted((a, b), key=lambda card: card.key)
    words = f"{a.name} / {b.name}"
    if a.country != b.country or _organisation(a) != _organisation(b):
        return parted("state", "other", f"{a.country or _organisation(a)} / {b.country or _organisation(b)}")
    names = agreement(a.name, b.name, a.country)
    if names == "clash":
        return parted("name", "clash", words)
    contrary = _contrary(a, b)
    if names == "near":
        return _judged([_counted("name", "name_near", words), *_one_office_at_once(a, b)], never=contrary is not None)
    if names == "same" and not (a.is_short and b.is_short):
        features = [_counted("name", "name_same", words)]
    else:
        features = [_counted("name", "name_may", words), _office(a, b)]
    if contrary is not None:
        features.append(contrary)
    return _judged(features, never=contrary is not None)


def _organisation(card: Card) -> str:
    return card.folded.rpartition("@")[2] if not card.country and "@" in card.folded else ""


def _counted(name: str, value: str, words: str) -> Feature:
    return Feature(name, value, person_table().points[value], words)


def _judged(features: list[Feature], never: bool) -> Likeness:
    table = person_table()
    score = round(sum(f.score for f in features), 3)
    verdict: Verdict = "same" if score >= table.same and not never else "doubtful" if score >= table.doubtful else "different"
    return Likeness(verdict, score, tuple(features))


def _office(a: Card, b: Card) -> Feature:
    here, there = {h.office for h in a.held}, {h.office for h in b.held}
    words = f"{', '.join(sorted(here))} / {', '.join(sorted(there))}"
    if not here or not there:
        return _counted("office", "office_unknown", words)
    if here & there:
        return _counted("office", "office_one" if here & there & person_table().one_holder else "office_same", words)
    near = any(go_together(one, other) for one in here for other in there)
    return _counted("office", "office_near" if near else "office_contrary", words)


def _one_office_at_once(a: Card, b: Card) -> list[Feature]:
    """An office of one holder that both are told to hold at the same time."""
    pairs = [(x, y) for x in a.held for y in b.held if x.office == y.office and not x.former and not y.former]
    shared = sorted(x.office for x, y in pairs if x.office in person_table().one_holder and _at_once(x, y))
    return [_counted("office", "office_one", shared[0])] if shared else []


def _contrary(a: Card, b: Card) -> Feature | None:
    """Two offices that one person cannot hold at once, told of the two at the same time, where no office is common to both."""
    here, there = ([h for h in card.held if not h.former] for card in (a, b))
    if {h.office for h in here} & {h.office for h in there}:
        return None
    for one in here:
        for other in there:
            if not go_together(one.office, other.office) and _at_once(one, other):
                return _counted("office", "office_contrary", f"{one.office} / {other.office}")
    return None


def _at_once(one: Held, other: Held) -> bool:
    if not one.first_day or not other.first_day:
        return True
    return gap((one.first_day, one.last_day), (other.first_day, other.last_day)) <= person_table().days.beside


class People:
    """Whose cards are whose: groups of cards, each one person, and the pairs that are questions."""

    def __init__(self, groups: tuple[tuple[CardKey, ...], ...], questions: tuple[tuple[CardKey, CardKey, Likeness], ...]) -> None:
        self.groups = groups
        self.questions = questions


def people(
    cards: Iterable[Card],
    same: Iterable[tuple[CardKey, CardKey]] = (),
    apart: Iterable[tuple[CardKey, CardKey]] = (),
) -> People:
    """The persons of the cards given, all that share a key with one another; `same` and `apart` are decisions. Order makes no difference.

    Full names are joined first. A name of one word, or with an initial, joins them where exactly one person fits; where several do, it is
    a question.
    """
    by_key = {card.key: card for card in cards}
    decided = [(_ident(a), _ident(b), float("inf")) for a, b in same if a in by_key and b in by_key]
    kept = [(_ident(a), _ident(b)) for a, b in apart]
    idents = {_ident(key): card for key, card in by_key.items()}
    likes = {(a, b): like for a, b in _pairs(sorted(idents)) if (like := same_person(idents[a], idents[b])).verdict != "different"}
    links = decided + [(a, b, like.score) for (a, b), like in likes.items() if like.verdict == "same" and _full(idents[a], idents[b])]
    groups = clusters(idents, links, kept, lambda a, b: _differ(idents[a], idents[b]))
    links += _short_links(groups, idents, likes)
    groups = clusters(idents, links, kept, lambda a, b: _differ(idents[a], idents[b]))
    return People(tuple(tuple(idents[i].key for i in g) for g in groups), _questions(groups, idents, likes, kept))


def _pairs(idents: Sequence[str]) -> Iterable[tuple[str, str]]:
    return ((a, b) for i, a in enumerate(idents) for b in idents[i + 1 :])


def _ident(key: CardKey) -> str:
    return "\x1f".join(key)


def _full(a: Card, b: Card) -> bool:
    return agreement(a.name, b.name, a.country) in ("same", "near") and not a.is_short and not b.is_short


def _is_short_of(short: Card, full: Card) -> bool:
    """Whether one name may be a short form of the other, full one, and nothing told of the two speaks against it."""
    if len(name_words_of(full)) < 2 or _full(short, full) or _contrary(short, full) is not None:
        return False
    return agreement(short.name, full.name, short.country) in ("same", "may")


def _differ(a: Card, b: Card) -> bool:
    return same_person(a, b).verdict == "different" or _contrary(a, b) is not None


def _short_links(
    groups: tuple[tuple[str, ...], ...], cards: dict[str, Card], likes: dict[tuple[str, str], Likeness]
) -> list[tuple[str, str, float]]:
    """Links of the short names to the one person who fits; where several fit, to the one whose office agrees, if that is one."""
    links = []
    of = {ident: group for group in groups for ident in group}
    for ident in sorted(cards):
        found: dict[tuple[str, ...], tuple[float, str]] = {}
        for other in sorted(cards):
            like = likes.get((min(ident, other), max(ident, other)))
            if other == ident or like is None or not _is_short_of(cards[ident], cards[other]):
                continue
            found[of[other]] = max(found.get(of[other], (0.0, "")), (like.score, other))
        sure = [v for v in found.values() if v[0] >= person_table().same]
        fitting = sure if len(sure) == 1 else list(found.values()) if len(found) == 1 else []
        links += [(ident, other, score) for score, other in fitting]
    short = [i for i in cards if len(name_words_of(cards[i])) < 2]
    links += [(a, b, likes[a, b].score) for a, b in _pairs(sorted(short)) if (a, b) in likes and likes[a, b].verdict == "same"]
    return links


def name_words_of(card: Card) -> tuple[str, ...]:
    """The words of a card's name, initials left out."""
    return tuple(w.forms[0] for w in name_words(card.name) if not w.initial)


def _questions(
    groups: tuple[tuple[str, ...], ...],
    cards: dict[str, Card],
    likes: dict[tuple[str, str], Likeness],
    apart: list[tuple[str, str]],
) -> tuple[tuple[CardKey, CardKey, Likeness], ...]:
    of = {ident: group for group in groups for ident in group}
    kept = {frozenset(pair) for pair in apart}
    asked: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, str]] = {}
    for a, b in sorted(likes):
        if of[a] is not of[b] and frozenset((a, b)) not in kept:
            first, second = sorted((of[a], of[b]))
            known = asked.get((first, second))
            if known is None or likes[a, b].score > likes[known].score:
                asked[first, second] = (a, b)
    return tuple((cards[a].key, cards[b].key, likes[a, b]) for a, b in sorted(asked.values()))
