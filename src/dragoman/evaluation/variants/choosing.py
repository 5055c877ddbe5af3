"""Choosing the states that a text is moved to, and moving its gold along."""

from __future__ import annotations

import random
from collections.abc import Sequence

from dragoman.annotations.gazetteer import find_names
from dragoman.evaluation.gold import GoldDocument
from dragoman.evaluation.variants.folded import FoldedText, fold
from dragoman.evaluation.variants.gold_keys import countries_of, side_code, with_keys
from dragoman.evaluation.variants.moving import CannotMoveError, Moves, move_edits
from dragoman.evaluation.variants.rules import people
from dragoman.evaluation.variants.states import Country, country


def choose_moves(texts: Sequence[str], gold: GoldDocument, chance: random.Random) -> Moves:
    """For every state of the gold that can be moved another one that fits the texts: of the same form of government, gender and kind."""
    present = set(countries_of(gold)) | {i for text in texts for name in find_names(text) for i in name.ids}
    states: dict[str, tuple[Country, Country]] = {}
    towns: dict[str, str] = {}
    for code in countries_of(gold):
        chosen = _target(code, texts, gold, present, chance, Moves(states, towns))
        if chosen is not None:
            target, new_towns = chosen
            source = country(code)
            assert source is not None
            states[code] = (source, target)
            towns |= new_towns
            present.add(target.state.alpha3)
    return Moves(states, towns)


def move_gold(gold: GoldDocument, moves: Moves) -> GoldDocument:
    """The gold of the moved text."""

    def key(old: str) -> str:
        code = side_code(old)
        return old.removesuffix(code) + moves.states[code][1].state.alpha3 if code and code in moves.states else old

    def place(old: str) -> str:
        town, at, code = old.rpartition("@")
        if code not in moves.states:
            return old
        source, target = moves.states[code]
        new = target.state.capital_geonames if town == source.state.capital_geonames else moves.towns.get(town, town)
        return new + at + target.state.alpha3

    return with_keys(gold, key, place)


def _target(
    code: str, texts: Sequence[str], gold: GoldDocument, present: set[str], chance: random.Random, so_far: Moves
) -> tuple[Country, dict[str, str]] | None:
    source, form = country(code), people().form(code)
    if source is None or form is None:
        return None
    candidates = sorted(set(people().states[form]) - present)
    chance.shuffle(candidates)
    for candidate in candidates:
        target = country(candidate)
        if target is None or not _fits(source, target):
            continue
        towns = _towns(source, target, texts, gold)
        if towns is None:
            continue
        moves = Moves({**so_far.states, code: (source, target)}, {**so_far.towns, **towns})
        try:
            for text in texts:
                move_edits(text, moves)
        except CannotMoveError:
            continue
        return target, towns
    return None


def _fits(source: Country, target: Country) -> bool:
    capital = target.state.capitals[0] if target.state.capitals else ""
    if not capital or not target.state.capital_geonames or fold(capital) == fold(target.name) or capital.startswith("Le "):
        return False
    return target.adjective is not None and (source.kind == target.kind or (source.kind, target.kind) == ("vowel", "le/m/au"))


def _towns(source: Country, target: Country, texts: Sequence[str], gold: GoldDocument) -> dict[str, str] | None:
    """A town of the target for each of the source's that the gold names, its capital apart; None where there are too few."""
    places = dict.fromkeys(a.place for a in gold.acts if a.place)
    wanted = [p.rpartition("@")[0] for p in places if p.endswith("@" + source.state.alpha3)]
    wanted = [t for t in wanted if t and t != source.state.capital_geonames]
    home = people().home(target.state.alpha3)
    free = [t for t in home.towns if not any(t in text for text in texts)] if home else []
    written = all(any(True for text in texts for _ in FoldedText.of(text).find([fold(town)])) for town in wanted)
    return dict(zip(wanted, free, strict=False)) if written and len(free) >= len(wanted) else None
